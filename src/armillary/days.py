"""What a time says as days of the calendar.

1914        →  1914-01-01 to 1914-12-31
1989/1991   →  1989-01-01 to 1991-12-31
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from armillary.reading import Time, TimeType

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last one, both counted. `exact`: the time names one day."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def days_of(time: Time) -> Days | None:
    """The days of a date; None for what has no place in the calendar: a length, a season, *now*."""
    if time.type is not TimeType.DATE or time.value is None or time.anchor is not None:
        return None
    ends = [iso_days(part) for part in time.value.split("/")]
    first, last = ends[0], ends[-1]
    if first is None or last is None or last.last < first.first:
        return None
    return Days(first.first, last.last)


def iso_days(value: str) -> Days | None:
    """The days of an ISO 8601 date or the beginning of one; None for what is none, and for days that no month has."""
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return Days(date(int(found[1]), 1, 1), date(int(found[1]), _DECEMBER, 31))
        if day is None:
            after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
            return Days(date(year, month, 1), after - timedelta(days=1))
        return Days(date(year, month, day), date(year, month, day))
    except ValueError:  # a day that no month has, the year 0
        return None
