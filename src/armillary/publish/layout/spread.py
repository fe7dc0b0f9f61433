"""Spread: boxes that overlap are pushed apart, as little as is needed."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Ends
from armillary.publish.layout.labels import Label

Places = Mapping[str, tuple[float, float]]
Points = npt.NDArray[np.float64]

GAP = (24.0, 22.0)
"""Between two boxes, across and down: enough for an arrow to pass."""

GAP_OF_LINKED = (60.0, 44.0)
"""Between two boxes with an arrow between them: enough for its sign and its head."""

MOST_WITH_ROOM = 80
"""In parts with more factors than this linked boxes get no wider gap than others: it would not end."""

SPARSE = 2.0
"""The least area of a drawing, as a multiple of that of its boxes with their gaps."""

ROUNDS = 80
PATIENCE, WIDER = 10, 1.1
"""After so many rounds without an end, the whole drawing grows by so much."""

LEAST = 1e-6
"""An overlap below this is a rounding error."""


def apart(
    places: Places, sizes: Mapping[str, Label], links: Iterable[Ends] = ()
) -> dict[str, tuple[float, float]]:
    """The places, moved as little as is needed for no two boxes to come nearer than the gap."""
    keys = list(places)
    row = {key: place for place, key in enumerate(keys)}
    points = np.array([places[key] for key in keys], dtype=np.float64)
    reach = np.array([(sizes[key].width + GAP[0], sizes[key].height + GAP[1]) for key in keys]) / 2
    linked = np.zeros((len(keys), len(keys)), dtype=np.bool_)
    for cause, effect in links if len(keys) <= MOST_WITH_ROOM else ():
        if cause in row and effect in row:
            linked[row[cause], row[effect]] = linked[row[effect], row[cause]] = True
    points *= _room(points, reach)
    for again in range(1, ROUNDS + 1):
        if not _push(points, reach, linked):
            break
        if again % PATIENCE == 0:
            points *= WIDER
    else:
        _stack(points, reach)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, points, strict=True)}


def _room(points: Points, reach: Points) -> float:
    """By how much a drawing must grow before its boxes can have room in it; 1 where they have."""
    across, down = np.maximum(np.ptp(points, axis=0), 1.0)
    if len(points) < 3 or min(across, down) < max(across, down) / 10:  # noqa: PLR2004  a line takes no area
        return 1.0
    return float(max(1.0, np.sqrt(SPARSE * (4 * reach.prod(axis=1)).sum() / (across * down))))


def _push(points: Points, reach: Points, linked: npt.NDArray[np.bool_]) -> bool:
    """One round: each pair that overlaps parts along the axis on which that is shorter."""
    more = np.array(GAP_OF_LINKED) - GAP
    moved = False
    for place in range(len(points) - 1):
        rest = slice(place + 1, None)
        wanted = reach[rest] + reach[place] + linked[place, rest, None] * more
        inside = wanted - np.abs(points[rest] - points[place])
        for other in np.nonzero((inside > LEAST).all(axis=1))[0]:
            step = points[place + 1 + other] - points[place]
            over = wanted[other] - np.abs(step)
            if (over <= 0).any():
                continue
            axis = int(over[1] <= over[0])
            half = np.copysign(over[axis] / 2 + 1e-3, step[axis])
            points[place, axis] -= half
            points[place + 1 + other, axis] += half
            moved = True
    return moved


def _stack(points: Points, reach: Points) -> None:
    """What still overlaps slides down until it is free, from top to bottom: this always ends."""
    done: list[int] = []
    for place in np.lexsort((points[:, 0], points[:, 1])):
        others = np.array(done, dtype=np.int64)
        while len(others):
            inside = reach[others] + reach[place] - np.abs(points[others] - points[place])
            hit = others[(inside > LEAST).all(axis=1)]
            if not len(hit):
                break
            points[place, 1] = (points[hit, 1] + reach[hit, 1]).max() + reach[place, 1] + 1e-3
        done.append(int(place))
