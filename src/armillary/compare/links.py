"""Links side by side: contradicted, shared, missing. Each part keeps its claims for and against."""

from dataclasses import replace
from itertools import permutations

from armillary.compare.whose import Whose
from armillary.comparison import LinkAcross, Standing
from armillary.findings import Sign
from armillary.system import Link, System

_ORDER = {standing: place for place, standing in enumerate(Standing)}


def across(system: System, whose: Whose) -> tuple[LinkAcross, ...]:
    """All links, sign flips first; within a standing those with more claims first."""
    known = _known(system, whose)
    found = []
    for key, link in system.links.items():
        sides = tuple(_side(system, link, whose, part) for part in range(len(whose.parts)))
        both = [known[part] >= {link.cause, link.effect} for part in range(len(whose.parts))]
        found.append(LinkAcross(key, _standing(sides, both), sides))
    return tuple(sorted(found, key=lambda row: (_ORDER[row.standing], -_claims(row))))


def _known(system: System, whose: Whose) -> list[set[str]]:
    """For each part the factors of which it speaks."""
    known: list[set[str]] = [set() for _ in whose.parts]
    for key, factor in system.factors.items():
        for place in factor.aliases:
            for part in whose.of(place):
                known[part].add(key)
    return known


def _side(system: System, link: Link, whose: Whose, part: int) -> Link:
    """The link with the claims of one part alone."""

    def kept(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if whose.among(system.claims[key].at, part))

    return replace(
        link,
        raises=kept(link.raises),
        lowers=kept(link.lowers),
        unclear=kept(link.unclear),
        denied=kept(link.denied),
    )


def _standing(sides: tuple[Link, ...], both: list[bool]) -> Standing:
    pairs = list(permutations(sides, 2))
    if any(one.sign is Sign.RAISES and other.sign is Sign.LOWERS for one, other in pairs):
        return Standing.FLIPPED
    if any(one.raises and other.lowers for one, other in pairs):
        return Standing.CONTRADICTED
    if any(claimed(one) and other.denied and not claimed(other) for one, other in pairs):
        return Standing.DENIED
    speaking = [bool(side.claims) for side in sides]
    if sum(speaking) > 1:
        return Standing.SHARED
    silent = any(knows and not speaks for knows, speaks in zip(both, speaking, strict=True))
    return Standing.MISSING if silent else Standing.ALONE


def claimed(side: Link) -> bool:
    """Whether a part claims the link at all, rather than to deny it or to be silent."""
    return bool(side.raises or side.lowers or side.unclear)


def _claims(row: LinkAcross) -> int:
    return sum(len(side.claims) for side in row.sides)
