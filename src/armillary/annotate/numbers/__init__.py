"""Numbers: how much the text says there is of something, with unit, bounds and change.

    "Exports fell from about $3bn to 40 per cent of that."
      →  3,000,000,000 USD (about, fell_from), 40 percent (fell_to)

A number inside a time is none, nor is a label (*Row 21*), an ordinal, or the pronoun *one*. A vague one
(*hundreds of thousands*) has the least value that the words can mean, is approximate and bounded *at least*.
"""

from collections.abc import Iterator
from dataclasses import replace

from armillary.annotate.numbers import bounds, neighbours, scanning
from armillary.annotate.numbers.measured import Measured
from armillary.reading import Number, Reading
from armillary.text import PROSE, Document, Span


def mark(reading: Reading) -> Reading:
    """The reading with the numbers of its prose, those inside its times left out."""
    document = reading.document
    masks = _Masks([time.at.span for time in reading.times])
    numbers: list[Number] = []
    for span in _prose(document):
        found = [
            number
            for number in scanning.scan(document.text, span.start, span.end)
            if not masks.meet(number)
        ]
        numbers.extend(
            _number(document, told)
            for told in neighbours.settle(
                document.text, [bounds.told(document.text, number, span.end) for number in found]
            )
        )
    return replace(reading, numbers=tuple(numbers))


def _prose(document: Document) -> Iterator[Span]:
    """The stretches that are read: the prose blocks, or all of a text that has no blocks."""
    if document.blocks:
        yield from (block.span for block in document.blocks if block.kind in PROSE)
    elif document.text:
        yield Span(0, len(document.text))


class _Masks:
    """The times, asked in the order of the text."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def meet(self, number: Measured) -> bool:
        """Whether the amount shares a character with a time. Numbers must be asked in order."""
        while self._at < len(self._spans) and self._spans[self._at].end <= number.start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at].start < number.amount_end


def _number(document: Document, told: Measured) -> Number:
    return Number(
        document.passage(told.start, told.end),
        told.value,
        told.unit.name if told.unit else None,
        told.approximate,
        told.bound,
        told.change,
        told.low,
        told.high,
        told.unit.dimension if told.unit else None,
    )
