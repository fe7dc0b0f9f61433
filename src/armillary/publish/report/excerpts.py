"""Excerpts: words with the sentence around them, cut into pieces by the part they play."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from armillary.publish.report.pieces import Mark, cut
from armillary.text import Document, Passage, SectionStatus

AROUND = 240
"""Characters of context on either side, at most: three lines of the evidence strip."""

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")


@dataclass(frozen=True)
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
        start, end = self._around(at)
        marks = [Mark(at.start, at.end, "words")]
        marks += [Mark(passage.start, passage.end, name) for name, passage in parts]
        pieces = [[piece.text, " ".join(piece.ids)] for piece in cut(self.document, start, end, marks)]
        text = self.document.text
        if text[max(start - 1, 0) : start].strip():
            pieces.insert(0, ["…", ""])
        if text[end : end + 1].strip():
            pieces.append(["…", ""])
        return {**self.place(at), "pieces": pieces}

    def _around(self, at: Passage) -> tuple[int, int]:
        """From the end of the sentence before to the end of this one, within its block."""
        text, place = self.document.text, bisect_right(self.blocks, at.start) - 1
        low, high = 0, len(text)
        if place >= 0:
            span = self.document.blocks[place].span
            low, high = (span.start, span.end) if span.holds(at) else (low, high)
        low, high = max(low, at.start - AROUND), min(high, at.end + AROUND)
        before = [found.end() for found in SENTENCE_END.finditer(text, low, at.start)]
        after = SENTENCE_END.search(text, max(at.end - 1, at.start), high)
        start = before[-1] if before else low
        end = after.start() + len(after[0].rstrip()) if after else high
        return min(start, at.start), max(end, at.end)
