"""T4: what the dates of a text say together.

"the fire of 1912 caused the flood of 1905"         →  T405: the effect is dated before its cause
"In 1989 the wall fell. … On 9 February they met."  →  T406: of which year?
"This time last year, on 4 May 1919, …", of 1921    →  T407: that is two years before
"200 days of war, 8 September 2022"                 →  T408: 24 February is 196 days before
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from armillary.check.rule import Clash, Rule
from armillary.days import Days, days_of
from armillary.held import Held
from armillary.reading import Modality, Time
from armillary.sentences import Marks
from armillary.system import Severity, System
from armillary.text import BlockKind, Document, Passage

_REAL = frozenset({Modality.ASSERTED, Modality.HEDGED})
_THIS_TIME = re.compile(
    r"\b(?:this\s{1,3}time|this\s{1,3}day)\s{1,3}last\s{1,3}year,?\s{1,3}(?:on|in)\s{1,3}(?:the\s)?$",
    re.IGNORECASE,
)
_BEFORE = 60
_DAYS_OF_IT = re.compile(r"P(\d{2,4})D")
FEWEST_DAYS = 30
NEAR = 0.05
"""A date that lies this near (as a share of the days) to what a count of days says is taken for its beginning.
Set by hand: at 100 days that is five days off at most, so other dates seldom fall in by chance."""

_OF_IT = re.compile(r"\s{1,3}(?:of|into)\s", re.IGNORECASE)
_AFTER = re.compile(r",?\s{1,3}(?:after|following)\s{1,3}", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"\d{4}(?:\s?[-–]\s?\d{2,4})?")
_APART = re.compile(r"[^.!?\n]{0,40}[,(:;–—-]\s{0,3}(?:on\s{1,3})?")


def _effect_first(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for claim in system.claims:
        if claim.modality not in _REAL or claim.cause.stands_for or claim.effect.stands_for:
            continue
        cause, effect = (_one_date(times, side.at) for side in (claim.cause, claim.effect))
        if cause is None or effect is None or not effect[1].last < cause[1].first:
            continue
        message = f"the effect is dated {effect[0].words}, before its cause, {cause[0].words}"
        yield message, effect[0], (cause[0],)


def _one_date(times: Marks[Time], at: Passage) -> tuple[Passage, Days] | None:
    """The only date in these words."""
    found = [(time, days_of(time)) for time in times.within(at.document, at.start, at.end)]
    dates = [(time.at, days) for time, days in found if days is not None and _names_a_year(time)]
    return dates[0] if len(dates) == 1 else None


def _no_year(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for document in system.documents:
        own = [
            (time, days)
            for time in times.within(document, 0, len(document.text))
            if (days := days_of(time))
        ]
        full = {days.first for time, days in own if days.exact and _names_a_year(time)}
        if document.dated is None and len({day.year for day in full}) != 1:
            yield from _bare_days(document, own)


def _bare_days(document: Document, own: list[tuple[Time, Days]]) -> Iterator[Clash]:
    """Days that take their year from a year that stands alone."""
    headings = [block.span.start for block in document.blocks if block.kind is BlockKind.HEADING]
    section, year, known = -1, None, False
    for time, days in own:
        here = headings[place - 1] if (place := bisect_right(headings, time.at.start)) else -1
        if here != section:
            section, year, known = here, None, False
        if _YEAR_ALONE.fullmatch(time.at.words):
            year = time
        elif _names_a_year(time):
            known = True
        elif days.exact and year is not None and not known:
            message = (
                f"the year of {time.at.words} is not said; the nearest before it is {year.at.words}"
            )
            yield message, time.at, (year.at,)


def _names_a_year(time: Time) -> bool:
    return re.search(r"\d{4}", time.at.words) is not None


def _last_year(system: System, _: Held) -> Iterator[Clash]:
    for time in system.times:
        document, days = time.at.document, days_of(time)
        dated = _year(document)
        if days is None or dated is None or not _names_a_year(time):
            continue
        before = document.text[max(0, time.at.start - _BEFORE) : time.at.start]
        found = _THIS_TIME.search(before)
        if found is not None and days.first.year != dated - 1:
            start = time.at.start - len(before) + found.start()
            words = document.passage(start, start + len(found[0].split(",")[0].rstrip()))
            message = f"the text is of {document.dated}, so this time last year was in {dated - 1}"
            yield message, time.at, (words,)


def _year(document: Document) -> int | None:
    return int(document.dated[:4]) if document.dated else None


def _days_of_it(system: System, _: Held) -> Iterator[Clash]:
    times = Marks(system.times)
    for document in system.documents:
        own = times.within(document, 0, len(document.text))
        dated = [(time, days) for time in own if (days := days_of(time))]
        exact = [(time, days.first) for time, days in dated if days.exact and _names_a_year(time)]
        for told, after in _counts(document, own):
            on, length = days_of(after), _length(told)
            if on is None or not on.exact or length is None:
                continue
            gaps = {(on.first - day).days: time for time, day in exact}
            near = [gap for gap in gaps if 0 < abs(gap - length) <= max(NEAR * length, 2)]
            if length < FEWEST_DAYS or {length, length - 1} & set(gaps) or not near:
                continue
            gap = min(near, key=lambda gap: (abs(gap - length), gap))
            message = f"{on.first} is {gap} days after {gaps[gap].at.words}, not {length}"
            yield message, told.at, (gaps[gap].at, after.at)


def _counts(document: Document, own: list[Time]) -> Iterator[tuple[Time, Time]]:
    """Each count of days of something, with the date on which it is told: behind it, or right before."""
    for one, two in pairwise(own):
        between = document.text[one.at.end : two.at.start]
        if _length(one) is not None and _OF_IT.match(between) and _APART.fullmatch(between):
            yield one, two
        elif (
            _length(two) is not None
            and _AFTER.fullmatch(between)
            and _OF_IT.match(document.text, two.at.end)
        ):
            yield two, one


def _length(time: Time) -> int | None:
    found = _DAYS_OF_IT.fullmatch(time.value or "")
    return int(found[1]) if found else None


EFFECT_FIRST = Rule("T405", "an effect that is dated before its cause", Severity.WARNING, _effect_first)
NO_YEAR = Rule("T406", "a date whose year is not said", Severity.NOTE, _no_year)
LAST_YEAR = Rule(
    "T407", "a year that does not fit the date of the document", Severity.WARNING, _last_year
)
DAYS_OF_IT = Rule("T408", "a count of days that misses its beginning", Severity.NOTE, _days_of_it)
