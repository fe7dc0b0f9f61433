"""Plain text: the text as it is, its paragraphs, and what each of them is by its look."""

from collections.abc import Iterator

from armillary.read.draft import Draft, Piece, way_back
from armillary.read.dress import is_table, kind_of
from armillary.read.encoding import decode
from armillary.read.lines import (
    LIST_MARK,
    QUOTE_MARK,
    Line,
    Paragraph,
    chunks_of,
    ends_in_stop,
    is_rule,
    lines_of,
    paragraphs_of,
    width_of,
)
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind

LEAST_INDENT = 4
"""A paragraph all of whose lines are further in than the rest by so many columns is a block quotation."""

_LEAST_UNDERLINE = 3


def read(source: Bytes, settings: Settings) -> Draft:
    """A plain text, unchanged, as pieces."""
    decoded = decode(source, settings.encoding)
    return Draft(
        decoded.text,
        tuple(pieces_of(decoded.text)),
        way_back(decoded, len(source.content)),
        knows_headings=False,
    )


def pieces_of(text: str) -> Iterator[Piece]:
    """The paragraphs of a plain text and what they are, without underlines.

    A list item still has its bullet or number: *1. The Cap* may yet be a heading.
    """
    chunks = list(chunks_of(lines_of(text)))
    width = width_of(text, chunks)
    margin = _margin(chunks)
    for chunk in chunks:
        rows = [line for line in chunk.lines if not is_rule(text[line.start : line.end])]
        if not rows:
            continue
        if is_table([text[line.start : line.end] for line in rows]):
            yield Piece(BlockKind.TABLE, rows[0].start, rows[-1].end, space=chunk.space)
            continue
        yield from _of_chunk(text, chunk, width, margin)


def _margin(chunks: list[Paragraph]) -> int:
    """The column at which most paragraphs begin."""
    indents = sorted(min(line.indent for line in chunk.lines) for chunk in chunks)
    return indents[len(indents) // 2] if indents else 0


def _of_chunk(text: str, chunk: Paragraph, width: int, margin: int) -> Iterator[Piece]:
    """The paragraphs of a chunk; lines under which a rule is drawn are headings."""
    quoted = min(line.indent for line in chunk.lines) >= margin + LEAST_INDENT
    space = chunk.space
    gathered: list[Line] = []
    for line in chunk.lines:
        if not is_rule(text[line.start : line.end]):
            gathered.append(line)
            continue
        underlined = _underlined(text, gathered, line)
        above = gathered[:-1] if underlined else gathered
        for piece in _prose(text, above, space, width, quoted=quoted):
            yield piece
            space = 0
        if underlined:
            yield Piece(BlockKind.HEADING, gathered[-1].start, gathered[-1].end, underlined, space)
            space = 0
        gathered = []
    yield from _prose(text, gathered, space, width, quoted=quoted)


def _underlined(text: str, above: list[Line], rule: Line) -> int:
    """The level of the heading that a rule makes of the line above it; 0 where it makes none."""
    marks = set(text[rule.start : rule.end])
    if not above or len(marks) > 1 or not marks <= set("=-~") or rule.width < _LEAST_UNDERLINE:
        return 0
    fits = above[-1].width // 2 <= rule.width <= 2 * above[-1].width
    return (1 if marks == {"="} else 2) if fits else 0


def _prose(text: str, lines: list[Line], space: int, width: int, *, quoted: bool) -> Iterator[Piece]:
    if not lines:
        return
    for paragraph in paragraphs_of(text, Paragraph(tuple(lines), space), width):
        yield _piece(text, paragraph, quoted=quoted)


def _piece(text: str, paragraph: Paragraph, *, quoted: bool) -> Piece:
    start, end, space = paragraph.start, paragraph.end, paragraph.space
    quote = QUOTE_MARK.match(text, start, end)
    if quote is not None and quote.end() < end:
        return Piece(BlockKind.QUOTE, quote.end(), end, space=space)
    if LIST_MARK.match(text, start, end) is not None:
        return Piece(BlockKind.LIST_ITEM, start, end, paragraph.lines[0].indent + 1, space)
    kind = kind_of(text[start:end])
    is_centred = len(paragraph.lines) == 1 and not ends_in_stop(text, end)  # a title, a date, a name
    if kind is BlockKind.PARAGRAPH and quoted and not is_centred:
        kind = BlockKind.QUOTE
    return Piece(kind, start, end, space=space)
