"""One pass over a block: where a number may start, what it amounts to, its unit, and whether it is a label."""

import re
from collections.abc import Iterator
from dataclasses import replace

from armillary.annotate.numbers import labels, numerals, spelled, units
from armillary.annotate.numbers.lexicon import STARTS, Kind, word
from armillary.annotate.numbers.measured import Measured
from armillary.reading import Bound

THOUSANDS = 1000
"""From this scale on, a common word after a number can be money: *60 billion won*."""

_LEAD = re.compile(
    r"(?<![A-Za-z])(?:(?P<a>an?|one)|(?P<several>(?:a )?(?:few|couple(?: of)?)|several|many|some)"
    r"|(?P<between>between(?: \w{1,12})?))[ \n-]\Z",
    re.IGNORECASE,
)
_LEADS = {"a": spelled.Lead.A, "several": spelled.Lead.SEVERAL, "between": spelled.Lead.BETWEEN}
_MINUS = re.compile(r"(?<![A-Za-z])(?:[Mm]inus|[Nn]egative)[ \n]\Z")
_FIRST = re.compile(r"[A-Za-z]+")
_COMPOUND = re.compile(r"[A-Za-z]+(?:[-‐‑][A-Za-z]+){0,3}")
_ADDRESS = re.compile(r"(?:www\.|[\w.]@)[^\s]{0,200}\Z")
_BEFORE_SIGN = frozenset(" \t\n(=<>~“\u00a0")
_SHORT_SCALES = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "MM": 1e6, "b": 1e9,
    "B": 1e9, "bn": 1e9, "bln": 1e9, "T": 1e12, "tn": 1e12, "trn": 1e12, "tln": 1e12,
}  # fmt: skip
_ALWAYS_SCALE = frozenset({"k", "mn", "mln", "mil", "mio", "bn", "bln", "tn", "trn", "tln"})
_SHORT = re.compile(r"[ \u00a0-]?(k|K|mn|mln|mil|mio|MM|m|M|bln|bn|b|B|tln|trn|tn|T)(?![A-Za-z0-9²³/])")
_COUNTED = re.compile(
    r"[ \n](?!(?:long|wide|high|tall|deep|away|from|of|in|to|at|on|or|and|above|below|by|is|was|the|a|race|sprint"
    r"|final|hurdles|relay|run|dash)\b)[a-z]{3,}"
)


def scan(text: str, start: int, end: int) -> Iterator[Measured]:
    """All numbers of a block with their units, labels left out."""
    at = taken = start
    label_end = -1
    while found := STARTS.search(text, at, end):
        if found["address"]:
            at = found.end()
            continue
        number, at = _number(text, found.start(), taken, end)
        if number is None:
            continue
        if not number.unit_before and taken != number.digits - 1 and _labels(text, number, label_end):
            label_end = number.amount_end
        else:
            taken = number.end
            yield number


def _labels(text: str, number: Measured, label_end: int) -> bool:
    measures = number.unit is not None and number.unit.dimension not in {"ratio", "time"}
    if number.unit is not None and number.unit.name == "percent":
        return False
    if label_end >= 0 and labels.goes_on(text, label_end, number.digits):
        return True
    return labels.is_label(text, number.digits, number.amount_end, measures=measures)


def _number(text: str, at: int, start: int, end: int) -> tuple[Measured | None, int]:
    """The number at `at`, None where there is none, and the place where the scan goes on.

    `start`: what stands before it belongs to another number.
    """
    if text[at].isalpha():
        number, after = _in_words(text, at, start, end)
    else:
        numeral = numerals.read(text, at, end)
        if isinstance(numeral, int):
            return None, numeral
        number, after = _in_digits(text, numeral, start, end), numeral.end
    return number, (number.end if number else after)


def _in_words(text: str, at: int, start: int, end: int) -> tuple[Measured | None, int]:
    if at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        return None, at + 1
    led = _LEAD.search(text, max(start, at - 16), at)
    lead = _LEADS[led.lastgroup or ""] if led else spelled.Lead.NOTHING
    made = spelled.read(text, at, end, lead)
    if made is None:
        ordinal = _COMPOUND.match(text, at, end)
        return None, ordinal.end() if ordinal else at + 1
    begin, sign = _sign(text, at, start)
    if led and lead is not spelled.Lead.BETWEEN and _takes_lead(text, at):
        begin = led.start()
    number = Measured(
        begin, begin, made.end, made.end, sign * made.value, made.scale, approximate=made.vague, fraction=made.fraction,
        bound=Bound.AT_LEAST if made.vague else Bound.EQUAL,
    )  # fmt: skip
    if made.times:
        return replace(number, unit=units.table().units["times"]), made.end
    return _with_unit(text, number, end, digits=False), made.end


def _in_digits(text: str, numeral: numerals.Numeral, start: int, end: int) -> Measured | None:
    """A numeral with its sign, scale and unit; None where it is part of a word or an address."""
    begin, sign = _sign(text, numeral.start, start)
    money = units.before(text, begin)
    if money and money.edge < start:
        money = None
    if (money is None and _glued(text, begin)) or _ADDRESS.search(text, max(start, begin - 200), begin):
        return None
    stop, value, factor = _scaled(text, numeral, end, money=money is not None)
    part = not numeral.whole and abs(value) < 1 and "." not in text[begin:stop]
    number = Measured(begin, begin, stop, stop, sign * value, factor, fraction=part)
    if money:
        first, other = _sign(text, money.edge, start)
        return replace(number, start=first, unit=money.unit, value=other * number.value)
    number = _with_unit(text, number, end, digits=True)
    trailing = (
        number.unit is None
        and stop == numeral.end
        and stop < end
        and (text[stop].isalnum() or text[stop] == "_")
    )
    return None if trailing else number


def _glued(text: str, at: int) -> bool:
    """Whether a numeral goes on with what stands before it: *B52*, *_3*, *#9*."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_@#\\")


def _sign(text: str, at: int, start: int) -> tuple[int, int]:
    """Where a number with its sign starts, and the sign."""
    signed = at > start and text[at - 1] in "-−–+" and (at == 1 or text[at - 2] in _BEFORE_SIGN)
    if signed and not text[max(0, at - 3) : at - 2].isdigit():  # 75 -300 is a range
        return at - 1, 1 if text[at - 1] == "+" else -1
    led = _MINUS.search(text, max(start, at - 10), at)
    return (led.start(), -1) if led else (at, 1)


def _scaled(text: str, numeral: numerals.Numeral, end: int, *, money: bool) -> tuple[int, float, float]:
    """Past what scales digits (*million*, *bn*, *and a half million*): where it ends, the value, the scale."""
    stop, more = spelled.and_a_half(text, numeral.end, end)
    short = None if more else _SHORT.match(text, stop, end)
    if short and (money or _is_scale(text, short, stop, end)):
        stop, factor = short.end(), _SHORT_SCALES[short[1]]
    else:
        stop, factor = spelled.scaled(text, stop, end)
    if not more and factor > 1:
        stop, more = spelled.and_a_half(text, stop, end)
    return stop, float(f"{numeral.value + more:.15g}") * factor, factor


def _is_scale(text: str, short: re.Match[str], stop: int, end: int) -> bool:
    """Whether letters after digits without a currency are a scale: *5m people*, *10M*, never *5m long*."""
    if short[1] in _ALWAYS_SCALE:
        return True
    glued = short.start(1) == stop
    return glued and (
        short[1] == "M" or (short[1] == "m" and _COUNTED.match(text, short.end(), end) is not None)
    )


def _with_unit(text: str, number: Measured, end: int, *, digits: bool) -> Measured:
    """With the unit that follows."""
    amount = units.Amount(
        abs(number.value), digits=digits, scaled=number.scale >= THOUSANDS, half=number.fraction
    )
    found = units.after(text, number.end, end, amount)
    if found is None or (number.fraction and found.unit.dimension == "time"):
        return number
    return replace(number, end=found.edge, unit=found.unit, fraction=False)


def _takes_lead(text: str, at: int) -> bool:
    """Whether *a* or *several* before this word belongs to the number: *a dozen*, never *a two*."""
    first = _FIRST.match(text, at)
    known = word(first.group()) if first else None
    return known is not None and known.kind not in {Kind.SMALL, Kind.SCALES}
