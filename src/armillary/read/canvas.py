"""The text that we make ourselves, of a format that has none of its own: block by block, with the way back.

Blocks are parted by a blank line, rows of a table by a line end and its cells by a tab.
"""

from collections.abc import Iterable
from typing import NamedTuple

from armillary.read.draft import Piece
from armillary.text import BlockKind, Origin, Place

PARTING = "\n\n"


class Run(NamedTuple):
    """Words in a row with one place in the source, None for what stands nowhere there."""

    words: str
    place: Place | None


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

    def _write(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)
