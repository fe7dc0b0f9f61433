"""The words of lines with their boxes, with the words made whole that were broken at the end of a line."""

import re
from collections.abc import Iterator, Sequence

from armillary.read.canvas import Run
from armillary.read.pdf.breaks import BROKEN
from armillary.read.pdf.columns import Line
from armillary.read.pdf.pages import placed
from armillary.text import PageBox

_KEEPS_HYPHEN = frozenset("self well half quasi cross anti pro non ex co pre post semi mid neo".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The words of a document that are not broken over two lines, in small letters."""
    words: set[str] = set()
    for lines in pages:
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line.words)]
            words.update(found[:-1] if BROKEN.search(line.words) else found)
            words.update(part for word in found if "-" in word for part in (word,))
    return words


def runs_of(lines: Sequence[Line], known: set[str]) -> Iterator[Run]:
    """The words of lines, each with its box on the page. A word that was broken is made whole."""
    for at, line in enumerate(lines):
        words = line.words.replace("\u00ad", "-") if at + 1 == len(lines) else line.words
        glue = " "
        if at + 1 < len(lines):
            words, glue = _unbroken(words, lines[at + 1].words, known)
        box = placed(line.turn, (line.left, line.bottom, line.right, line.top))
        yield Run(words, PageBox(line.page, *(round(side, 2) for side in box)))
        if at + 1 < len(lines) and glue:
            yield Run(glue, None)


def _unbroken(words: str, following: str, known: set[str]) -> tuple[str, str]:
    """A line without its last hyphen, if that only breaks a word, and what stands between it and the next."""
    broken = BROKEN.search(words)
    rest = _WORD.match(following)
    if broken is None or rest is None:
        joined = words[-1:] in {"—", "–"} and words[-2:-1].isalnum()
        return words.replace("\u00ad", "-"), "" if joined else " "
    first, second = broken[1].lower(), rest[0].lower()
    is_compound = not following[0].islower() or f"{first}-{second}" in known or first in _KEEPS_HYPHEN
    if is_compound and first + second not in known:
        return words[: broken.end(1)] + "-", ""
    return words[: broken.end(1)], ""
