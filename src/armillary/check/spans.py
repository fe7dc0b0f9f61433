"""T4: spans of time against their ends.

"the 27 days between 28 June and 23 July 1914"  →  T402: they are 25
"from 1918 to 1914"                             →  T404: it ends before it begins
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from armillary.check.rule import Clash, Rule
from armillary.days import days_of
from armillary.held import Held
from armillary.reading import Time, TimeType
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import Severity, System
from armillary.text import Passage

LOOSE = 0.15
"""How far a length that is called rough may be from its dates, as a share: *about 30 years* from 1991 to 2023.
Set by hand on docs/checks/T402.md; `make test` re-measures its examples."""

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_TO = re.compile(r"\s{0,3},?\s{0,3}(?:to|until|till|through|-|–|—)\s{0,3}(?:the\s)?(?:on\s)?")
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_FROM = re.compile(r"\b(?:from|between)\s{1,3}(?:the\s|about\s)?$", re.IGNORECASE)
_NEAR_BEFORE = re.compile(r"\s*,?\s*(?:[\w’'-]+\s+){0,5}(?:between|from)\s+(?:the\s)?", re.IGNORECASE)
_NEAR_AFTER = re.compile(
    r"[\s,:(–—-]{1,4}(?:(?:or|that is|a|an|the|for|after|just|only|exactly|all|lasting|in|which is|some)\s){0,3}"
)
_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|less than|under)\s{1,3}$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\bback\s", re.IGNORECASE)
_DAYS_OF = {"W": 7.0, "M": 365.2425 / 12, "Y": 365.2425}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Span:
    """Two ends as the text gives them: the words for both, and the days that each may mean."""

    at: tuple[Passage, ...]
    first: tuple[date, date]
    last: tuple[date, date]

    @property
    def start(self) -> int:
        return self.at[0].start

    @property
    def end(self) -> int:
        return self.at[-1].end


def _length(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for sentence in sentences(system):
        own = times.within(sentence.document, sentence.start, sentence.end)
        spans = list(_spans(sentence, own))
        for time in own:
            told = _LENGTH.fullmatch(time.value or "")
            if time.type is not TimeType.DURATION or told is None:
                continue
            beside = [span for span in spans if _beside(sentence, time, span)]
            span = max(beside, key=lambda span: span.start, default=None)  # *seven days from A to B*
            if span is not None and not _fits(sentence, time, told, span):
                yield _length_message(told, span), time.at, span.at


def _spans(sentence: Sentence, times: list[Time]) -> Iterator[_Span]:
    """The spans of a sentence that run forwards: *from A to B*, *between A and B*, *1914-1918*."""
    text = sentence.document.text
    for time in times:
        parts = (time.value or "").split("/")
        if time.type is TimeType.DATE and len(parts) == 2:  # noqa: PLR2004  two ends
            first, last = (days_of(Time(time.at, time.type, part)) for part in parts)
            if first and last and first.first <= last.first:
                yield _Span((time.at,), (first.first, first.last), (last.first, last.last))
    for one, two in pairwise(times):
        before = text[max(sentence.start, one.at.start - 20) : one.at.start]
        between = text[one.at.end : two.at.start]
        joined = _TO.fullmatch(between) or (_FROM.search(before) and _AND.fullmatch(between))
        first, last = days_of(one), days_of(two)
        if joined and first and last and first.first <= last.first:
            yield _Span((one.at, two.at), (first.first, first.last), (last.first, last.last))


def _beside(sentence: Sentence, time: Time, span: _Span) -> bool:
    """Whether a length stands right before or right behind a span, as its length would."""
    text = sentence.document.text
    if time.at.end <= span.start:
        return _NEAR_BEFORE.fullmatch(text[time.at.end : span.start]) is not None
    return (
        span.end <= time.at.start and _NEAR_AFTER.fullmatch(text[span.end : time.at.start]) is not None
    )


def _fits(sentence: Sentence, time: Time, told: re.Match[str], span: _Span) -> bool:
    """Whether the length can be meant: with the last day or without it, from any day of each end to any."""
    count, unit = int(told[1]), told[2]
    least, most = _least_and_most(unit, span)
    before = sentence.document.text[max(sentence.start, time.at.start - 12) : time.at.start]
    if time.mod is not None or _ROUGH.search(before):
        return least * (1 - LOOSE) - 1 <= count <= most * (1 + LOOSE) + 1
    return least <= count <= most


def _least_and_most(unit: str, span: _Span) -> tuple[float, float]:
    (early, early_end), (late, late_end) = span.first, span.last
    if unit == "Y" and early != early_end and late != late_end:  # both ends are years or months
        years = late.year - early.year
        return years - (late.month < early.month), years + 1
    least, most = max((late - early_end).days, 0), (late_end - early).days + 1
    if unit == "D":
        return least, most
    size = _DAYS_OF[unit]
    return int(least / size), most / size + 0.5


def _length_message(told: re.Match[str], span: _Span) -> str:
    exact = span.first[0] == span.first[1] and span.last[0] == span.last[1]
    unit = _UNITS[told[2]]
    days = (span.last[0] - span.first[0]).days
    years = span.last[0].year - span.first[0].year
    if not exact and told[2] == "Y":
        return f"from {span.first[0].year} to {span.last[0].year} it is {years} years, not {told[1]}"
    size = 1 if told[2] == "D" else _DAYS_OF[told[2]]
    length = f"{days / size:.1f}".removesuffix(".0")
    return f"from {span.first[0]} to {span.last[0]} it is {length} {unit}s, not {told[1]}"


def _backwards(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for sentence in sentences(system):
        own = times.within(sentence.document, sentence.start, sentence.end)
        for time in own:
            ends = (time.value or "").split("/")
            whole = len(ends) == 2 and all(len(end) >= _YEAR_DIGITS for end in ends)  # noqa: PLR2004  two ends
            if time.type is TimeType.DATE and whole and _later(time, *ends):
                yield f"the span ends in {ends[1]}, before it begins in {ends[0]}", time.at, ()
        for one, two in pairwise(own):
            before = sentence.document.text[max(sentence.start, one.at.start - 20) : one.at.start]
            between = sentence.document.text[one.at.end : two.at.start]
            first, last = days_of(one), days_of(two)
            if not (first and last and _FROM.search(before)) or _BACK.search(before + between):
                continue
            if last.last < first.first and (_TO.fullmatch(between) or _AND.fullmatch(between)):
                message = f"the span ends on {last.last}, before it begins on {first.first}"
                yield message, two.at, (one.at,)


def _later(time: Time, one: str, two: str) -> bool:
    first = days_of(Time(time.at, time.type, one))
    last = days_of(Time(time.at, time.type, two))
    return first is not None and last is not None and last.last < first.first


LENGTH = Rule("T402", "a length of time that does not fit its dates", Severity.ERROR, _length)
BACKWARDS = Rule("T404", "a span that ends before it begins", Severity.ERROR, _backwards)
