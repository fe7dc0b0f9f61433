"""The meaning of a match that stands in the calendar or on the clock."""

from dataclasses import replace

from armillary.annotate.times import numerals
from armillary.annotate.times import slots as read
from armillary.annotate.times.calendar import Point, valid
from armillary.annotate.times.figures import decade_of, hour_of, in_figures
from armillary.annotate.times.meaning import Base, Meaning, settled, start_of
from armillary.annotate.times.rules import Rule
from armillary.annotate.times.slots import Slots
from armillary.reading import TimeType

LAST_CENTURY = 30  # a higher number before *century* is a slip or a joke
CENTURY = 100
FEAST_MONTHS = {"easter": 4, "thanksgiving": 11}  # about; the year tells
TURN = 90  # the short year after 1895 may be of the next century: 1895-05

_FORWARD = frozenset(
    "next following subsequent coming ensuing later after afterwards afterward thereafter hence from "
    "since".split()
)
_BACK = frozenset("last previous preceding past prior earlier previously before beforehand ago".split())
_COUNTING = frozenset("later ago after before earlier hence from".split())


def meaning_of(rule: Rule, slots: Slots) -> Meaning | None:
    """What a match says, None where it turns out to say nothing (the 31st of June)."""
    start = start_of(rule, slots)
    done = settled(start, rule, slots)
    if done is not None:
        return done
    if "value" in slots:
        return in_figures(start, slots["value"])
    made: Meaning | None = start
    for reader in (_year, _hour, _feast, _step, _date, _piece):
        made = reader(made, rule, slots) if made is not None else None
    return made


def _year(made: Meaning, _: Rule, slots: Slots) -> Meaning | None:
    era = slots.get("era", ("",))[-1].replace(".", "")
    sign = -1 if era in ("bc", "bce") else 1
    if "decade" in slots:
        return replace(made, value=decade_of(slots["decade"][0], before=sign < 0))
    if "century" in slots:
        return _century(made, slots, sign)
    if "year" not in slots:
        return made
    figures = slots["year"][-1]
    if not figures.isdigit():
        return replace(made, short=int(figures.strip("'")))
    year = sign * int(figures)
    return _two(replace(made, year=year), slots) if year else None


def _two(made: Meaning, slots: Slots) -> Meaning | None:
    """The second year of *1915-16*, told by its last two figures."""
    if "two" not in slots or made.year is None:
        return made
    first = made.year % CENTURY
    year = made.year - first + int(slots["two"][0])
    if year <= made.year:
        year += CENTURY if first >= TURN else 0
    return replace(made, year=year) if year > made.year and len(slots["two"][0]) == len("16") else None


def _century(made: Meaning, slots: Slots, sign: int) -> Meaning | None:
    number = numerals.ordinal(slots["number"])
    before = "BC" if sign < 0 else ""
    return replace(made, value=f"{before}{number - 1:02}") if 0 < number <= LAST_CENTURY else None


def _hour(made: Meaning, _: Rule, slots: Slots) -> Meaning | None:
    part = read.word(slots, "part", "PART")
    if part:
        return replace(made, suffix=f"T{part}", type=TimeType.TIME)
    if "hour" not in slots:
        return made
    suffix = hour_of(slots)
    return replace(made, suffix=suffix, type=TimeType.TIME) if suffix else None


def _feast(made: Meaning, _: Rule, slots: Slots) -> Meaning:
    if "newyear" in slots:
        return replace(made, month=12, day=31) if "eve" in slots else replace(made, month=1, day=1)
    feast = read.word(slots, "holiday", "HOLIDAY")
    if "-" not in feast:
        return replace(made, feast=feast, month=FEAST_MONTHS.get(feast, 0))
    month, day = feast.split("-")
    return replace(made, month=int(month), day=int(day) - ("eve" in slots))


def _step(made: Meaning, rule: Rule, slots: Slots) -> Meaning:
    """*Two days later*, *tomorrow*, *the same year*: so many units from where it is told."""
    if "near" in slots:
        return _near(made, slots)
    if "samey" in slots:
        return replace(made, base=Base.STORY, unit="Y", shift=0)
    unit = read.unit(slots, rule.says.get("unit"))
    said = set(slots.get("dir", ())) | set(slots.get("following", ()))
    if not (unit or said or made.base is not Base.CALENDAR):
        return made
    way = 1 if said & _FORWARD else -1 if said & _BACK else 0
    count = read.amount(slots) if "number" in slots and unit != "Q" else 1.0
    vague = bool(rule.says.get("vague")) or count is None or count != int(count)
    return replace(
        made,
        unit=unit,
        shift=int(rule.says.get("shift", way if vague else way * int(count or 0))),
        vague=vague,
        counted="number" in slots or bool(_COUNTING & said),
    )


def _near(made: Meaning, slots: Slots) -> Meaning:
    """*Today*, *tomorrow*, *the day before yesterday*."""
    word = slots["near"][-1]
    step = read.number(slots, "near", "NEAR")
    if "day" in slots["core"]:
        step += 1 if "after" in slots["core"] else -1
    suffix = "TNI" if word == "tonight" else made.suffix
    kind = TimeType.TIME if suffix else made.type
    return replace(made, base=Base.NOW, unit="D", shift=step, suffix=suffix, type=kind)


def _date(made: Meaning, _: Rule, slots: Slots) -> Meaning | None:
    day = numerals.ordinal(slots["day"]) if "day" in slots else made.day
    month = read.number(slots, "month", "MONTH") or made.month
    until = read.number(slots, "until", "MONTH")
    year = made.year - 1 if made.year is not None and 0 < until < month else made.year
    if day > 31 or (month and day and not valid(Point(year or 2000, month, day))):  # noqa: PLR2004  the calendar's
        return None
    return replace(
        made,
        year=year,
        month=month,
        day=day,
        season=read.word(slots, "season", "SEASON"),
        weekday=0 if day else read.number(slots, "weekday", "WEEKDAY"),
        nth=(numerals.ordinal(slots["nth"]) or -1) if "nth" in slots else 0,
    )


def _piece(made: Meaning, rule: Rule, slots: Slots) -> Meaning:
    """The quarter or half of a year: Q3, H2."""
    if "quarter" in slots:
        return replace(made, piece=slots["quarter"][0].upper(), unit="Q", shift=None)
    if "halfyear" in slots:
        return replace(made, piece="H1" if "first" in slots["halfyear"] else "H2")
    if rule.says.get("unit") != "Q":
        return made
    number = 4 if "final" in slots["core"] else numerals.ordinal(slots.get("number", ()))
    return replace(made, piece=f"Q{number}", shift=None)
