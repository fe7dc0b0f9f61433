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
FINITE = frozenset("is are was were has have had will would".split())
"""Verbs that go on with the sentence behind a matter: *the farmers who backed the dam | have left*."""
_VERBAL = frozenset({Pos.VERB, Pos.AUXILIARY})
RELATIVE = frozenset({"that", "who", "which"})
"""What leads on from the holder to what the holder does."""
_LISTING = frozenset({"and", "or", ","})
_PREPOSITIONS = frozenset(
    "in on at by of from for along near with behind around under across against among during after before since to as".split()
)
_HARD = (_BORDERS | RELATIVE) - _PREPOSITIONS
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
    """The words of the clause before a verb: *Ministers in London*; before *which* and *who* those they speak of."""
    tokens = reading.tokens
    if end > sentence.first and tokens[end - 1].low == ",":
        return _beside(reading, sentence, end - 1)
    if end > sentence.first and tokens[end - 1].low in RELATIVE:
        stop = end - 1
        stop -= stop > sentence.first and tokens[stop - 1].low == ","
        spoken_of = _back(reading, sentence, stop, _BORDERS)
        return spoken_of if spoken_of and _ends_in_holder(reading, spoken_of) else None
    whole = _back(reading, sentence, end, _HARD)
    if whole is None or tokens[whole[0]].low in _PREPOSITIONS:
        return _back(reading, sentence, end, _BORDERS | RELATIVE)
    return whole


def _back(reading: Reading, sentence: Sentence, end: int, borders: frozenset[str]) -> Stretch | None:
    """The words before a place, back to a border."""
    first = end
    while first > max(sentence.first, end - FAR) and reading.tokens[first - 1].low not in borders:
        first -= 1
    return (first, end) if first < end else None


def _beside(reading: Reading, sentence: Sentence, comma: int) -> Stretch | None:
    """The name of two that commas part: *the mayor, Ida Holm,* and *Ida Holm, the mayor,*."""
    inner = _back(reading, sentence, comma, frozenset({","}))
    if inner is None or inner[0] <= sentence.first or reading.tokens[inner[0] - 1].low != ",":
        return None
    outer = _back(reading, sentence, inner[0] - 1, _BORDERS)
    if outer is None or not _ends_in_holder(reading, outer):
        return None
    return inner if _is_name(reading, inner) and not _is_name(reading, outer) else outer


def beside(reading: Reading, sentence: Sentence, who: Stretch) -> list[Passage]:
    """The names that are joined to a subject: *Norway and Chile rejected*. None where they may be something else's."""
    tokens, found, first = reading.tokens, [], who[0]
    while first - 1 > sentence.first and tokens[first - 1].low in _LISTING:
        end = first - 1
        end -= tokens[end - 1].low == ","
        at = bisect_left(reading.mentions, tokens[end - 1].end, key=lambda mention: mention.at.end)
        if at == len(reading.mentions) or reading.mentions[at].at.end != tokens[end - 1].end:
            return []
        found.append(reading.mentions[at].at)
        first = bisect_left(tokens, reading.mentions[at].at.start, key=lambda token: token.start)
        first -= first > sentence.first and tokens[first - 1].low == "the"
    opens = first == sentence.first or tokens[first - 1].low in _BORDERS - _LISTING - {"in", "on", "by"}
    return found if opens else []


def _is_name(reading: Reading, part: Stretch) -> bool:
    """Whether words are a name and nothing else."""
    start, end = reading.tokens[part[0]].start, reading.tokens[part[1] - 1].end
    at = bisect_left(reading.mentions, start, key=lambda mention: mention.at.start)
    return at < len(reading.mentions) and reading.mentions[at].at.end == end


def _ends_in_holder(reading: Reading, part: Stretch) -> bool:
    """Whether words end in a name, or in one who can take sides."""
    last = reading.tokens[part[1] - 1]
    at = bisect_left(reading.mentions, last.end, key=lambda mention: mention.at.end)
    named = at < len(reading.mentions) and reading.mentions[at].at.end == last.end
    return named or last.low in rules().agents


def matter(
    reading: Reading, sentence: Sentence, start: int, stops: frozenset[str] = frozenset()
) -> Stretch | None:
    """The words after a verb, to the end of their clause, to an *and* before another verb, or to a stop."""
    tokens = reading.tokens
    if start < sentence.last and tokens[start].low == "that":
        start += 1
    if start < sentence.last and tokens[start].low in FINITE:
        return None  # "what I object to is …"
    last = start
    while last < min(sentence.last, start + FAR) and tokens[last].low not in _ENDS | stops:
        if tokens[last].low in _JOINS and last + 1 < sentence.last and _is_verb(reading, last + 1):
            break
        last += 1
    while start < last and tokens[last - 1].low in {"*", "_", "to"}:
        last -= 1
    while start < last - 1 and tokens[start].low.endswith("ly") and tokens[start].pos is Pos.ADVERB:
        start += 1  # "regretted deeply any injuries"
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
    head = _head(reading, who)
    if head is not None:
        return passage(reading, _undated(reading, who)) if tokens[head].low in rules().agents else None
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


def _head(reading: Reading, who: Stretch) -> int | None:
    """The noun before a preposition that stands outside of every name: *Ministers | in London*."""
    for place in range(who[0] + 1, who[1] - 1):
        if reading.tokens[place].low in _PREPOSITIONS:
            start = reading.tokens[place].start
            at = bisect_left(reading.mentions, start, key=lambda mention: mention.at.end)
            inside = at < len(reading.mentions) and reading.mentions[at].at.start < start
            named = at > 0 and reading.mentions[at - 1].at.end >= reading.tokens[place - 1].end
            if not inside:
                return None if named else place - 1
    return None


def _undated(reading: Reading, who: Stretch) -> Stretch:
    """A subject without the date before it: *on 24 July the ministers*."""
    tokens = reading.tokens
    first = bisect_left(reading.times, tokens[who[0]].start, key=lambda time: time.at.end)
    opens = tokens[min(who[0] + 1, who[1] - 1)].start  # "on 24 July", and no "congress of 1835"
    ends = [
        time.at.end
        for time in reading.times[first : first + 1]
        if time.at.start <= opens and time.at.end <= tokens[who[1] - 1].start
    ]
    place = next((k for k in range(*who) if ends and tokens[k].start >= ends[0]), who[0])
    return (place, who[1])


def _refers(reading: Reading, at: Passage) -> bool:
    """Whether the reading knows whom a pronoun means."""
    place = bisect_left(reading.references, at.start, key=lambda one: one.at.start)
    return place < len(reading.references) and reading.references[place].at == at
