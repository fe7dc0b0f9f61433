"""Lines become blocks, over the ends of columns and pages; the notes at the foot of a page stand apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from armillary.read.entries import LEADERS, LONGEST
from armillary.read.pdf.breaks import Measure, edges_of, ends_freely, goes_on, parts
from armillary.read.pdf.columns import Line

SMALL = 0.93
"""Letters at the bottom of a page below this factor of the usual height are those of footnotes."""

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
    measure = Measure(usual, _usual_step(pages))
    waiting: list[Block] = []
    last: Block | None = None
    for lines in pages:
        text, notes = _with_notes_apart(lines, usual)
        for block in _of_page(text, measure):
            if last is not None and _is_one(last, block):
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
                steps[max(round(down, 0), 1.0)] += 1
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


def _of_page(lines: Sequence[Line], measure: Measure) -> Iterator[Block]:
    block = Block()
    edges = edges_of(lines, measure.step)
    for line in lines:
        if block.lines and (
            parts(block.lines, line, measure)
            or block.is_row
            or ends_freely(block.lines[-1], line, edges)
        ):
            yield block
            above = block.lines[-1]
            down = above.base - line.base if above.column == line.column else measure.step
            block = Block(space=max(down / measure.step, 0.0))
        block.lines.append(line)
        block.is_row = LEADERS.search(line.words[-LONGEST:]) is not None
    if block.lines:
        yield block


def _is_one(block: Block, following: Block) -> bool:
    """Whether a block goes on in the next column or on the next page."""
    return not block.is_row and goes_on(block.lines[-1], following.lines[0])
