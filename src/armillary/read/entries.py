"""Entries of a table of contents: what a line of it promises.

2.1. The Shortage ........ 9     →  "The Shortage", one level below "2."
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from armillary.read.draft import Piece
from armillary.read.lines import LIST_MARK, Line, lines_of
from armillary.read.titles import shown
from armillary.text import BlockKind

LONGEST = 200
"""A title of more characters is none."""

MOST_WORDS = 30
"""A title of more words is none."""

LEADERS = re.compile(
    r"[ \t]*(?:(?:\. ?){3,}|…+|·{3,}|_{3,}|-{4,}|\t+| {3,})[ \t.]*(\d{1,4}|[ivxl]{1,6})$"
)
"""Dots, a tab or a gap at the end of a line, and a page number."""

LINK = re.compile(r"\[(?P<title>[^\]\n]{1,200})\]\(\S{0,300}\)|\[\[(?P<wiki>[^\]\n]{1,200})\]\]")
"""A link of Markdown, or of a wiki."""

COUNT = re.compile(r"\(?\d{1,2}[.)]\s+")
"""The number of an entry in a line of many."""

COUNTED = re.compile(r"[.;,]?\s+(?=\(?\d{1,2}[.)]\s)")
"""What stands before such a number."""

_PAGE = re.compile(r"(?:[,\t]| -| –| —)[ \t]*(?:p\.? ?\d{1,4}|\d{1,3})$")
_MARKS = re.compile(r"[*_`#>\s]+")
_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.)]|(?=\s))\s*|\(?[A-Za-z][.)]\s+")
_ABBREVIATED = re.compile(r"\b[A-Z]\.$|\b(?:etc|Jr|Sr|Inc|Ltd|Co)\.$")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] +[“\"‘(]?[A-Z]")
_LEAST_PARTS = 3


class Entry(NamedTuple):
    """One section that the contents promise: its title, where its line stands, its depth from 1."""

    title: str
    start: int
    end: int
    level: int


def entries_of(text: str, piece: Piece) -> list[Entry]:
    """What the lines of a piece promise; nothing if one of them is no title."""
    if piece.end - piece.start > LONGEST * MOST_WORDS or piece.kind is BlockKind.CODE:
        return []
    rows: list[Entry] = []
    for line in lines_of(text, piece.start, piece.end):
        if line.start == line.end:
            continue
        entry = _entry(text, line, piece.level)
        if entry is None:
            return []
        rows.append(entry)
    return rows


def parts_of(text: str, start: int, end: int, parter: re.Pattern[str]) -> Iterator[Entry]:
    """The titles between the marks; none at all if one of them is no title."""
    cuts = [(cut.start(), cut.end()) for cut in parter.finditer(text, start, end)]
    if len(cuts) < _LEAST_PARTS - 1:
        return
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    if parter is COUNTED:
        starts = [number.end() if (number := COUNT.match(text, at)) else at for at in starts]
        ends[-1] -= text[end - 1] == "."
    places = [_bare(text, *place) for place in zip(starts, ends, strict=True)]
    kept = [place for place in places if place[0] < place[1]]
    if not all(_is_title(text[a:b]) and not text[a].islower() for a, b in kept):
        return
    for a, b in kept:
        bracketed = LIST_MARK.match(text, a, b) is not None
        yield Entry(shown(text[a:b]), a, b, int(bracketed))


def ranked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with depths 1, 2, 3 … in place of indents and dots of numbers."""
    depths = sorted({entry.level for entry in entries})
    return tuple(entry._replace(level=depths.index(entry.level) + 1) for entry in entries)


def _entry(text: str, line: Line, level: int) -> Entry | None:
    """What a line promises, or None where it is no title.

    Bullets, numbers of a list, links, leaders and page numbers are left out.
    """
    if line.width > LONGEST:
        return None
    mark = LIST_MARK.match(text, line.start, line.end)
    start, end = mark.end() if mark else line.start, line.end
    words = text[start:end]
    page = LEADERS.search(words) or _PAGE.search(words)
    if page is not None and page.start() > 0:
        end = start + page.start()
    link = LINK.search(text, start, end)
    if link is not None:
        start, end = link.span("title" if link["title"] is not None else "wiki")
    start, end = _bare(text, start, end)
    number = _NUMBER.match(text, line.start, line.end)
    depth = number[1].count(".") if number and number[1] else 0
    if start >= end or not _is_title(text[start:end]):
        return None
    return Entry(shown(text[start:end]), start, end, 10 * (level or line.indent + 1) + depth)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks of emphasis and white space on either side."""
    while start < end and _MARKS.fullmatch(text[start]):
        start += 1
    while end > start and _MARKS.fullmatch(text[end - 1]):
        end -= 1
    return start, end


def _is_title(words: str) -> bool:
    if len(words) > LONGEST or len(words.split()) > MOST_WORDS:
        return False
    if (words[-1] in ".,;" and not _ABBREVIATED.search(words)) or _SENTENCE.search(words):
        return False
    return any(char.isalpha() for char in words) and not words.startswith(("http://", "https://"))
