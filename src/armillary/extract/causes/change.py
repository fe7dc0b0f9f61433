"""Words of change: *fewer flats*, *the collapse of the bank*, *rents rise* → flats −, the bank −, rents +.

They are taken off what varies and put into the sign, so that one factor has one name whichever way
it goes. A stretch without such words counts as *more of it*, or as *it happens*.
"""

from dataclasses import dataclass
from functools import cache

from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Line,
)
from armillary.extract.causes.rules import Form, forms_of, lexicon, load
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign

_LEADING = frozenset(
    "and but or so then that also however moreover furthermore perhaps indeed even only just both either "
    "yet while because if when as since for with by to not thus therefore rather about mainly largely partly".split()
)
_TRAILING = frozenset(
    "not no and or but of to in for by with that which as the a an also only is are was were has have had be been can "
    "could may might must will would cannot become becomes became get gets got there".split()
)
_EXISTS = frozenset(
    "come comes came arise arises arose emerge emerges emerged exist exists existed occur occurs occurred happen happens appear there".split()
)
_ABOUT = ((), ("about",), ("into", "being"), ("into", "existence"))
_BECOMES = BE | frozenset("become becomes became remain remains remained get gets got grew stay".split())
_INNER = frozenset("that which who whom because if when while although believed thought said".split())
_LONGEST_CORE = 18
"""Tokens. A bound on what a map can show, not a tuned threshold: longer factors are cut here."""


@dataclass(frozen=True, slots=True)
class Change:
    """What varies, and which way it goes."""

    core: Stretch
    sign: Sign
    told: bool  # whether words of change said so


@cache
def _words(sign: Sign, place: str) -> frozenset[tuple[str, ...]]:
    told: list[str] = load("change")["up" if sign is Sign.RAISES else "down"][place]
    if place != "verbs":
        return frozenset(tuple(words.split()) for words in told)
    verbs = (words.split() for words in told)
    return frozenset((spelling, *rest) for verb, *rest in verbs for _, spelling in forms_of(verb))


@cache
def comparatives() -> frozenset[str]:
    """Words such as *more* and *slower*; *river* and *other* are none."""
    return frozenset(load("change")["comparatives"].split())


def read(line: Line, stretch: Stretch) -> Change:
    """The core of a stretch and its direction. The core is never empty unless the stretch is."""
    core = _stripped(line, stretch)
    sign, told = Sign.RAISES, False
    compared = (
        line.lows[core.first : core.first + 1]
        if core.first and line.lows[core.first - 1] == "the"
        else ()
    )
    for take in (_before, _nouns, _after if not _words_of_degree(compared) else _verb_off):
        change = take(line, core)
        if change is not None and len(change.core):
            core, sign, told = _stripped(line, change.core), sign.times(change.sign), told or change.told
    if len(core) > _LONGEST_CORE:
        core = _stripped(line, Stretch(core.first, core.first + _LONGEST_CORE))
    return Change(core if len(core) else line.trimmed(stretch), sign, told)


def _words_of_degree(words: tuple[str, ...]) -> bool:
    """Whether a side begins *the more …*: then its verb does not turn the sign."""
    return bool(words) and (words[0] in {"more", "less", "fewer"})


def _verb_off(line: Line, core: Stretch) -> Change | None:
    """*(the more) rain falls*: the verb goes, and says nothing about the direction."""
    for at in range(core.first + 1, core.last):
        if line.lows[at] in DETERMINERS | PRONOUNS:
            return Change(Stretch(core.first, at), Sign.RAISES, told=True)
    change = _after(line, core)
    return change and Change(change.core, Sign.RAISES, change.told)


def _stripped(line: Line, stretch: Stretch) -> Stretch:
    """Without marks, conjunctions and loose ends at the borders."""
    core = _unseen(line, _untimed(line, line.trimmed(stretch)))
    while len(core) > 1 and line.lows[core.first] in _LEADING:
        core = line.trimmed(Stretch(core.first + 1, core.last))
    while len(core) > 1 and line.lows[core.last - 1] in _TRAILING:
        core = line.trimmed(Stretch(core.first, core.last - 1))
    return core


_SEEN = frozenset("see find get have meet need want build make".split())
_PEOPLE = frozenset("we you they people one i".split())


def _unseen(line: Line, core: Stretch) -> Stretch:
    """Without who sees it: *(the more) locks we see*, *having fewer locks*."""
    first, last = core.first, core.last
    if last - first > 2 and line.lows[last - 1] in _SEEN and line.lows[last - 2] in _PEOPLE:  # noqa: PLR2004  a noun and both
        last -= 2
    if last - first > 1 and line.lows[first] == "having":
        first += 1
    return Stretch(first, last)


def _untimed(line: Line, core: Stretch) -> Stretch:
    """Without a time at its head: *In 1866 three banks failed*."""
    first = core.first
    while first < core.last - 1 and (
        first in line.timed
        or (first > core.first and line.lows[first] == ",")
        or (line.lows[first] in PREPOSITIONS and first + 1 in line.timed)
    ):
        first += 1
    if first == core.first or line.low(first) in {"that", "which", "when"}:
        return core  # "every day that Russia gained" is no date
    if first == core.first + 1 and not line.lows[core.first][0].isdigit():
        return core  # "winter tyres" are not in winter
    return line.trimmed(Stretch(first, core.last))


def _starts(line: Line, at: int, last: int, place: str) -> tuple[int, Sign] | None:
    """The end of the words of change that start at a token, and their sign."""
    for sign in (Sign.RAISES, Sign.LOWERS):
        known = _words(sign, place)
        for size in (4, 2, 1):
            if at + size < last + (place == "verbs") and line.lows[at : at + size] in known:
                return at + size, sign
    return None


def _before(line: Line, core: Stretch) -> Change | None:
    """*(there are) fewer flats*, *the rising rents*."""
    at = core.first
    if line.lows[at] == "there":
        at += 1
        while at < core.last - 1 and line.lows[at] in AUXILIARIES:
            at += 1
    while at < core.last - 1 and line.lows[at] in DETERMINERS - {"no"} | {"even", "ever", "much", "far"}:
        at += 1
    found = _starts(line, at, core.last, "before")
    if found is None and _is_compared(line, at, core.last):
        found = at + 1, Sign.RAISES
    while found and found[0] < core.last - 1 and line.lows[found[0]] in DETERMINERS:
        found = found[0] + 1, found[1]  # "the faster the mobilisation"
    return found and Change(Stretch(found[0], core.last), found[1], told=True)


def _is_compared(line: Line, at: int, last: int) -> bool:
    """Whether *(the) harsher the measures* begins here: a comparative of any adjective, and its noun."""
    after = line.lows[at + 1] if at + 1 < last else ""
    return (
        at > 0 and line.lows[at - 1] == "the" and line.lows[at].endswith("er") and after in DETERMINERS
    )


def _nouns(line: Line, core: Stretch) -> Change | None:
    """*an increase in rents*, *the lack of flats*."""
    at = core.first
    while at < core.last - 1 and line.lows[at] in DETERMINERS:
        at += 1
    for place in (at, at + 1):  # "a sharp increase in"
        found = _starts(line, place, core.last, "nouns") if place < core.last else None
        if found is not None:
            return Change(Stretch(found[0], core.last), found[1], told=True)
    return None


def _after(line: Line, core: Stretch) -> Change | None:
    """*rents (have) risen*, *bread became scarce*, *supply was reduced*."""
    for at in range(core.first + 1, core.last):
        subject = _subject(line, core.first, at)
        if subject is None:
            continue
        before = line.lows[at - 1]
        found = _starts(line, at, core.last, "verbs")
        if found is not None and _is_verb(line, at, found[0], core.last):
            return Change(subject, found[1], told=True)
        found = _starts(line, at, core.last + 1, "adjectives") if before in _BECOMES else None
        if found is not None:
            return Change(subject, found[1], told=True)
        if before in BE and (sign := _done_to(line.lows[at])) is not None:
            return Change(subject, sign, told=True)
        if line.lows[at] in _EXISTS and line.lows[at + 1 : core.last] in _ABOUT:
            return Change(subject, Sign.RAISES, told=False)
    return None


def ends_in_change(line: Line, stretch: Stretch) -> bool:
    """Whether a clause ends with a verb of change: *(when) rents rise*."""
    for size in (1, 2):
        at = stretch.last - size
        found = at > stretch.first and _starts(line, at, stretch.last, "verbs")
        if found and found[0] == stretch.last and _after(line, stretch) is not None:
            return True
    return False


def _is_verb(line: Line, at: int, end: int, last: int) -> bool:
    """Whether a verb of change stands alone: *rents fall* does, *they fall a victim* has an object."""
    if line.lows[at].endswith("ing") and line.lows[at - 1] not in BE:
        return False
    after = line.lows[end] if end < last else "."
    alone = (
        after in PREPOSITIONS | ADVERBS | AUXILIARIES or after.endswith("ly") or not after[0].isalpha()
    )
    return alone or end in line.timed


def _subject(line: Line, first: int, at: int) -> Stretch | None:
    """What stands before a verb, without its auxiliaries; None where a noun must stand at the verb's place."""
    last = at
    while last > first and line.lows[last - 1] in AUXILIARIES | ADVERBS | _BECOMES:
        last -= 1
    if line.lows[last] == "to" and line.lows[last - 1] in _TENDS:
        last -= 1
    words = line.lows[first:last]
    if (
        not words
        or _INNER & set(words)
        or words[-1] in DETERMINERS | PREPOSITIONS
        or words[0] in PREPOSITIONS
    ):
        return None
    return Stretch(first, last)


_TENDS = frozenset(
    "tend tends tended begin begins began start starts started seem seems seemed continue continues".split()
)
_PREVENTED = frozenset({"avoided", "averted", "prevented", "forestalled"})


@cache
def _done_to(word: str) -> Sign | None:
    """The sign of a participle of raising or lowering: *supply was reduced*."""
    for pattern in lexicon().get(word, ()):
        if (
            pattern.words == (word,)
            and Form.PARTICIPLE in pattern.forms
            and (pattern.rule.name in {"driving", "lowering"} or word in _PREVENTED)
        ):
            return pattern.rule.sign
    return None


def of_adjective(line: Line, at: int) -> Sign | None:
    """The sign of an adjective of change: *scarce* lowers, *easier* raises; None for any other."""
    for sign in (Sign.RAISES, Sign.LOWERS):
        if (line.lows[at],) in _words(sign, "adjectives"):
            return sign
    return None
