"""What a block of a page is: by the size and the weight of its letters, by its indent, by its words."""

import re
from collections.abc import Iterator, Sequence

from armillary.read.canvas import Run
from armillary.read.dress import kind_of
from armillary.read.lines import LIST_MARK
from armillary.read.pdf.columns import Line
from armillary.read.pdf.paragraphs import Block
from armillary.read.pdf.words import runs_of
from armillary.text import BlockKind

HEADING = 1.12
"""A short block whose letters are larger than the usual ones by this factor is a heading."""

LONGEST_HEADING = 250
"""A heading has at most so many characters."""

LEAST_LETTERS = 0.6
"""Of the characters of a heading at least this share are letters; of a formula they are not."""

MOST_IN_A_ROW = 3
"""So many headings of one level, with no text between them, are none."""

LONGEST_BOLD = 120
"""A heading in letters of the usual size is bold and has at most so many characters."""

QUOTE_INDENT = 1.2
"""A block quotation is set in on the left by so many times the size of its letters."""

_SIZE_STEP = 1.06  # two sizes nearer than this factor are one
_LEAST_ROWS = 2
_MOST_LINES = 8  # no caption, reference or item of a list is told by more
_WORD = re.compile(r"[^\W\d_]{3}")
_DOTTED = re.compile(r"(?:\. ?){3}|…")
_ENDED = re.compile(r"[.,;:][\"”’»')\]]{0,3}$")

Rows = list[list[list[list[Run]]]]
"""The rows of a table, their cells, the paragraphs of those, and their runs."""


def levels_of(blocks: Sequence[Block], usual: float) -> dict[float, int]:
    """For each size of letters that only headings have, its level."""
    sizes = sorted(
        {block.size for block in blocks if block.size >= HEADING * usual and _is_brief(block)},
        reverse=True,
    )
    levels: dict[float, int] = {}
    level, last = 0, 0.0
    for size in sizes:
        if not last or size * _SIZE_STEP < last:
            level, last = level + 1, size
        levels[size] = level
    return levels


def kind_at(block: Block, levels: dict[float, int]) -> tuple[BlockKind, int]:
    """What a block is, and its level if it is a heading."""
    words = " ".join(line.words for line in block.lines[:_MOST_LINES])
    by_words = kind_of(words) if len(block.lines) <= _MOST_LINES else BlockKind.PARAGRAPH
    if block.is_note:
        return BlockKind.FOOTNOTE, 0
    level = 0 if by_words is BlockKind.CAPTION else _heading_level(block, words, levels)
    if level:
        return BlockKind.HEADING, level
    if LIST_MARK.match(words):
        return BlockKind.LIST_ITEM, 0
    is_quote = by_words is BlockKind.PARAGRAPH and len(block.lines) > 1 and _is_set_in(block)
    return BlockKind.QUOTE if is_quote else by_words, 0


def kinds_of(blocks: Sequence[Block], usual: float) -> list[tuple[BlockKind, int]]:
    """What each block is. Many titles of one level with no text between them are names on a title page."""
    levels = levels_of(blocks, usual)
    kinds = [kind_at(block, levels) for block in blocks]
    for first, last in _rows_of_headings(kinds):
        if last - first >= MOST_IN_A_ROW and kinds[first][1] > 1:
            kinds[first:last] = [(BlockKind.PARAGRAPH, 0)] * (last - first)
    return kinds


def _rows_of_headings(kinds: Sequence[tuple[BlockKind, int]]) -> Iterator[tuple[int, int]]:
    """Where headings of one level follow each other: [first, last)."""
    first = 0
    for at in range(1, len(kinds) + 1):
        if at == len(kinds) or kinds[at] != kinds[first]:
            if kinds[first][0] is BlockKind.HEADING:
                yield first, at
            first = at


def _heading_level(block: Block, words: str, levels: dict[float, int]) -> int:
    """The level of a heading; 0 for a block that is none."""
    if block.size in levels and _is_brief(block):
        return levels[block.size]
    titled = block.is_bold and len(words) <= LONGEST_BOLD and not _ENDED.search(words)
    return len(levels) + 1 if titled and _is_brief(block) else 0


def _is_brief(block: Block) -> bool:
    """Whether a block has the length and the letters of a title, and is no line of the contents."""
    words = " ".join(line.words for line in block.lines)
    letters = sum(char.isalpha() for char in words)
    is_worded = (
        letters >= LEAST_LETTERS * len(words.replace(" ", "")) and _WORD.search(words) is not None
    )
    return len(words) <= LONGEST_HEADING and not block.is_row and is_worded


def _is_set_in(block: Block) -> bool:
    """Whether all lines are set in from both edges of their column."""
    room = QUOTE_INDENT * block.size
    left = all(line.left > line.left_edge + room for line in block.lines)
    return left and all(line.right < line.right_edge - room / 2 for line in block.lines)


def with_tables(blocks: Sequence[Block]) -> Iterator[tuple[Rows, list[Block]]]:
    """The blocks, those that are rows of one table together, with their cells."""
    group: list[Block] = []
    for block in [*blocks, Block()]:
        if block.lines and _is_row(block):
            group.append(block)
            continue
        if sum(len(row.lines) for row in group) > _LEAST_ROWS:
            yield [_cells(line) for row in group for line in row.lines], group
        else:
            yield from (([], [row]) for row in group)
        group = []
        if block.lines:
            yield [], [block]


def _is_row(block: Block) -> bool:
    """Whether every line of a block has cells, and no dots that lead to a page number."""
    cells = all(len(line.cells) > 1 and not _DOTTED.search(line.words) for line in block.lines)
    return cells and not block.is_note


def _cells(line: Line) -> list[list[list[Run]]]:
    runs = list(runs_of([line], set()))
    return [[[Run(cell, runs[0].place)]] for cell in line.cells]
