"""Whether a word that may be a verb of speech is one here."""

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import Verb, words
from armillary.annotate.stance.page import Page

_EVIDENCE = frozenset("show find reveal disclose prove demonstrate".split())
"""Verbs that report only before *that*: *found that rents rose*, not *found the house*."""
_PLURALS = frozenset(
    "to and not people media men women police who that all most many some both few".split()
)


def is_cue(page: Page, row: Row, at: int) -> bool:
    """Whether a word is a verb of speech here, and no noun (*the report*, *in answer to*)."""
    low = page.lows[row[at]]
    verb = words().verbs.get(low)
    if verb is None:
        return False
    if verb.lemma in _EVIDENCE and page.lows[row[at] + 1 : row[at] + 2] != ("that",):
        return False
    tag = page.reading.tokens[row[at]].tag
    if tag is not None:
        return tag.startswith("V")
    if page.is_capital(row[at]) and at > 0:
        return False
    return _is_verb(low, verb, page.lows[row[at - 1]] if at > 0 and row[at - 1] >= 0 else "")


def _is_verb(low: str, verb: Verb, behind: str) -> bool:
    """Whether a form that a noun may have as well is a verb after this word."""
    if verb.is_base and verb.lemma in words().sets["homographs"]:
        return _takes_base(behind)
    sets = words().sets
    if low.endswith("ing"):
        return not (behind in sets["determiners"] or behind.endswith("'s"))
    if low != f"{verb.lemma}s" and not verb.is_base:
        return True
    after_noun = behind in sets["determiners"] or behind in sets["prepositions"] - {"to"}
    return not (after_noun or behind.endswith("'s")) or behind in _PLURALS


def _takes_base(behind: str) -> bool:
    """Whether a word like *report* is a verb after this one: *they report*, *to report*, *papers report*."""
    sets = words().sets
    return (
        behind in sets["pronouns"] | sets["auxiliaries"] | _PLURALS
        or behind.endswith(("ly", "n't"))
        or (behind.endswith("s") and not behind.endswith(("'s", "ss", "us", "is")))
    )


def has_verb(page: Page, first: int, last: int) -> bool:
    """Whether one of the words [first, last) is surely a verb."""
    known = words()
    return any(
        page.lows[at] in known.sets["auxiliaries"]
        or page.lows[at] in known.verbs
        or (page.lows[at].endswith("ed") and not page.is_capital(at))
        or (page.reading.tokens[at].tag or "").startswith(("VB", "MD"))
        for at in range(first, last)
    )
