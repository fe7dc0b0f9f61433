"""From where a time is told: the year is carried through the story.

A story moves on, steps back now and then, and looks aside. Each time that lacks its year could stand
in several; each time at all could be the next step of the story or a look aside (a flashback, a work
that is cited). Each choice has a cost, a little for each month on, more for each month back, a lump
for a look aside; the cheapest way through the whole text is taken, so that what comes later has a say
in what came before. A few of the cheapest ways are kept at each step: the work is linear.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from armillary.annotate.times import calendar
from armillary.annotate.times.calendar import Point, plus_years
from armillary.annotate.times.meaning import Base
from armillary.annotate.times.telling import (
    Choice,
    Place,
    Told,
    from_now,
    from_story,
    full_year,
    left_open,
    written,
)

# Costs of the ways through a story, tuned on the development part of WikiWars (11 documents);
# measured again by `python bench/times.py --corpus wikiwars`.
# The figures are flat around these: of 1,591 values 1,434 to 1,441 are right for ON_MOST from 0.6 to 2 and
# BACK_MOST from 1.5 to 3. Low ones are taken, so that a text with few dates moves on over decades.
ON_PER_MONTH, ON_MOST = 0.08, 0.8
BACK, BACK_PER_MONTH, BACK_MOST = 0.35, 0.16, 2.0
ASIDE, ASIDE_PER_YEAR = 1.2, 0.3
KEPT = 8
NEAR_YEAR = 0.6  # for another year than the one that the same sentence names
SOON = 5  # months


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    place: Place
    values: "_Values | None"


@dataclass(frozen=True, slots=True)
class _Values:
    value: str | None
    before: "_Values | None"


class Manner(StrEnum):
    """From where a text tells its times.

    News tells all from the day of writing. A story tells all from where it is. An essay tells its
    dates as a story does, but *last year* from the day of writing, which it reaches.
    """

    NEWS = "news"
    ESSAY = "essay"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Frame:
    """The day of writing, None where it is not known, and the manner of the text."""

    now: Point | None
    manner: Manner

    @property
    def is_news(self) -> bool:
        """Whether dates without a year are told from the day of writing."""
        return self.manner is Manner.NEWS and self.now is not None


def values(told: list[Told], frame: Frame) -> list[str | None]:
    """The value of each time, on the cheapest way through all of them."""
    coming = _next_years(told)
    ways = [_Way(0.0, Place(frame.now if frame.is_news else None), None)]
    for each, year in zip(told, coming, strict=True):
        further = []
        for way in ways:
            place = Place(way.place.story) if each.around.fresh else way.place
            for choice in _choices(each, place, frame, year):
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


def _choices(told: Told, place: Place, frame: Frame, coming: int | None) -> Iterator[Choice]:
    meaning, story = told.meaning, place.story
    if meaning.value is not None or meaning.blank:
        yield Choice(meaning.value, story)
    elif meaning.point is not None and told.cited:
        yield Choice(written(meaning, meaning.point), story)
    elif meaning.point is not None:
        yield from _said(told, meaning.point, story)
    elif meaning.short is not None:
        yield Choice(calendar.year_text(full_year(meaning.short, place.nearest or frame.now)), story)
    elif meaning.base is Base.EVENT:
        yield Choice(left_open(meaning), story)
    elif meaning.base is Base.NOW:
        yield _seen_from(told, place, frame)
    elif frame.is_news and meaning.base is Base.CALENDAR and not meaning.is_clock:
        yield from_now(told, frame.now, story)
    elif meaning.base is Base.CALENDAR:
        yield from _without_year(told, place, coming)
    else:
        yield from_story(meaning, place)


def _seen_from(told: Told, place: Place, frame: Frame) -> Choice:
    """*Last year*, *today*: from the day of writing, or in a story and in quotations from the story."""
    story = place.story
    if frame.is_news or story is None:
        return from_now(told, frame.now, story)
    if told.meaning.unit == "D" and told.meaning.shift == 0 and not told.meaning.suffix:
        return Choice("PRESENT_REF", story)
    if frame.manner is Manner.ESSAY and not told.around.quoted:
        return replace(from_now(told, frame.now, story), story=story)
    return replace(from_now(told, place.nearest, story), story=story)


def _said(told: Told, point: Point, story: Point | None) -> Iterator[Choice]:
    value = written(told.meaning, point)
    if story is not None:
        yield Choice(value, story, ASIDE * (0.2 if told.around.aside else 1.0), point)
        if point == Point(story.year):
            point = story
    yield Choice(
        value, point, step_cost(story, point, leaps=True) + (ASIDE if told.around.aside else 0.0), point
    )


def _without_year(told: Told, place: Place, coming: int | None) -> Iterator[Choice]:
    meaning, story = told.meaning, place.story
    if meaning.month == 0 and not meaning.season:
        yield from_story(meaning, place)
        return
    years = _candidate_years(place, coming)
    if not years:
        yield Choice(left_open(meaning), story)
    for year in years:
        point = meaning.in_year(year)
        if not calendar.valid(point):
            continue
        value = written(meaning, point)
        other = _other_year(place.here, point)
        yield Choice(
            value,
            point,
            other + step_cost(story, point, leaps=False) + (ASIDE if told.around.aside else 0.0),
            point,
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


def step_cost(story: Point | None, point: Point, *, leaps: bool) -> float:
    """What it costs the story to go there. Only to a year that is said it leaps over many."""
    if story is None:
        return 0.0
    ahead = _months_between(story, point)
    if ahead >= 0:
        cost = ON_PER_MONTH * ahead
        return min(ON_MOST, cost) if leaps else cost
    cost = BACK - BACK_PER_MONTH * ahead
    return min(BACK_MOST, cost) if leaps else cost


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
