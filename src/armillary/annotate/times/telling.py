"""One time at one place of a story: told from there, or from the day of writing."""

from dataclasses import dataclass, field, replace

from armillary.annotate.times import calendar
from armillary.annotate.times.calendar import Point, plus_years
from armillary.annotate.times.meaning import Meaning
from armillary.annotate.times.surroundings import Surroundings

HALF_YEAR = 6  # months: a day without a year is the nearest one in news
LONG_BACK = 20  # days: *the 2nd* after the 28th is of the next month


@dataclass(frozen=True, slots=True)
class Told:
    """A meaning where it stands. `cited` says that it dates a work and no part of the story."""

    meaning: Meaning
    around: Surroundings = field(default_factory=Surroundings)
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


def written(meaning: Meaning, point: Point) -> str:
    """The value of a meaning at a point of the calendar."""
    if meaning.piece:
        return f"{calendar.year_text(point.year)}-{meaning.piece}"
    if meaning.suffix and not point.exact:
        return f"{Point(point.year, point.month)}{'-XX' if point.month else '-XX-XX'}{meaning.suffix}"
    return f"{point}{meaning.suffix}"


def left_open(meaning: Meaning) -> str | None:
    """The value where nothing says from when it is told: `XXXX-09`, `XXXX-WXX-1`."""
    if meaning.piece or meaning.season:
        return f"XXXX-{meaning.piece or meaning.season}"
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


def from_story(meaning: Meaning, place: Place) -> Choice:
    """A time told from what was told before."""
    story = place.nearest
    if story is None:
        return Choice(left_open(meaning), story)
    choice = _counted(meaning, story)
    if place.here is not None and choice.story == place.here:
        return replace(choice, story=place.story)
    return choice


def full_year(short: int, story: Point | None) -> int:
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
        return Choice(written(meaning, day), day)
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
    point = meaning.in_year(year)
    return Choice(written(meaning, point), point if shift >= 0 else story)


def _day_of_month(meaning: Meaning, story: Point) -> Choice:
    if not story.month:
        return Choice(f"{story}-XX-{meaning.day:02}", story)
    point = Point(story.year, story.month, meaning.day)
    if not calendar.valid(point) or (story.exact and story.day - meaning.day > LONG_BACK):
        month = calendar.plus_months(Point(story.year, story.month), 1)
        point = Point(month.year, month.month, meaning.day)
    return Choice(written(meaning, point), point)


def _weekday(meaning: Meaning, start: Point, way: int) -> Choice:
    """The nearest such day on (way 1) or back (way -1), the day itself where it is one."""
    if not start.exact:
        return Choice(left_open(meaning), start)
    ahead = (meaning.weekday - calendar.weekday(start)) % 7
    steps = ahead if way > 0 or not ahead else ahead - 7
    point = calendar.plus_days(start, steps)
    return Choice(written(meaning, point), point)


def from_now(told: Told, now: Point | None, story: Point | None) -> Choice:
    """A time told from the day of writing."""
    meaning = told.meaning
    if now is None:
        return Choice(left_open(meaning), story)
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
            year += 1 if apart < -HALF_YEAR else -1 if apart > HALF_YEAR else 0
        elif told.around.ahead and apart < -1:
            year += 1
        elif not told.around.ahead and apart > 0:
            year -= 1
    point = meaning.in_year(year)
    return Choice(written(meaning, point), point if point.exact else now, here=point)
