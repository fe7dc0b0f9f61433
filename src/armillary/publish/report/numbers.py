"""Numbers: the figures of a text, and those that it gives one after another for one thing."""

from typing import Any

from armillary.findings import Series
from armillary.publish.report.excerpts import Book
from armillary.system import System
from armillary.text import Passage

Json = dict[str, Any]

LONGEST = 900
"""Characters of a stretch that holds all values of a series; a longer one is shown by its first value."""


def series(system: System, books: dict[int, Book]) -> list[Json]:
    """Each series with its values in the order of the text. A series without values has nothing to show."""
    return [
        _series(key, row, books[id(row.values[0].at.document)])
        for key, row in system.series.items()
        if row.values
    ]


def _series(key: str, row: Series, book: Book) -> Json:
    first, last = (pick(row.values, key=lambda value: value.at.start).at for pick in (min, max))
    together = _together(book, first, last)
    return {
        "id": key,
        "what": row.what,
        "unit": row.unit,
        "values": [
            {"of": value.of, "value": value.value, "words": value.at.words} for value in row.values
        ],
        **book.excerpt(together, *(("cue", value.at) for value in row.values)),
    }


def _together(book: Book, first: Passage, last: Passage) -> Passage:
    """From the first value to the last where they stand near each other, else the first alone."""
    if first.document is not last.document or last.end - first.start > LONGEST:
        return first
    return book.document.passage(first.start, last.end)


def figures(system: System, books: dict[int, Book]) -> list[Json]:
    """Every figure with what it counts, where the text says that."""
    return [
        {
            "id": key,
            "words": figure.number.at.words,
            "value": figure.number.value,
            "unit": figure.number.unit,
            "approximate": figure.number.approximate,
            "of": figure.of.words if figure.of else None,
            **books[id(figure.number.at.document)].excerpt(figure.number.at),
        }
        for key, figure in system.figures.items()
    ]
