"""Noun: the words of a text as numbers, so that a library of them can be searched. Wording.

Two texts have equal numbers where they have equal words: case, accents and apostrophes say nothing
(*Don’t* is *dont*), punctuation parts words and is no word. Worked out in numpy: some ten megabytes a
second, in memory that does not grow with the text.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
"""A row of whole numbers without a sign."""

GRAM = 3
"""Words in a run that is looked up. Shorter runs are found everywhere, longer ones break at every edit."""

_CHUNK = 1 << 21  # characters worked on at a time
_BLOCK = 256  # code points whose meaning is worked out together
_PARTS, _SILENT = 0, 1  # what a code point does in a word, where it is no letter of it
_APOSTROPHES = "'’‘ʼ＇´`"
_JOINED = frozenset(
    {"Mn", "Mc", "Me", "Cf"}
)  # categories of Unicode: accents, vowel signs, soft hyphens
MIX = np.uint64(0x9E3779B97F4A7C15)
"""An odd number without pattern, the golden ratio: what is multiplied by it is spread."""
_LETTERS = 64  # letters of a word before their weights begin again
_WEIGHTS = np.cumprod(np.full(_LETTERS, 0xD6E8FEB86659FD93, np.uint64), dtype=np.uint64)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a text in order: the number of each, and its place [start, end) in the text."""

    numbers: Numbers
    starts: Numbers
    ends: Numbers

    def __len__(self) -> int:
        """How many words."""
        return len(self.numbers)

    def grams(self) -> Numbers:
        """The number of each run of three words, by the place of its first."""
        return grams(self.numbers)


def wording(text: str) -> Wording:
    """The words of a text.

    >>> [int(start) for start in wording("Don’t, she said").starts]
    [0, 7, 11]
    """
    parts = [_words(text, start, end) for start, end in _chunks(text)]
    numbers, starts, ends = (
        np.concatenate(column) for column in zip(*(parts or [_words("", 0, 0)]), strict=True)
    )
    return Wording(numbers, starts, ends)


def grams(numbers: Numbers) -> Numbers:
    """The number of each run of three words."""
    wide = numbers.astype(np.uint64)
    mixed = np.zeros(max(0, len(wide) - GRAM + 1), np.uint64)
    for step in range(GRAM):
        mixed = (mixed + wide[step : step + len(mixed)]) * MIX
        mixed ^= mixed >> _HALF
    return mixed.astype(np.uint32)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of text that end between words, where there is a blank or a line end to cut at."""
    start = 0
    while start < len(text):
        end = min(start + _CHUNK, len(text))
        if end < len(text):
            cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = cut if cut > start else end
        yield start, end
        start = end


def _words(text: str, start: int, end: int) -> tuple[Numbers, Numbers, Numbers]:
    """Numbers, starts and ends of the words in a stretch."""
    points = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = _MEANING.of(points)
    told = np.flatnonzero(letters > _SILENT)
    if not len(told):
        return np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros(0, np.uint32)
    breaks = np.cumsum(letters == _PARTS, dtype=np.uint32)[told]
    first = np.concatenate(([0], np.flatnonzero(np.diff(breaks)) + 1))
    last = np.concatenate((first[1:], [len(told)])) - 1
    place = np.arange(len(told)) - np.repeat(first, last - first + 1)
    sums = np.add.reduceat(letters[told].astype(np.uint64) * _WEIGHTS[place % _LETTERS], first)
    sums = (sums ^ (sums >> _HALF)) * MIX
    numbers = (sums >> _HALF).astype(np.uint32)
    return numbers, (told[first] + start).astype(np.uint32), (told[last] + 1 + start).astype(np.uint32)


class _Meaning:
    """What each code point is in a word: its letter without case and accents, silent, or a break.

    Worked out for a block of code points when the first of them is met.
    """

    def __init__(self) -> None:
        self._table = np.zeros(0x110000, np.uint32)
        self._known = np.zeros(0x110000 // _BLOCK, np.bool_)

    def of(self, points: Numbers) -> Numbers:
        """The meaning of each of these code points."""
        blocks = np.flatnonzero(np.bincount(points // _BLOCK, minlength=1))
        for block in blocks[~self._known[blocks]].tolist():
            first = block * _BLOCK
            self._table[first : first + _BLOCK] = [
                _meaning(chr(point)) for point in range(first, first + _BLOCK)
            ]
            self._known[block] = True
        return self._table[points]


def _meaning(character: str) -> int:
    if character in _APOSTROPHES or unicodedata.category(character) in _JOINED:
        return _SILENT
    if not character.isalnum():
        return _PARTS
    base = unicodedata.normalize("NFKD", character).casefold()
    letters = [letter for letter in base if letter.isalnum()]
    return ord(letters[0]) if len(letters) == 1 else _several("".join(letters) or character)


def _several(letters: str) -> int:
    """A number for a letter that is written as several (*ﬁ*, *ß*): the same in every run."""
    number = 0
    for letter in letters:
        number = (number * 0x01000193 + ord(letter)) & 0xFFFFFFFF
    return number | 0x80000000


_MEANING = _Meaning()
