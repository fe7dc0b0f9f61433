"""Forms of one word: *cities* and *city*, *expanded* and *expansion*, *labour* and *labor*.

Endings that follow a rule are taken off by rule, so that rare and invented words have a stem too;
the rest stands in `forms.tsv`, which `training/words/forms.py` makes.
"""

import re
from functools import cache
from importlib.resources import files

_NO_PLURAL = ("ss", "us", "is", "ics", "news")
_SHORTEST_PLURAL = 4  # "tax" and "gas" are none, "laws" is one
_SHORTEST_STEM = 3  # letters that stay before "-ed" and "-ing"
_VOWELS = frozenset("aeiouy")

_SPELLINGS = (
    (re.compile(r"is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z][a-z])our(?=(?:s|ed|ing|er|ers|al|able|ful|less|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=program)me(?=s?$)"), ""),
    (re.compile(r"(?<=[aeiou]l)l(?=(?:ed|ing|er|ers)$)"), ""),
)
"""British and American spellings, by their endings. What fits no known word stays as it is."""

_FIXED = {
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "pretence": "pretense",
    **{word: word for word in "flour scour devour contour detour hours tours pours yours fours".split()},
    "grey": "gray",
    "sceptic": "skeptic",
    "scepticism": "skepticism",
    "cheque": "check",
    "tyre": "tire",
}


@cache
def table(kind: str) -> dict[str, str]:
    """The words of one kind in `forms.tsv`, each with the word that stands for it."""
    text = files(__package__).joinpath("forms.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.startswith(f"{kind}\t"))
    return {word: base for _, word, base in rows}


@cache
def stem(word: str) -> str:
    """What the forms of a word share.

    >>> stem("expansion"), stem("expanded"), stem("mobilisation"), stem("armies"), stem("weakness")
    ('expand', 'expand', 'mobilize', 'army', 'weak')
    """
    base = lemma(word)
    for kind in ("noun", "quality"):
        base = table(kind).get(base, base)
    return base


@cache
def lemma(word: str) -> str:
    """The word without the endings of number, time and person, in American spelling."""
    word = spelled(word)
    if word in table("noun") or word in table("quality"):
        return word
    for kind in ("irregular-noun", "irregular-verb", "adverb"):
        if word in table(kind):
            return table(kind)[word]
    verb = verb_of(word)
    if verb is not None and not word.endswith("s"):
        return verb
    return singular(word)


@cache
def verb_of(word: str) -> str | None:
    """The verb of which this is a form; None where it is the form of none."""
    verbs = table("verb")
    if word in verbs:
        return word
    if word in table("irregular-verb"):
        return table("irregular-verb")[word]
    return next((base for base in _bases(word) if base in verbs), None)


def _bases(word: str) -> list[str]:
    for ending in ("ing", "ed", "es", "s"):
        body = word.removesuffix(ending)
        if body == word or len(body) < _SHORTEST_STEM or not _VOWELS & set(body):
            continue
        undoubled = [body[:-1]] if body[-1] == body[-2] and ending in {"ing", "ed"} else []
        found = [body, body + "e", *undoubled]
        return [body[:-1] + "y", *found] if body.endswith("i") else found
    return []


def singular(word: str) -> str:
    """The singular by its ending alone."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


@cache
def spelled(word: str) -> str:
    """The American spelling, where a word has two."""
    if word in _FIXED:
        return _FIXED[word]
    for pattern, put in _SPELLINGS:
        other = pattern.sub(put, word)
        verb = verb_of(other) or verb_of(other.removesuffix("s").removesuffix("ation") + "e")
        known = verb or other in table("noun") or other in table("quality") or put == "or"
        if other != word and known:
            return other
    return word
