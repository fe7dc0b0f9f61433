"""How long and how often: the values of lengths and of sets of times."""

from armillary.annotate.times import numerals
from armillary.annotate.times import slots as read
from armillary.annotate.times.numerals import plain
from armillary.annotate.times.slots import Slots

_COUNTED = {"NI": "D", "WE": "W"}
"""Units that are no lengths, and the lengths that they are counted in."""
_EVERY = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "WE": "XXXX-WXX-WE"}


def length(slots: Slots, says: dict[str, object]) -> str | None:
    """The value of a length, None where its unit is not known."""
    unit = read.unit(slots, says.get("unit"))
    if not unit or "more" in slots:
        return _together(slots, unit) if unit else None
    if says.get("tens") and unit == "DE":
        return period(10, "Y")
    return period(_count(slots, vague=bool(says.get("vague"))), unit)


def _count(slots: Slots, *, vague: bool) -> float | None:
    if "half" in slots:
        return 0.5
    count = None if vague else read.amount(slots) if "number" in slots else 1.0
    ends_half = slots["core"][-1] == "half" or slots["core"][-2:] == ("half", "long")
    return count if count is None or not ends_half else count + 0.5


def _together(slots: Slots, unit: str) -> str | None:
    """*Three years and two months*: `P3Y2M`."""
    first, second = read.amount(slots), numerals.amount(slots["more"])
    small = read.word(slots, "smaller", "UNIT", "UNITS", "LENGTH")
    if first is None or second is None or unit[0] == "T" or not small:
        return None
    time = "T" if small[0] == "T" else ""
    return f"{period(first, unit)}{time}{plain(second)}{small[-1]}"


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P3D`, `PT7H`, `P1DE`, and `PXW` where the count is not known."""
    if unit == "W2":
        count, unit = (None if count is None else 2 * count), "W"
    if unit == "ML":
        count, unit = (None if count is None else 1000 * count), "Y"
    written = "X" if count is None else plain(count)
    return f"PT{written}{unit[1]}" if unit[0] == "T" else f"P{written}{unit}"


def distance(unit: str, shift: int | None, *, vague: bool) -> str | None:
    """How far from an event: `P2D` after it, `-P1W` before it; None where the unit or the way is not said."""
    if not unit or not shift:
        return None
    return ("-" if shift < 0 else "") + period(None if vague else abs(shift), _COUNTED.get(unit, unit))


def often(slots: Slots) -> str | None:
    """The value of a set of times: `XXXX-WXX-2` for *every Tuesday*, `P2Y` for *every two years*."""
    day = read.number(slots, "weekday", "WEEKDAY") or read.number(slots, "weekdays", "WEEKDAYS")
    part = read.word(slots, "part", "PART")
    season = read.word(slots, "season", "SEASON")
    month = read.number(slots, "month", "MONTH")
    if day or part:
        named = f"XXXX-WXX-{day}" if day else "XXXX-XX-XX"
        return named + (f"T{part}" if part else "")
    if season or month:
        return f"XXXX-{season or format(month, '02')}"
    unit = read.unit(slots)
    if not unit or "other" in slots["core"]:
        return period(2, unit) if unit else None
    return period(read.amount(slots), unit) if "number" in slots else _EVERY.get(unit, period(1, unit))
