"""Layout: places for the factors and paths for the links, the same on every run.

The one door to networkx. Lengths are in pixels of the page at zoom 1, y points down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Ends = tuple[str, str]
"""The ids of a link's cause and effect."""


@dataclass(frozen=True, slots=True)
class Box:
    """A factor on the map: its middle, its size, and its label in lines that fit."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether the two come nearer to each other than the gap, on both axes."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * gap
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * gap
        )


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link on the map: the points of a Bézier curve (three or four), and where its sign stands."""

    points: tuple[tuple[float, float], ...]
    sign: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Map:
    """A picture of factors and links; everything lies between (0, 0) and (width, height)."""

    width: float = 0.0
    height: float = 0.0
    boxes: Mapping[str, Box] = field(default_factory=dict)
    arrows: Mapping[str, Arrow] = field(default_factory=dict)


def lay_out(
    labels: Mapping[str, str],
    links: Mapping[str, Ends],
    loops: Sequence[Sequence[str]] = (),
    *,
    careful: bool = True,
) -> Map:
    """A map of these factors (id to label) and links, in which no two labels overlap.

    `loops` hold ids of links; their arrows bulge outwards, so that a loop looks round. Without care each arrow
    takes its first bend, whatever it meets.
    """
    if not labels:
        return Map()
    # numpy, scipy and networkx take a second to load: only whoever draws a map waits for them
    from armillary.publish.layout import arrows, islands, sheet, spread  # noqa: PLC0415
    from armillary.publish.layout.labels import measured  # noqa: PLC0415

    sizes = {key: measured(label) for key, label in labels.items()}
    ends = list(dict.fromkeys(links.values()))
    parts = [spread.apart(part, sizes, ends) for part in islands.placed(sizes, ends)]
    return arrows.drawn(sheet.packed(parts, sizes, ends), links, loops, careful=careful)


def grouped(
    factors: Sequence[str], links: Mapping[str, Ends], weights: Mapping[str, int]
) -> tuple[list[list[str]], list[str]]:
    """The factors in groups that hang together, and those that belong to none."""
    from armillary.publish.layout import groups  # noqa: PLC0415  networkx takes a second to load

    return groups.found(factors, links, weights)
