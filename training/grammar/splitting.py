"""How words are split where English treebanks and spaCy's rules for English differ.

Each rule was found by counting the differences on the training parts of EWT and GUM; those on words that
nobody writes twice were left.
"""

import re

from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

SLASHES = r"(?<=[A-Za-z])/", "/"
"""War/ Peace and /peace lose their slash, as War/Peace does."""
RUNS = r"[!?]{2,}", r"<{2,}", r">{2,}", r"\*{2,}", r"_{2,}"
"""Marks that are typed together are one word: !!!"""
CLOCK = r"(?<=[0-9])(?:[ap]m|[AP]M)"
"""7:30PM is two words."""
BESIDE_DASHES = (
    r"-{2,}|[—–]",
    r"(?<=\w)n['’]t(?=[^\w\s])",
    r"(?<=\w)['’](?:s|re|ve|ll|d|m)(?=[^\w\s])",
    r"[,;:!?\"”)\]]+(?=[—–]|--)",
    r"(?<=[—–])[\"“‘(\[]",
)
"""What spaCy splits off at the end of a run is split off before a dash too: the king’s—and, they say,—but."""
KEEP_HYPHEN = (
    "non e re anti co pre pro mid cross post multi ex sub counter semi mini socio psycho neo intra micro pan un "
    "inter"
).split()
"""What is no word alone is not split from its word: anti-war, but war-torn is three words."""
ABBREVIATIONS = (
    "al. Ft. Lt. Col. Sr. Capt. Sgt. Maj. Brig. Cmdr. Hon. Mlle. Mme. Reps. Sens. Attn. Ave. Blvd. Dept. Univ. "
    "Vol. vol. approx. ca. cf. pp. fig. Fig. Figs. ed. eds. Ed. Eds. Mon. Tue. Tues. Wed. Thur. Thurs. Fri."
).split()
SPLIT_ANYWAY = ("and/or", "And/or", "And/Or")


def teach(tokenizer: Tokenizer) -> None:
    """Add the rules to a tokenizer for English."""
    suffixes = [*RUNS, CLOCK, SLASHES[0], *(English.Defaults.suffixes or ())]
    prefixes = [*RUNS, SLASHES[1], *(English.Defaults.prefixes or ())]
    infixes = [*RUNS, *BESIDE_DASHES, *map(_spare_prefixes, English.Defaults.infixes or ())]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    kept = {words: split for words, split in tokenizer.rules.items() if words not in SPLIT_ANYWAY}
    tokenizer.rules = kept | {words: [{ORTH: words}] for words in ABBREVIATIONS}


def _spare_prefixes(rule: str) -> str:
    """The rule that splits at hyphens, made to spare prefixes; any other rule as it is."""
    if not re.search(rule, "war-torn"):
        return rule
    return "".join(rf"(?<!\b(?i:{prefix}))" for prefix in KEEP_HYPHEN) + rule
