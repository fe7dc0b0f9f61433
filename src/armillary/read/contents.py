"""The table of contents: where it stands, and which sections it promises.

It comes in many dresses, all of them read here:

    Contents                 The Cap ......... 3       The Cap / The Shortage / What Next
    1. The Cap               The Shortage .... 9
    2. The Shortage          What Next ...... 12       - [The Cap](#the-cap)
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from armillary.read.draft import Piece
from armillary.read.entries import (
    COUNT,
    COUNTED,
    LEADERS,
    LINK,
    LONGEST,
    MOST_WORDS,
    Entry,
    entries_of,
    parts_of,
    ranked,
)
from armillary.read.lines import lines_of
from armillary.read.titles import key
from armillary.text import BlockKind

FRONT = 40
"""A table without a heading of its own is looked for among so many pieces from the top."""

_LEAST_ENTRIES = 2
_LEAST_PARTS = 3
_LEAST_FOUND = 2
_NAME = re.compile(
    r"\W{0,3}(?:(?:the )?(?:table|list|page) of contents|contents(?: page)?|toc|outline|what(?:['’]s| is) inside"
    r"|in this (?:essay|article|paper|report|issue))\W{0,3}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:table of )?contents?\s*[:–—-]\s+(?=\S)", re.IGNORECASE)
_DOTS = re.compile(r"(?:\. ?){3,}|…|·{3}|_{3}")
_PARTERS = (
    re.compile(r"\s*/\s+|\s+/\s*|/$"),
    re.compile(r"\s*[•·|‣▪◦»]\s*"),
    re.compile(r"\s*;\s+"),
    re.compile(r"\s+[–—→-]\s+"),
)


class Table(NamedTuple):
    """A table of contents: the pieces [first, last) that hold it, and what it promises."""

    first: int
    last: int
    entries: tuple[Entry, ...]


class Found(NamedTuple):
    """All tables of contents of a document: the places of their pieces, and what they promise."""

    places: frozenset[int]
    entries: tuple[Entry, ...]


def find(text: str, pieces: Sequence[Piece]) -> Found:
    """The tables of contents among the pieces. Most documents have one or none.

    A further one, such as the one that a program makes of the headings, promises only what none before
    it does, and is one only if half of its sections are there.
    """
    lines = ShortLines(text, pieces)
    places: set[int] = set()
    entries: list[Entry] = []
    for at in range(len(pieces)):
        table = None if at in places else _at(text, pieces, at, lines)
        if table is None or len(table.entries) < _LEAST_ENTRIES:
            continue
        there = sum(lines.last(entry.title) > entry.start for entry in table.entries)
        if entries and there < len(table.entries) / 2:
            continue
        known = {key(entry.title) for entry in entries}
        places.update(range(table.first, table.last))
        promised = [entry for entry in table.entries if not _NAME.fullmatch(entry.title)]
        entries += [entry for entry in ranked(promised) if key(entry.title) not in known]
    return Found(frozenset(places), tuple(entries))


class ShortLines:
    """Where the lines of a document that may be titles stand. They are compared only if somebody asks."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._text = text
        self._pieces = pieces

    def last(self, title: str) -> int:
        """Where the last line of this title begins, -1 where there is none."""
        return self._by_key.get(key(title), -1)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {
            key(self._text[piece.start : piece.end]): piece.start
            for piece in self._pieces
            if piece.end - piece.start <= LONGEST
        }


def _at(text: str, pieces: Sequence[Piece], at: int, lines: ShortLines) -> Table | None:
    piece = pieces[at]
    if piece.kind is BlockKind.CONTENTS:
        last = at
        while last < len(pieces) and pieces[last].kind is BlockKind.CONTENTS:
            last += 1
        rows = [entry for piece in pieces[at:last] for entry in entries_of(text, piece)]
        return Table(at, last, tuple(rows))
    if _NAME.fullmatch(text, piece.start, piece.end):
        return _under_heading(text, pieces, at + 1, lines)
    if at < FRONT and piece.kind in {BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.LIST_ITEM}:
        return (
            _in_a_line(text, at, piece, lines)
            or _linked(text, pieces, at)
            or _with_pages(text, pieces, at, lines)
        )
    return None


def _under_heading(text: str, pieces: Sequence[Piece], first: int, lines: ShortLines) -> Table | None:
    """The lines under the word *Contents*, up to the first that promises nothing."""
    if first < len(pieces):
        in_a_line = _in_a_line(text, first, pieces[first], lines, labelled=True)
        if in_a_line is not None:
            return in_a_line._replace(first=first - 1)
    rows: list[Entry] = []
    seen: set[str] = set()
    at = first
    while at < len(pieces) and pieces[at].kind is not BlockKind.HEADING:
        found = entries_of(text, pieces[at])
        keys = [key(entry.title) for entry in found]
        if not found or (seen.intersection(keys) and _body_begins(text, pieces, at + 1, seen)):
            break
        rows += found
        seen.update(keys)
        at += 1
    if at > first + 1 and at < len(pieces) and _is_heading_of_next(text, pieces, at - 1, lines):
        at -= 1
        rows = [row for row in rows if row.start < pieces[at].start]
    return Table(first - 1, at, tuple(rows))


def _body_begins(text: str, pieces: Sequence[Piece], after: int, seen: set[str]) -> bool:
    """Whether what follows a title that is repeated is text, or the next title that is repeated."""
    if after >= len(pieces):
        return True
    found = entries_of(text, pieces[after])
    return not found or key(found[0].title) in seen


def _is_heading_of_next(text: str, pieces: Sequence[Piece], at: int, lines: ShortLines) -> bool:
    """Whether the last line before the text is its heading, and no line of the table any more."""
    piece, before = pieces[at], pieces[at - 1]
    if pieces[at + 1].kind is BlockKind.HEADING or piece.kind is not before.kind:
        return False
    if lines.last(text[piece.start : piece.end]) > piece.start:
        return False
    return piece.space > before.space


def _in_a_line(
    text: str, at: int, piece: Piece, lines: ShortLines, *, labelled: bool = False
) -> Table | None:
    """Titles one after another, parted by slashes, bullets, bars, semicolons or dashes.

    Without the word *Contents* at least two of them must stand later in the document as lines.
    """
    if piece.end - piece.start > LONGEST * MOST_WORDS:
        return None
    label = _LABEL.match(text, piece.start, piece.end)
    start = label.end() if label else piece.start
    for parter in (COUNTED, *_PARTERS) if COUNT.match(text, start) else _PARTERS:
        entries = tuple(parts_of(text, start, piece.end, parter))
        if len(entries) < _LEAST_PARTS:
            continue
        found = sum(lines.last(entry.title) >= piece.end for entry in entries)
        if labelled or label or found >= _LEAST_FOUND:
            return Table(at, at + 1, entries)
    return None


def _linked(text: str, pieces: Sequence[Piece], at: int) -> Table | None:
    """List items that are links into this document and nothing else."""
    last = at
    while last < len(pieces) and pieces[last].kind is BlockKind.LIST_ITEM:
        link = LINK.fullmatch(text[pieces[last].start : pieces[last].end])
        if link is None or "](#" not in link[0]:
            break
        last += 1
    rows = tuple(entry for piece in pieces[at:last] for entry in entries_of(text, piece))
    return Table(at, last, rows) if rows else None


def _with_pages(text: str, pieces: Sequence[Piece], at: int, lines: ShortLines) -> Table | None:
    """Lines that end in leaders and a page number, with no word over them."""
    rows: list[Entry] = []
    pages: list[int] = []
    dotted = False
    last = at
    while last < len(pieces) and pieces[last].kind is not BlockKind.HEADING:
        piece = pieces[last]
        rows_here = [line for line in lines_of(text, piece.start, piece.end) if line.width]
        ends = [
            LEADERS.search(text[line.start : line.end]) for line in rows_here if line.width <= LONGEST
        ]
        if not ends or len(ends) < len(rows_here) or not all(ends):
            break
        pages += [int(end[1]) if end[1].isdigit() else 0 for end in ends if end]
        dotted = dotted or any(_DOTS.search(end[0]) for end in ends if end)
        rows += entries_of(text, piece)
        last += 1
    found = any(lines.last(row.title) > row.end for row in rows)
    return Table(at, last, tuple(rows)) if pages == sorted(pages) and (dotted or found) else None
