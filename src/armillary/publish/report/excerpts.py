"""Excerpts: words with the sentence around them, cut into pieces by the part they play.

The text stands on the page already, so that an excerpt holds only where its pieces begin and end. The
browser takes the words from the text (`ui/src/excerpts.ts`).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from armillary.publish.report.pieces import Mark, cut
from armillary.text import Document, Passage, Section, SectionStatus, Span

AROUND = 240
"""Characters of context on either side, at most: three lines of the evidence strip."""

FIRST = "d1"
"""The id of the document of which a page with one document tells."""

PARTS = ("words", "cause", "effect", "cue", "time")
"""What a piece can be of an excerpt. `words` is the passage itself; the place of each is its bit in a number."""

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")
"""Good enough to show words in their surroundings; nothing is read by it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an excerpt begins or ends, and whether that is in the middle of a sentence."""

    place: int
    torn: bool


@dataclass(frozen=True)  # no slots: the indexes are worked out once, when they are first asked for
class Book:
    """A document with an index of its blocks and sections, so that a place is found quickly."""

    id: str
    document: Document

    @cached_property
    def sections(self) -> list[tuple[int, Section]]:
        """The sections that are there, each with its place among all."""
        return [
            (place, section)
            for place, section in enumerate(self.document.sections)
            if section.status is not SectionStatus.PROMISED
        ]

    @cached_property
    def blocks(self) -> list[int]:
        """Where each block begins."""
        return [block.span.start for block in self.document.blocks]

    def section(self, at: Passage) -> int | None:
        """The place of the innermost section that holds a passage; None where none does."""
        holding = [(row, section) for row, section in self.sections if section.span.holds(at)]
        return max(holding, key=lambda entry: entry[1].level)[0] if holding else None

    def excerpt(self, at: Passage, *parts: tuple[str, Passage]) -> dict[str, Any]:
        """A passage in its sentence. `cut` is where the sentence begins, then the length and the parts of each piece.

        `torn` tells where the sentence goes on: 1 before the excerpt, 2 after it, 3 on both sides. The first
        document goes without saying.
        """
        start, end = self._before(at), self._after(at)
        marks = [Mark(at.start, at.end, "words")]
        marks += [Mark(passage.start, passage.end, name) for name, passage in parts]
        pieces = [start.place]
        for piece in cut(self.document, start.place, end.place, marks):
            pieces += [len(piece.text), sum(1 << PARTS.index(part) for part in piece.ids)]
        told: dict[str, Any] = {"cut": pieces}
        if self.id != FIRST:
            told["document"] = self.id
        if (section := self.section(at)) is not None:
            told["section"] = section
        if start.torn or end.torn:
            told["torn"] = start.torn + 2 * end.torn
        return told

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
