"""The text that we make ourselves, of a format that has none of its own: block by block, with the way back.

Blocks are parted by a blank line, rows of a table by a line end and its cells by a tab.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from armillary.read.draft import Piece
from armillary.text import BlockKind, Origin, Place

PARTING = "\n\n"

MOST_IN_A_CELL = 300
"""A table with more characters in one cell sets a page, and holds no data."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Run(NamedTuple):
    """Words in a row with one place in the source, None for what stands nowhere there."""

    words: str
    place: Place | None


Cell = Sequence[Sequence[Run]]
"""The paragraphs of a cell."""


class Canvas:
    """Takes blocks in the order of reading and keeps where each of their words came from."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._length = 0
        self.pieces: list[Piece] = []
        self.origin: list[Origin] = []

    @property
    def text(self) -> str:
        """All that was taken so far."""
        return "".join(self._words)

    @property
    def has_headings(self) -> bool:
        """Whether the format has marked any, the title of the whole not counted."""
        return any(piece.kind is BlockKind.HEADING and piece.level for piece in self.pieces)

    def block(self, kind: BlockKind, runs: Iterable[Run], level: int = 0, space: int = 1) -> None:
        """Take a block; one without words is left out."""
        kept = [run for run in runs if run.words]
        if not any(not run.words.isspace() for run in kept):
            return
        if self.pieces:
            self._write(PARTING)
        start = self._length
        for run in kept:
            if run.place is not None:
                self.origin.append(Origin(self._length, self._length + len(run.words), run.place))
            self._write(run.words)
        self.pieces.append(Piece(kind, start, self._length, level, space))

    def table(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Take a table of data as one block. False, and nothing taken, for one that only sets the page."""
        lengths = [sum(len(run.words) for runs in cell for run in runs) for row in rows for cell in row]
        wide = max((len(row) for row in rows), default=0)
        if wide <= 1 or max(lengths, default=0) > MOST_IN_A_CELL:
            return False
        self.block(BlockKind.TABLE, _of_table(rows))
        return True

    def _write(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)


def _of_table(rows: Sequence[Sequence[Cell]]) -> Iterator[Run]:
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if at or place:
                yield Run("\n" if place == 0 else "\t", None)
            for number, runs in enumerate(cell):
                yield from ([Run(" ", None)] if number else [])
                yield from runs


def raised(words: str) -> str:
    """Raised digits as such: 10 with a raised 2 is not 102."""
    return words.translate(_RAISED)
