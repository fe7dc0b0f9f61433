"""Nouns: when it happened. Bounds of a time, and a Moment: an event between the earliest and the latest it can have been.

    1914-07   →  from 1914-07-01 to 1914-07-31
    196       →  196X, from 1960-01-01 to 1969-12-31
    BC0044    →  -0043: there is no year 0 in prose, and there is one in ISO 8601

What the text leaves open stays open: a time is a stretch, and one is before another only where all of it is.
"""

# ruff: noqa: PLR2004  the numbers are those of the calendar

import re
from dataclasses import dataclass

DAY = 24 * 60
"""Minutes of a day: the grain of a chronology."""
_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?|(?P<part>SP|SU|FA|WI|Q[1-4]|H[12])"
    r"|W(?P<week>\d\d)(?:-(?:WE|(?P<weekday>[1-7])))?|WXX(?:-\w{1,2})?|QX))?(?:T(?P<clock>[0-9A-Z:]{2,8}))?"
)
_AGE = re.compile(r"(?P<bc>BC)?(?:(?P<century>\d\d)(?:XX)?|(?P<decade>\d{3})X?)")
_OPEN = re.compile(r"XXXX(?:-(?:\d\d|XX)){0,2}")
_PARTS = {
    "SP": (3, 4), "SU": (6, 4), "FA": (9, 4), "WI": (0, 16),
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
}  # fmt: skip
"""First month and months of a season (of the northern half of the world), a quarter, a half. *Winter 1914* is that
which ends in 1914 or that which begins in it: from December 1913 to March 1915."""
_CODES = {
    "SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41,
}  # fmt: skip
"""How EDTF writes them, in the place of the month."""
_HOURS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 19), "DT": (4, 22), "EV": (16, 24), "NI": (-6, 30)}
"""Parts of the day, widely taken; a night may begin on its day or end on it."""


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """From a first minute to a last, both counted, since the first of January of the year 1.

    >>> str(bounds("1914-07"))
    '1914-07-01/1914-07-31'
    """

    first: int
    last: int

    def before(self, other: "Bounds") -> bool:
        """Whether all of it is before all of the other."""
        return self.last < other.first

    def meet(self, other: "Bounds") -> "Bounds | None":
        """What both have in common, None where that is nothing."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Bounds(first, last) if first <= last else None

    @property
    def earliest(self) -> str:
        """The first day; with the minute, where it does not begin with the day."""
        return written(self.first, 0)

    @property
    def latest(self) -> str:
        """The last day; with the minute, where it does not end with the day."""
        return written(self.last, DAY - 1)

    def __str__(self) -> str:
        """Both ends."""
        return f"{self.earliest}/{self.latest}"


def bounds(value: str | None, mod: str | None = None) -> Bounds | None:
    """The stretch that a TIMEX3 value may mean; None for lengths, repeated times and what has no year.

    *Early* (`START`) is the first half, *late* (`END`) the last, *mid* (`MID`) the middle one; *about*
    (`APPROX`) is as much again at each end.
    """
    ends = [_single(part) for part in (value or "").split("/")]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2 or last.last < first.first:
        return None
    return _modified(Bounds(first.first, last.last), mod)


def _modified(whole: Bounds, mod: str | None) -> Bounds:
    size = whole.last - whole.first + 1
    days = size // DAY
    match mod:
        case "START" if days > 1:
            return Bounds(whole.first, whole.first + (days + 1) // 2 * DAY - 1)
        case "END" if days > 1:
            return Bounds(whole.first + days // 2 * DAY, whole.last)
        case "MID" if days > 1:
            return Bounds(whole.first + days // 4 * DAY, whole.last - days // 4 * DAY)
        case "APPROX":
            return Bounds(whole.first - size, whole.last + size)
    return whole


def _single(value: str) -> Bounds | None:
    if found := _AGE.fullmatch(value):
        length = 100 if found["century"] else 10
        year = int(found["century"] or found["decade"]) * length
        year = _astronomical(year + length - 1, found["bc"]) if found["bc"] else year
        return _months(year, 1, 12 * length)
    found = _VALUE.fullmatch(value)
    if found is None or not int(found["year"]):
        return None
    year = _astronomical(int(found["year"]), found["bc"])
    if found["part"]:
        return _months(year, *_PARTS[found["part"]])
    if found["week"]:
        return _week(year, int(found["week"]), int(found["weekday"] or 0))
    return _date(year, found["month"], found["day"], found["clock"])


def _date(year: int, month: str | None, day: str | None, clock: str | None) -> Bounds | None:
    """A year, a month or a day; None where the calendar has none such."""
    if month in {None, "XX"}:
        return _months(year, 1, 12)
    number = int(month or 0)
    if not 1 <= number <= 12:
        return None
    first = day_number(year, number, 1)
    if day in {None, "XX"}:
        return _months(year, number, 1)
    start = first + int(day or 0) - 1
    return _clock(start, clock) if first <= start < day_number(year, number + 1, 1) else None


def _astronomical(year: int, bc: str | None) -> int:
    """The year before 1 is 0."""
    return 1 - year if bc else year


def _months(year: int, month: int, count: int) -> Bounds:
    return Bounds(day_number(year, month, 1) * DAY, day_number(year, month + count, 1) * DAY - 1)


def _week(year: int, week: int, weekday: int) -> Bounds | None:
    """An ISO week, or a day of it: the first week has the 4th of January."""
    fourth = day_number(year, 1, 4)
    monday = fourth - fourth % 7 + 7 * (week - 1)
    if not 1 <= week <= 53:
        return None
    first = monday + (weekday - 1 if weekday else 0)
    return Bounds(first * DAY, (first + (1 if weekday else 7)) * DAY - 1)


def _clock(day: int, clock: str | None) -> Bounds:
    start = day * DAY
    if clock in _HOURS:
        first, last = _HOURS[clock]
        return Bounds(start + first * 60, start + last * 60 - 1)
    said = re.fullmatch(r"(\d\d)(?::(\d\d))?(?::\d\d)?", clock or "")
    if said is None or int(said[1]) > 24 or int(said[2] or 0) > 59:
        return Bounds(start, start + DAY - 1)
    minute = start + int(said[1]) * 60 + int(said[2] or 0)
    return Bounds(minute, minute if said[2] else minute + 59)


def day_number(year: int, month: int, day: int) -> int:
    """Days since the first of January of the year 1, by the Gregorian calendar, also before it was made.

    Months beyond 1 and 12 are of other years. `day_number(1, 1, 1)` is 0, a Monday.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    shifted = year - (month <= 2)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + of_year - 306


def written(minute: int, plain: int) -> str:
    """A minute as ISO 8601; the day alone where it is the plain minute of its day."""
    day, rest = divmod(minute, DAY)
    year, month, of_month = _civil(day)
    sign = "-" if year < 0 else ""
    date = f"{sign}{abs(year):04}-{month:02}-{of_month:02}"
    return date if rest == plain else f"{date}T{rest // 60:02}:{rest % 60:02}"


def _civil(day: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    era, of_era = divmod(day + 306, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    return (
        year + era * 400 + (month >= 10),
        month + 3 if month < 10 else month - 9,
        of_year - (153 * month + 2) // 5 + 1,
    )


def edtf(value: str | None, mod: str | None = None, *, uncertain: bool = False) -> str | None:
    """A TIMEX3 value as EDTF (ISO 8601-2): `196X`, `2023-22`, `1989/1991`, `2023-02?`, `XXXX-02-09`.

    `~` says *about*, `?` that the text doubts it, `%` both. None where it is no date, or EDTF has no word
    for it.
    """
    ends = [_edtf(part) for part in (value or "").split("/")]
    if len(ends) > 2 or None in ends:
        return None
    about = mod == "APPROX"
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((about, uncertain), "")
    return "/".join(f"{end}{mark}" for end in ends)


def _edtf(value: str) -> str | None:
    if _OPEN.fullmatch(value):
        return value
    if _single(value) is None:
        return None
    found = _VALUE.fullmatch(value)
    if found is None:
        return None if value.startswith("BC") else f"{value.rstrip('X'):X<4}"
    if found["week"]:
        return None
    number = _astronomical(int(found["year"]), found["bc"])
    year = f"{'-' if number < 0 else ''}{abs(number):04}"
    if found["part"]:
        return f"{year}-{_CODES[found['part']]}"
    parts = [part for part in (year, found["month"], found["day"]) if part]
    clock = re.fullmatch(r"(\d\d):(\d\d)(:\d\d)?", found["clock"] or "")
    return "-".join(parts) + (f"T{found['clock']}{'' if clock[3] else ':00'}" if clock else "")


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in its time. `event`, `anchor`, `after` and `before` are ids of events.

    `when` is what the text says of it, as EDTF; None where it gives no date. `earliest` and `latest` are
    ISO 8601, None where nothing bounds it. `anchor` is the event from which it is told. `after` and
    `before` are those that it comes after and before by the text's own word, whatever their dates.

    `first_place` and `last_place` are its places in the order of happening, counted from 1 among the events
    that the text places at all: so many others are certainly before it, and so many certainly after. Where
    the two are equal, its place is known; both are None where nothing places it. `told` is its place in
    the order of telling.
    """

    event: str
    when: str | None
    earliest: str | None
    latest: str | None
    first_place: int | None
    last_place: int | None
    told: int
    anchor: str | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
