"""A number with its unit, while it is worked out. `Reading` gets a `Number` in the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.annotate.numbers import labels, numerals, spelled, units
from armillary.annotate.numbers.lexicon import STARTS, Kind, word
from armillary.annotate.numbers.units import Unit
from armillary.reading import Bound, Change


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, its unit, and what is known of it so far.

    `amount_end` is where the amount ends and the unit after it starts; `scale` the scale word that was
    multiplied in; `fraction` tells *a third* from a count.
    """

    start: int
    end: int
    amount_end: int
    value: float
    scale: float = 1
    unit: Unit | None = None
    unit_after: bool = False
    approximate: bool = False
    fraction: bool = False
    bound: Bound = Bound.EQUAL
    change: Change = Change.NONE
    low: float | None = None
    high: float | None = None


_LEAD = re.compile(
    r"(?<![A-Za-z])(?:(?P<a>an?|one)|(?P<several>(?:a )?(?:few|couple(?: of)?)|several|many|some)|(?P<between>[Bb]etween(?: \w{1,12})?)|(?P<minus>minus|negative))[ \n-]\Z",
    re.IGNORECASE,
)
_LEADS = {"a": spelled.Lead.A, "several": spelled.Lead.SEVERAL, "between": spelled.Lead.BETWEEN}
_MINUS = re.compile(r"(?<![A-Za-z])(?:[Mm]inus|[Nn]egative)[ \n]\Z")
_FIRST = re.compile(r"[A-Za-z]+")
_ORDINAL = re.compile(r"[A-Za-z]+(?:[-‐‑][A-Za-z]+){0,3}")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.]@)[^\s]{0,200}\Z")
_SHORT_SCALES = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "MM": 1e6, "bn": 1e9, "b": 1e9, "B": 1e9, "bln": 1e9,
    "tn": 1e12, "trn": 1e12, "T": 1e12, "tln": 1e12, "lakh": 1e5,
}  # fmt: skip
_ALWAYS_SCALE = frozenset({"k", "mn", "mln", "mio", "bn", "bln", "tn", "trn"})
_SHORT = re.compile(r"[ \u00a0-]?(k|K|mn|mln|mio|MM|m|M|bln|bn|b|B|tln|trn|tn|T)(?![A-Za-z0-9²³/])")
_COUNTED = re.compile(
    r"[ \n](?!(?:long|wide|high|tall|deep|away|from|of|in|to|at|on|or|and|above|below|by|is|was|the|a|race|sprint|final|hurdles|relay|run|dash)\b)[a-z]{3,}"
)


def measured(text: str, start: int, end: int) -> Iterator[Measured]:
    """All numbers of a block with their units, labels left out."""
    at = taken = start
    label_end = -1
    while found := STARTS.search(text, at, end):
        number, at = _number(text, found.start(), taken, end)
        if number is None:
            continue
        begin = units.skip_sign(text, number.start, number.unit, after=number.unit_after)
        if labels.goes_on(text, label_end, begin) or labels.is_label(text, begin, number.amount_end):
            label_end = number.amount_end
        else:
            taken = number.end
            yield number


def _number(text: str, at: int, start: int, end: int) -> tuple[Measured | None, int]:
    """The number at `at`, None where there is none, and the place where the scan goes on.

    `start`: what stands before belongs to another number.
    """
    if text[at].isalpha():
        return _in_words(text, at, start, end)
    numeral = numerals.read(text, at, end)
    if isinstance(numeral, int):
        return None, numeral
    number = _in_digits(text, numeral, start, end)
    return number, (number.end if number else numeral.end)


def _in_words(text: str, at: int, start: int, end: int) -> tuple[Measured | None, int]:
    if at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        return None, at + 1
    led = _LEAD.search(text, max(start, at - 16), at)
    kind = led.lastgroup if led else None
    lead = _LEADS.get(kind or "", spelled.Lead.NOTHING)
    made = spelled.read(text, at, end, lead)
    if made is None:
        return None, _past_words(text, at, end)
    grown = led and (
        kind == "minus"
        or (
            lead is not spelled.Lead.NOTHING
            and lead is not spelled.Lead.BETWEEN
            and _takes_lead(text, at)
        )
    )
    number = Measured(
        led.start() if led and grown else at,
        made.end,
        made.end,
        -made.value if kind == "minus" else made.value,
        made.scale,
        approximate=made.vague,
        fraction=made.fraction,
        bound=Bound.AT_LEAST if made.vague else Bound.EQUAL,
    )
    number = _with_unit(text, number, end, digits=False)
    return number, number.end


def _in_digits(text: str, numeral: numerals.Numeral, start: int, end: int) -> Measured | None:
    """A numeral with its sign, scale and unit; None where it is part of a word or an address."""
    begin, sign = _sign(text, numeral.start, start)
    money = units.before(text, begin)
    if money and money.edge < start:
        money = None
    before = text[begin - 1] if begin else " "
    if (
        money is None
        and (before.isalnum() or before in "_@#\\")
        or _ADDRESS.search(text, max(start, begin - 200), begin)
    ):
        return None
    stop, factor = _scale(text, numeral.end, end, money=money is not None)
    number = Measured(
        begin,
        stop,
        stop,
        sign * numeral.value * factor,
        factor,
        fraction=not numeral.whole and abs(numeral.value) < 1 and "." not in text[begin:stop],
    )
    if money:
        number = replace(number, start=money.edge, unit=money.unit)
        begin, sign = _sign(text, money.edge, start)
        return replace(number, start=begin, value=sign * number.value)
    number = _with_unit(text, number, end, digits=True)
    after = text[number.end] if number.end < end else " "
    if number.unit is None and stop == numeral.end and (after.isalnum() or after == "_"):
        return None
    return number


def _sign(text: str, at: int, start: int) -> tuple[int, int]:
    """Where a number with its sign starts, and the sign."""
    if at > start and text[at - 1] in "-−–+" and (at - 1 == start or text[at - 2] in " \t\n(=“"):
        return at - 1, 1 if text[at - 1] == "+" else -1
    led = _MINUS.search(text, max(start, at - 10), at)
    return (led.start(), -1) if led else (at, 1)


def _scale(text: str, at: int, end: int, *, money: bool) -> tuple[int, float]:
    """Past the scale after digits: *million*, *bn*, *and a half million*."""
    stop, more = spelled.and_a_half(text, at, end)
    if more:
        last, factor = spelled.scaled(text, stop, end)
        return (last, factor) if last > stop else (at, 1.0)
    short = _SHORT.match(text, at, end)
    if short and (
        money
        or short[1] in _ALWAYS_SCALE
        or (short.start(1) == at and short[1] in "mM" and _COUNTED.match(text, short.end(), end))
    ):
        return short.end(), _SHORT_SCALES[short[1]]
    return spelled.scaled(text, at, end)


def _with_unit(text: str, number: Measured, end: int, *, digits: bool) -> Measured:
    """With the unit that follows; *of a per cent* after a fraction as well."""
    found = units.after(
        text, number.end, end, value=abs(number.value), digits=digits, scaled=number.scale >= 1000
    )  # noqa: PLR2004  thousands and up
    if found is None or (number.fraction and found.unit.dimension == "time"):
        return number
    return replace(number, end=found.edge, unit=found.unit, unit_after=True)


def _takes_lead(text: str, at: int) -> bool:
    """Whether *a* or *several* before this word belongs to the number: *a dozen*, never *a two*."""
    known = word(_FIRST.match(text, at).group())  # type: ignore[union-attr]  a word starts here
    return known is not None and known.kind not in {Kind.SMALL, Kind.SCALES}


def _past_words(text: str, at: int, end: int) -> int:
    """Past the words of an ordinal, so that *twenty-first* is not read as one."""
    run = _ORDINAL.match(text, at, end)
    return run.end() if run else at + 1
