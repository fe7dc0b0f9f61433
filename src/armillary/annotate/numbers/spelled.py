"""Numbers in words: *twenty-three thousand*, *two thirds*, *half a million*, *hundreds of thousands*.

A run of number words is read from left to right; each word fills what room the words before it left
(after *twenty* there is room below ten, after *hundred* below a hundred). Ordinals are no amounts.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from armillary.annotate.numbers.lexicon import GAP, Kind, Word, word


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a run of words amounts to. `scale` is the last scale word (1 where there is none)."""

    end: int
    value: float
    scale: float = 1
    vague: bool = False
    fraction: bool = False
    times: bool = False


class Lead(Enum):
    """What stands before a run of number words and changes how it is read."""

    NOTHING = auto()
    A = auto()
    SEVERAL = auto()
    BETWEEN = auto()


LONGEST_RUN = 24
"""Words of one number. The longest that English needs (nonillions apart) has 22."""

TWENTY = 20
"""From here on a word takes ones after it, and a part after it makes an ordinal: *twenty-fifth*."""

HUNDRED = 100

_WORD = re.compile(r"[A-Za-z]{1,14}(?![A-Za-z])")
_GAP = re.compile(GAP)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7}
_HALF = re.compile(rf"{GAP}and{GAP}({'|'.join(_COUNTS)}){GAP}([a-z]{{4,10}})(?![A-Za-z])")
_OF_A_SCALE = re.compile(rf"(?:{GAP}of{GAP}an?)?{GAP}(hundred|thousand|million|billion|trillion)\b")
_OF_SCALES = re.compile(rf"{GAP}of{GAP}(hundreds|thousands|millions|billions|trillions)\b")
_POINT = re.compile(
    rf"{GAP}point((?:{GAP}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b){{1,12}})"
)


def read(text: str, at: int, end: int, lead: Lead = Lead.NOTHING) -> Spelled | None:
    """The amount in the number words that start at `at`; None where they are an ordinal or no amount."""
    words = _run(text, at, end)
    if not words:
        return None
    first = words[0]
    if first.kind is Kind.SCALES:
        return _vague(text, first, end)
    if first.kind is Kind.TIMES:
        return _times(text, first, end)
    if first.kind is Kind.PART or (first.kind is Kind.HALF and lead is Lead.A):
        return _fraction(text, 1, first, end) if lead is Lead.A and not first.plural else None
    if first.kind is Kind.HALF:
        return _half(text, words, end)
    return _counted(text, words, end, lead)


def scaled(text: str, at: int, end: int) -> tuple[int, float]:
    """Past the scale words that follow digits (*1.5 million*): where they end, and the factor."""
    factor = 1.0
    for found in _run(text, _past_gap(text, at, end), end)[:2]:
        if found.kind not in {Kind.HUNDRED, Kind.SCALE, Kind.DOZEN}:
            break
        factor *= found.value
        at = found.end
    return at, factor


def and_a_half(text: str, at: int, end: int) -> tuple[int, float]:
    """Past *and a half*: where it ends, and how much it adds; nothing where it does not stand there."""
    found = _HALF.match(text, at, end)
    part = word(found[2]) if found else None
    if found is None or part is None or part.kind not in {Kind.HALF, Kind.PART}:
        return at, 0.0
    return found.end(), _COUNTS[found[1]] / part.value


def _run(text: str, at: int, end: int) -> list[Word]:
    """The number words from `at` on, *and* among them."""
    words: list[Word] = []
    while len(words) < LONGEST_RUN and (found := _WORD.match(text, at, end)):
        known = word(found.group(), found.start())
        if known is None:
            break
        words.append(known)
        at = _past_gap(text, known.end, end)
        if at == known.end:
            break
    return words


def _past_gap(text: str, at: int, end: int) -> int:
    found = _GAP.match(text, at, end)
    return found.end() if found else at


_AS = re.compile(rf"{GAP}(?:as|the|that|its|his|her|their|more)\b")


def _times(text: str, first: Word, end: int) -> Spelled | None:
    """*Threefold*; *twice as much*, but never *he came twice*."""
    twice = text[first.end - 1] == "e"
    return (
        None
        if twice and not _AS.match(text, first.end, end)
        else Spelled(first.end, first.value, times=True)
    )


def _vague(text: str, first: Word, end: int) -> Spelled | None:
    """*Hundreds of thousands*: the product of the scales, the least that the words can mean."""
    value, stop = first.value, first.end
    for _ in range(2):
        found = _OF_SCALES.match(text, stop, end)
        if not found:
            break
        larger = word(found[1])
        value *= larger.value if larger else 1
        stop = found.end()
    if first.needs_of and stop == first.end and not re.compile(rf"{GAP}of\b").match(text, stop, end):
        return None
    return Spelled(stop, value, vague=True)


def _fraction(text: str, count: float, part: Word, end: int) -> Spelled:
    """*Three quarters*, *a quarter of a million*."""
    found = _OF_A_SCALE.match(text, part.end, end)
    scale = word(found[1]) if found else None
    if found and scale:
        return Spelled(found.end(), count * scale.value / part.value, scale.value)
    return Spelled(part.end, count / part.value, fraction=True)


_AFTER_HALF = re.compile(
    rf"{GAP}(?:of|the|a|an|its|their|his|her|our|my|your|all|as|that|those|these|this|to|in|more)\b"
    r"|\s{0,2}[.,;:!?)]|\s*\Z"
)


def _half(text: str, words: list[Word], end: int) -> Spelled | None:
    """*Half a million*, *half-dozen*; *half of* and *half the* as a fraction; never *first half*."""
    half = words[0]
    rest = [found for found in words[1:3] if found.kind is not Kind.A]
    if rest and rest[0].kind in {Kind.HUNDRED, Kind.SCALE, Kind.DOZEN}:
        return Spelled(rest[0].end, rest[0].value / 2, rest[0].value)
    return Spelled(half.end, 0.5, fraction=True) if _AFTER_HALF.match(text, half.end, end) else None


@dataclass(slots=True)
class _Sum:
    """A number while it is read: whole groups, the group at hand, and what still fits in."""

    total: float = 0
    group: float = 0
    room: float = float("inf")
    scale: float = float("inf")
    hundreds: bool = False
    used: int = 0

    @property
    def value(self) -> float:
        return self.total + self.group

    def takes(self, found: Word) -> bool:
        """Add a word where it fits."""
        fits = getattr(self, f"_{found.kind.name.lower()}", None)
        return fits is not None and fits(found.value)

    def _small(self, value: float) -> bool:
        if value >= self.room or (value == 0 and self.used):
            return False
        self.group += value
        self.room = 10 if value >= TWENTY else 0  # twenty-three, never thirteen-three
        return True

    def _hundred(self, value: float) -> bool:
        if self.hundreds or self.group >= value or (self.used and not self.group and self.scale < value):
            return False
        self.group = (self.group or 1) * value
        self.hundreds, self.room = True, value
        return True

    def _scale(self, value: float) -> bool:
        if value >= self.scale or (self.total and not self.group):
            return False
        self.total += (self.group or 1) * value
        self.group, self.hundreds = 0, False
        self.scale = self.room = value
        return True

    def _scales(self, value: float) -> bool:
        return bool(self.used) and self._scale(value)  # eight millions

    def _dozen(self, value: float) -> bool:
        if self.total:
            return False
        self.group = (self.group or 1) * value
        self.room = self.scale = 0
        return True


def _cardinal(words: list[Word], *, joins: bool) -> _Sum:
    """Read as many words as make one number. `joins`: whether *and* may stand in it."""
    made = _Sum()
    for place, found in enumerate(words):
        if found.kind is Kind.AND:
            if not (joins and place == made.used and _and_joins(made, words[place:])):
                break
            continue
        if not made.takes(found):
            break
        made.used = place + 1
    return made


def _and_joins(made: _Sum, rest: list[Word]) -> bool:
    """Whether *and* goes on with the number: *two hundred and five*, never *one hundred and two hundred*."""
    if not made.used or len(rest) < 2 or made.room not in {HUNDRED, made.scale}:  # noqa: PLR2004  and, and a number
        return False
    after = _cardinal(rest[1:], joins=False)
    if not after.used:
        return False
    below = made.scale if made.hundreds and made.total else min(made.room, made.scale)
    small = rest[1].kind is Kind.SMALL and not after.hundreds
    return after.value < below or (made.hundreds and small and after.scale < made.scale)


def _counted(text: str, words: list[Word], end: int, lead: Lead) -> Spelled | None:
    """A cardinal with what may follow it: a part (*two thirds*), *and a half*, *point five*."""
    made = _cardinal(words, joins=lead is not Lead.BETWEEN)
    if not made.used:
        return None
    last = words[made.used - 1]
    bare = words[0].kind in {Kind.HUNDRED, Kind.SCALE, Kind.DOZEN}
    if bare and lead not in {Lead.A, Lead.SEVERAL}:
        return None
    following = words[made.used] if made.used < len(words) else None
    if following and following.kind in {Kind.PART, Kind.HALF, Kind.ORDINAL}:
        hyphen = text[last.end] in "-‐‑"
        part = following.kind is not Kind.ORDINAL and (following.plural or made.value == 1 or hyphen)
        if part and (made.value < TWENTY or following.plural):
            return _fraction(text, made.value, following, end)
        if hyphen or made.value >= TWENTY:  # two first-class tickets are two
            return None
    return _with_rest(text, made, last.end, end, vague=lead is Lead.SEVERAL)


def _with_rest(text: str, made: _Sum, at: int, end: int, *, vague: bool) -> Spelled:
    scale = made.scale if 1 < made.scale < float("inf") else 1.0
    if made.hundreds and made.room == HUNDRED:  # six or seven hundred
        scale *= HUNDRED
    stop, more = and_a_half(text, at, end)
    if more and scale == 1:
        stop, scale = scaled(text, stop, end)
        return Spelled(stop, (made.value + more) * scale, scale)
    if more:
        return Spelled(stop, made.value + more * scale, scale)
    found = _POINT.match(text, at, end)
    if found:
        digits = "".join(_DIGITS[part.lower()] for part in re.findall(r"[A-Za-z]+", found[1]))
        stop, scale = scaled(text, found.end(), end)
        return Spelled(stop, float(f"{made.value:.0f}.{digits}") * scale, scale)
    return Spelled(at, made.value, scale, vague)


_DIGITS = {
    name: str(value)
    for value, name in enumerate("zero one two three four five six seven eight nine".split())
} | {"oh": "0"}
