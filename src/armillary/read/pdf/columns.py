"""The lines of a page in the order in which they are read: column by column, between lines that span them.

A title over the page          →  title, left 1, left 2, right 1, right 2, note
left 1        right 1
left 2        right 2
a note over the page
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from armillary.read.pdf.letters import NEW_STRETCH, SHIFTED, WORD_GAP
from armillary.read.pdf.pages import Page, Stretch

LEAST_LINES = 4
"""On either side of a gap at least so many lines must stand to make it the gap between two columns."""

MOST_CROSSING = 0.5
"""At most this share of the lines of a page crosses the gap between its columns: title, summary, notes."""

LEAST_GUTTER = 0.6
"""The gap between two columns is at least so many times as wide as the letters are high."""

LEAST_COLUMN = 0.6
"""Half of the lines of a column fill at least this share of it; cells of a table do not."""

_PAGE = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_MIDDLE = (0.2, 0.8)


Edges = tuple[float, float]
Group = tuple[list[Stretch], Edges]
"""Stretches that are read together, and the edges of their column."""


@dataclass(slots=True)
class Line:
    """A line of text on a page. `left_edge` and `right_edge` are those of its column."""

    page: int
    turn: int
    words: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    is_bold: bool
    column: int = 0
    left_edge: float = 0.0
    right_edge: float = 0.0
    cells: list[str] = field(default_factory=list)


def lines_of(page: Page) -> list[Line]:
    """The lines of a page in the order of reading."""
    if not page.stretches:
        return []
    columns = _columns(page.stretches)
    lines: list[Line] = []
    for number, (stretches, edges) in enumerate(columns):
        for line in _gathered(page, stretches):
            line.column = number
            line.left_edge, line.right_edge = edges
            lines.append(line)
    return lines


def _columns(stretches: Sequence[Stretch]) -> list[Group]:
    """The stretches in groups that are read one after another, each with the edges of its column."""
    edges = (min(one.left for one in stretches), max(one.right for one in stretches))
    gutter = _gutter(stretches, edges)
    if gutter is None:
        return [(list(stretches), edges)]
    left_end, right_start = gutter
    groups: list[Group] = []
    wide = [one for one in stretches if one.left < left_end and one.right > right_start]
    walls = sorted({one.top for one in wide}, reverse=True)
    for above, below in zip([float("inf"), *walls], [*walls, float("-inf")], strict=True):
        zone = [one for one in stretches if below < one.top <= above]
        spanning = [one for one in zone if one in wide]
        rest = [one for one in zone if one not in wide]
        left = [one for one in rest if one.right <= right_start]
        right = [one for one in rest if one.right > right_start]
        groups.append((spanning, edges))
        groups += _columns(left) if left else []
        groups += _columns(right) if right else []
    return _joined(groups)


def _joined(groups: list[Group]) -> list[Group]:
    """Groups that follow each other with the same edges are one: the lines of a text over the whole page."""
    joined: list[Group] = []
    for stretches, edges in groups:
        if stretches and joined and joined[-1][1] == edges:
            joined[-1][0].extend(stretches)
        elif stretches:
            joined.append((list(stretches), edges))
    return joined


def _gutter(stretches: Sequence[Stretch], edges: Edges) -> Edges | None:
    """The widest upright gap between two columns of lines, None where there is none."""
    rows = len({round(one.base / max(one.size / 2, 1)) for one in stretches})
    if rows < LEAST_LINES:
        return None
    size = sorted(one.size for one in stretches)[len(stretches) // 2]
    width = edges[1] - edges[0]
    middle = (edges[0] + _MIDDLE[0] * width, edges[0] + _MIDDLE[1] * width)
    gaps = [
        gap
        for gap in _gaps(stretches, MOST_CROSSING * rows)
        if gap[0] < middle[1] and gap[1] > middle[0]
    ]
    best = max(gaps, key=lambda gap: gap[1] - gap[0], default=None)
    if best is None or best[1] - best[0] < LEAST_GUTTER * size:
        return None
    return best if _is_set_in_columns(stretches, best, edges) else None


def _gaps(stretches: Sequence[Stretch], most: float) -> Iterator[Edges]:
    """Where at most so many stretches stand over each other, from left to right."""
    turns = sorted([(one.left, 1) for one in stretches] + [(one.right, -1) for one in stretches])
    open_here = 0
    start: float | None = None
    for place, change in turns:
        open_here += change
        if open_here <= most and start is None:
            start = place
        elif open_here > most and start is not None:
            yield start, place
            start = None


def _is_set_in_columns(stretches: Sequence[Stretch], gutter: Edges, edges: Edges) -> bool:
    """Whether full lines stand on both sides of a gap."""
    middle = (gutter[0] + gutter[1]) / 2
    for stand_here, wide in (
        (
            [one for one in stretches if one.right <= gutter[1] and one.right < middle + 1],
            gutter[0] - edges[0],
        ),
        (
            [one for one in stretches if one.left >= gutter[0] and one.left > middle - 1],
            edges[1] - gutter[1],
        ),
    ):
        full = [one for one in stand_here if one.right - one.left >= LEAST_COLUMN * wide]
        if len(stand_here) < LEAST_LINES or len(full) < len(stand_here) / 2:
            return False
    crossing = sum(one.left < middle < one.right for one in stretches)
    return crossing <= MOST_CROSSING * len(stretches)


def _gathered(page: Page, stretches: Sequence[Stretch]) -> list[Line]:
    """Stretches that stand beside each other as lines, from the top."""
    lines: list[list[Stretch]] = []
    for one in sorted(stretches, key=lambda one: (-one.base, one.left)):
        beside = next((line for line in reversed(lines[-2:]) if _is_beside(line, one)), None)
        if beside is None:
            lines.append([one])
        else:
            beside.append(one)
    return [_line(page, sorted(line, key=lambda one: one.left)) for line in lines]


def _is_beside(line: Sequence[Stretch], one: Stretch) -> bool:
    """Whether a stretch stands on a line, or is raised or lowered beside it."""
    largest = max(line, key=lambda other: other.size)
    return abs(largest.base - one.base) < SHIFTED * max(largest.size, one.size)


def _line(page: Page, stretches: Sequence[Stretch]) -> Line:
    most = max(stretches, key=lambda one: (len(one.words), one.size))
    words, cells = _words(stretches)
    return Line(
        page.number,
        page.turn,
        words,
        min(one.left for one in stretches),
        min(one.bottom for one in stretches),
        max(one.right for one in stretches),
        max(one.top for one in stretches),
        most.base,
        most.size,
        all(one.is_bold for one in stretches),
        cells=cells,
    )


def _words(stretches: Sequence[Stretch]) -> tuple[str, list[str]]:
    """The words of a line, and the same in cells that wide gaps part; a tab stands before a page number."""
    cells: list[str] = []
    before: Stretch | None = None
    for one in stretches:
        gap = one.left - before.right if before is not None else 0.0
        size = max(one.size, before.size) if before is not None else one.size
        if not cells or gap > NEW_STRETCH * size:
            cells.append(one.words)
        else:
            cells[-1] += f" {one.words}" if gap > WORD_GAP * size else one.words
        before = one
    numbered = len(cells) > 1 and _PAGE.fullmatch(cells[-1])
    return " ".join(cells[:-1]) + "\t" + cells[-1] if numbered else " ".join(cells), cells
