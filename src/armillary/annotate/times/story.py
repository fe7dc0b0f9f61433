"""From where a time is told: the year is carried through the story.

A story moves on, steps back now and then, and looks aside. Each time that lacks its year could stand
in several; each time at all could be the next step of the story or a look aside (a flashback, a work
that is cited). Each choice has a cost, a little for each month on, more for each month back, a lump
for a look aside; the cheapest way through the whole text is taken, so that what comes later has a say
in what came before. A few of the cheapest ways are kept at each step: the work is linear.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.annotate.times import calendar
from armillary.annotate.times.calendar import Point, plus_years
from armillary.annotate.times.meaning import Base, Meaning

# Costs of the ways through a story, tuned on the development part of WikiWars (11 documents);
# measured again by `python bench/times.py --corpus wikiwars`.
ON_PER_MONTH, ON_MOST = 0.08, 2.0
BACK, BACK_PER_MONTH, BACK_MOST = 0.35, 0.16, 3.0
ASIDE, ASIDE_PER_YEAR = 1.2, 0.3
KEPT = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A meaning where it stands. `aside` says that it looks away from the story, `ahead` that it looks forward."""

    meaning: Meaning
    aside: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to take a time: its value, where the story is afterwards, and what it costs."""

    value: str | None
    story: Point | None
    cost: float


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    story: Point | None
    values: "_Values | None"


@dataclass(frozen=True, slots=True)
class _Values:
    value: str | None
    before: "_Values | None"


def values(told: list[Told], now: Point | None, *, news: bool) -> list[str | None]:
    """The value of each, counted from `now` in news and from the story elsewhere."""
    coming = _next_years(told)
    ways = [_Way(0.0, now if news else None, None)]
    for each, year in zip(told, coming, strict=True):
        further = [
            _Way(way.cost + choice.cost, choice.story, _Values(choice.value, way.values))
            for way in ways
            for choice in _choices(each, way.story, now, year, news=news)
        ]
        ways = _cheapest(further)
    return _unrolled(min(ways, key=lambda way: way.cost).values)


def _next_years(told: list[Told]) -> list[int | None]:
    """For each, the next year that the text says itself."""
    years: list[int | None] = []
    coming: int | None = None
    for each in reversed(told):
        if each.meaning.year is not None:
            coming = each.meaning.year
        years.append(coming)
    return years[::-1]


def _cheapest(ways: list[_Way]) -> list[_Way]:
    best: dict[Point | None, _Way] = {}
    for way in ways:
        if way.story not in best or way.cost < best[way.story].cost:
            best[way.story] = way
    return sorted(best.values(), key=lambda way: way.cost)[:KEPT]


def _unrolled(last: _Values | None) -> list[str | None]:
    listed = []
    while last is not None:
        listed.append(last.value)
        last = last.before
    return listed[::-1]


def _choices(
    told: Told, story: Point | None, now: Point | None, coming: int | None, *, news: bool
) -> Iterator[Choice]:
    meaning = told.meaning
    if meaning.value is not None or meaning.empty:
        yield Choice(meaning.value, story, 0.0)
    elif meaning.point is not None:
        yield from _said(told, meaning.point, story)
    elif meaning.base is Base.NOW or (news and meaning.base is Base.CALENDAR and now is not None):
        yield _from_now(told, now or story, story)
    elif meaning.base is Base.CALENDAR:
        yield from _without_year(told, story, coming)
    else:
        yield _from_story(meaning, story)


# -- a year is said, or none ---------------------------------------------------------------------


def _written(meaning: Meaning, point: Point) -> str:
    if meaning.quarter:
        return f"{calendar.year_text(point.year)}-Q{meaning.quarter}"
    if meaning.suffix and not point.exact:
        return f"{point}{'-XX' if point.month else '-XX-XX'}{meaning.suffix}"
    return f"{point}{meaning.suffix}"


def _said(told: Told, point: Point, story: Point | None) -> Iterator[Choice]:
    value = _written(told.meaning, point)
    if story is not None:
        yield Choice(value, story, ASIDE * (0.2 if told.aside else 1.0))
        if point == Point(story.year):
            point = story
    yield Choice(value, point, step_cost(story, point) + (ASIDE if told.aside else 0.0))


def _without_year(told: Told, story: Point | None, coming: int | None) -> Iterator[Choice]:
    meaning = told.meaning
    if meaning.month == 0 and not meaning.season and not meaning.short:
        yield _from_story(meaning, story)
        return
    if meaning.short is not None:
        year = story.year if story else 1950
        yield Choice(calendar.year_text(year - year % 100 + meaning.short), story, 0.0)
        return
    years = {coming, coming and plus_years(coming, -1)} if coming else set()
    if story is not None:
        years |= {plus_years(story.year, step) for step in (-1, 0, 1)}
    if not years:
        yield Choice(_open(meaning), story, 0.0)
    for year in sorted(year for year in years if year is not None):
        point = Point(year, meaning.month, meaning.day, meaning.season)
        value = _written(meaning, point)
        cost = step_cost(story, point)
        yield Choice(value, point, cost + (ASIDE if told.aside else 0.0))
        if story is not None:
            far = abs(point.months - story.months) / 12
            yield Choice(
                value, story, ASIDE + ASIDE_PER_YEAR * far - (ASIDE * 0.8 if told.aside else 0.0)
            )


def step_cost(story: Point | None, point: Point) -> float:
    """What it costs the story to go there."""
    if story is None:
        return 0.0
    ahead = _months_between(story, point)
    if ahead >= 0:
        return min(ON_MOST, ON_PER_MONTH * ahead)
    return min(BACK_MOST, BACK - BACK_PER_MONTH * ahead)


def _months_between(story: Point, point: Point) -> float:
    """Months on, below 0 for months back, 0 where one may lie in the other."""
    early, late = _borders(story)
    first, last = _borders(point)
    if first > late:
        return first - late
    return last - early if last < early else 0.0


def _borders(point: Point) -> tuple[float, float]:
    if point.month or point.season:
        reach = 1.0 if point.season else 0.0
        return point.months - reach, point.months + reach
    return point.year * 12.0, point.year * 12.0 + 11


def _open(meaning: Meaning) -> str | None:
    if meaning.quarter:
        return f"XXXX-Q{meaning.quarter}"
    if meaning.season:
        return f"XXXX-{meaning.season}"
    if meaning.weekday:
        return f"XXXX-WXX-{meaning.weekday}{meaning.suffix}"
    if meaning.month:
        return f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}{meaning.suffix}" if meaning.day else "")
    if meaning.day:
        return f"XXXX-XX-{meaning.day:02}"
    unit = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}
    if meaning.suffix or meaning.unit:
        return unit.get(meaning.unit, "XXXX-XX-XX") + meaning.suffix
    return None


# -- told from the story -------------------------------------------------------------------------


def _from_story(meaning: Meaning, story: Point | None) -> Choice:
    if story is None:
        return Choice(_open(meaning), story, 0.0)
    if meaning.short is not None:
        return Choice(calendar.year_text(story.year - story.year % 100 + meaning.short), story, 0.0)
    if meaning.quarter:
        return Choice(f"{calendar.year_text(story.year)}-Q{meaning.quarter}", story, 0.0)
    if meaning.month or meaning.season:
        return _named(meaning, story)
    if meaning.day:
        return _day_of_month(meaning, story)
    if meaning.weekday:
        return _weekday(meaning, story, 1)
    if meaning.suffix:
        day = calendar.plus_days(story, meaning.shift or 0) if story.exact else story
        return Choice(_written(meaning, day), day, 0.0)
    return _moved(meaning, story)


def _moved(meaning: Meaning, story: Point) -> Choice:
    """*Two days later*, *the same year*, *the following decade*."""
    if meaning.vague:
        return Choice(_vague(meaning, story), story, 0.0)
    there = calendar.stepped(story, meaning.unit, meaning.shift or 0) if meaning.shift else story
    known = story.exact or meaning.unit not in calendar.DAYS
    value = calendar.at_grain(there, meaning.unit)
    if meaning.unit in calendar.DAYS and known and meaning.shift and meaning.unit in ("W", "W2"):
        value = str(there)
    if not known:
        value = calendar.at_grain(Point(there.year, there.month), meaning.unit)
    ahead = (meaning.shift or 0) > 0
    return Choice(value, there if ahead and known else story, 0.0)


def _vague(meaning: Meaning, story: Point) -> str:
    year = calendar.year_text(story.year)
    return {"Y": "XXXX", "M": f"{year}-XX", "W": f"{year}-WXX"}.get(meaning.unit, f"{year}-XX-XX")


def _named(meaning: Meaning, story: Point) -> Choice:
    """*The following April*, *May of that year*, *the previous summer*."""
    shift = meaning.shift or 0
    if meaning.unit == "Y":
        year = plus_years(story.year, shift)
    else:
        here = story.month or calendar.SEASON_MONTHS.get(story.season, 0)
        there = meaning.month or calendar.SEASON_MONTHS[meaning.season]
        year = story.year
        if here and shift > 0 and there <= here:
            year = plus_years(year, 1)
        if here and shift < 0 and there >= here:
            year = plus_years(year, -1)
    point = Point(year, meaning.month, meaning.day, meaning.season)
    return Choice(_written(meaning, point), point if shift >= 0 else story, 0.0)


def _day_of_month(meaning: Meaning, story: Point) -> Choice:
    if not story.month:
        return Choice(f"{story}-XX-{meaning.day:02}", story, 0.0)
    point = Point(story.year, story.month, meaning.day)
    if not calendar.valid(point) or (story.exact and story.day - meaning.day > 20):
        month = calendar.plus_months(Point(story.year, story.month), 1)
        point = Point(month.year, month.month, meaning.day)
    return Choice(_written(meaning, point), point, 0.0)


def _weekday(meaning: Meaning, start: Point, way: int) -> Choice:
    """The nearest such day on (way 1) or back (way -1), the day itself where it is one."""
    if not start.exact:
        return Choice(_open(meaning), start, 0.0)
    ahead = (meaning.weekday - calendar.weekday(start)) % 7
    steps = ahead if way > 0 or not ahead else ahead - 7
    point = calendar.plus_days(start, steps)
    return Choice(_written(meaning, point), point, 0.0)


# -- told from the day of writing -----------------------------------------------------------------


def _from_now(told: Told, now: Point | None, story: Point | None) -> Choice:
    meaning = told.meaning
    if now is None:
        return Choice(_open(meaning), story, 0.0)
    if meaning.weekday:
        return replace(_near_weekday(told, now))
    if meaning.quarter:
        year = now.year + (meaning.shift or 0)
        passed = (now.month + 2) // 3 > meaning.quarter or not now.month or told.ahead
        return Choice(f"{calendar.year_text(year - (not passed))}-Q{meaning.quarter}", story, 0.0)
    if meaning.month or meaning.season:
        return _near_month(told, now)
    if meaning.unit and not meaning.vague and meaning.shift is not None:
        there = calendar.stepped(now, meaning.unit, meaning.shift) if meaning.shift else now
        value = calendar.at_grain(there, meaning.unit)
        return Choice(value + meaning.suffix, there if there.exact else story, 0.0)
    return _from_story(meaning, now)


def _near_weekday(told: Told, now: Point) -> Choice:
    shift = told.meaning.shift or 0
    if shift > 0:
        return _weekday(told.meaning, calendar.plus_days(now, 1), 1)
    if shift < 0:
        return _weekday(told.meaning, calendar.plus_days(now, -1), -1)
    return _weekday(told.meaning, now, 1 if told.ahead else -1)


def _near_month(told: Told, now: Point) -> Choice:
    """The nearest such month or day: of months the last one, unless the sentence looks ahead."""
    meaning = told.meaning
    month = meaning.month or calendar.SEASON_MONTHS[meaning.season]
    year = now.year
    apart = month - now.month if now.month else 0
    shift = meaning.shift or 0
    if shift > 0 and apart <= 0:
        year += 1
    elif shift < 0 and apart >= 0:
        year -= 1
    elif shift == 0:
        if meaning.day:
            year += 1 if apart < -6 else -1 if apart > 6 else 0
        elif told.ahead and apart < -1:
            year += 1
        elif not told.ahead and apart > 0:
            year -= 1
    point = Point(year, meaning.month, meaning.day, meaning.season)
    return Choice(_written(meaning, point), point if point.exact else now, 0.0)
