"""The blocks of a Markdown text, line by line: CommonMark 0.31, with the tables and footnotes of GitHub.

A quoted line inside a quotation keeps its `>`, as a block is one stretch of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from armillary.read.draft import Piece
from armillary.read.dress import LONGEST, kind_of
from armillary.read.lines import Line, is_rule
from armillary.read.titles import shown
from armillary.text import BlockKind

_MARK = re.compile(r"(?P<quote>>[ \t]?)|(?P<item>(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?)")
_DEEPEST = 20
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t]+)#{1,50}$")
_FENCE = re.compile(r"`{3,200}|~{3,200}")
_UNDERLINE = re.compile(r"=+$|-+$")
_TABLE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$|\|[ \t]*:?-+:?[ \t]*\|$")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]:[ \t]*")
_LINK = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*<?\S{1,2000}")
_HTML = re.compile(
    r"<(?:!--|!\w|\?|/?(?:address|article|aside|blockquote|body|br|center|dd|details|dialog|div|dl|dt|fieldset|"
    r"figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|legend|li|link|main|meta|nav|ol|p|pre|"
    r"script|section|source|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul|video)\b)",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,150})(?<=\S)\1")
_CODE_INDENT = 4
_LONGEST_SETEXT = 300


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a line, without the marks before them: in how many quotations and items they stand."""

    start: int
    end: int
    indent: int
    quotes: int = 0
    items: int = 0
    footnote: bool = False

    @property
    def kind(self) -> BlockKind:
        """What a paragraph at this place is."""
        if self.footnote:
            return BlockKind.FOOTNOTE
        if self.quotes:
            return BlockKind.QUOTE
        return BlockKind.LIST_ITEM if self.items else BlockKind.PARAGRAPH


class Blocks:
    """Reads the lines once, from top to bottom."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._done: list[Piece] = []
        self._open: Place | None = None  # the paragraph that is being read, as its first line began it
        self._end = 0
        self._space = 0
        self._list_indent = -1  # of the list that the text is in, -1 outside of one

    def pieces(self) -> Iterator[Piece]:
        """The blocks in order."""
        at = 0
        while at < len(self._lines):
            at = self._step(at)
            yield from self._done
            self._done.clear()
        self._close()
        yield from self._done

    def _step(self, at: int) -> int:
        """Read what begins at a line; give the line after it."""
        line = self._lines[at]
        if line.start == line.end:
            self._close()
            self._space += 1
            return at + 1
        place = _place(self._text, line)
        after = self._marked(at, place) or self._ruled(at, place) or self._opaque(at, place)
        if after is not None:
            return after
        if place.start == place.end:  # a lone `>` or `-`
            self._close()
        else:
            self._prose(place)
        return at + 1

    def _marked(self, at: int, place: Place) -> int | None:
        """A heading or a rule: the line after it."""
        words = self._text[place.start : place.end]
        if _UNDERLINE.match(words) and self._underlined(words, place):
            return at + 1
        if is_rule(words) and not words.startswith(("|", ">")):
            self._close()
            return at + 1
        if _HEADING.match(words) and place.indent < _CODE_INDENT:
            self._heading(place)
            return at + 1
        return None

    def _ruled(self, at: int, place: Place) -> int | None:
        """Code between fences or a table, wherever it stands: the line after it."""
        words = self._text[place.start : place.end]
        fence = _FENCE.match(words)
        if fence:
            return self._fenced(at, fence[0])
        if "|" in words and at + 1 < len(self._lines) and _TABLE.match(self._words(at + 1)):
            return self._until_blank(at, BlockKind.TABLE)
        return None

    def _opaque(self, at: int, place: Place) -> int | None:
        """HTML, a link set apart, or indented code, none of which breaks into a paragraph: the line after it."""
        words = self._text[place.start : place.end]
        if place.kind is not BlockKind.PARAGRAPH or self._open is not None:
            return None
        if _HTML.match(words):
            return self._html(at, words)
        if _LINK.match(words) and not _FOOTNOTE.match(words):
            return self._finish(at, at, BlockKind.REFERENCE)
        if place.indent >= _CODE_INDENT and self._list_indent < 0:
            return self._indented(at)
        return None

    def _words(self, at: int) -> str:
        return self._text[self._lines[at].start : self._lines[at].end]

    def _html(self, at: int, words: str) -> int:
        """A comment reaches to its end, any other block of HTML to the next blank line."""
        if not words.startswith("<!--"):
            return self._until_blank(at, BlockKind.CODE)
        last = at
        while last + 1 < len(self._lines) and "-->" not in self._words(last):
            last += 1
        return self._finish(at, last, BlockKind.CODE)

    def _indented(self, at: int) -> int:
        last = at
        while last + 1 < len(self._lines) and self._lines[last + 1].indent >= _CODE_INDENT:
            last += 1
        return self._finish(at, last, BlockKind.CODE)

    def _fenced(self, at: int, fence: str) -> int:
        last = at
        while last + 1 < len(self._lines):
            last += 1
            bare = self._words(last).lstrip("> \t")
            if bare.startswith(fence) and not bare.strip(fence[0]):
                break
        return self._finish(at, last, BlockKind.CODE)

    def _until_blank(self, at: int, kind: BlockKind) -> int:
        last = at
        while last + 1 < len(self._lines) and self._words(last + 1):
            last += 1
        return self._finish(at, last, kind)

    def _finish(self, first: int, last: int, kind: BlockKind) -> int:
        """Close what is open and give the lines [first, last] as one block."""
        self._close()
        end = max(line.end for line in self._lines[first : last + 1] if line.start < line.end)
        self._done.append(Piece(kind, self._lines[first].start, end, space=self._space))
        self._space = 0
        return last + 1

    def _heading(self, place: Place) -> None:
        """A line that begins with hashes; the same inside a quotation or a list is no section."""
        self._close()
        self._list_indent = -1
        opening = _HEADING.match(self._text, place.start, place.end)
        start = opening.end() if opening else place.start
        closing = _CLOSING.search(self._text[start : place.end])
        end = start + closing.start() if closing else place.end
        if opening is None or start >= end:
            return
        kind = BlockKind.HEADING if place.kind is BlockKind.PARAGRAPH else place.kind
        self._done.append(Piece(kind, start, end, len(opening[1]), self._space))
        self._space = 0

    def _underlined(self, words: str, place: Place) -> bool:
        """Whether this line underlines the open paragraph; if so, that is a heading, and closed."""
        opened = self._open
        if opened is None or {opened.kind, place.kind} != {BlockKind.PARAGRAPH}:
            return False
        if self._end - opened.start > _LONGEST_SETEXT:
            return False
        level = 1 if words[0] == "=" else 2
        self._done.append(Piece(BlockKind.HEADING, opened.start, self._end, level, self._space))
        self._open, self._space, self._list_indent = None, 0, -1
        return True

    def _prose(self, place: Place) -> None:
        """A line of prose: it goes on with the open paragraph or begins another."""
        opened = self._open
        note = _FOOTNOTE.match(self._text, place.start, place.end)
        fresh = place.items or place.quotes > (opened.quotes if opened else 0) or note
        if opened is not None and not fresh:
            self._end = place.end
            return
        self._close()
        if place.items:
            self._list_indent = place.indent
        elif self._list_indent < 0 or place.indent <= self._list_indent:
            self._list_indent = -1
        elif not place.quotes:
            place = replace(place, items=1)  # a further paragraph of the item
        if note and note.end() < place.end:
            place = replace(place, start=note.end(), footnote=True)
        self._open, self._end = place, place.end

    def _close(self) -> None:
        """Give the open paragraph as a block."""
        opened = self._open
        if opened is None:
            return
        start, end, kind = opened.start, self._end, opened.kind
        if kind is BlockKind.PARAGRAPH:
            kind = kind_of(shown(self._text[start : min(end, start + LONGEST + 1)]))
            strong = _STRONG.fullmatch(self._text, start, end)
            start, end = strong.span(2) if strong else (start, end)
        level = opened.indent + 1 if kind is BlockKind.LIST_ITEM else 0
        self._done.append(Piece(kind, start, end, level, self._space))
        self._open, self._space = None, 0


def _place(text: str, line: Line) -> Place:
    start, quotes, items = line.start, 0, 0
    for _ in range(_DEEPEST):
        mark = _MARK.match(text, start, line.end)
        if mark is None or (mark["item"] and is_rule(text[start : line.end])):
            break
        quotes += mark["quote"] is not None
        items += mark["item"] is not None
        start = mark.end()
        while start < line.end and text[start] in " \t":
            start += 1
    return Place(start, line.end, line.indent, quotes, items)
