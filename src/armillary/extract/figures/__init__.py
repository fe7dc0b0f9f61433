"""Figures: numbers with what they are numbers of, and series of numbers for one thing.

"72% of Czechs and 93% of Poles agreed."  →  two figures, one series: Czechs 72, Poles 93
"""

from bisect import bisect_right
from dataclasses import replace

from armillary.extract.figures import heads
from armillary.findings import Figure, Findings
from armillary.reading import Number, Reading, Sentence


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with the figures and the series of the reading."""
    figures = tuple(_figure(reading, number) for number in reading.numbers)
    return replace(findings, figures=figures)


def _figure(reading: Reading, number: Number) -> Figure:
    sentence = _sentence(reading, number)
    return Figure(number, heads.of(reading, sentence, number) if sentence else None)


def _sentence(reading: Reading, number: Number) -> Sentence | None:
    """The sentence that a number stands in."""
    place = (
        bisect_right(reading.sentences, number.at.start, key=lambda sentence: sentence.span.start) - 1
    )
    if place < 0 or not reading.sentences[place].span.holds(number.at):
        return None
    return reading.sentences[place]
