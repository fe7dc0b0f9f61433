"""Nouns: what stands on the page. Span, Passage, Block, Section, Origin, Document.

Offsets are half-open and count Unicode code points of `Document.text`, which is never changed after
it was read. A `Passage` is the only way to point into a document: it repeats its words, and one whose
words do not stand at its place cannot be constructed.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from enum import StrEnum

from armillary.errors import WordsError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that holds nothing or starts before the text does."""
        if not 0 <= self.start < self.end:
            message = f"a span must hold at least one character, not [{self.start}, {self.end})"
            raise WordsError(message)

    def __len__(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def holds(self, other: "Span | Passage") -> bool:
        """Whether `other` lies inside, borders included."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span | Passage") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of text is on the page. Only the kinds of `PROSE` are read for statements."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CONTENTS = "contents"
    TABLE = "table"
    CODE = "code"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    REFERENCE = "reference"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or its like. Blocks follow each other and never overlap."""

    kind: BlockKind
    span: Span


class SectionStatus(StrEnum):
    """Whether a section stands where the table of contents says that it does."""

    PRESENT = "present"
    PROMISED = "promised"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under one title.

    A section that is only promised has the span of its line in the table of contents. `level` is 1
    for the outermost. `PRESENT` is also the status of every section of a document that has no table.
    """

    title: str
    level: int
    span: Span
    status: SectionStatus


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Bytes [start, end) of the source, which are text in `encoding`.

    `part` is the file inside a container (`OEBPS/one.xhtml`), "" where the source is one file.
    """

    start: int
    end: int
    encoding: str
    part: str = ""

    def narrowed(self, words: str, at: int) -> "ByteRange":
        """The bytes of `words[at]`, where these words are all that stands here.

        The whole range where the bytes say more than the words do (`&amp;` for `&`).
        """
        if len(words.encode(self.encoding, "replace")) != self.end - self.start:
            return self
        start = self.start + len(words[:at].encode(self.encoding))
        return replace(self, start=start, end=start + len(words[at].encode(self.encoding)))


@dataclass(frozen=True, slots=True)
class PageBox:
    """A line of text on a page: a rectangle in points (1/72 inch) from the bottom left corner.

    `page` is counted from 1.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def narrowed(self, words: str, at: int) -> "PageBox":  # noqa: ARG002  the shape of all places
        """The same line: a box is not cut."""
        return self


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """Characters [start, end) of a paragraph of a word processor's file.

    `part` is the file inside the container (`word/document.xml`), and `number` counts its paragraphs
    from 1, those in tables included.
    """

    part: str
    number: int
    start: int
    end: int

    def narrowed(self, words: str, at: int) -> "ParagraphRange":
        """The place of `words[at]`; the whole range where the words are not those of the paragraph."""
        if len(words) != self.end - self.start:
            return self
        return replace(self, start=self.start + at, end=self.start + at + 1)


Place = ByteRange | PageBox | ParagraphRange
"""Where characters stand in the source: whichever of these its format can tell."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch [start, end) of `Document.text` and the place in the source that it was read from."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, with its structure. `text` is canonical: every offset counts in it.

    `sha256` is of the bytes of the source, in hexadecimal. `dated` is an ISO 8601 date or the
    beginning of one (`2023-02`), or None where neither the user nor the document says. `origin` is
    the way back to the source, in order and without overlap.
    """

    name: str
    title: str
    text: str = field(repr=False)
    sha256: str
    dated: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    sections: tuple[Section, ...] = field(default=(), repr=False)
    origin: tuple[Origin, ...] = field(default=(), repr=False, compare=False)

    def passage(self, start: int, end: int) -> "Passage":
        """The words that stand at [start, end)."""
        return Passage(self, start, end, self.text[start:end])

    def at(self, span: Span) -> "Passage":
        """The words that stand at a span."""
        return self.passage(span.start, span.end)

    def origin_of(self, offset: int) -> Place | None:
        """Where the character at an offset stands in the source.

        None for a character that stands nowhere there: the blank lines that we put between the
        blocks of a format that has none.
        """
        run = bisect_right(self.origin, offset, key=lambda origin: origin.start) - 1
        if run < 0 or offset >= self.origin[run].end:
            return None
        found = self.origin[run]
        return found.place.narrowed(self.text[found.start : found.end], offset - found.start)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1, as editors and linters print them."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - line_start + 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words at an exact place. `words` repeats the text on purpose: it is the checksum.

    Errors: `WordsError` where the place is empty, outside the document, or holds other words.
    """

    document: Document = field(repr=False, hash=False)
    start: int
    end: int
    words: str

    def __post_init__(self) -> None:
        """Hold the first principle: nothing without its words."""
        if not 0 <= self.start < self.end <= len(self.document.text):
            message = (
                f"no words can stand at [{self.start}, {self.end}) of {self.document.name!r}, "
                f"which has {len(self.document.text)} characters"
            )
            raise WordsError(message)
        if self.document.text[self.start : self.end] != self.words:
            there = self.document.text[self.start : min(self.end, self.start + 60)]
            message = (
                f"the words {self.words[:60]!r} do not stand at [{self.start}, {self.end}) "
                f"of {self.document.name!r}, which has {there!r} there"
            )
            raise WordsError(message)

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)

    def holds(self, other: "Span | Passage") -> bool:
        """Whether `other` lies inside, borders included. Both must be of one document."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span | Passage") -> bool:
        """Whether the two share at least one character. Both must be of one document."""
        return self.start < other.end and other.start < self.end


def cover(*passages: Passage) -> Passage:
    """The shortest passage that holds all of these, which must be of one document."""
    start = min(passage.start for passage in passages)
    end = max(passage.end for passage in passages)
    return passages[0].document.passage(start, end)
