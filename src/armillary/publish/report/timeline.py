"""Timeline: the events with their places on it, and the marks along it."""

import calendar
from bisect import bisect_left
from datetime import date
from itertools import groupby
from typing import Any

from armillary.findings import Event
from armillary.publish.report.calendar import Scale, When, when
from armillary.publish.report.excerpts import Book
from armillary.publish.report.voices import Voices
from armillary.system import System
from armillary.text import Passage

Json = dict[str, Any]

MONTHS_FROM = 3
"""A year that holds so many different dates shows its months."""

MOST_YEARS = 10
"""A time of more years is told by its own words: *the 1900s (century)*."""


class Years:
    """For a place in the text, the years of the dates that stand in its sentence."""

    def __init__(self, system: System, books: dict[int, Book]) -> None:
        self._books = books
        self._dates: dict[int, list[tuple[int, int, list[str]]]] = {}
        for time in system.times:
            if found := when(time.value):
                place = (time.at.start, time.at.end, _years(found))
                self._dates.setdefault(id(time.at.document), []).append(place)
        for dates in self._dates.values():
            dates.sort()

    def around(self, at: Passage) -> list[str]:
        """The years, each once: `1914`, or the words for more than ten of them."""
        span = self._books[id(at.document)].sentence(at)
        dates = self._dates.get(id(at.document), [])
        first = bisect_left(dates, (span.start,))
        last = bisect_left(dates, (span.end,))
        return sorted({year for _, end, years in dates[first:last] if end <= span.end for year in years})


def _years(time: When) -> list[str]:
    first, last = (date.fromordinal(day).year for day in (time.first, time.end - 1))
    return (
        [f"{year:04}" for year in range(first, last + 1)] if last - first < MOST_YEARS else [time.words]
    )


def events(system: System, books: dict[int, Book], voices: Voices) -> tuple[list[Json], list[Json]]:
    """The events in the order of the text, and the marks on the axis."""
    times = {key: when(event.time.value if event.time else None) for key, event in system.events.items()}
    dated = [time for time in times.values() if time]
    scale = Scale.over(dated)
    rows = [
        _event(books[id(event.at.document)], voices, key, event) | _on_scale(times[key], scale)
        for key, event in system.events.items()
    ]
    return rows, _axis(dated, scale)


def _event(book: Book, voices: Voices, key: str, event: Event) -> Json:
    parts = [("time", event.time.at)] if event.time else []
    return {
        "id": key,
        **voices.told(event.holder, event.modality),
        "told": event.time.at.words if event.time else None,
        **book.excerpt(event.at, *parts),
    }


def _on_scale(time: When | None, scale: Scale) -> Json:
    if time is None:
        return {"when": None}
    return {
        "when": time.words,
        "first": time.first,
        "from": scale.place(time.first),
        "to": scale.place(time.end),
        "sharp": time.end - time.first == 1,
    }


def _axis(times: list[When], scale: Scale) -> list[Json]:
    """A mark for each year in which something begins, and for each month of a full year."""
    marks = []
    firsts = sorted({time.first for time in times})
    for _, group in groupby(firsts, key=lambda day: date.fromordinal(day).year):
        days = list(group)
        year = date.fromordinal(days[0]).year
        marks.append({"at": scale.place(days[0]), "words": str(year), "big": True})
        if len(days) >= MONTHS_FROM:
            marks += _months(days, scale)
    return marks


def _months(days: list[int], scale: Scale) -> list[Json]:
    firsts: dict[int, int] = {}
    for day in days:
        firsts.setdefault(date.fromordinal(day).month, day)
    return [
        {"at": scale.place(day), "words": calendar.month_abbr[month], "big": False}
        for month, day in firsts.items()
        if day != days[0]
    ]
