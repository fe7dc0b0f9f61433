"""Dates, hours and decades that are written in figures."""

# ruff: noqa: PLR2004  the numbers are those of the calendar and the clock

import re
from dataclasses import replace

from armillary.annotate.times import numerals
from armillary.annotate.times import slots as read
from armillary.annotate.times.calendar import Point, valid
from armillary.annotate.times.lexicon import lexicon
from armillary.annotate.times.meaning import Meaning
from armillary.annotate.times.slots import Slots
from armillary.reading import TimeType

_CLOCK = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})?(:[0-9]{2})?")


def in_figures(start: Meaning, words: tuple[str, ...]) -> Meaning | None:
    """What a date in figures says, None where there is no such day."""
    if len(words) > 1:
        return _month(start, words)
    day, _, hour = words[0].upper().partition("T")
    parts = [int(part) for part in re.split(r"[-/.]", day)]
    first = re.split(r"[-/.]", day)[0]
    year, month, date = parts if len(first) == 4 else _year_last(parts, day)
    if not (year and month and date and valid(Point(year, month, date))):
        return None
    kind = TimeType.TIME if hour else start.type
    suffix = f"T{hour}" if hour else ""
    return replace(start, type=kind, year=year, month=month, day=date, suffix=suffix)


def _year_last(parts: list[int], written: str) -> tuple[int, int, int]:
    """Month first, as in the United States, unless that cannot be or full stops part the figures."""
    month, date, year = parts
    if month > 12 or "." in written:
        month, date = date, month
    if len(re.split(r"[-/.]", written)[2]) == 2:
        year += 2000 if year < 50 else 1900
    return year, month, date


def _month(start: Meaning, words: tuple[str, ...]) -> Meaning | None:
    """*1998-03*, which no later year can be meant by."""
    year, month = int(words[0]), words[-1]
    if len(month) != 2 or not 0 < int(month) <= 12 or int(month) > year % 100:
        return None
    return replace(start, year=year, month=int(month))


def decade_of(written: str, *, before: bool) -> str:
    """The value of *1910s*, *'90s*, *470s* or *twenties*: the year without its last figure."""
    figures = re.sub(r"\D", "", written)
    if len(figures) == 4:
        decade = figures[:3]
    elif len(figures) == 3:
        decade = f"0{figures[:2]}"
    else:
        decade = f"19{figures[0] if figures else lexicon().meaning(('TENS_DECADE',), written)}"
    return f"BC{decade}" if before else decade


def hour_of(slots: Slots) -> str:
    """What follows the day in the value of an hour, `T17:30`; nothing where no clock shows it."""
    found = _CLOCK.fullmatch(slots["hour"][0])
    hour = int(found[1]) if found else int(numerals.amount(slots["hour"]) or 0)
    minute = int(found[2] or 0) if found else 0
    second = (found[3] or "") if found else ""
    if "past" in slots:
        hour, minute = _around(hour, slots)
    if "half" in slots:
        hour = hour % 12 + read.number(slots, "half", "HALF_OF_DAY")
    if hour > 24 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{second}{read.word(slots, 'zone', 'ZONE')}"


def _around(hour: int, slots: Slots) -> tuple[int, int]:
    """*Half past seven*, *twenty to eight*."""
    said = slots["minutes"]
    minutes = 30 if "half" in said else 15 if "quarter" in said else int(numerals.amount(said) or 0)
    return ((hour - 1) % 24, 60 - minutes) if slots["past"][0] == "to" else (hour, minutes)
