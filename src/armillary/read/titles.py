"""Titles of sections: as they are shown, as they are compared, and when two are one.

    "2) Putin’s  Anti-Communism"  →  the same section as  "PUTIN'S ANTI COMMUNISM"

A table of contents and the heading that it promises are often not written in the same way. A wrong
match hides a missing section, a missed one reports a section that is there: so a title may add or drop
a small part of its words, and never swaps one for another.
"""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

SIMILAR = 0.75
"""The least share of telling words that two wordings of one title have in common.

Set on the pairs in `tests/read/test_titles.py`, which are one title or two by our own judgement: from
0.67 on a pair of different sections passes, from 0.81 on a pair of equal ones fails.
"""

SAME_WORD = 0.85
"""The least likeness (Ratcliff and Obershelp 1988) of two spellings of one word, digits never."""

_LEAST_LETTERS = 5  # shorter words are compared letter by letter
_SMALL = frozenset("a an the of in on at to for and or by with from into its their his her our".split())
_DENIALS = frozenset("no not never without against non un".split())
_LABEL = re.compile(
    r"(?:(?:chapter|section|part|book|appendix|no\.?|article|act)\s+(?:[ivxlc]{1,7}|\d{1,3}|[a-z])\b\s*[.:–—-]*\s*"
    r"|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,7}|[a-z])[.)]\s*|\d{1,2}(?:\.\d{1,2}){1,4}\s+)(?=\S)",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`{1,2})(?=\S)([^*_`\n]{1,300}?)(?<=\S)\1(?!\w)")
_ANCHOR = re.compile(r"\s{0,9}\{#[\w.: -]{1,80}\}\s{0,9}$")
_MARKED = re.compile(r"[\[{*_`]")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_GAP = re.compile(r"[\W_]+")


def shown(words: str) -> str:
    """A title as a person reads it: on one line, without the marks of links and emphasis."""
    bare = words
    if _MARKED.search(words):
        bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _ANCHOR.sub("", words)))
    return " ".join(bare.split()).replace(" :", ":")


def plain(words: str) -> str:
    """A title as it is compared: small letters, no number before it, no marks of any kind."""
    bare = shown(words).casefold()
    if not bare.isascii():
        folded = unicodedata.normalize("NFKD", bare)
        bare = "".join(char for char in folded if not unicodedata.combining(char))
    numberless = _LABEL.sub("", bare.strip(), count=1)
    return _GAP.sub(" ", _APOSTROPHES.sub("", numberless)).strip()


def key(words: str) -> str:
    """What two spellings of one title share: its letters and digits alone."""
    return plain(words).replace(" ", "")


def hints(words: str) -> set[str]:
    """The beginnings of the telling words: two titles that share none are not one."""
    return {word[: _LEAST_LETTERS - 1] for word in _telling(plain(words))}


def same(one: str, other: str) -> bool:
    """Whether two titles name one section.

    >>> same("Causes of the War", "3. The cause of war"), same("Rise of Rents", "Fall of Rents")
    (True, False)
    """
    left, right = plain(one), plain(other)
    if not left or not right:
        return False
    if left.replace(" ", "") == right.replace(" ", ""):
        return True
    return _is_main_title(one, right) or _is_main_title(other, left) or _similar(left, right)


def _is_main_title(titled: str, bare: str) -> bool:
    """Whether a title is the other one's part before the colon: `Rents: a history` and `Rents`."""
    main, colon, _ = shown(titled).partition(": ")
    return bool(colon) and plain(main) == bare


def _similar(left: str, right: str) -> bool:
    ours, theirs = _telling(left), _telling(right)
    rest = list(theirs)
    for word in ours:
        twin = next((other for other in rest if _same_word(word, other)), None)
        if twin is not None:
            rest.remove(twin)
    shared = len(theirs) - len(rest)
    swapped = shared < len(ours) and bool(rest)
    denied = _DENIALS.intersection(ours) != _DENIALS.intersection(theirs)
    return not swapped and not denied and shared >= SIMILAR * max(len(ours), len(theirs), 1)


def _telling(title: str) -> Sequence[str]:
    words = title.split()
    return [word for word in words if word not in _SMALL] or words


def _same_word(one: str, other: str) -> bool:
    if one == other or one == other + "s" or other == one + "s":
        return True
    if min(len(one), len(other)) < _LEAST_LETTERS or not (one.isalpha() and other.isalpha()):
        return False
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= SAME_WORD
