"""Who is for or against what: a first pass over clauses with a holder, a verb of taking sides and a matter.

    Austria rejected the offer.                 Austria against *the offer*
    We support a public inquiry.                the author, or whose words these are, for *a public inquiry*
    The plan was condemned by the unions.       the unions against *The plan*

Only names, pronouns and nouns of those who can take sides hold a position: columns do not support roofs.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from armillary.findings import Position, Stance
from armillary.reading import ActorKind, Holder, Reading, Sentence
from armillary.text import Passage

_FAR = 20
"""How many words the matter or the holder may have, and how far before the verb the holder may stand."""
_SENTENCES = 4
"""How many sentences back the person may be named whom *he* means."""
_HELPERS = frozenset(
    "also not never strongly firmly openly publicly long now then both all has have had do does did will would could may might must should can to still always once again fully clearly is are was were been be being don't doesn't didn't won't cannot can't".split()
)
_NOT = frozenset("not never don't doesn't didn't won't cannot can't wouldn't hardly".split())
_MAYBE = frozenset("may might could would should can if".split())
_BORDERS = frozenset(
    ', ; : . ? ! — – ( ) “ ” " because although though while but which who when if unless since after before as by in on during saying and'.split()
)
_ENDS = _BORDERS - {"in", "on", "by", "and", "as", "before", "after", "during"}
_BE = frozenset("is are was were been be being".split())
_OPPOSITE = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.NEUTRAL}


@dataclass(frozen=True, slots=True)
class _Rules:
    cues: dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]
    agents: frozenset[str]


@lru_cache(maxsize=1)
def rules() -> _Rules:
    """For each first word, the phrases that begin with it, longest first, with their stances."""
    table = tomllib.loads(files(__package__).joinpath("positions.toml").read_text(encoding="utf-8"))
    cues: dict[str, set[tuple[tuple[str, ...], Stance]]] = {}
    for rule in table["rule"]:
        for form in rule["words"].replace("|", " ").split():
            phrase = tuple(form.split("_"))
            cues.setdefault(phrase[0], set()).add((phrase, Stance(rule["stance"])))
    longest_first = {
        first: tuple(sorted(found, key=lambda cue: (-len(cue[0]), cue[0])))
        for first, found in cues.items()
    }
    return _Rules(longest_first, frozenset(table["agents"]["words"].split()))


def positions(reading: Reading) -> Iterator[Position]:
    """All positions, in the order of the text."""
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            cue = _cue(reading, sentence, at)
            if cue is None:
                at += 1
                continue
            until = at + len(cue[0])
            position = _position(reading, sentence, at, until, cue[1])
            if position is not None:
                yield position
            at = until


def _cue(reading: Reading, sentence: Sentence, at: int) -> tuple[tuple[str, ...], Stance] | None:
    for cue in rules().cues.get(reading.tokens[at].low, ()):
        end = at + len(cue[0])
        words = (token.low for token in reading.tokens[at:end])
        if end <= sentence.last and tuple(words) == cue[0]:
            return cue
    return None


def _position(
    reading: Reading, sentence: Sentence, at: int, until: int, stance: Stance
) -> Position | None:
    tokens = reading.tokens
    start = at
    while start > sentence.first and _is_helper(tokens[start - 1].low):
        start -= 1
    helpers = {token.low for token in tokens[start:at]}
    before = _before(reading, sentence, start)
    if _BE & helpers and until < sentence.last and tokens[until].low == "by":
        who, matter = _after(reading, sentence, until + 1), before
    elif _BE & helpers:
        return None
    else:
        who, matter = before, _after(reading, sentence, until)
    if who is None or matter is None:
        return None
    held = _holder(reading, who)
    if held is None:
        return None
    if _NOT & helpers:
        stance = _OPPOSITE[stance]
    elif _MAYBE & helpers:
        stance = Stance.UNCLEAR
    first, last = min(who[0], matter[0]), max(who[1], matter[1])
    return Position(_passage(reading, first, last), held, _passage(reading, *matter), stance)


def _is_helper(low: str) -> bool:
    return low in _HELPERS or (low.endswith("ly") and len(low) > 4)  # noqa: PLR2004  not "fly"


def _passage(reading: Reading, first: int, last: int) -> Passage:
    return reading.document.passage(reading.tokens[first].start, reading.tokens[last - 1].end)


def _before(reading: Reading, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The words of the clause before a verb: its subject."""
    tokens = reading.tokens
    first = end
    while first > max(sentence.first, end - _FAR) and tokens[first - 1].low not in _BORDERS | {
        "that",
        "who",
    }:
        first -= 1
    return (first, end) if first < end else None


def _after(reading: Reading, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The words after a verb, to the end of their clause: the matter."""
    tokens = reading.tokens
    last = start
    while last < min(sentence.last, start + _FAR) and tokens[last].low not in _ENDS:
        last += 1
    return (start, last) if start < last else None


def _holder(reading: Reading, who: tuple[int, int]) -> Holder | None:
    """The holder that a subject names; None where it is nobody who can take sides."""
    tokens = reading.tokens
    last = tokens[who[1] - 1].low
    around = reading.holder_of(_passage(reading, *who))
    if last in {"we", "i"}:
        return around
    first = bisect_left(reading.mentions, tokens[who[0]].start, key=lambda mention: mention.at.start)
    end = tokens[who[1] - 1].end
    for mention in reading.mentions[first : first + _FAR]:
        if mention.at.start >= end:
            break
        if mention.at.end in {end, end - 2} or mention.at.start == tokens[who[0]].start:
            return mention.at
    if last in {"he", "she"}:
        return _person_before(reading, tokens[who[0]].start) or _passage(reading, who[1] - 1, who[1])
    if last == "they":
        return _passage(reading, who[1] - 1, who[1])
    return _passage(reading, *who) if last in rules().agents else None


def _person_before(reading: Reading, start: int) -> Passage | None:
    """The first person named in the nearest sentence before that names one, a few sentences back."""
    sentence = bisect_left(reading.sentences, start, key=lambda one: one.span.start)
    for one in reversed(reading.sentences[max(0, sentence - _SENTENCES) : sentence]):
        first = bisect_left(reading.mentions, one.span.start, key=lambda mention: mention.at.start)
        last = bisect_left(
            reading.mentions, min(start, one.span.end), key=lambda mention: mention.at.start
        )
        for mention in reading.mentions[first:last]:
            if mention.kind is ActorKind.PERSON:
                return mention.at
    return None
