"""PDF: the text of the pages in the order of reading. The way back is the page and the box of the line.

Running heads and page numbers are left out, words that were broken at the end of a line are made whole,
ligatures are read as their letters. Pages that are pictures hold no text: they are told, or skipped.
"""

from collections.abc import Sequence

from armillary.errors import SourceError
from armillary.read.canvas import Canvas
from armillary.read.dates import iso
from armillary.read.draft import Draft
from armillary.read.pdf.columns import Line, lines_of
from armillary.read.pdf.kinds import kinds_of, with_tables
from armillary.read.pdf.margins import usual_size, without_margins
from armillary.read.pdf.pages import Book
from armillary.read.pdf.paragraphs import blocks_of
from armillary.read.pdf.words import runs_of, vocabulary
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind

_NO_TITLES = (
    "microsoft",
    "untitled",
    ".doc",
    ".indd",
    ".qxd",
    ".dvi",
    ".pdf",
    ".tex",
    "print",
    "layout",
)


def read(source: Bytes, settings: Settings) -> Draft:
    """A PDF as pieces.

    Errors: `SourceError` for one that is damaged or protected, and for pages that are pictures, unless
    these are to be skipped and others hold text.
    """
    with Book(source) as book:
        pages: list[list[Line]] = []
        pictures: list[int] = []
        for page in book.pages():
            pages.append(lines_of(page))
            source.tell(page.number / len(book))
            if page.is_picture:
                pictures.append(page.number)
        metadata = book.metadata
    _refuse_pictures(source, pictures, pages, settings)
    inside = without_margins(pages)
    pages = inside if any(inside) else pages  # slides of one line each are no running heads
    canvas = Canvas()
    _draw(canvas, pages)
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=None if _names_itself(canvas) else _title(metadata.get("Title", "")),
        dated=iso(metadata.get("CreationDate", "")),
        knows_headings=canvas.has_headings,
    )


def _refuse_pictures(
    source: Bytes, pictures: Sequence[int], pages: Sequence[Sequence[Line]], settings: Settings
) -> None:
    if not pictures:
        return
    which = f"page{'s' if len(pictures) > 1 else ''} {_ranges(pictures)}"
    verb = "are pictures" if len(pictures) > 1 else "is a picture"
    if not any(pages):
        message = (
            f"{source.name} holds no text: its {which} {verb}; make its text readable with a program "
            "for that (OCR), for example ocrmypdf, and read the result"
        )
        raise SourceError(message)
    if not settings.skip_pictures:
        message = (
            f"{source.name}: {which} {verb} without text; read the rest with --skip-pictures, or make "
            "the text readable with a program for that (OCR)"
        )
        raise SourceError(message)


def _ranges(numbers: Sequence[int]) -> str:
    """Page numbers as a person writes them: 1, 3-7, 9."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in ranges)


def _names_itself(canvas: Canvas) -> bool:
    """Whether the text begins with a heading of the first level: that goes before the metadata's title."""
    return any(piece.kind is BlockKind.HEADING and piece.level == 1 for piece in canvas.pieces[:3])


def _title(words: str) -> str | None:
    """The title of the metadata, unless it is the name that a program gave the file."""
    low = words.lower()
    return None if any(mark in low for mark in _NO_TITLES) else " ".join(words.split()) or None


def _draw(canvas: Canvas, pages: Sequence[Sequence[Line]]) -> None:
    """Put the text of all pages on the canvas."""
    usual = usual_size(pages)
    known = vocabulary(pages)
    blocks = list(blocks_of(pages, usual))
    kinds = {id(block): kind for block, kind in zip(blocks, kinds_of(blocks, usual), strict=True)}
    for rows, group in with_tables(blocks):
        if rows and canvas.table(rows):
            continue
        for block in group:
            kind, level = kinds[id(block)]
            space = max(1, round(block.space)) + (block.is_bold and len(block.lines) == 1)
            canvas.block(kind, runs_of(block.lines, known), level, space)
