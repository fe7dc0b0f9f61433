"""Positions that differ: one matter, for in one part and against in another."""

from itertools import combinations

from armillary.compare.whose import Whose
from armillary.comparison import Opposed
from armillary.findings import Position, Stance
from armillary.system import System

ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her"})
_OPPOSITE = {Stance.FOR, Stance.AGAINST}


def opposed(system: System, whose: Whose) -> tuple[Opposed, ...]:
    """Pairs of positions on one matter, in the order of the first. The holders may differ."""
    by_matter: dict[str, list[Position]] = {}
    for position in system.positions:
        by_matter.setdefault(_matter(system, position), []).append(position)
    found = []
    for positions in by_matter.values():
        for one, other in combinations(positions, 2):
            parts = whose.across(one.at, other.at)
            if parts and {one.stance, other.stance} == _OPPOSITE:
                found.append(Opposed(parts, (one, other)))
    return tuple(found)


def _matter(system: System, position: Position) -> str:
    """What a position is on: a factor where the words name one, else the words without an article."""
    key = system.factor_at.get(position.on)
    if key is not None:
        return system.factors[key].label.casefold()
    words = position.on.words.casefold().split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)
