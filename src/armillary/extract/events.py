"""Events: what is said to have happened, and when.

    "On 28 July 1914 Austria-Hungary declared war on Serbia."  →  the sentence's clause, 1914-07-28

This first pass takes as an event the clause around each explicit date; who did what to whom is for a
reader of grammar to say.
"""

from bisect import bisect_left
from dataclasses import replace

from armillary.findings import Event, Findings
from armillary.reading import ActorKind, Mention, Reading, Sentence, Time, TimeType
from armillary.text import Passage

_BORDERS = frozenset({";", "—", "–", ":"})
_HAPPENS = frozenset({TimeType.DATE, TimeType.TIME})
_ACTS = frozenset({ActorKind.PERSON, ActorKind.BODY, ActorKind.PEOPLE, ActorKind.PLACE})


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with an event for each date that stands in prose."""
    ends = [sentence.span.end for sentence in reading.sentences]
    events: dict[Passage, Event] = {}
    for time in reading.times:
        at = bisect_left(ends, time.at.end)
        if time.type not in _HAPPENS or time.value is None or not time.value[:1].isdigit():
            continue
        if at < len(ends) and reading.sentences[at].span.holds(time.at):
            clause = _clause(reading, reading.sentences[at], time.at)
            events.setdefault(clause, _event(reading, clause, time))
    return replace(findings, events=tuple(events.values()))


def _clause(reading: Reading, sentence: Sentence, time: Passage) -> Passage:
    """The part of the sentence between semicolons, colons and dashes that holds the date."""
    tokens = reading.tokens[sentence.first : sentence.last]
    borders = [token for token in tokens if token.low in _BORDERS]
    first = max((token.end for token in borders if token.end <= time.start), default=sentence.span.start)
    last = min((token.start for token in borders if token.start >= time.end), default=sentence.span.end)
    words = [token for token in tokens if first <= token.start < last and token.low[0].isalnum()]
    return reading.document.passage(words[0].start, words[-1].end) if words else time


def _event(reading: Reading, clause: Passage, time: Time) -> Event:
    named = _within(reading.mentions, clause)
    return Event(
        at=clause,
        time=time,
        actors=tuple(mention.at for mention in named if mention.kind in _ACTS),
        places=tuple(mention.at for mention in named if mention.kind is ActorKind.PLACE),
        modality=reading.modality_of(time.at),
        holder=reading.holder_of(time.at),
    )


def _within(mentions: tuple[Mention, ...], clause: Passage) -> tuple[Mention, ...]:
    first = bisect_left(mentions, clause.start, key=lambda mention: mention.at.start)
    last = bisect_left(mentions, clause.end, key=lambda mention: mention.at.start)
    return tuple(mention for mention in mentions[first:last] if clause.holds(mention.at))
