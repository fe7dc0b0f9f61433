"""The words that numbers are made of, and the one scan that finds where a number may start."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

GAP = r"(?:[^\S\n]{1,3}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8}|[-‐‑])"
"""What may stand between the words of one number: blanks, one line end, a hyphen. Never a blank line."""


class Kind(Enum):
    """What a word does in a number."""

    SMALL = auto()
    HUNDRED = auto()
    SCALE = auto()
    SCALES = auto()
    DOZEN = auto()
    HALF = auto()
    PART = auto()
    ORDINAL = auto()
    TIMES = auto()
    AND = auto()
    A = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A number word at its place. `needs_of`: means an amount only before *of* (*scores of*)."""

    kind: Kind
    value: float
    end: int = 0
    plural: bool = False
    needs_of: bool = False


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "quintillion": 1e18, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000, "millionth": 1_000_000, "billionth": 1_000_000_000,
}  # fmt: skip
_ORDINALS = "first second seventeenth eighteenth nineteenth".split()


def _words() -> Iterable[tuple[str, Word]]:
    yield from ((name, Word(Kind.SMALL, value)) for value, name in enumerate(_ONES))
    yield from ((name, Word(Kind.SMALL, 20 + 10 * place)) for place, name in enumerate(_TENS))
    yield "fourty", Word(Kind.SMALL, 40)
    yield "hundred", Word(Kind.HUNDRED, 100)
    yield "hundreds", Word(Kind.SCALES, 100)
    yield "dozen", Word(Kind.DOZEN, 12)
    yield "dozens", Word(Kind.SCALES, 12)
    yield "tens", Word(Kind.SCALES, 10, needs_of=True)
    yield "scores", Word(Kind.SCALES, 20, needs_of=True)
    for name, value in _SCALES.items():
        yield name, Word(Kind.SCALE, value)
        yield f"{name}s", Word(Kind.SCALES, value)
    for name, value in _PARTS.items():
        yield name, Word(Kind.PART, value)
        yield f"{name}s", Word(Kind.PART, value, plural=True)
    yield "half", Word(Kind.HALF, 2)
    yield "halves", Word(Kind.PART, 2, plural=True)
    yield from ((name, Word(Kind.ORDINAL, 0)) for name in _ORDINALS)
    yield from (
        (f"{name}fold", Word(Kind.TIMES, value)) for value, name in enumerate(_ONES[:11]) if value > 1
    )
    yield "hundredfold", Word(Kind.TIMES, 100)
    yield "thousandfold", Word(Kind.TIMES, 1000)
    yield "twice", Word(Kind.TIMES, 2)
    yield "and", Word(Kind.AND, 0)
    yield from ((name, Word(Kind.A, 1)) for name in ("a", "an"))


WORDS = dict(_words())


def word(written: str, start: int = 0) -> Word | None:
    """A number word as it stands in the text, None for any other word."""
    known = WORDS.get(written.lower())
    if known is None:
        return None
    return Word(known.kind, known.value, start + len(written), known.plural, known.needs_of)


def _starts() -> str:
    """A pattern of every word that can start a number, by first letter, large or small."""
    silent = {Kind.ORDINAL, Kind.AND, Kind.A}
    names = sorted(
        name for name, known in WORDS.items() if known.kind not in silent and not known.plural
    )
    groups = groupby(names, key=lambda name: name[0])
    return "|".join(
        f"[{letter.upper()}{letter}](?:{'|'.join(sorted((name[1:] for name in group), reverse=True))})"
        for letter, group in groups
    )


STARTS = re.compile(
    rf"(?P<address>https?://[^\s]{{0,4000}})|[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?:{_starts()})(?![A-Za-z])"
)
"""Where a number may start. What stands before it is looked at afterwards: a scan must be quick."""
