"""Events told by nouns: *the 1999 accession*, *the collapse of Rome*, *Napoleon's invasion of Egypt*.

No grammar is needed. A noun of the list tells of an event where a date or somebody with a part in it
stands in its phrase; *a war* and *every election* alone tell of none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armillary.extract.events.lexicon import words
from armillary.extract.events.parts import ACTING, Told
from armillary.extract.events.tree import Tree
from armillary.reading import ActorKind, Mention, Modality, Pos, Reading, Sentence, Time
from armillary.text import Passage

_LEFT = 6
"""Words before the noun in its phrase at most."""
_RIGHT = 7
"""Words of one phrase behind the noun, from its preposition to the name or date that it leads to."""
_PHRASES = 3
_TOLD = frozenset({Modality.ASSERTED, Modality.NEGATED})
"""What a clause denies has an event behind its nouns all the same; what it supposes may have none."""
_FAR = 12
"""Words from the noun to a date that hangs on it."""
_BORDERS = frozenset({",", ";", ":", "—", "–"})
_ALONG = frozenset({"the", "a", "an", "and", ",", "his", "her", "its", "their", "then"})
_ALONE = 1


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence with the names and dates that begin at them. Ends are exclusive."""

    reading: Reading
    sentence: Sentence
    names: dict[int, tuple[Mention, int]]
    times: dict[int, tuple[Time, int]]
    grown: Tree | None

    def low(self, at: int) -> str:
        """The word at a place of the sentence; nothing outside it."""
        inside = self.sentence.first <= at < self.sentence.last
        return self.reading.tokens[at].low if inside else ""

    def passage(self, first: int, last: int) -> Passage:
        """The words of [first, last)."""
        tokens = self.reading.tokens
        end = tokens[last - 1].end - 2 * tokens[last - 1].low.endswith("'s")
        return self.reading.document.passage(tokens[first].start, end)


def nouns(
    reading: Reading, sentence: Sentence, times: Sequence[Time], grown: Tree | None
) -> Iterator[Told]:
    """The events of one sentence, none inside another."""
    starts = [token.start for token in reading.tokens[sentence.first : sentence.last]]
    line = Words(
        reading,
        sentence,
        {
            at: (mention, last)
            for mention in _names(reading, sentence)
            for at, last in [_places(starts, sentence, mention.at)]
        },
        {at: (time, last) for time in times for at, last in [_places(starts, sentence, time.at)]},
        grown,
    )
    until = sentence.first
    for at in range(sentence.first, sentence.last):
        if at >= until and words().noun(line.low(at)) is not None:
            told = _told(line, at)
            if told is not None:
                until = bisect_left(starts, told.at.end) + sentence.first
                yield told


def _names(reading: Reading, sentence: Sentence) -> Sequence[Mention]:
    first = bisect_left(reading.mentions, sentence.span.start, key=lambda mention: mention.at.start)
    last = bisect_left(reading.mentions, sentence.span.end, key=lambda mention: mention.at.start)
    return reading.mentions[first:last]


def _places(starts: list[int], sentence: Sentence, at: Passage) -> tuple[int, int]:
    first, last = bisect_left(starts, at.start), bisect_left(starts, at.end)
    return sentence.first + first, sentence.first + last


def _told(line: Words, at: int) -> Told | None:
    named = _named(line, at)
    if named is not None:
        return named
    first, who, before = _left(line, at)
    last, behind, whom = _right(line, at)
    time = before or behind
    if time is None and line.low(first - 1) in words().untold:
        return None
    if time is None and who is None and not any(whom.values()):
        return None
    if (
        time is None
        and line.low(at).endswith("s")
        and words().noun(line.low(at)) != line.low(at)
        and who is None
    ):
        return None
    if time is None and line.reading.modality_of(line.passage(at, at + 1)) not in _TOLD:
        return None
    does = words().noun(line.low(at)) in words().doing
    of = whom.get("of") or whom.get("between")
    doer = who or whom.get("by") or (of if does else None)
    suffers = whom.get("against") or (of if of is not doer else None)
    return Told(line.passage(first, last), line.passage(at, at + 1), doer, suffers, time, noun=True)


def _named(line: Words, at: int) -> Told | None:
    """An event that has a name of its own: *the Glorious Revolution*, *World War II*."""
    for first in range(at, max(line.sentence.first, at - _LEFT) - 1, -1):
        mention, last = line.names.get(first, (None, 0))
        if mention is not None and last > at:
            whole = mention.kind is ActorKind.OTHER and first < at and at >= last - 2
            if not whole:
                return None
            time = line.times.get(first - 1, (None, 0))[0]
            return Told(mention.at, mention.at, time=time, noun=True)
    return None


def _left(line: Words, at: int) -> tuple[int, Passage | None, Time | None]:
    """Where the phrase of a noun begins, who stands in it, and its date."""
    first, who, time = at, None, None
    while first > line.sentence.first and at - first < _LEFT:
        low = line.low(first - 1)
        if (
            low in words().closed
            or low in words().untold
            or not low[:1].isalnum()
            or _is_verb(line, first - 1)
        ):
            break
        first -= 1
    for place in range(first, at):
        mention, last = line.names.get(place, (None, 0))
        if mention is not None and last <= at:
            who = mention.at if mention.kind in ACTING else None
        found = line.times.get(place)
        if found is not None and found[1] <= at:
            time = found[0]
    if who is None:
        who = _adjective(line, first, at)
    if who is None and time is not None:
        first = next(place for place, (one, _) in line.times.items() if one is time)
    elif who is not None:
        first = min(first, *(place for place in range(first, at + 1)))
    return first, who, time


def _is_verb(line: Words, at: int) -> bool:
    """Whether a word before the noun is a verb, by its ending where nobody has read the grammar."""
    token = line.reading.tokens[at]
    if token.tag is not None:
        return token.pos is Pos.VERB and token.relation not in {"amod", "compound"}
    return token.low.endswith("ed") and at not in line.names


def _adjective(line: Words, first: int, at: int) -> Passage | None:
    """A capitalised adjective before the noun, which names a people: *French withdrawal*."""
    text = line.reading.document.text
    for place in range(first, at):
        token = line.reading.tokens[place]
        people = token.low.endswith(
            ("an", "ish", "ese", "ch", "ss", "sh", "ic", "ek", "aeli", "aqi", "ani", "jik", "bek")
        )
        if text[token.start].isupper() and people and not text[token.start : token.end].isupper():
            return line.passage(place, place + 1)
    return None


def _right(line: Words, at: int) -> tuple[int, Time | None, dict[str, Passage]]:
    """Where the phrase of a noun ends, its date, and who stands behind which preposition."""
    last, time, parts = at + 1, None, dict[str, Passage]()
    if line.low(last) in {"d'état", "d'etat"}:
        last += 1
    here = last
    for _ in range(_PHRASES):
        low = line.low(here)
        if low == "(" and here + 1 in line.times:
            return line.times[here + 1][1] + 1, line.times[here + 1][0], parts
        if low not in words().joins or time is not None:
            break
        found = _leads_to(line, here)
        if found is None:
            break
        target, end = found
        if isinstance(target, Time):
            if low != "of" and _is_of_verb(line, at, here + 1):
                break
            time = target
        elif low not in parts:
            parts[low] = target
        last = here = end
    hung = _hung(line, at, last) if time is None else None
    return (line.times[hung][1], line.times[hung][0], parts) if hung is not None else (last, time, parts)


def _hung(line: Words, at: int, last: int) -> int | None:
    """Where a date begins that by the grammar hangs on the noun, further off: *entry into the war in 1917*."""
    if line.grown is None:
        return None
    for place in range(last, min(at + _FAR, line.sentence.last)):
        if line.low(place) in _BORDERS:
            return None
        if place in line.times and any(
            _climbs(line, one, at) for one in range(place, line.times[place][1])
        ):
            return place
    return None


def _climbs(line: Words, place: int, at: int) -> bool:
    """Whether a word hangs on the noun with nothing but nouns between."""
    seen: set[int] = set()
    while line.grown is not None and place not in seen and place >= at:
        if place == at:
            return True
        seen.add(place)
        if line.reading.tokens[place].pos is Pos.VERB or words().noun(line.low(place)):
            return False
        place = line.grown.head(place)
    return False


def _is_of_verb(line: Words, at: int, date: int) -> bool:
    """Whether a date behind a noun dates the verb before it: *signed the truce in 1922*."""
    if line.grown is None:
        return False
    seen: set[int] = set()
    while date not in seen and date != at:
        seen.add(date)
        if line.reading.tokens[date].pos is Pos.VERB:
            return True
        date = line.grown.head(date)
    return False


def _leads_to(line: Words, at: int) -> tuple[Time | Passage, int] | None:
    """The date or the names that a preposition leads to, and where they end."""
    for place in range(at + 1, min(at + _RIGHT, line.sentence.last)):
        if place in line.times:
            return line.times[place]
        mention, last = line.names.get(place, (None, 0))
        if mention is not None:
            last = _listed(line, last)
            return line.passage(place, last), last
        low = line.low(place)
        if low in words().closed - _ALONG or low in words().joins or not low[:1].isalnum():
            return None
    return None


def _listed(line: Words, last: int) -> int:
    """The end of a list of names, which *and* closes: *Chile, Bolivia and Peru*."""
    end = last
    while True:
        here = end
        while line.low(here) in _ALONG:
            here += 1
        mention, end = line.names.get(here, (None, 0))
        if mention is None:
            return last
        if line.low(here - 1) == "and" or line.low(here - 2) == "and":
            return end
