"""Figures: *in 2021 the population of Germany was 83 million*."""

import re
from collections.abc import Iterator
from decimal import Decimal

from armillary.consult.facts.context import Context, overlap, silent, span
from armillary.findings import Figure
from armillary.held import Answer, FactVerdict
from armillary.holdings import Fact, FactKind, folded
from armillary.reading import Bound, Change, Number

ROUGHLY = 0.1
"""How far an approximate figure may be from the fact, as a share of it: as check N301 has it."""

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"\w{3,}")
_UNITS = {"%": "percent", "per cent": "percent", "pct": "percent"}


def figures(context: Context) -> Iterator[FactVerdict]:
    """A verdict on each figure that the text gives of something on which the facts have one."""
    rows = context.rows(FactKind.FIGURE)
    if not rows:
        return
    for figure in context.system.figures:
        same = [fact for fact in rows if _speaks_of(context, figure, fact)]
        if same and figure.of is not None:
            yield _verdict(context, figure, same)


def _speaks_of(context: Context, figure: Figure, fact: Fact) -> bool:
    """Whether a figure is of what a row gives: its words stand in *of*, its subject in the sentence."""
    number = figure.number
    if figure.of is None or number.change not in {Change.NONE, Change.ROSE_TO, Change.FELL_TO}:
        return False
    of = set(_WORD.findall(figure.of.words.casefold()))
    if not set(_WORD.findall(fact.relation.casefold())) <= of or not _same_unit(number.unit, fact.unit):
        return False
    sentence = context.sentence(number.at)
    subject = context.known(fact.subject)
    words = " ".join(
        re.findall(r"[\w’'-]+", folded(figure.of.words if sentence is None else sentence.text))
    )
    names = {subject, *(name for name, meant in context.called.items() if meant == subject)}
    return any(re.search(rf"\b{re.escape(name)}\b", words) for name in names)


def _same_unit(one: str | None, two: str | None) -> bool:
    plain = [None if unit is None else _UNITS.get(unit.lower(), unit.lower()) for unit in (one, two)]
    return plain[0] == plain[1]


def _verdict(context: Context, figure: Figure, same: list[Fact]) -> FactVerdict:
    number = figure.number
    days = context.dated(number.at)
    told = f"{figure.of.words if figure.of else ''}: {number.at.words}"
    speaking = [
        fact
        for fact in same
        if (fact.start is None and fact.end is None)
        or (
            days is not None
            and (own := span(fact)) is not None
            and overlap(own, days)
            and not silent(fact, days)
        )
    ]
    right = [fact for fact in speaking if fits(number, fact.value or 0.0)]
    wrong = [fact for fact in speaking if fact not in right]
    if not speaking:
        because = "no row gives it for this time"
        return FactVerdict(number.at, FactKind.FIGURE, told, Answer.NOT_COVERED, because)
    answer = Answer.AGREES if not wrong else Answer.DISPUTED if right else Answer.DIFFERS
    because = "; ".join(f"it was {fact.value:,.12g} {fact.unit or ''}".strip() for fact in right + wrong)
    return FactVerdict(number.at, FactKind.FIGURE, told, answer, because, tuple(right + wrong))


def fits(number: Number, value: float) -> bool:
    """Whether a number is this value, as far as both are rounded, or on the side that its bound says."""
    margin = max(rounding(number), step(value) / 2 if value else 0.0)
    if number.approximate:
        margin = max(margin, ROUGHLY * abs(value))
    match number.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return value >= number.value - margin
        case Bound.LESS_THAN | Bound.AT_MOST:
            return value <= number.value + margin
        case _:
            low, high = number.low or number.value, number.high or number.value
            return low - margin <= value <= high + margin


def rounding(number: Number) -> float:
    """Half a unit of the last digit that the text gives: 0.05 million for *3.2 million*."""
    found = _DIGITS.search(number.at.words)
    if found is None or "." not in found[0]:
        return step(number.value) / 2
    written = float(found[0].replace(",", ""))
    places = len(found[0].rpartition(".")[2])
    return abs(number.value / written if written else 1.0) * 10.0**-places / 2


def step(value: float) -> float:
    """The unit of the last digit of a value that is not nought: 100,000 for 3,200,000."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) and value else 1.0
