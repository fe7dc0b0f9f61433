"""The sentences of a document's prose, and the marks that stand in each.

A system holds no sentences; what checks need of them is cut here: near enough to keep two statements apart.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from armillary.system import System
from armillary.text import PROSE, BlockKind, Document, Passage

_END = re.compile(r"(?<=[.!?])[”’\"')\]]{0,3}\s{1,9}(?=[“‘\"'(\[]{0,2}[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Gen|Col|Capt|Lt|No|Nos|vs|cf|ca|p|pp|vol|ed|fig|approx|Sen|Rep|Gov)"
    r"|\b[a-z]\.[a-z])\.$"
)
_REACH = 12  # characters before a full stop that show an abbreviation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose at [start, end) of its document, and the kind of block that it stands in."""

    document: Document
    start: int
    end: int
    kind: BlockKind

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.start : self.end]

    def passage(self, found: re.Match[str], group: int | str = 0) -> Passage:
        """The place of what was found in `text`."""
        return self.document.passage(self.start + found.start(group), self.start + found.end(group))


class _Placed(Protocol):
    @property
    def at(self) -> Passage: ...


Row = TypeVar("Row", bound=_Placed)


class Marks(Generic[Row]):
    """Rows of a system by the document in which they stand, to be asked for by place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[int, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(id(row.at.document), []).append(row)
        for heap in self._rows.values():
            heap.sort(key=lambda row: row.at.start)

    def within(self, document: Document, start: int, end: int) -> list[Row]:
        """The rows that stand wholly in [start, end), in order."""
        rows = self._rows.get(id(document), [])
        first = bisect_left(rows, start, key=lambda row: row.at.start)
        last = bisect_left(rows, end, key=lambda row: row.at.start)
        return [row for row in rows[first:last] if row.at.end <= end]


def sentences(system: System) -> Iterator[Sentence]:
    """The sentences of all prose of a system, in order."""
    for document in system.documents:
        for block in document.blocks:
            if block.kind in PROSE:
                yield from _cut(document, block.span.start, block.span.end, block.kind)


def _cut(document: Document, start: int, end: int, kind: BlockKind) -> Iterator[Sentence]:
    first = start
    for found in _END.finditer(document.text, start, end):
        before = document.text[max(first, found.start() - _REACH) : found.start()]
        if _SHORT.search(before) is None:
            yield Sentence(document, first, found.start(), kind)
            first = found.end()
    if document.text[first:end].strip():
        yield Sentence(document, first, end, kind)
