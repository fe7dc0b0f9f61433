"""Positions by verbs: *Austria rejected the offer*, *The plan was condemned by the unions*."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.extract.voices.positions.clause import (
    FINITE,
    LEADS,
    RELATIVE,
    Stretch,
    beside,
    holder,
    matter,
    position,
    subject,
)
from armillary.extract.voices.positions.lexicon import Cue, rules
from armillary.findings import Position, Stance
from armillary.reading import Holder, Pos, Reading, Sentence

_HELPERS = frozenset(
    "also not never no longer strongly firmly openly publicly long now then both all has have had do does did will would could may might must should can to still always once again fully clearly is are was were been be being don't doesn't didn't won't cannot can't".split()
)
_NOT = frozenset("not never no don't doesn't didn't won't cannot can't wouldn't hardly".split())
_REFUSE = frozenset(
    "refuse refuses refused refusing decline declines declined fail fails failed stop stops stopped cease ceases ceased".split()
)
_READY = frozenset(
    "promise promises promised vow vows vowed pledge pledges pledged agree agrees agreed decide decides decided continue continues continued threaten threatens threatened".split()
)
_MAYBE = frozenset("may might could would should can if".split())
_BE = frozenset("is are was were been be being".split())
_JOINS = frozenset(", and but or then also".split())
_OPPOSITE = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.NEUTRAL}


@dataclass(frozen=True, slots=True)
class _Last:
    """The position before in the sentence: its subject, its holder, and where its matter ends."""

    who: Stretch
    held: Holder
    end: int


def find(reading: Reading, sentence: Sentence) -> Iterator[Position]:
    """The positions of a sentence that verbs tell of."""
    at, last = sentence.first, None
    while at < sentence.last:
        cue = _cue(reading, sentence, at)
        if cue is None:
            at += 1
            continue
        until = at + len(cue[0])
        found = _position(reading, sentence, (at, until), cue[1], last)
        if found is not None:
            made, last = found
            yield made
            for other in beside(reading, sentence, last.who):
                yield replace(made, at=reading.document.passage(other.start, made.at.end), holder=other)
        at = until


def _cue(reading: Reading, sentence: Sentence, at: int) -> Cue | None:
    tokens = reading.tokens
    if tokens[at].low in _REFUSE and at + 1 < sentence.last and tokens[at + 1].low == "to":
        follows = next((k for k in range(at + 2, sentence.last) if not _is_helper(tokens[k].low)), None)
        if follows is not None and tokens[follows].low in rules().cues:
            return None  # the verb behind it takes the side: *refused to support*
    if tokens[at].pos not in {None, Pos.VERB} and tokens[at].low in rules().nouns_too:
        return None  # "the support", "brought back"
    after = tokens[at + 1].low if at + 1 < sentence.last else ""
    if after == "to" and tokens[at].low in rules().own_wishes:
        return None
    if tokens[at].low in rules().nouns and at + 1 < sentence.last and tokens[at + 1].low in LEADS:
        return None  # a noun: *its support for*
    for cue in rules().cues.get(tokens[at].low, ()):
        end = at + len(cue[0])
        words = (token.low for token in tokens[at:end])
        if end <= sentence.last and tuple(words) == cue[0]:
            return cue
    return None


def _position(
    reading: Reading, sentence: Sentence, cue: Stretch, stance: Stance, last: _Last | None
) -> tuple[Position, _Last] | None:
    tokens = reading.tokens
    start = cue[0]
    while start > sentence.first and _is_helper(tokens[start - 1].low):
        start -= 1
    helpers = {token.low for token in tokens[start : cue[0]]}
    until = cue[1]
    if _BE & helpers and until < sentence.last and tokens[until].low == "by":
        who, on = matter(reading, sentence, until + 1), subject(reading, sentence, start)
    elif _BE & helpers or (until < sentence.last and tokens[until].low == "by"):
        return None  # "a state backed by an alliance"
    else:
        relative = start > sentence.first and tokens[start - 1].low in RELATIVE
        stops = FINITE if relative else frozenset[str]()
        who, on = subject(reading, sentence, start), matter(reading, sentence, until, stops)
        if who is None and last is not None and _is_joined(reading, last.end, start):
            who = last.who
    if who is None or on is None or _is_time(reading, on):
        return None
    held = last.held if last is not None and who == last.who else holder(reading, who)
    if held is None:
        return None
    made = position(
        reading,
        (on, cue) if last is not None and who == last.who else (who, on),
        held,
        on,
        _side(stance, helpers),
    )
    if tokens[start].low == "to":  # *encouraged Serbia to refuse*: another's wish
        made = replace(made, stance=Stance.UNCLEAR)
    return made, _Last(who, held, max(on[1], cue[1]))


def _is_joined(reading: Reading, end: int, start: int) -> bool:
    """Whether a verb goes on with the subject of the one before: *welcomed the tax and rejected the war*."""
    return end <= start and all(token.low in _JOINS for token in reading.tokens[end:start])


def _side(stance: Stance, helpers: set[str]) -> Stance:
    """The side after what stands before the verb: turned by *not* and *refused to*, open after *may*."""
    turns = bool(_NOT & helpers) + bool(_REFUSE & helpers)
    if turns == 1:
        return _OPPOSITE.get(stance, stance)
    return Stance.UNCLEAR if turns == 0 and _MAYBE & helpers else stance


def _is_helper(low: str) -> bool:
    return low in _HELPERS | _REFUSE | _READY or (low.endswith("ly") and len(low) > 4)  # noqa: PLR2004  not "fly"


def _is_time(reading: Reading, on: Stretch) -> bool:
    """Whether a matter begins with a time: *spoke for an hour*."""
    start = reading.tokens[on[0]].start
    at = bisect_left(reading.times, start, key=lambda time: time.at.start)
    return at < len(reading.times) and reading.times[at].at.start == start
