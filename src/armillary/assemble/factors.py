"""One factor, many wordings: *NATO's expansion*, *the expansion of NATO*, *NATO expansion*.

Two wordings name one factor when the same words are left of them after articles, light words and
endings of the plural are taken off and *A of B* is turned round to *B A*. What differs in any other
word stays apart: *Russian imports* and *Ukrainian imports* are two.
"""

import re
from collections.abc import Iterable

from armillary.findings import Claim
from armillary.system import Factor
from armillary.text import Passage

_WORD = re.compile(r"[^\W_]+(?:[-‐‑.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\b")
_LIGHT = frozenset(
    "the a an this that these those its their his her our your my such very so quite rather some any all "
    "own both each every further ever also just only simply there is are was were be been being has have "
    "had level levels amount number degree rate".split()
)
_NO_PLURAL = ("ss", "us", "is", "ics", "news")
_SHORTEST_PLURAL = 4  # "tax" and "gas" are none, "laws" is one


def merge(claims: Iterable[Claim]) -> tuple[Factor, ...]:
    """The factors of these claims, in the order in which the text first names them."""
    wordings: dict[str, list[Passage]] = {}
    for claim in claims:
        for argument in (claim.cause, claim.effect):
            wordings.setdefault(key(argument.core.words), []).append(argument.core)
    factors = [Factor(_label(places), tuple(dict.fromkeys(places))) for places in wordings.values()]
    return tuple(factors)


def key(words: str) -> str:
    """What two wordings of one factor share.

    >>> key("the expansion of NATO") == key("NATO's expansions")
    True
    """
    parts = re.split(r"\bof\b", _POSSESSIVE.sub(" ", words.casefold()))
    kept = [
        _singular(word) for part in reversed(parts) for word in _WORD.findall(part) if word not in _LIGHT
    ]
    return " ".join(kept) or words.casefold()


def _singular(word: str) -> str:
    """The singular by its ending alone, so that rare and invented nouns have one too."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


def _label(places: list[Passage]) -> str:
    """The shortest wording; of equals the first. Line ends within it become blanks."""
    shortest = min(places, key=lambda place: len(place.words))
    return " ".join(shortest.words.split())
