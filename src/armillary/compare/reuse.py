"""Words that two documents share: as many as go on together, the rarest first.

Every run of so many words of one document is an entry of an index; the runs of the other are looked up
and made longer on both sides as far as the words agree. Case and punctuation do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import log2

from armillary.compare.whose import Whose
from armillary.comparison import Reuse
from armillary.system import System
from armillary.text import Document, Passage, Span

LEAST_WORDS = 5
"""Words in a row from which on reuse is told. Chosen, not measured: shorter runs are mostly idiom."""
MOST_PLACES = 16
"""A run that stands more often in a document is a formula, and is not followed from there."""
_WORD = re.compile(r"\w+")
Match = tuple[int, int, int]
"""Where it begins in one document and in the other, and how many words it has."""


def between(system: System, whose: Whose, least: int = LEAST_WORDS) -> tuple[Reuse, ...]:
    """All that documents of different parts share word for word, the rarest first."""
    texts = {id(document): _Text(document) for document in system.documents}
    shares = Counter[str]()
    for text in texts.values():
        shares.update(text.words)
    total = shares.total()
    quoted = _quoted(system)
    found = []
    for left, right in whose.pairs():
        for one, other in product(whose.texts(left), whose.texts(right)):
            if one is other:
                continue
            first, second = texts[id(one)], texts[id(other)]
            for start, there, count in matches(first.words, second.words, least):
                bits = -sum(log2(shares[word] / total) for word in first.words[start : start + count])
                places = first.passage(start, count), second.passage(there, count)
                marks = (_within(places[0], quoted), _within(places[1], quoted))
                found.append(Reuse((left, right), places, count, round(bits, 1), marks))
    return tuple(sorted(found, key=lambda row: (-row.bits, row.parts, row.places[0].start)))


class _Text:
    """A document as words in small letters, each with its place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        found = list(_WORD.finditer(document.text))
        self.words = [match.group().casefold() for match in found]
        self._spans = [match.span() for match in found]

    def passage(self, first: int, count: int) -> Passage:
        return self.document.passage(self._spans[first][0], self._spans[first + count - 1][1])


def matches(one: list[str], other: list[str], least: int) -> list[Match]:
    """The longest runs of words that both hold, in the order of the second; none lies within another."""
    found = sorted(_runs(one, other, least), key=lambda run: (-run[2], run[1], run[0]))
    covered = bytearray(len(other))
    kept = []
    for start, there, count in found:
        if not all(covered[there : there + count]):
            covered[there : there + count] = b"\1" * count
            kept.append((start, there, count))
    return sorted(kept, key=lambda run: run[1])


def _runs(one: list[str], other: list[str], least: int) -> Iterator[Match]:
    index: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(one) - least + 1):
        index.setdefault(tuple(one[at : at + least]), []).append(at)
    ended: dict[int, int] = {}  # for each diagonal, where its last run ends in the other document
    for there in range(len(other) - least + 1):
        places = index.get(tuple(other[there : there + least]), ())
        for start in places if len(places) <= MOST_PLACES else ():
            if ended.get(start - there, 0) > there:
                continue
            count = least
            while _goes_on(one, other, start + count, there + count):
                count += 1
            ended[start - there] = there + count
            yield _back(one, other, start, there, count)


def _goes_on(one: list[str], other: list[str], start: int, there: int) -> bool:
    return start < len(one) and there < len(other) and one[start] == other[there]


def _back(one: list[str], other: list[str], start: int, there: int, count: int) -> Match:
    """A run made longer to its left, where its first words were a formula and not followed."""
    while start and there and one[start - 1] == other[there - 1]:
        start, there, count = start - 1, there - 1, count + 1
    return start, there, count


def _quoted(system: System) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    for quotation in system.quotations:
        spans.setdefault(id(quotation.at.document), []).append(quotation.at.span)
    return spans


def _within(place: Passage, quoted: dict[int, list[Span]]) -> bool:
    return any(span.holds(place) for span in quoted.get(id(place.document), ()))
