"""Lines become paragraphs: over the ends of columns and pages, with broken words made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from armillary.read.canvas import Run
from armillary.read.entries import LEADERS
from armillary.read.lines import LIST_MARK, ends_in_stop
from armillary.read.pdf.columns import Line
from armillary.read.pdf.pages import placed
from armillary.text import PageBox

MORE_LEADING = 1.35
"""A step down of more times the usual one stands between two paragraphs."""

OTHER_SIZE = 1.1
"""Letters that differ by more than this factor are of another paragraph."""

SMALL = 0.93
"""Letters at the bottom of a page below this factor of the usual height are those of footnotes."""

FIRST_LINE = 0.6
"""A first line is set in by at least so many times the size of its letters."""

SHORT_LINE = 0.85
"""A line that ends in a stop and fills less of its column is the last of its paragraph."""

FULL = 0.75
"""Lines of which none fills this share of their column are broken where the writer wished."""

FLUSH = 0.02
"""Lines that end within this share of their column from each other are set to one edge."""

ROOM = 3
"""A word had room at the end of a line if so many letters more would have stood there."""

_KEEPS_HYPHEN = frozenset("self well half quasi cross anti pro non ex co pre post semi mid neo".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_NOTE = re.compile(r"(?:[¹²³⁴-⁹⁰]{1,3}|\d{1,3}|[*†‡§]{1,3}|\[\d{1,3}\])[.)]? ?\S")


@dataclass(slots=True)
class Block:
    """Lines that belong together. `space` tells how far it stands from what is before it, in usual steps."""

    lines: list[Line] = field(default_factory=list)
    space: float = 1.0
    is_note: bool = False
    is_row: bool = False

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        weights: Counter[float] = Counter()
        for line in self.lines:
            weights[round(line.size, 1)] += len(line.words)
        return max(weights, key=lambda size: (weights[size], size))

    @property
    def is_bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.is_bold for line in self.lines)


def blocks_of(pages: Sequence[Sequence[Line]], usual: float) -> Iterator[Block]:
    """The blocks of a document in order. `usual` is the size of most letters.

    The notes at the foot of a page come after the paragraph that goes on over it.
    """
    step = _usual_step(pages)
    waiting: list[Block] = []
    last: Block | None = None
    for lines in pages:
        text, notes = _with_notes_apart(lines, usual)
        for block in _of_page(text, step):
            if last is not None and _goes_on(last, block):
                last.lines += block.lines
                continue
            if last is not None:
                yield last
                yield from waiting
                waiting = []
            last = block
        waiting += _of_notes(notes)
    if last is not None:
        yield last
    yield from waiting


def _usual_step(pages: Sequence[Sequence[Line]]) -> float:
    """How far down from line to line most of the text goes."""
    steps: Counter[float] = Counter()
    for lines in pages:
        for above, line in pairwise(lines):
            down = above.base - line.base
            if above.column == line.column and 0 < down < 3 * line.size:
                steps[round(down, 0)] += 1
    return max(steps, key=lambda step: (steps[step], -step), default=12.0)


def _with_notes_apart(lines: Sequence[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and the small ones at the foot of its columns that begin with a number or a mark."""
    notes: set[int] = set()
    for column in {line.column for line in lines}:
        foot = [line for line in lines if line.column == column]
        first = len(foot)
        while first > 0 and foot[first - 1].size < SMALL * usual:
            first -= 1
        while first < len(foot) and not _NOTE.match(foot[first].words):
            first += 1
        if first > 0 or len({line.column for line in lines}) > 1:
            notes.update(id(line) for line in foot[first:])
    return [line for line in lines if id(line) not in notes], [
        line for line in lines if id(line) in notes
    ]


def _of_notes(lines: Sequence[Line]) -> Iterator[Block]:
    """Footnotes: each begins with its number."""
    block = Block(is_note=True)
    for line in lines:
        if block.lines and _NOTE.match(line.words):
            yield block
            block = Block(is_note=True)
        block.lines.append(line)
    if block.lines:
        yield block


def _of_page(lines: Sequence[Line], step: float) -> Iterator[Block]:
    block = Block()
    edges = _edges(lines, step)
    for line in lines:
        if block.lines and (
            _parts(block, line, step) or block.is_row or _ends_freely(block.lines[-1], line, edges)
        ):
            yield block
            above = block.lines[-1]
            down = above.base - line.base if above.column == line.column else step
            block = Block(space=max(down / step, 0.0))
        block.lines.append(line)
        block.is_row = "\t" in line.words or LEADERS.search(line.words[-300:]) is not None
    if block.lines:
        yield block


def _edges(lines: Sequence[Line], step: float) -> dict[int, float]:
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
    is_full = reach >= group[0].left_edge + FULL * width or (len(group) > 2 and flush >= len(group) / 2)  # noqa: PLR2004  two lines show nothing
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


def _ends_freely(above: Line, line: Line, edges: dict[int, float]) -> bool:
    """Whether a line ends although the first word of the next one had room: as in a list, or a verse."""
    if above.column != line.column or line.words[0].islower() or _BROKEN.search(above.words):
        return False
    word = line.words.split(" ", 1)[0]
    letter = (above.right - above.left) / max(len(above.words), 1)
    return above.right + (len(word) + ROOM) * letter < edges[id(above)]


def _parts(block: Block, line: Line, step: float) -> bool:
    """Whether a new block begins with a line."""
    above = block.lines[-1]
    if above.column != line.column:
        return True  # whether it goes on there is for _goes_on to say
    larger = max(line.size, above.size)
    down = above.base - line.base
    if larger > OTHER_SIZE * min(line.size, above.size) and len(line.words) > 1:
        return True
    if (
        down > MORE_LEADING * max(step, 1.0) * max(larger / max(above.size, 1.0), 1.0)
        and down > 1.25 * larger
    ):
        return True
    if line.is_bold != above.is_bold and (block.is_bold or line.is_bold) and _is_short(above):
        return True
    return bool(LIST_MARK.match(line.words) and _begins_item(block, line)) or _is_last(above, line)


def _begins_item(block: Block, line: Line) -> bool:
    above = block.lines[-1]
    listed = LIST_MARK.match(block.lines[0].words) is not None
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


def _goes_on(block: Block, following: Block) -> bool:
    """Whether a block goes on in the next column or on the next page."""
    last, first = block.lines[-1], following.lines[0]
    if (last.page, last.column) == (first.page, first.column) or block.is_row:
        return False
    if (
        max(first.size, last.size) > OTHER_SIZE * min(first.size, last.size)
        or last.is_bold != first.is_bold
    ):
        return False
    if LIST_MARK.match(first.words) or len(following.lines[0].cells) > 2:  # noqa: PLR2004  a row of a table
        return False
    if _BROKEN.search(last.words):
        return True
    stopped = ends_in_stop(last.words, len(last.words))
    return not stopped and (first.words[0].islower() or not _is_short(last))


def vocabulary(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The words of a document that are not broken over two lines, in small letters."""
    words: set[str] = set()
    for lines in pages:
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line.words)]
            words.update(found[:-1] if _BROKEN.search(line.words) else found)
            words.update(part for word in found if "-" in word for part in (word,))
    return words


def runs_of(lines: Sequence[Line], known: set[str]) -> Iterator[Run]:
    """The words of lines, each with its box on the page. A word that was broken is made whole."""
    for at, line in enumerate(lines):
        words = line.words.replace("\u00ad", "-") if at + 1 == len(lines) else line.words
        glue = " "
        if at + 1 < len(lines):
            words, glue = _unbroken(words, lines[at + 1].words, known)
        box = placed(line.turn, (line.left, line.bottom, line.right, line.top))
        yield Run(words, PageBox(line.page, *(round(side, 2) for side in box)))
        if at + 1 < len(lines) and glue:
            yield Run(glue, None)


def _unbroken(words: str, following: str, known: set[str]) -> tuple[str, str]:
    """A line without its last hyphen, if that only breaks a word, and what stands between it and the next."""
    broken = _BROKEN.search(words)
    rest = _WORD.match(following)
    if broken is None or rest is None:
        joined = words[-1:] in {"—", "–"} and words[-2:-1].isalnum()
        return words.replace("\u00ad", "-"), "" if joined else " "
    first, second = broken[1].lower(), rest[0].lower()
    is_compound = not following[0].islower() or f"{first}-{second}" in known or first in _KEEPS_HYPHEN
    if is_compound and first + second not in known:
        return words[: broken.end(1)] + "-", ""
    return words[: broken.end(1)], ""
