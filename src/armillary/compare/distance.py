"""How far two maps are apart: the ratios of Langfield-Smith and Wirth, and of Markóczy and Goldberg.

A map is the factors that it has and, for pairs of them, a weight from −1 to 1. Both papers give weights
from −3 to 3; a weight of ours is taken times three for the first, so that its scale is theirs.

K. Langfield-Smith, A. Wirth (1992): Measuring differences between cognitive maps. Journal of the
Operational Research Society 43, 1135-1150. L. Markóczy, J. Goldberg (1995): A method for eliciting and
comparing causal maps. Journal of Management 21, 305-333.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from armillary.compare.links import claimed
from armillary.compare.whose import Whose
from armillary.comparison import Distance, LinkAcross
from armillary.system import Link

STRONGEST = 3
"""The largest weight in both papers."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A map to be measured: its factors, and weights that are not 0 between two different ones."""

    factors: frozenset[str]
    weights: Mapping[Pair, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weighing:
    """The parameters of Markóczy and Goldberg, by their letters in the paper.

    `self_links` (α = 0): whether a factor may bear on itself. `strongest` (β). `opposite` (δ): what
    opposite signs cost beside their difference. `polarities` (ε): 2 where weights may be negative, else 1.
    `unique` (γ): links with a factor that one map lacks count 0 never, 1 where the link exists, 2 always.
    """

    self_links: bool = False
    strongest: float = STRONGEST
    opposite: float = 0.0
    polarities: int = 2
    unique: int = 1


LANGFIELD_SMITH_WIRTH = Weighing()
COMMON_ALONE = Weighing(unique=0)


def ratio(one: Chart, other: Chart, how: Weighing = LANGFIELD_SMITH_WIRTH) -> float | None:
    """The distance of Markóczy and Goldberg; None where no pair of factors could differ."""
    common = one.factors & other.factors
    apart = sum(_difference(one, other, pair, common, how) for pair in _pairs(one, other, how))
    shared, left, right = len(common), len(one.factors - common), len(other.factors - common)
    full = how.polarities * how.strongest + how.opposite
    lone = min(how.unique, 1)
    most = full * shared**2 + lone * (2 * shared * (left + right) + left**2 + right**2)
    if not how.self_links:
        most -= full * shared + lone * (left + right)
    return apart / most if most > 0 else None


def langfield_smith_wirth(one: Chart, other: Chart) -> float | None:
    """The distance of Langfield-Smith and Wirth, as their paper writes it; weights from −3 to 3."""
    common = one.factors & other.factors
    apart = sum(
        abs(one.weights.get(pair, 0.0) - other.weights.get(pair, 0.0)) if common >= set(pair) else 1.0
        for pair in set(one.weights) | set(other.weights)
    )
    shared, left, right = len(common), len(one.factors - common), len(other.factors - common)
    most = 6 * shared**2 + 2 * shared * (left + right) + left**2 + right**2
    most -= 6 * shared + left + right
    return apart / most if most > 0 else None


def _pairs(one: Chart, other: Chart, how: Weighing) -> set[Pair]:
    """The pairs that can differ: those that are linked, and with `unique` 2 all that one map holds."""
    linked = set(one.weights) | set(other.weights)
    if how.unique <= 1:
        return linked
    return linked | _all(one.factors) | _all(other.factors)


def _all(factors: frozenset[str]) -> set[Pair]:
    return set(product(factors, factors))


def _difference(one: Chart, other: Chart, pair: Pair, common: frozenset[str], how: Weighing) -> float:
    if pair[0] == pair[1] and not how.self_links:
        return 0.0
    if not common >= set(pair):
        return float(min(how.unique, 1))
    left, right = one.weights.get(pair, 0.0), other.weights.get(pair, 0.0)
    return abs(left - right) + (how.opposite if left * right < 0 else 0.0)


def between(links: Sequence[LinkAcross], whose: Whose) -> tuple[Distance, ...]:
    """The distance of every two parts. A link whose sign nobody states is left out and counted."""
    charts = [_chart([row.sides[part] for row in links]) for part in range(len(whose.parts))]
    found = []
    for left, right in whose.pairs():
        (one, out), (other, more) = charts[left], charts[right]
        shared = len(one.factors & other.factors)
        overall = langfield_smith_wirth(one, other)
        found.append(
            Distance((left, right), overall, ratio(one, other, COMMON_ALONE), shared, out + more)
        )
    return tuple(found)


def _chart(sides: Sequence[Link]) -> tuple[Chart, int]:
    """The map of one part, and how many of its links have no sign that anybody states."""
    weights: dict[Pair, float] = {}
    factors: set[str] = set()
    left_out = 0
    for side in filter(claimed, sides):
        factors |= {side.cause, side.effect}
        up, down = len(side.raises), len(side.lowers)
        if up + down == 0:
            left_out += 1
        elif up != down:
            weights[side.cause, side.effect] = STRONGEST * (up - down) / (up + down)
    return Chart(frozenset(factors), weights), left_out
