"""The table of contents: where it stands, and which sections it promises.

It comes in many dresses, all of them read here:

    Contents                 The Cap ......... 3       The Cap / The Shortage / What Next
    1. The Cap               The Shortage .... 9
    2. The Shortage          What Next ...... 12       - [The Cap](#the-cap)
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from armillary.read.draft import Piece
from armillary.read.lines import LIST_MARK, Line, lines_of
from armillary.read.titles import key, shown
from armillary.text import BlockKind

LONGEST = 200
"""A title of more characters is none."""

FRONT = 40
"""A table without a heading of its own is looked for among so many pieces from the top."""

_MOST_WORDS = 30
_LEAST_ENTRIES = 2
_LEAST_PARTS = 3
_LEAST_FOUND = 2
_NAMES = frozenset(
    "contents tableofcontents contentspage toc outline inthisessay inthisarticle inthispaper inthisreport "
    "inthisissue listofcontents whatsinside".split()
)
_LABEL = re.compile(r"(?:table of )?contents?\s*[:–—-]\s+(?=\S)", re.IGNORECASE)
_LEADERS = re.compile(
    r"[ \t]*(?:(?:\. ?){3,}|…+|·{3,}|_{3,}|-{4,}|\t+| {3,})[ \t.]*(\d{1,4}|[ivxl]{1,6})$"
)
_DOTS = re.compile(r"(?:\. ?){3,}|…|·{3}|_{3}")
_PAGE = re.compile(r"(?:[,\t]| -| –| —)[ \t]*(?:p\.? ?\d{1,4}|\d{1,3})$")
_LINK = re.compile(r"\[(?P<title>[^\]\n]{1,200})\]\(\S{0,300}\)|\[\[(?P<wiki>[^\]\n]{1,200})\]\]")
_MARKS = re.compile(r"[*_`#>\s]+")
_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.)]|(?=\s))\s*|\(?[A-Za-z][.)]\s+")
_ABBREVIATED = re.compile(r"\b[A-Z]\.$|\b(?:etc|Jr|Sr|Inc|Ltd|Co)\.$")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] +[“\"‘(]?[A-Z]")
_PARTERS = (
    re.compile(r"\s*/\s+|\s+/\s*|/$"),
    re.compile(r"\s*[•·|‣▪◦»]\s*"),
    re.compile(r"\s*;\s+"),
    re.compile(r"\s+[–—→-]\s+"),
)
_COUNTED = re.compile(r"[.;,]?\s+(?=\(?\d{1,2}[.)]\s)")
_COUNT = re.compile(r"\(?\d{1,2}[.)]\s+")


class Entry(NamedTuple):
    """One section that the contents promise: its title, where its line stands, its depth from 1."""

    title: str
    start: int
    end: int
    level: int


class Table(NamedTuple):
    """A table of contents: the pieces [first, last) that hold it, and what it promises."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def find(text: str, pieces: Sequence[Piece]) -> Table:
    """The first table of contents among the pieces; an empty one where there is none."""
    later = _short_lines(text, pieces)
    for at, piece in enumerate(pieces):
        table = _at(text, pieces, at, piece, later)
        if table is not None and len(table.entries) >= _LEAST_ENTRIES:
            return table._replace(entries=_ranked(table.entries))
    return Table(0, 0, ())


def _at(
    text: str, pieces: Sequence[Piece], at: int, piece: Piece, later: dict[str, int]
) -> Table | None:
    if piece.kind is BlockKind.CONTENTS:
        last = at
        while last < len(pieces) and pieces[last].kind is BlockKind.CONTENTS:
            last += 1
        rows = [entry for piece in pieces[at:last] for entry in _entries(text, piece)]
        return Table(at, last, tuple(entry for entry in rows if key(entry.title) not in _NAMES))
    if piece.end - piece.start <= LONGEST and key(text[piece.start : piece.end]) in _NAMES:
        return _under_heading(text, pieces, at + 1, later)
    if at < FRONT and piece.kind in {BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.LIST_ITEM}:
        return (
            _in_a_line(text, at, piece, later)
            or _linked(text, pieces, at)
            or _with_pages(text, pieces, at, later)
        )
    return None


def _short_lines(text: str, pieces: Sequence[Piece]) -> dict[str, int]:
    """For each title-like piece, by its key, the place of the last that has it."""
    return {
        key(text[piece.start : piece.end]): piece.start
        for piece in pieces
        if piece.end - piece.start <= LONGEST
    }


def _under_heading(
    text: str, pieces: Sequence[Piece], first: int, later: dict[str, int]
) -> Table | None:
    """The lines under the word *Contents*, up to the first that promises nothing."""
    if first < len(pieces):
        in_a_line = _in_a_line(text, first, pieces[first], later, labelled=True)
        if in_a_line is not None:
            return in_a_line._replace(first=first - 1)
    rows: list[Entry] = []
    seen: set[str] = set()
    at = first
    while at < len(pieces) and pieces[at].kind is not BlockKind.HEADING:
        found = _entries(text, pieces[at])
        keys = [key(entry.title) for entry in found]
        if not found or (seen.intersection(keys) and _body_begins(text, pieces, at + 1, seen)):
            break
        rows += found
        seen.update(keys)
        at += 1
    if at > first + 1 and at < len(pieces) and _is_heading_of_next(text, pieces, at - 1, later):
        at -= 1
        rows = [row for row in rows if row.start < pieces[at].start]
    return Table(first - 1, at, tuple(rows))


def _body_begins(text: str, pieces: Sequence[Piece], after: int, seen: set[str]) -> bool:
    """Whether what follows a title that is repeated is text, or the next title that is repeated."""
    if after >= len(pieces):
        return True
    found = _entries(text, pieces[after])
    return not found or key(found[0].title) in seen


def _is_heading_of_next(text: str, pieces: Sequence[Piece], at: int, later: dict[str, int]) -> bool:
    """Whether the last line before the text is its heading, and no line of the table any more."""
    piece, before = pieces[at], pieces[at - 1]
    if pieces[at + 1].kind is BlockKind.HEADING or piece.kind is not before.kind:
        return False
    if later.get(key(text[piece.start : piece.end]), 0) > piece.start:
        return False
    return piece.space > before.space


def _entries(text: str, piece: Piece) -> list[Entry]:
    """What the lines of a piece promise; nothing if one of them is no title."""
    if piece.end - piece.start > LONGEST * _MOST_WORDS or piece.kind is BlockKind.CODE:
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


def _entry(text: str, line: Line, level: int) -> Entry | None:
    """What a line promises, or None where it is no title.

    Bullets, numbers of a list, links, leaders and page numbers are left out.
    """
    if line.width > LONGEST:
        return None
    mark = LIST_MARK.match(text, line.start, line.end)
    start, end = mark.end() if mark else line.start, line.end
    words = text[start:end]
    page = _LEADERS.search(words) or _PAGE.search(words)
    if page is not None and page.start() > 0:
        end = start + page.start()
    link = _LINK.search(text, start, end)
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
    if len(words) > LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    if (words[-1] in ".,;" and not _ABBREVIATED.search(words)) or _SENTENCE.search(words):
        return False
    return any(char.isalpha() for char in words) and not words.startswith(("http://", "https://"))


def _in_a_line(
    text: str, at: int, piece: Piece, later: dict[str, int], *, labelled: bool = False
) -> Table | None:
    """Titles one after another, parted by slashes, bullets, bars, semicolons or dashes.

    Without the word *Contents* at least two of them must stand later in the document as lines.
    """
    if piece.end - piece.start > LONGEST * _MOST_WORDS:
        return None
    label = _LABEL.match(text, piece.start, piece.end)
    start = label.end() if label else piece.start
    for parter in (_COUNTED, *_PARTERS) if _COUNT.match(text, start) else _PARTERS:
        entries = tuple(_parts(text, start, piece.end, parter))
        if len(entries) < _LEAST_PARTS:
            continue
        found = sum(later.get(key(entry.title), -1) >= piece.end for entry in entries)
        if labelled or label or found >= _LEAST_FOUND:
            return Table(at, at + 1, entries)
    return None


def _parts(text: str, start: int, end: int, parter: re.Pattern[str]) -> Iterator[Entry]:
    """The titles between the marks; none at all if one of them is no title."""
    cuts = [(cut.start(), cut.end()) for cut in parter.finditer(text, start, end)]
    if len(cuts) < _LEAST_PARTS - 1:
        return
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    if parter is _COUNTED:
        starts = [number.end() if (number := _COUNT.match(text, at)) else at for at in starts]
        ends[-1] -= text[end - 1] == "."
    places = [_bare(text, *place) for place in zip(starts, ends, strict=True)]
    kept = [place for place in places if place[0] < place[1]]
    if not all(_is_title(text[a:b]) and not text[a].islower() for a, b in kept):
        return
    for a, b in kept:
        bracketed = LIST_MARK.match(text, a, b) is not None
        yield Entry(shown(text[a:b]), a, b, int(bracketed))


def _linked(text: str, pieces: Sequence[Piece], at: int) -> Table | None:
    """List items that are links into this document and nothing else."""
    last = at
    while last < len(pieces) and pieces[last].kind is BlockKind.LIST_ITEM:
        link = _LINK.fullmatch(text[pieces[last].start : pieces[last].end])
        if link is None or "](#" not in link[0]:
            break
        last += 1
    rows = tuple(entry for piece in pieces[at:last] for entry in _entries(text, piece))
    return Table(at, last, rows) if rows else None


def _with_pages(text: str, pieces: Sequence[Piece], at: int, later: dict[str, int]) -> Table | None:
    """Lines that end in leaders and a page number, with no word over them."""
    rows: list[Entry] = []
    pages: list[int] = []
    dotted = False
    last = at
    while last < len(pieces) and pieces[last].kind is not BlockKind.HEADING:
        piece = pieces[last]
        lines = [line for line in lines_of(text, piece.start, piece.end) if line.width]
        ends = [_LEADERS.search(text[line.start : line.end]) for line in lines if line.width <= LONGEST]
        if not ends or len(ends) < len(lines) or not all(ends):
            break
        pages += [int(end[1]) if end[1].isdigit() else 0 for end in ends if end]
        dotted = dotted or any(_DOTS.search(end[0]) for end in ends if end)
        rows += _entries(text, piece)
        last += 1
    found = any(later.get(key(row.title), -1) > row.end for row in rows)
    return Table(at, last, tuple(rows)) if pages == sorted(pages) and (dotted or found) else None


def _ranked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with depths 1, 2, 3 … in place of indents and dots of numbers."""
    depths = sorted({entry.level for entry in entries})
    return tuple(entry._replace(level=depths.index(entry.level) + 1) for entry in entries)
