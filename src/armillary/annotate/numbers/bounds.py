"""What the words around a number say of it: bounds, approximation, and which way it went.

    "more than 300"  →  more_than        "rose by a third to 40"  →  rose_by, rose_to

The words are data (`bounds.toml`). Only the words that touch the number count, those of change from
further off in the same clause as well.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from armillary.annotate.numbers.measured import Measured
from armillary.reading import Bound, Change

SIGHT = 64
"""Characters before a number that are looked at."""

WORDS = 8
"""Words before a number that are looked at for words of change."""

CUE_WORDS = 5
"""Words before a number that are looked at for bounds: the longest bound has four, and an article."""

_CLOSED = frozenset({"", ",", ".", ";", ":", "!", "?", ")", "(", "[", "“", "”", '"', "/", "|", "\t"})
"""Marks after which the words before a number say nothing of it."""

_OPEN_AFTER = frozenset(" \n+-")
"""Marks after which more may be said of a number."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that bound a number, and what they make of it."""

    name: str
    words: re.Pattern[str]
    bound: Bound
    approximate: bool
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that say that something went up or down."""

    name: str
    words: re.Pattern[str]
    up: bool
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class Cues:
    """All of them, by where they stand."""

    before: tuple[Cue, ...]
    after: tuple[Cue, ...]
    move: tuple[Turn, ...]
    compared: tuple[Turn, ...]


_LINK = r"(?:(?P<link>by|to|from|at)[ \n])?"
_BETWEEN = (
    r"(?:(?:[a-z]{1,12}ly|more than|less than|fewer than|at least|at most|over|about|around|some|up|a|an|another|down"
    r"|back|of|under|nearly)[ \n]){0,3}"
)
_WORD_START = re.compile(r"(?<![A-Za-z])[A-Za-z]|[^\sA-Za-z0-9]")


@cache
def cues() -> Cues:
    """The words, read once."""
    data = tomllib.loads(files(__package__).joinpath("bounds.toml").read_text(encoding="utf-8"))
    return Cues(
        tuple(_cue(entry, r"(?:{})[ \n]?(?:the[ \n])?\Z") for entry in data["before"]),
        tuple(_cue(entry, r"[ \n]?(?:{})(?![A-Za-z])") for entry in data["after"]),
        tuple(_turn(entry, rf"(?:{{}})[ \n]{_BETWEEN}{_LINK}{_BETWEEN}\Z") for entry in data["move"]),
        tuple(_turn(entry, r"[ \n-](?:{})") for entry in data["compared"]),
    )


def _pattern(entry: dict[str, Any], frame: str) -> re.Pattern[str]:
    return re.compile(frame.replace("{}", "|".join(entry["words"])), re.IGNORECASE)


def _cue(entry: dict[str, Any], frame: str) -> Cue:
    bound, approximate = Bound(entry.get("bound", Bound.EQUAL)), entry.get("approximate", False)
    return Cue(
        entry["name"], _pattern(entry, frame), bound, approximate, entry["example"], entry["counter"]
    )


def _turn(entry: dict[str, Any], frame: str) -> Turn:
    up = entry["change"] == "rose"
    return Turn(entry["name"], _pattern(entry, frame), up, entry["example"], entry["counter"])


def told(text: str, number: Measured, last: int) -> Measured:
    """The number with what the words around it say; `last` is where its block ends."""
    first = max(0, number.start - SIGHT)
    near = text[first : number.start]
    starts = (
        [found.start() for found in _WORD_START.finditer(near)][-WORDS:]
        if near[-1:] not in _CLOSED
        else []
    )
    found, approximate = number.bound, number.approximate
    for cue in _around(text, number, near, starts, last):
        found = (
            cue.bound if found in {Bound.EQUAL, number.bound} and cue.bound is not Bound.EQUAL else found
        )
        approximate = approximate or cue.approximate
    change = _change(text, number, near, starts)
    return replace(number, bound=found, approximate=approximate, change=change)


def _around(text: str, number: Measured, near: str, starts: list[int], last: int) -> Iterator[Cue]:
    for start in starts[-CUE_WORDS:]:
        yield from (cue for cue in cues().before if cue.words.match(near, start))
    if number.end < last and text[number.end] in _OPEN_AFTER:
        yield from (cue for cue in cues().after if cue.words.match(text, number.end, last))
    if number.amount_end < number.end and text[number.amount_end] in _OPEN_AFTER:
        yield from (cue for cue in cues().after if cue.words.match(text, number.amount_end, number.end))


def _change(text: str, number: Measured, near: str, starts: list[int]) -> Change:
    """What the number says of a change, as far as the words right around it tell."""
    for start in reversed(starts):
        for turn in cues().move:
            found = turn.words.match(near, start)
            if found:
                return step(found["link"] or "by", up=turn.up)
    if text[number.end : number.end + 1] in _OPEN_AFTER:
        for turn in cues().compared:
            if turn.words.match(text, number.end):
                return step("by", up=turn.up)
    return Change.NONE


def step(link: str, *, up: bool) -> Change:
    """The change that *by*, *from* or *to* makes of a rise or a fall."""
    way = "rose" if up else "fell"
    return Change(f"{way}_{'to' if link == 'at' else link}")
