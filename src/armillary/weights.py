"""A noun: the links of a system as weighted arrows, by the rule that docs/simulation.md tells.

The numbers below were chosen, not measured: a text gives directions, seldom sizes. That is why no result
is shown for one set of weights alone, and why a run speaks of directions only.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from armillary.reading import Modality
from armillary.system import Link, System

STRENGTH = {
    Modality.ASSERTED: 1.0,
    Modality.HEDGED: 0.5,
    Modality.CONDITIONAL: 0.5,
    Modality.COUNTERFACTUAL: 0.5,
    Modality.INTENDED: 0.0,  # what somebody wants to bring about is not said to come about
    Modality.NEGATED: 0.0,  # it counts against the link instead
}
"""How much a claim counts for its link."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link as numbers: places of its ends in the table of factors, size, and two probabilities.

    `raising`: that it raises; 1 and 0 where all agree, 1/2 where no claim says. `present`: that it is
    there at all. `size` is in (0, 1).
    """

    cause: int
    effect: int
    size: float
    raising: float
    present: float


def arrows(system: System, claims: Collection[str]) -> tuple[Arrow, ...]:
    """The links that these claims support, in the order of the table."""
    place = {key: number for number, key in enumerate(system.factors.ids)}
    made = (
        _arrow(system, link, place[link.cause], place[link.effect], frozenset(claims))
        for link in system.links
    )
    return tuple(arrow for arrow in made if arrow is not None)


def _arrow(system: System, link: Link, cause: int, effect: int, claims: frozenset[str]) -> Arrow | None:
    """Size s/(1+s) for claims of strength s in all; present as the strongest claim, less what is denied."""

    def strengths(keys: Iterable[str]) -> list[float]:
        return [STRENGTH[system.claims[key].modality] for key in keys if key in claims]

    raises, lowers, unclear = (strengths(keys) for keys in (link.raises, link.lowers, link.unclear))
    denied = sum(key in claims for key in link.denied)
    up, down, total = sum(raises), sum(lowers), sum(raises + lowers + unclear)
    if total == 0:
        return None
    strongest = max(raises + lowers + unclear)
    raising = up / (up + down) if up + down else 0.5
    return Arrow(cause, effect, total / (1 + total), raising, strongest * total / (total + denied))


def mean(arrow: Arrow) -> float:
    """The weight that a run of one map gives an arrow, in (-1, 1): what its draws come to on the average."""
    return arrow.present * arrow.size * (2 * arrow.raising - 1)
