"""Points of the calendar, of the year, month or day, and steps between them.

Years before Christ are negative: -499 is written `BC0499`, as TIMEX2 writes it. There is no year 0.
"""

# ruff: noqa: PLR2004  the numbers are those of the calendar

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

SEASON_MONTHS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
MONTHS = {"M": 1, "Q": 3}
DAYS = {"D": 1, "W": 7, "W2": 14, "WE": 7, "NI": 1}


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it (0 where it is not known) and a day of that (0 likewise)."""

    year: int
    month: int = 0
    day: int = 0
    season: str = ""

    def __str__(self) -> str:
        """The TIMEX3 value: `1914-07-28`, `1914-07`, `1914-SU`, `1914`."""
        if self.season:
            return f"{year_text(self.year)}-{self.season}"
        parts = [year_text(self.year)]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.day > 0

    @property
    def months(self) -> float:
        """Months since the year 0, halfway where the month is not known."""
        month: float = self.month or SEASON_MONTHS.get(self.season, 0) or 6.5
        return (
            self.year * 12 + month - 1 + (self.day - 1) / 31 if self.day else self.year * 12 + month - 1
        )


def year_text(year: int) -> str:
    """A year in four digits, with its era where that is BC."""
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def plus_years(year: int, count: int) -> int:
    """A year so many years on, with no year 0 between the eras."""
    there = year + count
    return there + (1 if there >= 0 > year else 0) - (1 if there <= 0 < year else 0)


def valid(point: Point) -> bool:
    """Whether the calendar has such a day."""
    if not 0 <= point.month <= 12 or not -9999 <= point.year <= 9999 or point.year == 0:
        return False
    return point.day <= (
        calendar.monthrange(_leapwise(point.year), point.month)[1] if point.month else 31
    )


def _leapwise(year: int) -> int:
    return year if 0 < year < 9000 else year % 400 + 2000


def _date(point: Point) -> date:
    last = calendar.monthrange(_leapwise(point.year), point.month)[1]
    return date(_leapwise(point.year), point.month, min(point.day, last))


def plus_days(point: Point, count: int) -> Point:
    """A day so many days on; the point itself where its day is not known or the count leaves the calendar."""
    if not point.exact:
        return Point(point.year, point.month)
    here = _date(point)
    try:
        there = here + timedelta(days=count)
    except OverflowError:
        return point
    return Point(plus_years(point.year, there.year - here.year), there.month, there.day)


def plus_months(point: Point, count: int) -> Point:
    """A month so many months on; the year alone where the month is not known."""
    if not point.month:
        return Point(plus_years(point.year, round(count / 12)))
    whole = point.month - 1 + count
    return Point(plus_years(point.year, whole // 12), whole % 12 + 1)


def weekday(point: Point) -> int:
    """1 for Monday to 7 for Sunday. The day must be known."""
    return _date(point).isoweekday()


def week(point: Point) -> str:
    """The ISO week of a day as TIMEX3 writes it: `2006-W13`."""
    year, number, _ = _date(point).isocalendar()
    return f"{year_text(plus_years(point.year, year - _leapwise(point.year)))}-W{number:02}"


def stepped(point: Point, unit: str, count: int) -> Point:
    """The point so many units on, as exact as the unit is."""
    if unit in YEARS:
        return Point(plus_years(point.year, count * YEARS[unit]))
    if unit in MONTHS:
        return plus_months(point, count * MONTHS[unit])
    return plus_days(point, count * DAYS.get(unit, 0))


def at_grain(point: Point, unit: str) -> str:
    """The value of the unit that holds the point: its decade, its week, its day."""
    year = year_text(point.year)
    if unit in YEARS:
        return {"Y": year, "DE": year[:-1]}.get(unit, year[:-2])
    if not point.month:
        return year + {"M": "-XX", "Q": "-QX", "W": "-WXX", "WE": "-WXX-WE"}.get(unit, "-XX-XX")
    if unit == "Q":
        return f"{year}-Q{(point.month + 2) // 3}"
    if unit == "M" or not point.exact:
        return str(Point(point.year, point.month)) + ("" if unit == "M" else "-XX")
    if unit in ("W", "WE", "W2"):
        return week(point) + ("-WE" if unit == "WE" else "")
    return str(Point(point.year, point.month, point.day)) + ("TNI" if unit == "NI" else "")


def nth_weekday(year: int, month: int, day: int, nth: int) -> Point:
    """The nth such weekday of a month, the last for -1; the month alone where it has none."""
    first = weekday(Point(year, month, 1))
    days = range(1 + (day - first) % 7, calendar.monthrange(_leapwise(year), month)[1] + 1, 7)
    if nth > len(days):
        return Point(year, month)
    return Point(year, month, days[nth if nth < 0 else nth - 1])


def easter(year: int) -> Point:
    """Easter Sunday of a Gregorian year.

    The golden number gives the moon, the Sunday after it is Easter (the "anonymous" rule of 1876, in
    Meeus, Astronomical Algorithms, chapter 8).
    """
    century, rest = divmod(year, 100)
    leaps, years = divmod(century, 4)
    moon = century - (century + 8) // 25 + 1
    epact = (19 * (year % 19) + century - leaps - moon // 3 + 15) % 30
    sunday = (32 + 2 * years + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return Point(year, month, day + 1)


def parsed(value: str | None) -> Point | None:
    """The point of an ISO date or the beginning of one, None where there is none."""
    parts = (value or "").partition("T")[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    year, month, day = [*(int(part) for part in parts), 0, 0][:3]
    point = Point(year, month, day)
    return point if valid(point) else None
