"""Labels: text is cut into lines that fit a box, and the box is measured without a browser.

The fonts of the reader are not known. Widths are those of DejaVu Sans, the widest of the usual ones,
so that a label is never wider than its box.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

FONT = 13.0
LINE = 17.0
WIDEST = 168.0
MOST_LINES = 3
PADDING = (11.0, 7.0)
NARROWEST = 54.0

NARROW = frozenset("iljItfr.,:;'’‘|!()[]/- ")
WIDE = frozenset("mwMWOQGD@%—")


@dataclass(frozen=True, slots=True)
class Label:
    """A label cut into lines, and the size of the box around it."""

    lines: tuple[str, ...]
    width: float
    height: float


def measured(text: str) -> Label:
    """A label in at most three lines of about the same length; a longer one ends in an ellipsis."""
    words = text.split() or ["…"]
    lines = wrapped(words, WIDEST)
    if len(lines) <= MOST_LINES:
        lines = balanced(words, len(lines))
    else:
        lines = [*lines[: MOST_LINES - 1], shortened(" ".join(lines[MOST_LINES - 1 :]), WIDEST)]
    across = max(width(line) for line in lines)
    return Label(
        tuple(lines),
        max(NARROWEST, round(across + 2 * PADDING[0])),
        round(len(lines) * LINE + 2 * PADDING[1]),
    )


@lru_cache(maxsize=100_000)
def width(text: str) -> float:
    """How wide a text is at most, in pixels."""
    return FONT * sum(map(_ems, text))


def wrapped(words: list[str], limit: float) -> list[str]:
    """The words in lines no wider than the limit; a word that is wider by itself is cut."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= limit:
            lines[-1] = longer
        else:
            lines.append(word if width(word) <= limit else shortened(word, limit))
    return lines


def balanced(words: list[str], count: int) -> list[str]:
    """The words in so many lines, the longest of them as short as it can be."""
    low, high = 0.0, WIDEST
    while high - low > 1:
        middle = (low + high) / 2
        fits = len(wrapped(words, middle)) <= count and all(width(word) <= middle for word in words)
        low, high = (low, middle) if fits else (middle, high)
    return wrapped(words, high)


def shortened(text: str, limit: float) -> str:
    """As much of a text as fits, with an ellipsis where some is missing."""
    if width(text) <= limit:
        return text
    room = limit - width("…")
    end = 0
    while end < len(text) and (room := room - FONT * _ems(text[end])) >= 0:
        end += 1
    return text[:end].rstrip() + "…"


def _ems(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in NARROW:
        return 0.4
    if character in WIDE:
        return 0.99
    return 0.72 if character.isupper() else 0.635
