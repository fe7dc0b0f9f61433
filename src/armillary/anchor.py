"""Noun: words known by what stands around them, so that they are found again after an edit. Anchor, Flat.

White space counts as one space. An anchor holds where its words stand and either one whole side of what stood
around them or half of both does, counted from the words outwards. It is made so long that no other place of
the same words fits it, and where two places fit equally well it belongs to neither.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from armillary.text import Document, Passage

AROUND = 32
"""How many characters are kept on each side: about five words, enough to tell most places apart."""

MOST_AROUND = 512
"""How many are kept at most, where the same words stand in like surroundings."""

ENOUGH = 0.5
"""The share of the kept characters that must still stand around the words: one side may be wholly rewritten."""

_SPACE = re.compile(r"\s+")


def one_line(words: str) -> str:
    """Words with each run of white space as one space, and none at the ends."""
    return _SPACE.sub(" ", words).strip()


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words, and those before and after them. Fewer than `AROUND` characters reach the end of the text."""

    quote: str
    prefix: str
    suffix: str

    def fits(self, before: str, after: str) -> float:
        """How well a place of the same words fits, by what stands around it: 0 where it is another, to 1."""
        kept = len(self.prefix) + len(self.suffix)
        same = _common(self.prefix[::-1], before[::-1]) + _common(self.suffix, after)
        share = same / kept if kept else 1.0
        left = before if len(self.prefix) < AROUND else before[-len(self.prefix) :]
        right = after if len(self.suffix) < AROUND else after[: len(self.suffix)]
        if left == self.prefix or right == self.suffix:
            return max(share, ENOUGH)
        return share if kept and share >= ENOUGH else 0.0


class Flat:
    """A document on one line, and the way back from there."""

    def __init__(self, document: Document) -> None:
        self.document = document
        parts: list[str] = []
        self._places: list[int] = []
        at = 0
        for space in _SPACE.finditer(document.text):
            parts += [document.text[at : space.start()], " "]
            self._places.extend(range(at, space.start() + 1))
            at = space.end()
        parts.append(document.text[at:])
        self._places.extend(range(at, len(document.text)))
        self.text = "".join(parts)

    def anchor(self, passage: Passage) -> Anchor:
        """The anchor of a passage, with as much around it as tells it apart."""
        quote = one_line(passage.words)
        here = bisect_left(self._places, passage.start)
        here += self.text[here : here + 1] == " " and quote[:1] != " "
        others = [start for start in self._starts(quote) if start != here]
        width = AROUND
        while True:
            found = Anchor(quote, *self._around(here, len(quote), width))
            wide = 2 * width
            if width >= MOST_AROUND or not any(self._fits(found, start) for start in others):
                return found
            width = wide

    def find(self, anchor: Anchor) -> tuple[Passage, ...]:
        """The place of an anchor; none where its words are gone, several where they fit equally well."""
        fits = [(self._fits(anchor, start), start) for start in self._starts(anchor.quote)]
        best = max((fit for fit, _ in fits), default=0.0)
        size = len(anchor.quote)
        return tuple(self.passage(start, start + size) for fit, start in fits if fit == best > 0)

    def all(self, words: str) -> tuple[Passage, ...]:
        """Every place of these words."""
        line = one_line(words)
        return tuple(self.passage(start, start + len(line)) for start in self._starts(line))

    def passage(self, start: int, end: int) -> Passage:
        """A passage by its place on the one line."""
        return self.document.passage(self._places[start], self._places[end - 1] + 1)

    def fits(self, anchor: Anchor, passage: Passage) -> float:
        """How well a passage fits an anchor; 0 where its words are others."""
        if one_line(passage.words) != anchor.quote:
            return 0.0
        here = bisect_left(self._places, passage.start)
        return self._fits(anchor, here + (self.text[here : here + 1] == " "))

    def _fits(self, anchor: Anchor, start: int) -> float:
        width = max(len(anchor.prefix), len(anchor.suffix), AROUND)
        return anchor.fits(*self._around(start, len(anchor.quote), width))

    def _around(self, start: int, size: int, width: int) -> tuple[str, str]:
        end = start + size
        return self.text[max(0, start - width) : start], self.text[end : end + width]

    def _starts(self, quote: str) -> Iterator[int]:
        start = self.text.find(quote) if quote else -1
        while start >= 0:
            yield start
            start = self.text.find(quote, start + 1)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
