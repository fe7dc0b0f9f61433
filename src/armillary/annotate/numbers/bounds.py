"""What the words around a number say of it: bounds, approximation, and which way it went.

    "more than 300"  →  more_than        "rose by a third to 40"  →  rose_by, rose_to

The words are data (`bounds.toml`). Only the words that touch the number count, those of change from
further off in the same clause as well.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from armillary.reading import Bound, Change

SIGHT = 48
"""Characters before a number that are looked at for words of change."""

NEAR = 28
"""Characters before a number that are looked at for bounds: the longest bound has 20."""


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
_BETWEEN = r"(?:[a-z]{1,12}ly[ \n]|(?:more|less|fewer) than[ \n]|at (?:least|most)[ \n]|over[ \n]|about[ \n]|around[ \n]|some[ \n]|up[ \n]|a[ \n]|an[ \n]|another[ \n]|down[ \n]|back[ \n]|of[ \n]|under[ \n]|nearly[ \n]){0,3}"


@cache
def cues() -> Cues:
    """The words, read once."""
    data = tomllib.loads(files(__package__).joinpath("bounds.toml").read_text(encoding="utf-8"))
    return Cues(
        tuple(_cue(entry, r"(?<![A-Za-z])(?:{})[ \n]?(?:the[ \n])?$") for entry in data["before"]),
        tuple(_cue(entry, r"[ \n]?(?:{})(?![A-Za-z])") for entry in data["after"]),
        tuple(
            _turn(entry, rf"(?<![A-Za-z])(?:{{}})[ \n]{_BETWEEN}{_LINK}{_BETWEEN}$")
            for entry in data["move"]
        ),
        tuple(_turn(entry, r"[ \n-](?:{})") for entry in data["compared"]),
    )


def _pattern(entry: dict[str, Any], frame: str) -> re.Pattern[str]:
    return re.compile(frame.replace("{}", "|".join(entry["words"])), re.IGNORECASE)


def _cue(entry: dict[str, Any], frame: str) -> Cue:
    return Cue(
        entry["name"],
        _pattern(entry, frame),
        Bound(entry.get("bound", Bound.EQUAL)),
        entry.get("approximate", False),
        entry["example"],
        entry["counter"],
    )


def _turn(entry: dict[str, Any], frame: str) -> Turn:
    return Turn(
        entry["name"],
        _pattern(entry, frame),
        entry["change"] == "rose",
        entry["example"],
        entry["counter"],
    )


def bound(text: str, start: int, amount_end: int, end: int, last: int) -> tuple[Bound, bool]:
    """How the number at [start, end) is bounded, and whether it is approximate.

    `amount_end` is where the amount without its unit ends: *40 or more people*, *40%-plus*.
    """
    found = Bound.EQUAL
    approximate = False
    near = text[max(0, start - NEAR) : start]
    for cue in cues().before:
        if cue.words.search(near):
            found, approximate = (
                (cue.bound if found is Bound.EQUAL else found),
                approximate or cue.approximate,
            )
    for cue in cues().after:
        if cue.words.match(text, end, last) or cue.words.match(text, amount_end, last):
            found, approximate = (
                (cue.bound if found is Bound.EQUAL else found),
                approximate or cue.approximate,
            )
    return found, approximate


def change(text: str, start: int, end: int) -> Change:
    """What the number says of a change, as far as the words right around it tell."""
    before = text[max(0, start - SIGHT) : start]
    for turn in cues().move:
        found = turn.words.search(before)
        if found:
            return step(found["link"] or "by", up=turn.up)
    for turn in cues().compared:
        if turn.words.match(text, end):
            return step("by", up=turn.up)
    return Change.NONE


def step(link: str, *, up: bool) -> Change:
    """The change that *by*, *from* or *to* makes of a rise or a fall."""
    way = "rose" if up else "fell"
    return Change(f"{way}_{'to' if link == 'at' else link}")
