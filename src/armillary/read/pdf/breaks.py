"""Where a block of lines ends: by the space under it, by its indent, by a line that was left short.

The cap was put on rents in the spring, and many owners      a line that is full, and goes on
sold their flats.                                            short, with a stop: the last of its paragraph
    Others waited.                                           set in: the first of the next
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from armillary.read.lines import LIST_MARK, ends_in_stop
from armillary.read.pdf.columns import Line

MORE_LEADING = 1.35
"""A step down of more times the usual one stands between two paragraphs."""

OTHER_SIZE = 1.06
"""Letters that differ by more than this factor are of another paragraph."""

FIRST_LINE = 0.6
"""A first line is set in by at least so many times the size of its letters."""

SHORT_LINE = 0.85
"""A line that ends in a stop and fills less of its column is the last of its paragraph."""

FULL = 0.75
"""Lines of which none fills this share of their column are broken where the writer wished."""

FLUSH = 0.01
"""Lines that end within this share of their column from each other are set to one edge."""

ROOM = 3
"""A word had room at the end of a line if so many letters more would have stood there."""

BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
"""A word that goes on in the next line."""


class Measure(NamedTuple):
    """How most of a text is set: the size of its letters, and how far down the next line stands."""

    size: float
    step: float


def parts(lines: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether a new block begins with a line. `lines` are those of the block before it."""
    above = lines[-1]
    if above.column != line.column:
        return True  # whether it goes on there is for _goes_on to say
    if len(line.cells) > 1 and len(above.cells) > 1:
        return True  # two rows of a table
    larger = max(line.size, above.size)
    down = above.base - line.base
    if larger > OTHER_SIZE * min(line.size, above.size) and len(line.words) > 1:
        return True
    if down > MORE_LEADING * measure.step * max(
        larger / measure.size, 1.0
    ):  # large type is led in proportion
        return True
    turns_bold = line.is_bold != above.is_bold and (line.is_bold or all(one.is_bold for one in lines))
    if turns_bold and _is_short(above):
        return True
    return bool(LIST_MARK.match(line.words) and _begins_item(lines, line)) or _is_last(above, line)


def _begins_item(lines: Sequence[Line], line: Line) -> bool:
    above = lines[-1]
    listed = LIST_MARK.match(lines[0].words) is not None
    return listed or ends_in_stop(above.words, len(above.words)) or line.left > above.left + 1


def _is_short(line: Line) -> bool:
    return line.right < line.left_edge + SHORT_LINE * (line.right_edge - line.left_edge)


def _is_last(above: Line, line: Line) -> bool:
    """Whether a paragraph ends with a line: the next one is set in, or it is short and ends in a stop."""
    stopped = ends_in_stop(above.words, len(above.words))
    indented = (
        line.left > above.left + FIRST_LINE * line.size
        and line.left > line.left_edge + FIRST_LINE * line.size
    )
    if indented and stopped:
        return True
    return stopped and _is_short(above) and not line.words[0].islower()


def edges_of(lines: Sequence[Line], step: float) -> dict[int, float]:
    """For each line, by its identity, how far to the right the lines around it reach.

    Lines that all end far from the edge of their column were not broken there.
    """
    edges: dict[int, float] = {}
    group: list[Line] = []
    for line in [*lines, None]:
        if group and (line is None or _is_apart(group, line, step)):
            edges.update((id(one), _reach(group)) for one in group)
            group = []
        if line is not None:
            group.append(line)
    return edges


def _reach(group: Sequence[Line]) -> float:
    """How far lines that stand together reach; the edge of the column where none is full."""
    reach = max(line.right for line in group)
    width = group[0].right_edge - group[0].left_edge
    flush = sum(line.right > reach - FLUSH * width for line in group)
    set_to_one = len(group) > 2 and flush >= 0.6 * (len(group) - 1)  # noqa: PLR2004  two lines show nothing
    is_full = reach >= group[0].left_edge + FULL * width or set_to_one
    return reach if is_full else group[0].right_edge


def _is_apart(group: Sequence[Line], line: Line, step: float) -> bool:
    """Whether a line stands in another column, at another indent or further down than the next line does.

    After the first line of a paragraph, which is set in, the next stands further left and is not apart.
    """
    above = group[-1]
    shifted = abs(above.left - line.left) > FIRST_LINE * line.size and not (
        len(group) == 1 and line.left < above.left
    )
    return above.column != line.column or shifted or above.base - line.base > MORE_LEADING * step


def ends_freely(above: Line, line: Line, edges: dict[int, float]) -> bool:
    """Whether a line ends although the first word of the next one had room: as in a list, or a verse."""
    if above.column != line.column or line.words[0].islower() or BROKEN.search(above.words):
        return False
    word = line.words.split(" ", 1)[0]
    letter = (above.right - above.left) / max(len(above.words), 1)
    return above.right + (len(word) + ROOM) * letter < edges[id(above)]


def goes_on(last: Line, first: Line) -> bool:
    """Whether a block goes on in the next column or on the next page."""
    if (last.page, last.column) == (first.page, first.column):
        return False
    if (
        max(first.size, last.size) > OTHER_SIZE * min(first.size, last.size)
        or last.is_bold != first.is_bold
    ):
        return False
    if LIST_MARK.match(first.words) or len(first.cells) > 2:  # noqa: PLR2004  a row of a table
        return False
    if BROKEN.search(last.words):
        return True
    stopped = ends_in_stop(last.words, len(last.words))
    return not stopped and (first.words[0].islower() or not _is_short(last))
