"""Sheet: the parts of the map are fitted into each other on one sheet of the shape of the pane.

Parts are placed by the cells of a grid that their boxes and arrows cover, the largest first, each as
near to the middle as it goes: Freivalds, Dogrusoz and Kikusts (2002), "Disconnected graph layout and
the polyomino packing approach". Borders around the parts would leave half of the sheet empty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Box, Ends
from armillary.publish.layout.labels import Label

Places = Mapping[str, tuple[float, float]]
Cells = npt.NDArray[np.int64]

CELL = 12.0
"""The side of a cell, in pixels."""

CLEAR = 15.0
"""Kept free around every box of a part, in pixels: between two parts it is twice as much."""

CLEAR_OF_ARROWS = 34.0
"""Kept free around the straight line of an arrow, which is drawn with a bend."""

SHAPE = 1.4
"""Width by height of the pane."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The cells that a part covers, counted from its own left top corner, and that corner."""

    cells: Cells
    corner: tuple[float, float]


def packed(parts: Sequence[Places], sizes: Mapping[str, Label], links: Iterable[Ends]) -> dict[str, Box]:
    """All parts on one sheet, none over another."""
    partners: dict[str, list[str]] = {}
    for cause, effect in links:
        partners.setdefault(cause, []).append(effect)
    shapes = [_shape(part, sizes, partners) for part in parts]
    boxes = {}
    for part, shape, (column, row) in zip(parts, shapes, _spots(shapes), strict=True):
        for key, (x, y) in part.items():
            size = sizes[key]
            right, down = x - shape.corner[0] + column * CELL, y - shape.corner[1] + row * CELL
            boxes[key] = Box(right, down, size.width, size.height, size.lines)
    return {key: boxes[key] for key in sizes}


def _shape(part: Places, sizes: Mapping[str, Label], partners: Mapping[str, list[str]]) -> Shape:
    rectangles = [
        (
            x - sizes[key].width / 2,
            y - sizes[key].height / 2,
            x + sizes[key].width / 2,
            y + sizes[key].height / 2,
        )
        for key, (x, y) in part.items()
    ]
    lines = [(part[key], part[other]) for key in part for other in partners.get(key, ())]
    low = np.array(rectangles)[:, :2].min(axis=0) - CLEAR - CELL
    covered = {
        (column, row)
        for left, top, right, bottom in rectangles
        for column in range(_cell(left - CLEAR - low[0]), _cell(right + CLEAR - low[0]) + 1)
        for row in range(_cell(top - CLEAR - low[1]), _cell(bottom + CLEAR - low[1]) + 1)
    }
    for start, end in lines:
        covered |= _under_line(np.array(start) - low, np.array(end) - low)
    cells = np.array(sorted(covered))
    first = cells.min(axis=0)
    corner = low + first * CELL
    return Shape(cells - first, (float(corner[0]), float(corner[1])))


def _cell(place: float) -> int:
    return int(place // CELL)


def _under_line(start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]) -> set[tuple[int, int]]:
    """The cells around a straight line, more of them in its middle, where the arrow bends away."""
    steps = max(2, int(np.hypot(*(end - start)) / CELL * 2))
    found = set()
    for step in range(steps + 1):
        part = step / steps
        x, y = start + (end - start) * part
        reach = CLEAR_OF_ARROWS * 4 * part * (1 - part)
        for column in range(_cell(x - reach), _cell(x + reach) + 1):
            found |= {(column, row) for row in range(_cell(y - reach), _cell(y + reach) + 1)}
    return found


def _spots(shapes: Sequence[Shape]) -> list[tuple[int, int]]:
    """Column and row for each shape, so that no two shapes share a cell."""
    spans = np.array([shape.cells.max(axis=0) + 1 for shape in shapes])
    total = sum(len(shape.cells) for shape in shapes)
    side = int(2 * total**0.5) + 2 * int(spans.max())
    taken = np.zeros((int(side * SHAPE), side), dtype=np.bool_)
    spots = []
    for shape, span in zip(shapes, spans, strict=True):
        taken, spot = _nearest(taken, shape, span)
        taken[shape.cells[:, 0] + spot[0], shape.cells[:, 1] + spot[1]] = True
        spots.append(spot)
    return spots


def _nearest(
    taken: npt.NDArray[np.bool_], shape: Shape, span: Cells
) -> tuple[npt.NDArray[np.bool_], tuple[int, int]]:
    """The free spot nearest to the middle, and the grid, which grows where there is none."""
    while True:
        rooms = taken.shape[0] - span[0] + 1, taken.shape[1] - span[1] + 1
        hit = np.zeros(rooms, dtype=np.bool_)
        for column, row in shape.cells:
            hit |= taken[column : column + rooms[0], row : row + rooms[1]]
        if not hit.all():
            break
        taken = np.pad(taken, ((0, taken.shape[0]), (0, taken.shape[1])))
    columns = np.abs(np.arange(rooms[0]) + span[0] / 2 - taken.shape[0] / 2) + span[0] / 2
    rows = np.abs(np.arange(rooms[1]) + span[1] / 2 - taken.shape[1] / 2) + span[1] / 2
    reach = np.maximum(columns[:, None], rows[None, :] * SHAPE)
    far = reach + 0.01 * np.hypot(columns[:, None], rows[None, :])
    far[hit] = np.inf
    column, row = np.unravel_index(int(far.argmin()), far.shape)
    return taken, (int(column), int(row))
