"""Sheet: the parts of the map are fitted into each other on one sheet of the shape of the pane.

Parts are placed by the cells of a grid that their boxes and arrows cover, the largest first, each as
near to the middle as it goes: Freivalds, Dogrusoz and Kikusts (2002), "Disconnected graph layout and
the polyomino packing approach". Borders around the parts would leave half of the sheet empty.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Box, Ends
from armillary.publish.layout.labels import Label

Places = Mapping[str, tuple[float, float]]
Cells = npt.NDArray[np.int64]
Point = npt.NDArray[np.float64]

SMALLEST_CELL = 12.0
"""The side of a cell, in pixels."""

MOST_CELLS = 6000
"""About so many cells cover all parts; a larger map has larger cells, so that time does not grow with it."""

CLEAR = 15.0
"""Kept free around every box of a part, in pixels: between two parts it is twice as much."""

CLEAR_OF_ARROWS = 34.0
"""Kept free around the straight line of an arrow, which is drawn with a bend."""

SHAPE = 1.65
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
    cell = _cell_size(parts, sizes)
    shapes = [_shape(part, sizes, partners, cell) for part in parts]
    boxes = {}
    for part, shape, (column, row) in zip(parts, shapes, _spots(shapes), strict=True):
        for key, (x, y) in part.items():
            size = sizes[key]
            right, down = x - shape.corner[0] + column * cell, y - shape.corner[1] + row * cell
            boxes[key] = Box(right, down, size.width, size.height, size.lines)
    return {key: boxes[key] for key in sizes}


def _cell_size(parts: Sequence[Places], sizes: Mapping[str, Label]) -> float:
    frames = [np.ptp(np.array(list(part.values())), axis=0) for part in parts]
    area = sum(float(frame.prod()) for frame in frames) + sum(
        size.width * size.height for size in sizes.values()
    )
    return max(SMALLEST_CELL, math.sqrt(area / MOST_CELLS))


def _shape(
    part: Places, sizes: Mapping[str, Label], partners: Mapping[str, list[str]], cell: float
) -> Shape:
    half = {key: np.array([sizes[key].width, sizes[key].height]) / 2 + CLEAR for key in part}
    low = np.min([np.array(part[key]) - half[key] for key in part], axis=0) - cell - CLEAR_OF_ARROWS
    covered: set[tuple[int, int]] = set()
    for key, place in part.items():
        middle = (np.array(place) - low) / cell
        covered |= _block(middle - half[key] / cell, middle + half[key] / cell)
        for other in partners.get(key, ()):
            covered |= _under_line(middle, (np.array(part[other]) - low) / cell, CLEAR_OF_ARROWS / cell)
    cells = np.array(sorted(covered))
    first = cells.min(axis=0)
    x, y = low + first * cell
    return Shape(cells - first, (float(x), float(y)))


def _block(low: Point, high: Point) -> set[tuple[int, int]]:
    """All cells between two corners, which are given in cells."""
    columns, rows = (range(int(a), int(b) + 1) for a, b in zip(low, high, strict=True))
    return {(column, row) for column in columns for row in rows}


def _under_line(start: Point, end: Point, reach: float) -> set[tuple[int, int]]:
    """The cells around a straight line, more of them in its middle, where the arrow bends away."""
    steps = max(2, int(np.hypot(*(end - start)) * 2))
    found = set()
    for part in np.linspace(0, 1, steps + 1):
        point, around = start + (end - start) * part, reach * 4 * part * (1 - part)
        found |= _block(point - around, point + around)
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
