"""Excerpts: words with the sentence around them, cut into pieces by the part they play."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from armillary.publish.report.pieces import Mark, cut
from armillary.text import Document, Passage, SectionStatus, Span

AROUND = 240
"""Characters of context on either side, at most: three lines of the evidence strip."""

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")
"""Good enough to show words in their surroundings; nothing is read by it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an excerpt begins or ends, and whether that is in the middle of a sentence."""

    place: int
    torn: bool


@dataclass(frozen=True)  # no slots: the indexes are worked out once, when they are first asked for
class Book:
    """A document with an index of its lines, blocks and sections, so that a place is found quickly."""

    id: str
    document: Document

    @cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        text = self.document.text
        return [0, *(found.end() for found in re.finditer("\n", text))]

    @cached_property
    def blocks(self) -> list[int]:
        """Where each block begins."""
        return [block.span.start for block in self.document.blocks]

    def place(self, at: Passage) -> dict[str, Any]:
        """Where a passage stands, for a person: section, line, characters."""
        place: dict[str, Any] = {"document": self.id, "start": at.start, "end": at.end}
        if len(self.lines) > 1:
            place["line"] = bisect_right(self.lines, at.start)
        holding = [
            section
            for section in self.document.sections
            if section.status is not SectionStatus.PROMISED and section.span.holds(at)
        ]
        if holding:
            place["section"] = max(holding, key=lambda section: section.level).title
        return place

    def excerpt(self, at: Passage, *parts: tuple[str, Passage]) -> dict[str, Any]:
        """A passage in its sentence: pieces of text, each with its parts; `words` is the passage itself."""
        start, end = self._before(at), self._after(at)
        marks = [Mark(at.start, at.end, "words")]
        marks += [Mark(passage.start, passage.end, name) for name, passage in parts]
        pieces = [
            [piece.text, " ".join(piece.ids)]
            for piece in cut(self.document, start.place, end.place, marks)
        ]
        before, after = ([["…", ""]] if edge.torn else [] for edge in (start, end))
        return {**self.place(at), "pieces": before + pieces + after}

    def sentence(self, at: Passage) -> Span:
        """The sentence around a passage, as an excerpt would show it."""
        return Span(self._before(at).place, self._after(at).place)

    def _before(self, at: Passage) -> Edge:
        """Where the sentence around a passage begins, in its block."""
        text, border = self.document.text, self._block(at).start
        low = max(border, at.start - AROUND)
        ends = [found.end() for found in SENTENCE_END.finditer(text, low, at.start)]
        if ends or low == border:
            return Edge(ends[-1] if ends else border, torn=False)
        space = text.find(" ", low, at.start)
        return Edge(low if space < 0 else space, torn=True)

    def _after(self, at: Passage) -> Edge:
        """Where the sentence around a passage ends, in its block."""
        text, border = self.document.text, self._block(at).end
        high = min(border, at.end + AROUND)
        found = SENTENCE_END.search(text, at.end - 1, high)
        if found or high == border:
            return Edge(max(at.end, found.end() - 1) if found else border, torn=False)
        space = text.rfind(" ", at.end, high)
        return Edge(high if space < 0 else space, torn=True)

    def _block(self, at: Passage) -> Span:
        """The block that holds a passage; the whole text where none does."""
        place = bisect_right(self.blocks, at.start) - 1
        span = self.document.blocks[place].span if place >= 0 else Span(0, len(self.document.text))
        return span if span.holds(at) else Span(0, len(self.document.text))
