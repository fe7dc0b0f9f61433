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
from armillary.annotate.times.surroundings import Surroundings

# Costs of the ways through a story, tuned on the development part of WikiWars (11 documents);
# measured again by `python bench/times.py --corpus wikiwars`.
ON_PER_MONTH, ON_MOST = 0.08, 2.0
BACK, BACK_PER_MONTH, BACK_MOST = 0.35, 0.16, 3.0
ASIDE, ASIDE_PER_YEAR = 1.2, 0.3
KEPT = 8
NEAR_YEAR = 0.6  # for another year than the one that the same sentence names
SOON = 5  # months
NEAR_NOW = 0  # years between the story and the day of writing where *last year* is told from the latter


@dataclass(frozen=True, slots=True)
class Told:
    """A meaning where it stands. `cited` says that it dates a work and no part of the story."""

    meaning: Meaning
    around: Surroundings = Surroundings()
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to take a time: its value, where the story is afterwards, and what it costs."""

    value: str | None
    story: Point | None
    cost: float = 0.0
    here: Point | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a way stands: in the story, and at what was last told in this sentence."""

    story: Point | None
    here: Point | None = None

    @property
    def nearest(self) -> Point | None:
        """From where the next words count."""
        return self.here or self.story


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    place: Place
    values: "_Values | None"


@dataclass(frozen=True, slots=True)
class _Values:
    value: str | None
    before: "_Values | None"


def values(told: list[Told], now: Point | None, *, news: bool) -> list[str | None]:
    """The value of each, counted from `now` in news and from the story elsewhere."""
    coming = _next_years(told)
    ways = [_Way(0.0, Place(now if news else None), None)]
    for each, year in zip(told, coming, strict=True):
        further = []
        for way in ways:
            place = Place(way.place.story) if each.around.fresh else way.place
            for choice in _choices(each, place, now, year, news=news):
                there = Place(choice.story, choice.here or place.here)
                further.append(_Way(way.cost + choice.cost, there, _Values(choice.value, way.values)))
        ways = _cheapest(further)
    return _unrolled(min(ways, key=lambda way: way.cost).values)


def _next_years(told: list[Told]) -> list[int | None]:
    """For each, the next year that the text says itself."""
    years: list[int | None] = []
    coming: int | None = None
    for each in reversed(told):
        if each.meaning.year is not None and not each.cited:
            coming = each.meaning.year
        years.append(coming)
    return years[::-1]


def _cheapest(ways: list[_Way]) -> list[_Way]:
    best: dict[Place, _Way] = {}
    for way in ways:
        if way.place not in best or way.cost < best[way.place].cost:
            best[way.place] = way
    return sorted(best.values(), key=lambda way: way.cost)[:KEPT]


def _unrolled(last: _Values | None) -> list[str | None]:
    listed = []
    while last is not None:
        listed.append(last.value)
        last = last.before
    return listed[::-1]


def _choices(
    told: Told, place: Place, now: Point | None, coming: int | None, *, news: bool
) -> Iterator[Choice]:
    meaning, story = told.meaning, place.story
    if meaning.value is not None or meaning.empty:
        yield Choice(meaning.value, story)
    elif meaning.point is not None and told.cited:
        yield Choice(_written(meaning, meaning.point), story)
    elif meaning.point is not None:
        yield from _said(told, meaning.point, story)
    elif meaning.short is not None:
        yield Choice(calendar.year_text(_full_year(meaning.short, place.nearest or now)), story)
    elif meaning.base is Base.EVENT:
        yield Choice(_open(meaning), story)
    elif meaning.base is Base.NOW:
        yield _seen_from(told, place, now, news=news)
    elif news and now is not None and meaning.base is Base.CALENDAR and not meaning.is_clock:
        yield _from_now(told, now, story)
    elif meaning.base is Base.CALENDAR:
        yield from _without_year(told, place, coming)
    else:
        yield _from_story(meaning, place)


def _seen_from(told: Told, place: Place, now: Point | None, *, news: bool) -> Choice:
    """*Last year*, *today*: from the day of writing, unless the story is far away from it."""
    story = place.story
    if news or story is None:
        return _from_now(told, now, story)
    near = now is not None and abs(now.year - story.year) <= NEAR_NOW
    if told.meaning.unit == "D" and told.meaning.shift == 0 and not told.meaning.suffix:
        return Choice("PRESENT_REF", story)
    if near and not told.around.quoted:
        return _from_now(told, now, story)
    return replace(_from_now(told, place.nearest, story), story=story)


# -- a year is said, or none ---------------------------------------------------------------------


def _written(meaning: Meaning, point: Point) -> str:
    if meaning.piece:
        return f"{calendar.year_text(point.year)}-{meaning.piece}"
    if meaning.suffix and not point.exact:
        return f"{Point(point.year, point.month)}{'-XX' if point.month else '-XX-XX'}{meaning.suffix}"
    return f"{point}{meaning.suffix}"


def _said(told: Told, point: Point, story: Point | None) -> Iterator[Choice]:
    value = _written(told.meaning, point)
    if story is not None:
        yield Choice(value, story, ASIDE * (0.2 if told.around.aside else 1.0), point)
        if point == Point(story.year):
            point = story
    yield Choice(value, point, step_cost(story, point) + (ASIDE if told.around.aside else 0.0), point)


def _without_year(told: Told, place: Place, coming: int | None) -> Iterator[Choice]:
    meaning, story = told.meaning, place.story
    if meaning.month == 0 and not meaning.season:
        yield _from_story(meaning, place)
        return
    years = _candidate_years(place, coming)
    if not years:
        yield Choice(_open(meaning), story)
    for year in years:
        point = Point(year, meaning.month, meaning.day, meaning.season)
        if not calendar.valid(point):
            continue
        value = _written(meaning, point)
        other = _other_year(place.here, point)
        yield Choice(
            value, point, other + step_cost(story, point) + (ASIDE if told.around.aside else 0.0), point
        )
        if story is not None:
            far = abs(point.months - story.months) / 12
            aside = ASIDE * (0.2 if told.around.aside or (place.here and not other) else 1.0)
            yield Choice(value, story, other + aside + ASIDE_PER_YEAR * far, point)


def _other_year(here: Point | None, point: Point) -> float:
    """The cost of another year than the sentence has named; a few months on cost nothing."""
    if here is None or here.year == point.year:
        return 0.0
    return 0.0 if 0 < _months_between(here, point) <= SOON else NEAR_YEAR


def _candidate_years(place: Place, coming: int | None) -> list[int]:
    years: set[int] = set()
    if coming is not None:
        years |= {coming, plus_years(coming, -1)}
    for point in (place.story, place.here):
        if point is not None:
            years |= {plus_years(point.year, step) for step in (-1, 0, 1)}
    return sorted(years)


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
    if meaning.piece:
        return f"XXXX-{meaning.piece}"
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


def _from_story(meaning: Meaning, place: Place) -> Choice:
    story = place.nearest
    if story is None:
        return Choice(_open(meaning), story)
    choice = _counted(meaning, story)
    if place.here is not None and choice.story == place.here:
        return replace(choice, story=place.story)
    return choice


def _full_year(short: int, story: Point | None) -> int:
    """The year with these last two figures that is nearest to the story."""
    year = story.year if story else 1970
    there = year - year % 100 + short
    return min((there - 100, there, there + 100), key=lambda each: (abs(each - year), each))


def _counted(meaning: Meaning, story: Point) -> Choice:
    if meaning.piece:
        return Choice(f"{calendar.year_text(story.year)}-{meaning.piece}", story)
    if meaning.month or meaning.season:
        return _named(meaning, story)
    if meaning.day:
        return _day_of_month(meaning, story)
    if meaning.weekday:
        return _weekday(meaning, story, 1)
    if meaning.suffix:
        day = calendar.plus_days(story, meaning.shift or 0) if story.exact else story
        return Choice(_written(meaning, day), day)
    return _moved(meaning, story)


def _moved(meaning: Meaning, story: Point) -> Choice:
    """*Two days later*, *the same year*, *the following decade*."""
    if meaning.vague:
        return Choice(_vague(meaning, story), story)
    there = calendar.stepped(story, meaning.unit, meaning.shift or 0) if meaning.shift else story
    known = story.exact or meaning.unit not in calendar.DAYS
    value = calendar.at_grain(there, meaning.unit)
    if meaning.unit in ("W", "W2") and known and meaning.shift and meaning.counted:
        value = str(there)
    if not known:
        value = calendar.at_grain(Point(there.year, there.month), meaning.unit)
    ahead = (meaning.shift or 0) > 0
    return Choice(value, there if ahead and known else story)


def _vague(meaning: Meaning, story: Point) -> str:
    if meaning.shift == 0:  # a day of a stretch
        return calendar.at_grain(Point(story.year, story.month), "D")
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
    return Choice(_written(meaning, point), point if shift >= 0 else story)


def _day_of_month(meaning: Meaning, story: Point) -> Choice:
    if not story.month:
        return Choice(f"{story}-XX-{meaning.day:02}", story)
    point = Point(story.year, story.month, meaning.day)
    if not calendar.valid(point) or (story.exact and story.day - meaning.day > 20):
        month = calendar.plus_months(Point(story.year, story.month), 1)
        point = Point(month.year, month.month, meaning.day)
    return Choice(_written(meaning, point), point)


def _weekday(meaning: Meaning, start: Point, way: int) -> Choice:
    """The nearest such day on (way 1) or back (way -1), the day itself where it is one."""
    if not start.exact:
        return Choice(_open(meaning), start)
    ahead = (meaning.weekday - calendar.weekday(start)) % 7
    steps = ahead if way > 0 or not ahead else ahead - 7
    point = calendar.plus_days(start, steps)
    return Choice(_written(meaning, point), point)


# -- told from the day of writing -----------------------------------------------------------------


def _from_now(told: Told, now: Point | None, story: Point | None) -> Choice:
    meaning = told.meaning
    if now is None:
        return Choice(_open(meaning), story)
    if meaning.weekday:
        return _near_weekday(told, now)
    if meaning.piece:
        return _near_piece(told, now, story)
    if meaning.month or meaning.season:
        return _near_month(told, now)
    if meaning.unit and not meaning.vague and meaning.shift is not None:
        there = calendar.stepped(now, meaning.unit, meaning.shift) if meaning.shift else now
        value = calendar.at_grain(there, meaning.unit)
        if meaning.unit in ("W", "W2") and abs(meaning.shift) >= 1 and meaning.counted and there.exact:
            value = str(there)
        return Choice(value + meaning.suffix, there if there.exact else story, here=there)
    return replace(_counted(meaning, now), story=story)


def _near_piece(told: Told, now: Point, story: Point | None) -> Choice:
    """The last such quarter or half year that is over, unless the sentence looks ahead."""
    meaning = told.meaning
    ends = int(meaning.piece[1]) * (3 if meaning.piece[0] == "Q" else 6)
    year = now.year + (meaning.shift or 0)
    if now.month and now.month <= ends and not told.around.ahead and meaning.shift is None:
        year = plus_years(year, -1)
    return Choice(f"{calendar.year_text(year)}-{meaning.piece}", story)


def _near_weekday(told: Told, now: Point) -> Choice:
    shift = told.meaning.shift or 0
    if shift > 0:
        return _weekday(told.meaning, calendar.plus_days(now, 1), 1)
    if shift < 0:
        return _weekday(told.meaning, calendar.plus_days(now, -1), -1)
    return _weekday(told.meaning, now, 1 if told.around.ahead else -1)


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
        elif told.around.ahead and apart < -1:
            year += 1
        elif not told.around.ahead and apart > 0:
            year -= 1
    point = Point(year, meaning.month, meaning.day, meaning.season)
    return Choice(_written(meaning, point), point if point.exact else now, 0.0)
