"""Figures: numbers with what they are numbers of, and series of numbers for one thing.

"72% of Czechs and 93% of Poles agreed."  →  two figures, one series: Czechs 72, Poles 93
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from armillary.extract.figures import heads, series
from armillary.findings import Figure, Findings, Series
from armillary.reading import Number, Reading, Sentence


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with the figures and the series of the reading."""
    figures: list[Figure] = []
    found: list[Series] = []
    for sentence, numbers in groupby(reading.numbers, key=lambda number: _sentence(reading, number)):
        if sentence is None:
            figures.extend(Figure(number, None) for number in numbers)
            continue
        items = list(_items(reading, sentence, numbers))
        figures.extend(figure for figure, _ in items)
        found.extend(series.of_sentence(reading, items))
    return replace(findings, figures=tuple(figures), series=tuple(found))


def _items(reading: Reading, sentence: Sentence, numbers: Iterator[Number]) -> Iterator[series.Item]:
    """Each number with what it is of; one that shares its noun with the next takes it from there."""
    places = [heads.place_of(reading, sentence, number) for number in numbers]
    figures = [Figure(place.number, heads.of(reading, place)) for place in places]
    for at in range(len(figures) - 2, -1, -1):
        if figures[at].of is None and heads.shares(places[at], places[at + 1]):
            figures[at] = Figure(figures[at].number, figures[at + 1].of)
    for at in range(1, len(figures)):
        if figures[at - 1].of is not None and heads.follows(places[at - 1], places[at]):
            figures[at] = Figure(figures[at].number, figures[at - 1].of)
    yield from zip(figures, places, strict=True)


def _sentence(reading: Reading, number: Number) -> Sentence | None:
    """The sentence that a number stands in."""
    place = (
        bisect_right(reading.sentences, number.at.start, key=lambda sentence: sentence.span.start) - 1
    )
    if place < 0 or not reading.sentences[place].span.holds(number.at):
        return None
    return reading.sentences[place]
