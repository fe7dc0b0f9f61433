"""Sheet: a piece of the earth on paper, with the borders and coasts that run through it.

Longitude and latitude are drawn straight, narrowed by the latitude of the middle: true enough for a quiet
picture, and every place can be checked with a ruler.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STEPS = 50
"""Steps to a degree in `outlines.txt`."""

WIDTH, HEIGHT = 720, 440
NARROWEST = 7.0
"""Degrees of latitude on the sheet, at least: nearer than this the outlines have too few points."""

AROUND = 1.35
"""How much larger the sheet is than the room that its places take."""

BEYOND = 12.0
FINEST = 1.2
"""Pixels: lines are drawn so far beyond the sheet, and points nearer than this to the last are left out."""

HIGHEST = 84.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A view of the earth: the left top corner in degrees, and pixels to a degree on both axes."""

    west: float
    north: float
    across: float
    down: float

    @staticmethod
    def around(places: Sequence[tuple[float, float]]) -> "Sheet":
        """The sheet that shows some places, given as longitude and latitude."""
        (west, east), (south, north) = ((min(side), max(side)) for side in zip(*places, strict=True))
        middle = min(max((south + north) / 2, -HIGHEST), HIGHEST)
        narrow = math.cos(math.radians(middle))
        tall = max((north - south) * AROUND, (east - west) * AROUND * narrow * HEIGHT / WIDTH, NARROWEST)
        down = HEIGHT / tall
        across = down * narrow
        return Sheet((west + east) / 2 - WIDTH / 2 / across, middle + tall / 2, across, down)

    def spot(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place stands on the sheet, in pixels."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down

    def outlines(self) -> str:
        """All borders and coasts that run through the sheet, as the path of an SVG."""
        return "".join(map(_written, (run for line in _lines() for run in self._inside(line))))

    def _inside(self, line: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
        """The parts of a line that lie on the sheet, each with the points just beyond."""
        run: list[tuple[float, float]] = []
        before: tuple[float, float] | None = None
        for x, y in (self.spot(*point) for point in line):
            if -BEYOND <= x <= WIDTH + BEYOND and -BEYOND <= y <= HEIGHT + BEYOND:
                if not run and before:
                    run.append(before)
                if not run or math.dist(run[-1], (x, y)) >= FINEST:
                    run.append((x, y))
            elif run:
                yield [*run, (x, y)]
                run = []
            before = (x, y)
        if run:
            yield [*run, before] if before and before != run[-1] else run


def _written(run: list[tuple[float, float]]) -> str:
    if len(run) < 2:  # noqa: PLR2004  a point is no line
        return ""
    rounded = [(round(x), round(y)) for x, y in run]
    (x, y), *rest = rounded
    steps = []
    for right, low in rest:
        steps.append(f"{right - x},{low - y}")
        x, y = right, low
    return f"M{rounded[0][0]},{rounded[0][1]}l{' '.join(steps)}"


@cache
def _lines() -> tuple[tuple[tuple[float, float], ...], ...]:
    text = (files("armillary.publish.places") / "outlines.txt").read_text(encoding="utf-8")
    return tuple(tuple(_points(line)) for line in text.splitlines())


def _points(line: str) -> Iterator[tuple[float, float]]:
    x = y = 0
    for step in line.split():
        right, up = map(int, step.split(","))
        x, y = x + right, y + up
        yield x / STEPS, y / STEPS
