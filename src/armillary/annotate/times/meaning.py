"""What a match says by itself, before it is known from when it is told.

"7 August"          month 8, day 7, no year
"two days later"    2 days on from where the story is
"three weeks"       P3W, and nothing left to find out
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from armillary.annotate.times import slots as read
from armillary.annotate.times.calendar import Point, easter, nth_weekday
from armillary.annotate.times.lengths import length, often
from armillary.annotate.times.rules import Rule
from armillary.annotate.times.slots import Slots
from armillary.reading import TimeType

NOVEMBER, THURSDAY = 11, 4


class Base(StrEnum):
    """From where a time is told."""

    CALENDAR = "calendar"
    STORY = "story"
    NOW = "now"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words say; what they do not say is empty.

    `value` is set where nothing is left to find out, `blank` where nothing ever will be (*the time*).
    `suffix` follows the day in the value (`T11:00`, `TNI`), `piece` the year (`Q3`, `H2`). `shift` is
    in `unit`; `counted` tells *two weeks later*, a day, from *the next week*. `short` are the last two
    figures of a year. `old` is a year of three figures, to be believed among others of its era.
    """

    type: TimeType
    value: str | None = None
    blank: bool = False
    base: Base = Base.CALENDAR
    mod: str | None = None
    year: int | None = None
    month: int = 0
    day: int = 0
    season: str = ""
    weekday: int = 0
    nth: int = 0
    feast: str = ""
    suffix: str = ""
    piece: str = ""
    unit: str = ""
    shift: int | None = None
    counted: bool = False
    vague: bool = False
    short: int | None = None
    old: bool = False

    @property
    def is_clock(self) -> bool:
        """Whether only the hour or the part of the day is said."""
        return bool(self.suffix) and not (self.month or self.day or self.weekday or self.season)

    @property
    def point(self) -> Point | None:
        """The point of the calendar, where the year is said."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> Point:
        """The point of the calendar in a year that is found elsewhere."""
        if self.feast == "easter" and year > 0:
            return easter(year)
        if self.feast == "thanksgiving":
            return nth_weekday(year, NOVEMBER, THURSDAY, 4)
        if self.nth and self.month and self.weekday:
            return nth_weekday(year, self.month, self.weekday, self.nth)
        return Point(year, self.month, self.day, self.season)


def start_of(rule: Rule, slots: Slots) -> Meaning:
    """What the rule says before its slots are read, with the modifier."""
    says = rule.says
    return Meaning(
        rule.type,
        base=Base(says.get("base", "calendar")),
        mod=read.mod(slots),
        old=bool(says.get("old")),
    )


def settled(start: Meaning, rule: Rule, slots: Slots) -> Meaning | None:
    """The meaning of a length, a set or a fixed word; None where it is one of the calendar."""
    if "value_of" in rule.says:
        value = _filled(rule.says["value_of"], slots)
        return replace(start, value=value, blank=value is None)
    if rule.type is TimeType.DURATION:
        value = length(slots, rule.says)
        return replace(start, value=value, blank=value is None)
    if rule.type is TimeType.SET:
        value = often(slots)
        return replace(start, value=value, blank=value is None)
    return None


def _filled(written: str, slots: Slots) -> str | None:
    for name in ("rate", "part", "parts"):
        written = written.replace(f"{{{name}}}", read.word(slots, name, name.upper()))
    return written or None
