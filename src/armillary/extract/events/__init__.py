"""Events: what is said to have happened, who did it to whom, when and where.

    "On 28 July 1914 Austria-Hungary declared war on Serbia."   →   declared; who: Austria-Hungary; 1914-07-28

Nouns are read first (`nouns`), so that *the 1999 accession* keeps its date from the verb beside it; then
verbs by the grammar of the sentence (`clauses`); a date that none has taken dates its clause (`dated`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from armillary.extract.events.clauses import clauses
from armillary.extract.events.dated import dated
from armillary.extract.events.nouns import nouns
from armillary.extract.events.parts import Told, event
from armillary.extract.events.tree import tree
from armillary.findings import Findings
from armillary.reading import Reading, Sentence, Time, TimeType
from armillary.text import Passage

_NEAR = 40
"""Characters between a title and its date: *A History of Salt* (The Rye Press, 1997)."""
_HAPPENS = frozenset({TimeType.DATE, TimeType.TIME})


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with the events of the prose."""
    cited = sorted((work.at for work in findings.works), key=lambda work: work.start)
    told: dict[Passage, Told] = {}
    for sentence in reading.sentences:
        for one in _sentence(reading, sentence, _dates(reading, sentence, cited)):
            if not _is_in_work(one.at, cited):
                told.setdefault(one.at, one)
    in_order = sorted(told.values(), key=lambda one: (one.at.start, one.at.end))
    return replace(findings, events=tuple(event(reading, one) for one in in_order))


def _sentence(reading: Reading, sentence: Sentence, times: Sequence[Time]) -> list[Told]:
    """The events of one sentence."""
    grown = tree(reading, sentence)
    by_nouns = list(nouns(reading, sentence, times, grown))
    free = _left(times, by_nouns)
    by_verbs = [] if grown is None else list(clauses(grown, free))
    rest = [time for time in _left(free, by_verbs) if not any(one.at.holds(time.at) for one in by_verbs)]
    return by_nouns + by_verbs + list(dated(reading, sentence, rest, [one.at for one in by_verbs]))


def _dates(reading: Reading, sentence: Sentence, cited: Sequence[Passage]) -> list[Time]:
    """The dates of a sentence; when a cited work appeared is told with the work."""
    first = bisect_left(reading.times, sentence.span.start, key=lambda time: time.at.start)
    last = bisect_left(reading.times, sentence.span.end, key=lambda time: time.at.start)
    return [
        time
        for time in reading.times[first:last]
        if time.type in _HAPPENS
        and _tells_when(time)
        and sentence.span.holds(time.at)
        and not _is_cited(reading, time, cited)
    ]


def _tells_when(time: Time) -> bool:
    """Whether a time has a year, or is told from an event (*two days after the flood*)."""
    return time.distance is not None or (time.value or "")[:1].isdigit()


def _is_cited(reading: Reading, time: Time, cited: Sequence[Passage]) -> bool:
    """Whether a date stands in the words of a work, or right behind them."""
    at = bisect_right(cited, time.at.start, key=lambda work: work.start) - 1
    if at < 0:
        return False
    between = reading.document.text[cited[at].end : time.at.start]
    return cited[at].holds(time.at) or ("\n" not in between and len(between) <= _NEAR)


def _is_in_work(at: Passage, cited: Sequence[Passage]) -> bool:
    """Whether words are those of a title."""
    before = bisect_right(cited, at.start, key=lambda work: work.start) - 1
    return before >= 0 and cited[before].start <= at.start and at.end <= cited[before].end


def _left(times: Sequence[Time], told: Sequence[Told]) -> list[Time]:
    """The dates that no event has taken."""
    taken = {one.time.at for one in told if one.time}
    return [time for time in times if time.at not in taken]
