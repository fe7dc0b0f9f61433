"""Letters in a row become words: gaps become spaces, ligatures letters, raised digits raised digits."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from armillary.read.canvas import raised

NEW_STRETCH = 1.2
"""A gap of more times the size of the letters begins another stretch: the next column, the next cell."""

WORD_GAP = 0.14
"""A gap of more times the size of the letters parts two words, where the file has no space for it."""

SHIFTED = 0.5
"""A letter that stands higher or lower by more times its size is on another line; a raised one is not."""

SPACES = frozenset({0x20, 0xA0, 0x09, 0x2002, 0x2003, 0x2009, 0x202F})
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHEN_MARK = 0x02  # what PDFium gives for a hyphen at the end of a line
_ACCENTS = {
    "¨": "\u0308",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
    "˚": "\u030a",
}
_ACCENT = re.compile(rf"([{''.join(_ACCENTS)}])([A-Za-zı])")
_RAISED_BY = 0.15
_SMALLER = 0.9


class Letter(NamedTuple):
    """A character: its place among all of the page, its code, its box, the line it stands on, its size.

    In points, as the page is read upright.
    """

    place: int
    code: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float


def goes_on(before: Letter, letter: Letter) -> bool:
    """Whether a letter goes on with the one before it: on the same line, with no wide gap, and not further back."""
    size = max(before.size, letter.size)
    gap = letter.left - before.right
    return (
        abs(letter.base - before.base) < SHIFTED * size
        and gap <= NEW_STRETCH * size
        and letter.left >= before.left - size / 2
    )


def whole(row: Sequence[Letter]) -> Letter:
    """The first letter of the size that most of them have: neither raised nor lowered."""
    sizes = sorted(letter.size for letter in row)
    middle = sizes[len(sizes) // 2]
    return next((letter for letter in row if letter.size >= _SMALLER * middle), row[0])


def words_of(row: Sequence[Letter]) -> str:
    """The words of letters in a row."""
    usual = whole(row)
    words: list[str] = []
    edge = row[0].left
    for letter in row:
        shown = _shown(letter.code)
        if letter.size < _SMALLER * usual.size and letter.base > usual.base + _RAISED_BY * usual.size:
            shown = raised(shown)
        if letter.left - edge > WORD_GAP * usual.size:
            words.append(" ")
        words.append(shown)
        edge = max(letter.right, edge)
    joined = _ACCENT.sub(_accented, _paired("".join(words)))
    return " ".join(joined.split())


def _accented(found: re.Match[str]) -> str:
    """A letter with its accent, which old fonts of TeX set before it as a sign of its own."""
    return unicodedata.normalize("NFC", found[2].replace("ı", "i") + _ACCENTS[found[1]])


def _shown(code: int) -> str:
    """A character as it is read: nothing for what has no sign outside of its font."""
    if code in SPACES:
        return " "
    if code == _HYPHEN_MARK:
        return "\u00ad"
    if code in _LIGATURES:
        return _LIGATURES[code]
    return "" if code < 0x20 or 0xE000 <= code < 0xF900 or code in {0xFFFE, 0xFFFF} else chr(code)  # noqa: PLR2004  control, private use


def _paired(words: str) -> str:
    """Two halves of a character beyond the first plane, which PDFium may give one by one, as one."""
    if not any(0xD800 <= ord(char) < 0xE000 for char in words):  # noqa: PLR2004  the surrogates
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
