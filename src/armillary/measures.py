"""A noun: a map as a graph, measured as the literature on cognitive maps does.

Each link counts one, whatever its sign: a text gives directions, seldom sizes. So the sums of absolute
weights in the sources are counts of links here.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

_DIGITS = 4


class Role(StrEnum):
    """What a factor is in its map, by the links at it (Eden, Ackermann & Cropper 1992; Özesmi & Özesmi 2004).

    Drivers are also called transmitters, heads or forcing functions; receivers tails or ends.
    """

    DRIVER = "driver"
    RECEIVER = "receiver"
    ORDINARY = "ordinary"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Degree:
    """How many links lead to a factor and away from it (Bougon, Weick & Binkhorst 1977)."""

    incoming: int = 0
    outgoing: int = 0

    @property
    def centrality(self) -> int:
        """All links at it (Kosko 1986; Özesmi & Özesmi 2004): in- and out-degree together."""
        return self.incoming + self.outgoing

    @property
    def role(self) -> Role:
        """What it is in its map."""
        if self.outgoing:
            return Role.ORDINARY if self.incoming else Role.DRIVER
        return Role.RECEIVER if self.incoming else Role.ALONE


@dataclass(frozen=True, slots=True)
class Measures:
    """A map in numbers. None where a measure has no value: the density of a map of one factor.

    Sources: Bougon, Weick & Binkhorst 1977, Administrative Science Quarterly 22:606-639; MacDonald 1983,
    Trees and Networks in Biological Models; Eden, Ackermann & Cropper 1992, Journal of Management
    Studies 29:309-324; Özesmi & Özesmi 2004, Ecological Modelling 176:43-64.
    """

    degrees: dict[str, Degree]
    links: int

    @property
    def density(self) -> float | None:
        """Links, of all that could be: C / N(N-1), as no factor is linked to itself (Özesmi & Özesmi 2004)."""
        factors = len(self.degrees)
        return round(self.links / (factors * (factors - 1)), _DIGITS) if factors > 1 else None

    @property
    def complexity(self) -> float | None:
        """Receivers for each driver: many ends for few causes (Eden, Ackermann & Cropper 1992)."""
        roles = self.roles
        drivers = roles[Role.DRIVER]
        return round(roles[Role.RECEIVER] / drivers, _DIGITS) if drivers else None

    @property
    def hierarchy(self) -> float | None:
        """MacDonald's index: 12 / ((N-1) N (N+1)) times the sum of (out-degree - its mean) squared.

        0 where each factor leads to as many others (*democratic*), 1 where the first leads to all others,
        the next to all but one and so on (*hierarchical*).
        """
        outgoing = [degree.outgoing for degree in self.degrees.values()]
        size = len(outgoing)
        if size <= 1:
            return None
        mean = sum(outgoing) / size
        spread = sum((one - mean) ** 2 for one in outgoing)
        return round(12 * spread / ((size - 1) * size * (size + 1)), _DIGITS)

    @property
    def roles(self) -> Counter[Role]:
        """How many factors have each role."""
        return Counter(degree.role for degree in self.degrees.values())

    def rows(self) -> list[tuple[str, float | None]]:
        """Every measure with its name, for tables."""
        roles = self.roles
        size = len(self.degrees)
        return [
            ("factors", size),
            ("links", self.links),
            ("links per factor", round(self.links / size, _DIGITS) if size else None),
            *((f"{role.value} factors", roles[role]) for role in Role),
            ("density", self.density),
            ("complexity (receivers per driver)", self.complexity),
            ("hierarchy index", self.hierarchy),
        ]


def measured(factors: Collection[str], pairs: Iterable[tuple[str, str]]) -> Measures:
    """The measures of a map: the ids of its factors, and the pairs that are linked, each once."""
    kept = dict.fromkeys(pairs)
    incoming = Counter(effect for _, effect in kept)
    outgoing = Counter(cause for cause, _ in kept)
    degrees = {key: Degree(incoming[key], outgoing[key]) for key in factors}
    return Measures(degrees, len(kept))
