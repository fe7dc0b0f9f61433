"""The clause around a date that no verb and no noun has taken, or that nobody has read the grammar of.

"Nothing moved in spring; on 28 July 1914 Austria-Hungary declared war."   →   on 28 July … war
"""

from collections.abc import Iterator, Sequence

from armillary.extract.events.parts import Told
from armillary.reading import Reading, Sentence, Time
from armillary.text import Passage

_BORDERS = frozenset({";", "—", "–", ":"})

_WORDS = 2
"""Words beside a date that make it more than a date line."""
_LIST = 3
"""Dates that make a list: *the rising of 1798, that of 1848 and that of 1867*."""


def dated(
    reading: Reading, sentence: Sentence, times: Sequence[Time], told: Sequence[Passage]
) -> Iterator[Told]:
    """One event for each clause with a date; of a list of dates, for each part between commas.

    What is told already is left out, as far as commas tell it apart.
    """
    seen: set[Passage] = set()
    for time in times:
        clause = _clause(reading, sentence, time.at, _BORDERS)
        if len(times) >= _LIST or any(_meet(clause, one) for one in told):
            clause = _clause(reading, sentence, time.at, _BORDERS | {","})
        if (
            clause not in seen
            and not any(_meet(clause, one) for one in told)
            and _tells(reading, sentence, clause, time)
        ):
            seen.add(clause)
            yield Told(clause, time=time)


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _tells(reading: Reading, sentence: Sentence, clause: Passage, time: Time) -> bool:
    """Whether a clause says more than its date, and of a day that is not merely *now*."""
    tokens = reading.tokens[sentence.first : sentence.last]
    own = [
        token for token in tokens if clause.start <= token.start < clause.end and token.low[0].isalpha()
    ]
    words = [token for token in own if not time.at.start <= token.start < time.at.end]
    past = any(token.tag in {"VBD", "VBN"} for token in own) or not any(token.tag for token in own)
    return len(words) >= _WORDS and (past or any(letter.isdigit() for letter in time.at.words))


def _clause(reading: Reading, sentence: Sentence, time: Passage, marks: frozenset[str]) -> Passage:
    """The part of the sentence between these marks that holds the date."""
    tokens = reading.tokens[sentence.first : sentence.last]
    borders = [token for token in tokens if token.low in marks]
    first = max((token.end for token in borders if token.end <= time.start), default=sentence.span.start)
    last = min((token.start for token in borders if token.start >= time.end), default=sentence.span.end)
    words = [token for token in tokens if first <= token.start < last and token.low[0].isalnum()]
    return reading.document.passage(words[0].start, words[-1].end) if words else time
