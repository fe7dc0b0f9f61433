"""Parts of a clause around words of taking sides: its subject, its matter, and the holder that a subject names."""

from bisect import bisect_left

from armillary.extract.voices.positions.lexicon import rules
from armillary.findings import Position, Stance
from armillary.reading import Holder, Pos, Reading, Sentence
from armillary.text import Passage

FAR = 20
"""How many words the matter or the holder may have, and how far before the verb the holder may stand."""
LEADS = frozenset("for to of against".split())
"""What leads from a noun of taking sides to its matter: *support for*, *a critic of*."""
_BORDERS = frozenset(
    ', ; : . ? ! — – ( ) “ ” " because although though while but which who when if unless since after before as by in on during saying and'.split()
)
_ENDS = _BORDERS - {"in", "on", "by", "and", "as", "before", "after", "during"}
_JOINS = frozenset({"and", "or"})
_VERBAL = frozenset({Pos.VERB, Pos.AUXILIARY})
_ALWAYS = frozenset({"that", "who"})
Stretch = tuple[int, int]
"""Tokens [first, last)."""


def position(
    reading: Reading, parts: tuple[Stretch, ...], held: Holder, matter: Stretch, stance: Stance
) -> Position:
    """A position whose words are all these parts, told by whoever says them."""
    at = passage(reading, (min(first for first, _ in parts), max(last for _, last in parts)))
    return Position(at, held, passage(reading, matter), stance, reading.holder_of(at))


def passage(reading: Reading, part: Stretch) -> Passage:
    """The words of some tokens."""
    return reading.document.passage(reading.tokens[part[0]].start, reading.tokens[part[1] - 1].end)


def subject(reading: Reading, sentence: Sentence, end: int) -> Stretch | None:
    """The words of the clause before a verb."""
    tokens = reading.tokens
    first = end
    while first > max(sentence.first, end - FAR) and tokens[first - 1].low not in _BORDERS | _ALWAYS:
        first -= 1
    return (first, end) if first < end else None


def matter(
    reading: Reading, sentence: Sentence, start: int, stops: frozenset[str] = frozenset()
) -> Stretch | None:
    """The words after a verb, to the end of their clause, to an *and* before another verb, or to a stop."""
    tokens = reading.tokens
    if start < sentence.last and tokens[start].low == "that":
        start += 1
    last = start
    while last < min(sentence.last, start + FAR) and tokens[last].low not in _ENDS | stops:
        if tokens[last].low in _JOINS and last + 1 < sentence.last and _is_verb(reading, last + 1):
            break
        last += 1
    while start < last and tokens[last - 1].low in {"*", "_"}:
        last -= 1
    return (start, last) if start < last else None


def _is_verb(reading: Reading, place: int) -> bool:
    """Whether a word begins another verb: by its tag, or where nobody gave one because it takes a side."""
    token = reading.tokens[place]
    return token.pos in _VERBAL or (token.pos is None and token.low in rules().cues)


def holder(reading: Reading, who: Stretch) -> Holder | None:
    """The holder that a subject names; None where it is nobody who can take sides."""
    tokens = reading.tokens
    last = tokens[who[1] - 1].low
    if last in {"we", "i"}:
        return reading.holder_of(passage(reading, who))
    first = bisect_left(reading.mentions, tokens[who[0]].start, key=lambda mention: mention.at.start)
    end = tokens[who[1] - 1].end
    for mention in reading.mentions[first : first + FAR]:
        if mention.at.start >= end:
            break
        if mention.at.end in {end, end - 2} or mention.at.start == tokens[who[0]].start:
            return mention.at
    if last in {"he", "she", "it", "they", "who"}:
        at = passage(reading, (who[1] - 1, who[1]))
        return at if last in {"he", "she", "they"} or _refers(reading, at) else None
    return passage(reading, _undated(reading, who)) if last in rules().agents else None


def _undated(reading: Reading, who: Stretch) -> Stretch:
    """A subject without the date before it: *on 24 July the ministers*."""
    tokens = reading.tokens
    first = bisect_left(reading.times, tokens[who[0]].start, key=lambda time: time.at.end)
    ends = [
        time.at.end
        for time in reading.times[first : first + 1]
        if time.at.end <= tokens[who[1] - 1].start
    ]
    place = next((k for k in range(*who) if ends and tokens[k].start >= ends[0]), who[0])
    return (place, who[1])


def _refers(reading: Reading, at: Passage) -> bool:
    """Whether the reading knows whom a pronoun means."""
    place = bisect_left(reading.references, at.start, key=lambda one: one.at.start)
    return place < len(reading.references) and reading.references[place].at == at
