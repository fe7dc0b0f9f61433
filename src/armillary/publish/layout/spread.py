"""Spread: boxes that overlap are pushed apart, and the parts of the map are packed side by side."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Box
from armillary.publish.layout.labels import Label

Places = Mapping[str, tuple[float, float]]
Points = npt.NDArray[np.float64]

GAP = (34.0, 30.0)
"""Between two boxes, across and down: enough for an arrow to pass."""

ROUNDS = 60
BETWEEN_PARTS = 54.0
MARGIN = 40.0
SHAPE = 1.5
"""Width by height of the whole map: that of the pane."""


def apart(places: Places, sizes: Mapping[str, Label]) -> dict[str, tuple[float, float]]:
    """The places, moved as little as is needed for no two boxes to come nearer than the gap."""
    keys = list(places)
    points = np.array([places[key] for key in keys], dtype=np.float64)
    reach = np.array([(sizes[key].width + GAP[0], sizes[key].height + GAP[1]) for key in keys]) / 2
    for _ in range(ROUNDS):
        if not _push(points, reach):
            break
    else:
        _stack(points, reach)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, points, strict=True)}


def _push(points: Points, reach: Points) -> bool:
    """One round: each pair that overlaps parts along the axis on which that is shorter."""
    moved = False
    for place in range(len(points) - 1):
        away = points[place + 1 :] - points[place]
        inside = reach[place + 1 :] + reach[place] - np.abs(away)
        for other in np.nonzero((inside > 1e-6).all(axis=1))[0]:  # noqa: PLR2004  a rounding error
            step = points[place + 1 + other] - points[place]
            over = reach[place + 1 + other] + reach[place] - np.abs(step)
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
            hit = others[(inside > 1e-6).all(axis=1)]  # noqa: PLR2004  a rounding error
            if not len(hit):
                break
            points[place, 1] = (points[hit, 1] + reach[hit, 1]).max() + reach[place, 1] + 1e-3
        done.append(int(place))


def packed(parts: Sequence[Places], sizes: Mapping[str, Label]) -> dict[str, Box]:
    """All parts on one sheet, in rows from left to right, none over another."""
    frames = [_frame(part, sizes) for part in parts]
    room = sum((w + BETWEEN_PARTS) * (h + BETWEEN_PARTS) for _, _, w, h in frames)
    widest = max(*(frame[2] for frame in frames), (room * SHAPE) ** 0.5)
    boxes: dict[str, Box] = {}
    x, y, row = MARGIN, MARGIN, 0.0
    for part, (left, top, across, down) in zip(parts, frames, strict=True):
        if x > MARGIN and x + across > MARGIN + widest:
            x, y, row = MARGIN, y + row + BETWEEN_PARTS, 0.0
        for key, (px, py) in part.items():
            size = sizes[key]
            boxes[key] = Box(
                round(px - left + x, 1), round(py - top + y, 1), size.width, size.height, size.lines
            )
        x, row = x + across + BETWEEN_PARTS, max(row, down)
    return {key: boxes[key] for key in sizes}


def _frame(part: Places, sizes: Mapping[str, Label]) -> tuple[float, float, float, float]:
    """The left and top border of a part, and its width and height."""
    left = min(x - sizes[key].width / 2 for key, (x, _) in part.items())
    top = min(y - sizes[key].height / 2 for key, (_, y) in part.items())
    right = max(x + sizes[key].width / 2 for key, (x, _) in part.items())
    bottom = max(y + sizes[key].height / 2 for key, (_, y) in part.items())
    return left, top, right - left, bottom - top
