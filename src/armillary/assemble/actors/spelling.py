"""Spelling variants of one name: *Lugansk* and *Luhansk*, never *Iran* and *Iraq*.

Two ways, both near-linear: a skeleton that variants share, by what transliteration varies; and one
letter more, less or other in one long word.
"""

import re
import unicodedata
from collections.abc import Iterator

SHORTEST_SKELETON = 6
"""Letters from which equal skeletons count. Set by hand, so that *Jon* and *John*, *Smith* and
*Smyth* stay apart; `tests/assemble/test_actors.py` lists pairs on both sides."""

SHORTEST_SLIP = 9
"""Letters of a word from which one differing letter counts as a slip. Set by hand, so that *Johnson*
and *Johnston*, *Gambia* and *Zambia* stay apart; the same test."""

_NUMERAL = 4  # shorter words stay: *World War I* and *World War II* are two

_FOLDS = (
    (re.compile(r"['‐‑-]+"), ""),
    (re.compile(r"kh|g"), "h"),
    (re.compile(r"(?<=.)(?:iy|yi|yy|ij|iyi|y|j)+"), "i"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"zhzh"), "zh"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def skeleton(key: str) -> str | None:
    """What spelling variants share; None for a name too short to say.

    >>> skeleton("lugansk") == skeleton("luhansk"), skeleton("austria") == skeleton("australia")
    (True, False)
    """
    if len(key) < SHORTEST_SKELETON:
        return None
    parts = unicodedata.normalize("NFKD", key)
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return "".join(word if len(word) < _NUMERAL else _folded(word) for word in bare.split())


def _folded(word: str) -> str:
    for pattern, put in _FOLDS:
        word = pattern.sub(put, word)
    return word


def slips(key: str) -> Iterator[str]:
    """Patterns that two names share when one letter inside one long word differs."""
    words = key.split()
    for at, word in enumerate(words):
        if len(word) < SHORTEST_SLIP:
            continue
        for cut in range(1, len(word) - 1):
            yield " ".join([*words[:at], f"{word[:cut]}_{word[cut + 1 :]}", *words[at + 1 :]])
            yield " ".join([*words[:at], f"{word[:cut]}_{word[cut:]}", *words[at + 1 :]])
