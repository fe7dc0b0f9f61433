"""Positions by nouns: *Brazil's opposition to the sanctions*, *a critic of the reform*, *called the raid a crime*."""

from bisect import bisect_left
from collections.abc import Iterator

from armillary.extract.voices.positions.clause import (
    FAR,
    LEADS,
    Stretch,
    holder,
    matter,
    position,
    subject,
)
from armillary.extract.voices.positions.lexicon import rules
from armillary.findings import Position, Stance
from armillary.reading import Reading, Sentence

_OWN = frozenset(
    "a an the its his her their our my some any much strong full firm fierce great public".split()
)
_COMES = frozenset("came comes come grew grows rose".split())
_FINITE = _COMES | frozenset(
    "is are was were has have had will would did does can could may might must should remains remained".split()
)
"""Verbs that end the matter of a noun: *Brazil's opposition to the sanctions | is well known*."""
_FROM = frozenset("from among".split())
_BE = frozenset("is are was were be been became become remains remained".split())
_NOT = frozenset("not never no without".split())
_HELPERS = _NOT | frozenset("has have had did does do also".split())
_CALLED = frozenset({"a", "an", "as"})
_TURNED = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.NEUTRAL}
_FIRST_WORDS = 6
"""Words between a verb and the noun that it leads to: *expressed its full and unconditional support*."""


def find(reading: Reading, sentence: Sentence) -> Iterator[Position]:
    """The positions of a sentence that nouns tell of."""
    for at in range(sentence.first, sentence.last):
        low = reading.tokens[at].low
        found = None
        if low in rules().nouns and _leads(reading, sentence, at):
            found = _by_noun(reading, sentence, at)
        elif low in rules().sorts and _leads(reading, sentence, at):
            found = _by_sort(reading, sentence, at)
        elif low in rules().calling:
            found = _by_verdict(reading, sentence, at)
        if found is not None:
            yield found


def _leads(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a word leads on to its matter: *support for*, *critic of*."""
    return at + 1 < sentence.last and reading.tokens[at + 1].low in LEADS


def _by_noun(reading: Reading, sentence: Sentence, at: int) -> Position | None:
    """*Brazil's opposition to X*, *expressed its support for X*, *opposition to X came from the farmers*."""
    tokens, stance = reading.tokens, rules().nouns[reading.tokens[at].low]
    on = matter(reading, sentence, at + 2, _FINITE)
    if on is None:
        return None
    behind = on[1]
    if behind + 1 < sentence.last and tokens[behind].low in _COMES and tokens[behind + 1].low in _FROM:
        who = matter(reading, sentence, behind + 2)
        held = None if who is None else holder(reading, who)
        return (
            None
            if held is None or who is None
            else position(reading, ((at, on[1]), who), held, on, stance)
        )
    start = at
    while start > sentence.first and at - start < _FIRST_WORDS and _is_own(tokens[start - 1].low):
        start -= 1
    if start > sentence.first and tokens[start - 1].low in rules().telling:
        return _with_subject(reading, sentence, start - 1, on, stance)
    return _by_owner(reading, sentence, start, on, stance)


def _by_owner(
    reading: Reading, sentence: Sentence, start: int, on: Stretch, stance: Stance
) -> Position | None:
    """*Brazil's …*: the name whose *'s* stands right before."""
    if start <= sentence.first:
        return None
    end = reading.tokens[start - 1].end
    if not reading.document.text[:end][-2:].casefold().endswith(("'s", "’s", "s'", "s’")):
        return None
    first = bisect_left(reading.mentions, sentence.span.start, key=lambda mention: mention.at.start)
    for mention in reading.mentions[first : first + FAR]:
        if mention.at.end in {end, end - 1, end - 2}:
            place = bisect_left(reading.tokens, mention.at.start, key=lambda token: token.start)
            return position(reading, ((place, start), on), mention.at, on, stance)
    return None


def _by_sort(reading: Reading, sentence: Sentence, at: int) -> Position | None:
    """*Ada Byron was a supporter of the canal*."""
    tokens = reading.tokens
    on = matter(reading, sentence, at + 2)
    for start in range(at - 1, max(sentence.first, at - _FIRST_WORDS) - 1, -1):
        if tokens[start].low in _BE:
            return on and _with_subject(reading, sentence, start, on, rules().sorts[tokens[at].low])
    return None


def _by_verdict(reading: Reading, sentence: Sentence, at: int) -> Position | None:
    """*Mara Fenn called the raid a crime*, *described the settlement as a victory*."""
    tokens = reading.tokens
    for place in range(at + 2, min(sentence.last, at + FAR)):
        low = tokens[place].low
        if low in {",", ";", ":", "that"}:
            return None
        if low in _CALLED:
            verdict = _verdict(reading, sentence, place + 1)
            if verdict is None:
                return None
            stance = rules().verdicts[tokens[verdict].low]
            return _with_subject(reading, sentence, at, (at + 1, place), stance)
    return None


def _verdict(reading: Reading, sentence: Sentence, start: int) -> int | None:
    """Where the word stands that says what the matter is called, a few words on."""
    places = range(start, min(sentence.last, start + _FIRST_WORDS))
    return next((at for at in places if reading.tokens[at].low in rules().verdicts), None)


def _with_subject(
    reading: Reading, sentence: Sentence, verb: int, on: Stretch, stance: Stance
) -> Position | None:
    """The position of the subject of a verb."""
    tokens = reading.tokens
    start = verb
    while start > sentence.first and tokens[start - 1].low in _HELPERS:
        start -= 1
    who = subject(reading, sentence, start)
    held = None if who is None else holder(reading, who)
    if who is None or held is None:
        return None
    denied = bool(_NOT & {token.low for token in tokens[start : on[0]]})
    return position(reading, (who, on), held, on, _TURNED.get(stance, stance) if denied else stance)


def _is_own(low: str) -> bool:
    """Whether a word stands between a verb and its noun: *its full and unconditional*."""
    if low in rules().telling:
        return False
    return (
        low in _OWN
        or low in {"and", "but"}
        or low.endswith(("ed", "al", "ive", "ous", "ful", "ent", "ant"))
    )
