"""Calendar: the value of a time expression as days, as words, and as a place on the timeline.

A timeline of an essay holds a single week beside a whole century. So it is drawn in order and not to
scale: the room between two borders grows with the logarithm of the days between them.
"""

import calendar
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{0,20})?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
PART = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI|Q[1-4]|H[12])")
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-WE)?")
YEARS = re.compile(r"(\d{2,4})(X{0,2})")

PARTS = {
    "SP": (3, 3, "spring"),
    "SU": (6, 3, "summer"),
    "FA": (9, 3, "autumn"),
    "AU": (9, 3, "autumn"),
    "WI": (12, 3, "winter"),
    "Q1": (1, 3, "first quarter of"),
    "Q2": (4, 3, "second quarter of"),
    "Q3": (7, 3, "third quarter of"),
    "Q4": (10, 3, "fourth quarter of"),
    "H1": (1, 6, "first half of"),
    "H2": (7, 6, "second half of"),
}
"""Seasons (of the northern half of the world), quarters and halves: first month, months, words."""

DAYS_IN_WEEK = 7
DECADE, CENTURY = 10, 100
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class When:
    """Days [first, end) counted as `date.toordinal` does, and how a person writes them."""

    first: int
    end: int
    words: str


def when(value: str | None) -> When | None:
    """The days that a TIMEX3 value covers; None for durations, repeated times and what has no year.

    >>> when("1914-07").words, when("P2D")
    ('July 1914', None)
    """
    if not value:
        return None
    start, slash, end = value.partition("/")
    try:
        first = _single(start)
        last = _single(end) if slash else first
    except ValueError:  # the 30th of February
        return None
    if first is None or last is None or last.end <= first.first:
        return None
    words = f"{first.words} – {last.words}" if slash and last != first else first.words
    return When(first.first, last.end, words)


def _single(value: str) -> When | None:
    if found := DAY.fullmatch(value):
        year, month, day = map(int, found.groups())
        first = date(year, month, day).toordinal()
        return When(first, first + 1, f"{day} {calendar.month_name[month]} {year}")
    if found := MONTH.fullmatch(value):
        year, month = map(int, found.groups())
        if not 1 <= month <= 12:  # noqa: PLR2004  months
            return None
        return When(_first(year, month), _first(year, month + 1), f"{calendar.month_name[month]} {year}")
    if found := PART.fullmatch(value):
        year, (month, months, words) = int(found[1]), PARTS[found[2]]
        return When(_first(year, month), _first(year, month + months), f"{words} {year}")
    if found := WEEK.fullmatch(value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal()
        return When(first, first + DAYS_IN_WEEK, f"week {int(found[2])} of {found[1]}")
    return _years(value)


def _years(value: str) -> When | None:
    """A year (`1914`), a decade (`199` or `199X`) or a century (`19` or `19XX`)."""
    found = YEARS.fullmatch(value)
    if not found or len(value) > YEAR_DIGITS or (found[2] and len(value) != YEAR_DIGITS):
        return None
    length = {4: 1, 3: DECADE, 2: CENTURY}[len(found[1])]
    year = int(found[1]) * length
    if length == 1:
        return When(_first(year, 1), _first(year + 1, 1), str(year))
    words = f"the {year}s" if length == DECADE else f"the {year}s (century)"
    return When(_first(max(year, 1), 1), _first(year + length, 1), words)


def _first(year: int, month: int) -> int:
    """The first day of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places between 0 and 1, straight between two borders."""

    days: tuple[int, ...]
    places: tuple[float, ...]

    @staticmethod
    def over(times: Iterable[When]) -> "Scale":
        """The scale on which these times are spread out."""
        days = sorted({day for time in times for day in (time.first, time.end)})
        if not days:
            return Scale((0,), (0.5,))
        steps = [1 + 0.8 * math.log1p(later - earlier) for earlier, later in pairwise(days)]
        total = sum(steps)
        places = [sum(steps[:count]) / total for count in range(len(days))]
        return Scale(tuple(days), tuple(places))

    def place(self, day: int) -> float:
        """The place of a border, rounded so that it prints shortly."""
        return round(self.places[self.days.index(day)], 4)
