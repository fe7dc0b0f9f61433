"""RTF: the paragraphs of a rich text file by their styles. The way back are the bytes.

Kept libraries give the bare text (striprtf), without styles and places, so we read the few dozen control
words that tell what is shown ourselves.
"""

from collections.abc import Iterator
from itertools import groupby

from armillary.errors import SourceError
from armillary.read.canvas import Canvas, Run
from armillary.read.dates import iso
from armillary.read.docx.styles import LEAST_INDENT, TITLE, named
from armillary.read.draft import Draft
from armillary.read.dress import kind_of
from armillary.read.rtf.words import Found, Paragraph, Reader
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind, ByteRange

_BOLD_SPACE = 2
_BODY = 9  # the outline level of text that is no heading
_ENCODING = "latin-1"  # in which every byte is a character: what stands in the file is ASCII


def read(source: Bytes, _: Settings) -> Draft:
    """A rich text file as pieces. Errors: `SourceError` for one that does not begin as such, or is damaged."""
    if not source.content.lstrip().startswith(b"{\\rtf"):
        message = (
            f"{source.name} is damaged, or no RTF; open it in the program that made it and save it again"
        )
        raise SourceError(message)
    found = Reader(source).read()
    canvas = Canvas()
    for is_cell, group in groupby(found.paragraphs, key=lambda one: one.is_cell):
        paragraphs = list(group)
        if is_cell and canvas.table(_rows(paragraphs)):
            continue
        for paragraph in paragraphs:
            _block(canvas, paragraph, found)
    for note in found.notes:
        canvas.block(BlockKind.FOOTNOTE, _runs(note))
    titled = any(piece.kind is BlockKind.HEADING and piece.level == TITLE for piece in canvas.pieces)
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=None if titled else found.title.strip() or None,
        dated=_dated(found),
        knows_headings=canvas.has_headings,
    )


def _dated(found: Found) -> str | None:
    """The day the file was made, where it says."""
    year, month, day = (found.dated.get(part, 0) for part in ("yr", "mo", "dy"))
    return iso(f"{year:04}-{month:02}-{day:02}")


def _block(canvas: Canvas, paragraph: Paragraph, found: Found) -> None:
    look = named(found.styles.get(paragraph.style, ""))
    kind, level = look.kind, look.level
    if kind is None and paragraph.outline is not None and paragraph.outline < _BODY:
        kind, level = BlockKind.HEADING, paragraph.outline + 1
    if kind is None and (paragraph.is_listed or look.is_listed):
        kind, level = BlockKind.LIST_ITEM, 1
    words = paragraph.words
    if kind is None:
        kind = kind_of(words)
        is_set_in = paragraph.indent >= LEAST_INDENT and paragraph.first_indent >= 0
        kind = BlockKind.QUOTE if kind is BlockKind.PARAGRAPH and is_set_in else kind
    is_bold = paragraph.bold >= len(words.strip()) > 0
    canvas.block(kind, _runs(paragraph), level, _BOLD_SPACE if is_bold else 1)


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    """The stretches of a paragraph; what is put between paragraphs of one note stands nowhere."""
    halves = ""
    for words, start, end in paragraph.stretches:
        shown = halves + words
        halves = ""
        if len(words) == 1 and 0xD800 <= ord(words) < 0xDC00:  # noqa: PLR2004  the first half of a character
            halves = words
            continue
        shown = shown.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        yield Run(shown, ByteRange(start, end, _ENCODING) if end else None)


def _rows(paragraphs: list[Paragraph]) -> list[list[list[list[Run]]]]:
    """The cells of a table in rows. A row that never ends is one."""
    rows: list[list[list[list[Run]]]] = [[]]
    cell: list[list[Run]] = []
    for paragraph in paragraphs:
        if paragraph.words.strip():
            cell.append(list(_runs(paragraph)))
        if paragraph.ends_cell or paragraph.ends_row:
            rows[-1].append(cell)
            cell = []
        if paragraph.ends_row:
            rows.append([])
    rows[-1] += [cell] if cell else []
    return [row for row in rows if row]
