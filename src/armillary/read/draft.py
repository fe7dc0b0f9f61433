"""What a reader of one format gives: the text, its pieces, and what the format itself knows of it."""

from dataclasses import dataclass
from typing import NamedTuple

from armillary.read.encoding import Decoded
from armillary.text import BlockKind, ByteRange, Origin

RUN = 4096
"""Characters of a plain text to one run of the way back: so many are encoded to find one byte."""


class Piece(NamedTuple):
    """A block in the making: [start, end) without the marks of its format.

    `level` is the depth of a heading, a list item or a line of the contents, from 1; 0 where the format
    does not tell. `space` counts the blank lines before it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    space: int = 1


def trimmed(text: str, piece: Piece) -> Piece:
    """The piece without white space of any script on either side. It must hold something else."""
    start, end = piece.start, piece.end
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return piece._replace(start=start, end=end)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in the making.

    `title` and `dated` are what its metadata say, None where they say nothing. `knows_headings` is
    false for a format that marks none, where they must be told by their look.
    """

    text: str
    pieces: tuple[Piece, ...]
    origin: tuple[Origin, ...]
    title: str | None = None
    dated: str | None = None
    knows_headings: bool = True


class ByteCounter:
    """Tells at which byte of the source a character of the decoded text begins, asked in order."""

    def __init__(self, decoded: Decoded) -> None:
        self.encoding = decoded.encoding
        self._text = decoded.text
        self._place = 0
        self._byte = decoded.start

    def at(self, place: int) -> int:
        """The byte of a place that is not before the last one asked for."""
        self._byte += len(self._text[self._place : place].encode(self.encoding, "replace"))
        self._place = max(place, self._place)
        return self._byte


def way_back(decoded: Decoded, length_of_source: int) -> tuple[Origin, ...]:
    """The way back of a text that was decoded and not changed: runs of bytes.

    An encoding that does not give the same bytes again (some East Asian ones) has one run for all.
    """
    text, encoding = decoded.text, decoded.encoding
    runs: list[Origin] = []
    byte = decoded.start
    for start in range(0, len(text), RUN):
        words = text[start : start + RUN]
        end = byte + len(words.encode(encoding, "replace"))
        runs.append(Origin(start, start + len(words), ByteRange(byte, end, encoding)))
        byte = end
    if byte != length_of_source and text:
        return (Origin(0, len(text), ByteRange(decoded.start, length_of_source, encoding)),)
    return tuple(runs)
