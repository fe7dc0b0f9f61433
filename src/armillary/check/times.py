"""T4: dates against the calendar.

"Monday, 28 July 1914"  →  T401: it was a Tuesday
"on 31 June 1914"       →  T403: June has 30 days
"""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import Time, TimeType
from armillary.sentences import sentences
from armillary.system import Severity, System

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_BEFORE = 14  # characters: room for "Wednesday, the"
_FULL = len("1914-07-28")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s{{1,3}}(?P<year{0}>\d{{4}})\b)?"
_WRITTEN = re.compile(
    rf"\b{_DAY.format('a')}\s{{1,3}}(?:of\s{{1,3}})?(?P<montha>{_MONTH})\b{_YEAR.format('a')}"
    rf"|\b(?P<monthb>{_MONTH})\s{{1,3}}{_DAY.format('b')}\b(?![:.]\d|\s{{0,3}}%){_YEAR.format('b')}"
)
_LEAP_YEAR = 2000
_LONGEST = 31  # more days than that, and the number is no day: *in May 40 men*


def _weekday(system: System, _: Held) -> Iterator[Clash]:
    for time in system.times:
        day = _day(time)
        if day is None:
            continue
        before = time.at.document.text[max(0, time.at.start - _BEFORE) : time.at.start]
        named = _NAMED.search(time.at.words) or re.search(
            rf"{_NAMED.pattern},?\s+(?:the\s+)?$", before, re.IGNORECASE
        )
        if named is not None and named.group(1).capitalize() != _WEEKDAYS[day.weekday()]:
            message = f"{day.isoformat()} was a {_WEEKDAYS[day.weekday()]}, not a {named.group(1).capitalize()}"
            yield message, time.at, ()


def _day(time: Time) -> date | None:
    """The day of a time that is one whole date."""
    if time.type is not TimeType.DATE or time.value is None or len(time.value) != _FULL:
        return None
    try:
        return date.fromisoformat(time.value)
    except ValueError:  # 1914-W31-2, 1914-SU: no calendar day
        return None


def _no_such_day(system: System, _: Held) -> Iterator[Clash]:
    for sentence in sentences(system):
        for found in _WRITTEN.finditer(sentence.text):
            month = found["montha"] or found["monthb"]
            day, year = int(found["daya"] or found["dayb"]), found["yeara"] or found["yearb"]
            longest = monthrange(int(year) if year else _LEAP_YEAR, _MONTHS.index(month) + 1)[1]
            if longest < day <= _LONGEST or (day == 0 and year):
                leap = year and month == "February" and not isleap(int(year))
                message = f"{month}{' ' + year if leap else ''} has {longest} days"
                yield message, sentence.passage(found), ()


WEEKDAY = Rule("T401", "a weekday that does not fit its date", Severity.ERROR, _weekday)
NO_SUCH_DAY = Rule("T403", "a date that no calendar has", Severity.ERROR, _no_such_day)
