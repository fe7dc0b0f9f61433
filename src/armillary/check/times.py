"""T4: dates against the calendar.

"Monday, 28 July 1914"                        →  T401: it was a Tuesday
"the 27 days between 28 June and 23 July 1914"  →  T402: they are 25
"""

import re
from collections.abc import Iterator
from datetime import date

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import Time, TimeType
from armillary.system import Severity, System

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_BEFORE = 14  # characters: room for "Wednesday, the"
_DAYS = re.compile(r"P(\d{1,4})D")
_FROM = re.compile(r"\s*(?:\w+\s+){0,4}(?:between|from)\s*")
_TO = re.compile(r"\s*(?:,\s*)?(?:and|to|until|till|through)\s*")
_FULL = len("1914-07-28")


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


def _days(system: System, _: Held) -> Iterator[Clash]:
    times = [time for time in system.times if time.type in {TimeType.DATE, TimeType.DURATION}]
    for told, first, last in zip(times, times[1:], times[2:], strict=False):
        days = _DAYS.fullmatch(told.value or "")
        start, end = _day(first), _day(last)
        if days is None or start is None or end is None or not _in_a_row(told, first, last):
            continue
        length = (end - start).days
        if int(days.group(1)) not in {length, length + 1}:
            message = (
                f"from {start.isoformat()} to {end.isoformat()} it is {length} days, not {days.group(1)}"
            )
            yield message, told.at, (first.at, last.at)


def _in_a_row(told: Time, first: Time, last: Time) -> bool:
    """Whether they read *n days between A and B*."""
    if not told.at.document is first.at.document is last.at.document:
        return False
    text = told.at.document.text
    return bool(
        _FROM.fullmatch(text[told.at.end : first.at.start])
        and _TO.fullmatch(text[first.at.end : last.at.start])
    )


def _day(time: Time) -> date | None:
    """The day of a time that is one whole date."""
    if time.type is not TimeType.DATE or time.value is None or len(time.value) != _FULL:
        return None
    try:
        return date.fromisoformat(time.value)
    except ValueError:  # 1914-W31-2, 1914-SU: no calendar day
        return None


WEEKDAY = Rule("T401", "a weekday that does not fit its date", Severity.ERROR, _weekday)
DAYS = Rule("T402", "a number of days that does not fit its dates", Severity.ERROR, _days)
