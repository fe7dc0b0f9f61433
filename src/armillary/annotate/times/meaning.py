"""What a match says by itself, before it is known from when it is told.

"7 August"          month 8, day 7, no year
"two days later"    2 days on from where the story is
"three weeks"       P3W, and nothing left to find out
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from armillary.annotate.times import numerals
from armillary.annotate.times.calendar import Point, valid
from armillary.annotate.times.lexicon import lexicon
from armillary.annotate.times.rules import Match
from armillary.reading import TimeType


class Base(StrEnum):
    """From where a time is told."""

    CALENDAR = "calendar"
    STORY = "story"
    NOW = "now"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words say. `value` is set where nothing is left to find out; `empty` where nothing ever will be."""

    type: TimeType
    value: str | None = None
    empty: bool = False
    year: int | None = None
    month: int = 0
    day: int = 0
    season: str = ""
    weekday: int = 0
    suffix: str = ""  # of the value: T11:00, TNI
    feast: str = ""
    unit: str = ""
    shift: int | None = None
    vague: bool = False
    base: Base = Base.CALENDAR
    mod: str | None = None
    piece: str = ""  # of a year: Q3, H2
    short: int | None = None  # two digits of a year
    old: bool = False  # a year of three figures, to be believed among others of its era
    counted: bool = False  # so many units, not the next one

    @property
    def is_clock(self) -> bool:
        """Whether only the hour or the part of the day is said."""
        return bool(self.suffix) and not (self.month or self.day or self.weekday or self.season)

    @property
    def point(self) -> Point | None:
        """The point of the calendar, where the year is said."""
        if self.year is None:
            return None
        return Point(self.year, self.month, self.day, self.season)


def meaning_of(match: Match) -> Meaning | None:
    """What a match says, None where it turns out to say nothing (the 31st of June)."""
    slots, says = match.slots, match.rule.says
    start = Meaning(
        match.rule.type, mod=_mod(slots), base=Base(says.get("base", "calendar")), old="old" in says
    )
    if "value_of" in says:
        return replace(start, value=_filled(says["value_of"], slots), empty=not says["value_of"])
    if start.type is TimeType.DURATION:
        return replace(start, value=_length(slots, says))
    if start.type is TimeType.SET:
        return replace(start, value=_often(slots))
    if "value" in slots:
        return _in_figures(start, slots["value"][0])
    for reader in (_era, _clock, _feast, _shifted):
        started = reader(start, slots, says)
        if started is None:
            return None
        start = started
    return _dated(start, slots)


Slots = dict[str, tuple[str, ...]]


def _word(classes: str, slots: Slots, name: str) -> int | str | None:
    words = slots.get(name)
    return lexicon().meaning(tuple(classes.split()), words[-1].strip(".")) if words else None


def _mod(slots: Slots) -> str | None:
    for name, classes in (("pre", ("MOD", "EDGE")), ("lead", ("ABOUT",))):
        for word in slots.get(name, ()):
            found = lexicon().meaning(classes, word)
            if isinstance(found, str) and found != "EQUAL":
                return found
    said = slots.get("lead", ())
    for words, mod in _BOUNDS:
        if said[: len(words)] == words:
            return mod
    return None


_BOUNDS = (
    (("more", "than"), "MORE_THAN"),
    (("well", "over"), "MORE_THAN"),
    (("less", "than"), "LESS_THAN"),
    (("fewer", "than"), "LESS_THAN"),
    (("no", "more", "than"), "EQUAL_OR_LESS"),
    (("not", "more", "than"), "EQUAL_OR_LESS"),
    (("up", "to"), "EQUAL_OR_LESS"),
    (("at", "most"), "EQUAL_OR_LESS"),
    (("at", "least"), "EQUAL_OR_MORE"),
    (("no", "less", "than"), "EQUAL_OR_MORE"),
    (("a", "little", "more", "than"), "MORE_THAN"),
)


def _filled(written: str, slots: Slots) -> str | None:
    if not written:
        return None
    if written == "{rate}":
        return str(_word("RATE", slots, "rate"))
    if "{part}" in written:
        return written.replace("{part}", str(_word("PART", slots, "part")))
    if "{parts}" in written:
        return written.replace("{parts}", str(_word("PARTS", slots, "parts")))
    return written


# -- lengths and sets ---------------------------------------------------------------------------


def _length(slots: Slots, says: dict[str, object]) -> str | None:
    unit = str(says.get("unit") or _word("UNIT UNITS LENGTH", slots, "unit") or "")
    if not unit:
        return None
    if "half" in slots:
        return period(0.5, unit)
    if says.get("vague"):
        return period(numerals.amount(slots["vague"]) if "vague" in slots else None, unit)
    if "number" in slots:
        return period(numerals.amount(slots["number"]), unit)
    return period(10, "Y") if says.get("tens") and unit == "DE" else period(1, unit)


def period(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P3D`, `PT7H`, `PXW`, `P1DE`."""
    if unit == "W2":
        number, unit = (2 * number if number else None), "W"
    if unit == "ML":
        number, unit = (1000 * number if number else None), "Y"
    count = "X" if number is None else numerals.plain(number)
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def _often(slots: Slots) -> str | None:
    if "weekday" in slots or "weekdays" in slots:
        day = _word("WEEKDAY", slots, "weekday") or _word("WEEKDAYS", slots, "weekdays")
        part = _word("PART", slots, "part")
        return f"XXXX-WXX-{day}" + (f"T{part}" if part else "")
    if "part" in slots:
        return f"XXXX-XX-XXT{_word('PART', slots, 'part')}"
    if "season" in slots:
        return f"XXXX-{_word('SEASON', slots, 'season')}"
    if "month" in slots:
        return f"XXXX-{_word('MONTH', slots, 'month'):02}"
    unit = str(_word("UNIT UNITS LENGTH", slots, "unit") or "")
    if "number" in slots:
        return period(numerals.amount(slots["number"]), unit)
    plain = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "WE": "XXXX-WXX-WE"}
    return plain.get(unit, period(1, unit))


# -- dates --------------------------------------------------------------------------------------


def _in_figures(start: Meaning, written: str) -> Meaning | None:
    if "-" in written:
        day, _, hour = written.partition("T")
        year, month, date = (int(part) for part in day.split("-"))
        point = Point(year, month, date)
        kind = TimeType.TIME if hour else start.type
        made = replace(
            start, type=kind, year=year, month=month, day=date, suffix=f"T{hour}" if hour else ""
        )
        return made if valid(point) and month else None
    parts = written.replace(".", "/").split("/")
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, date = (int(part) for part in parts)
    else:
        month, date, year = (int(part) for part in parts)
        if month > 12 or "." in written:
            month, date = date, month
        year += (2000 if year < 50 else 1900) if len(parts[2]) == 2 else 0
    made = replace(start, year=year, month=month, day=date)
    return made if month and date and valid(Point(year, month, date)) else None


def _era(start: Meaning, slots: Slots, _: object) -> Meaning | None:
    era = slots.get("era")
    sign = -1 if era and era[-1].replace(".", "") in ("bc", "bce") else 1
    if "year" in slots and slots["year"][-1].isdigit():
        year = sign * int(slots["year"][-1])
        return replace(start, year=year) if year else None
    if "decade" in slots:
        return _decade(start, slots["decade"][0], sign)
    if "year" in slots:
        return replace(start, short=int(slots["year"][0].strip("'")))
    return start


def _decade(start: Meaning, written: str, sign: int) -> Meaning:
    digits = written.strip("'s").replace("'", "")
    if digits.isdigit() and len(digits) >= 3:
        year = digits[:-1] if len(digits) == 4 else "0" + digits[:-1]
    elif digits.isdigit():
        year = "19" + digits[0]
    else:
        year = f"19{lexicon().meaning(('TENS_DECADE',), written)}"
    return replace(start, value=("BC" if sign < 0 else "") + year)


def _clock(start: Meaning, slots: Slots, _: object) -> Meaning | None:
    part = _word("PART", slots, "part")
    if part:
        return replace(start, suffix=f"T{part}", type=TimeType.TIME)
    if "hour" not in slots:
        return start
    word = slots["hour"][0]
    hour, _, minute = word.partition(":")
    if hour.isdigit() and len(hour) > 2:
        hour, minute = hour[:2], hour[2:]
    number = int(hour) if hour.isdigit() else int(numerals.amount((hour,)) or 0)
    half = _word("HALF_OF_DAY", slots, "half") if "half" in slots else None
    if half is None and "half" in slots:
        half = 12 if slots["half"][0].replace(".", "") == "pm" else 0
    if half is not None:
        number = number % 12 + int(half)
    if number > 24 or (minute and int(minute[:2]) > 59):
        return None
    zone = _word("ZONE", slots, "zone") or ""
    return replace(start, suffix=f"T{number:02}:{minute or '00'}{zone}", type=TimeType.TIME)


def _feast(start: Meaning, slots: Slots, _: object) -> Meaning | None:
    if "newyear" in slots:
        return replace(start, month=12, day=31) if "eve" in slots else replace(start, month=1, day=1)
    feast = _word("HOLIDAY", slots, "holiday")
    if feast is None:
        return start
    if "-" not in str(feast):
        return replace(start, feast=str(feast))
    month, day = (int(part) for part in str(feast).split("-"))
    return replace(start, month=month, day=day - ("eve" in slots))


_FORWARD = frozenset(
    "next following subsequent coming ensuing later after afterwards afterward thereafter hence from on since".split()
)
_BACK = frozenset("last previous preceding past prior earlier previously before beforehand ago".split())


def _shifted(start: Meaning, slots: Slots, says: dict[str, object]) -> Meaning | None:
    near = slots.get("near")
    if near:
        days = lexicon().meaning(("NEAR",), near[-1])
        part = "TNI" if near[-1] == "tonight" else start.suffix
        kind = TimeType.TIME if part else start.type
        step = int(days or 0)
        if "core" in slots and "day" in slots["core"]:
            step += 1 if "after" in slots["core"] else -1
        return replace(start, base=Base.NOW, unit="D", shift=step, suffix=part, type=kind)
    if "samey" in slots:
        return replace(start, base=Base.STORY, unit="Y", shift=0)
    unit = str(says.get("unit") or _word("UNIT UNITS LENGTH", slots, "unit") or "")
    said = set(slots.get("dir", ())) | set(slots.get("following", ()))
    way = (1 if said & _FORWARD else -1 if said & _BACK else 0) if said else says.get("shift", 0)
    count = numerals.amount(slots["number"]) if "number" in slots and unit and unit != "Q" else 1
    vague = bool(says.get("vague")) or count is None or count != int(count)
    if unit or said or start.base is not Base.CALENDAR:
        shift = int(way) * int(count or 0) if not vague else int(way)
        counted = "number" in slots or bool({"later", "ago", "after", "before", "earlier"} & said)
        return replace(start, unit=unit, shift=shift, vague=vague, counted=counted)
    return start


def _dated(start: Meaning, slots: Slots) -> Meaning | None:
    month = _word("MONTH", slots, "month")
    season = _word("SEASON", slots, "season")
    weekday = _word("WEEKDAY", slots, "weekday")
    day = numerals.ordinal(slots["day"]) if "day" in slots else start.day
    made = replace(
        start,
        month=int(month or start.month),
        day=day,
        season=str(season or ""),
        weekday=int(weekday or 0) if not day else 0,
    )
    if "two" in slots:
        made = _two(made, slots)
    if "until" in slots and made.year is not None:
        until = int(_word("MONTH", slots, "until") or 12)
        made = replace(made, year=made.year - (until < made.month))
    piece = _piece(slots, made.unit)
    if piece:
        made = replace(made, piece=piece)
    if made.day > 31 or (
        made.month and made.day and not valid(Point(made.year or 2000, made.month, made.day))
    ):
        return None
    if "number" in slots and not made.unit and not piece:
        return _century(made, slots)
    return made


def _piece(slots: Slots, unit: str) -> str:
    """The quarter or half of a year that the words name: Q3, H2."""
    if "quarter" in slots:
        return slots["quarter"][0].upper()
    if "half" in slots and slots["half"][0] in ("first", "second", "latter", "other"):
        return "H1" if slots["half"][0] == "first" else "H2"
    if unit == "Q" and "final" in slots["core"]:
        return "Q4"
    number = numerals.ordinal(slots["number"]) if unit == "Q" and "number" in slots else 0
    return f"Q{number}" if 0 < number < 5 else ""


def _two(made: Meaning, slots: Slots) -> Meaning:
    two = int(slots["two"][0])
    first = made.year or 0
    year = first - first % 100 + two + (100 if two < first % 100 else 0)
    return replace(made, year=year)


def _century(made: Meaning, slots: Slots) -> Meaning | None:
    number = numerals.ordinal(slots["number"])
    era = slots.get("era")
    before = "BC" if era and era[-1].replace(".", "").startswith("b") else ""
    return replace(made, value=f"{before}{number - 1:02}") if 0 < number < 40 else None
