"""Read: bytes become text, with its structure and the way back to its source. Nothing is interpreted.

    source ─▶ Bytes ─▶ Draft (a reader for each format) ─▶ contents, headings, title, sections ─▶ Document

A reader knows its format and nothing else; what is told by the look of a line is told here for all.
"""

import hashlib
import re
from pathlib import PurePath

from armillary.errors import NothingToRead
from armillary.read import contents, front, headings, sections
from armillary.read.draft import Draft, Piece, trimmed
from armillary.read.formats import FORMATS, format_of
from armillary.read.lines import LIST_MARK
from armillary.read.source import Bytes, Source, fetch
from armillary.read.titles import shown
from armillary.settings import Settings
from armillary.text import Block, BlockKind, Document, Span

__all__ = ["FORMATS", "Bytes", "Source", "read"]

_LETTER = re.compile(r"[^\W_]")


def read(source: Source, settings: Settings) -> Document:
    """A document as it stands in its source: text, blocks, sections, title, date, way back.

    Errors: `SourceError` where the source cannot be read, `EncodingError` where its bytes fit no
    encoding, `NothingToRead` where it holds no words.
    """
    raw = fetch(source)
    if not raw.content.strip():
        message = f"{raw.name} is empty; there is nothing to read"
        raise NothingToRead(message)
    draft = format_of(raw).read(raw, settings)
    if _LETTER.search(draft.text) is None:
        message = f"{raw.name} holds no words; there is nothing to read"
        raise NothingToRead(message)
    return _document(raw, draft, settings)


def _document(raw: Bytes, draft: Draft, settings: Settings) -> Document:
    text = draft.text
    table = contents.find(text, draft.pieces)
    pieces = [
        piece._replace(kind=BlockKind.CONTENTS) if table.first <= at < table.last else piece
        for at, piece in enumerate(draft.pieces)
    ]
    title, pieces = _titled(draft, pieces, table)
    if not draft.knows_headings:
        pieces = [_without_mark(text, piece) for piece in headings.find(text, pieces, table.entries)]
    pieces = [trimmed(text, piece) for piece in pieces]
    return Document(
        name=raw.name,
        title=title or PurePath(raw.name).stem,
        text=text,
        sha256=hashlib.sha256(raw.content).hexdigest(),
        dated=settings.dated or draft.dated,
        blocks=tuple(Block(piece.kind, Span(piece.start, piece.end)) for piece in pieces),
        sections=sections.build(text, pieces, table.entries),
        origin=draft.origin,
    )


def _titled(draft: Draft, pieces: list[Piece], table: contents.Table) -> tuple[str, list[Piece]]:
    """The title, and the pieces with the heading that says it at level 0: it is no section."""
    text = draft.text
    if draft.knows_headings:
        return _by_heading(draft, pieces)
    named = draft.title or front.named(text, pieces)
    promised = {entry.title for entry in table.entries}
    count = front.length(text, pieces)
    if count == 0 or pieces[0].kind is BlockKind.CONTENTS:
        return named or "", pieces
    whole = Piece(BlockKind.HEADING, pieces[0].start, pieces[count - 1].end, 0, pieces[0].space)
    words = shown(text[whole.start : whole.end])
    if words in promised:
        return named or "", pieces
    return named or words, [whole, *pieces[count:]]


def _by_heading(draft: Draft, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The one heading above all others is the title; of several at the top, the first names it."""
    found = [at for at, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    if not found:
        return draft.title or "", pieces
    first = pieces[found[0]]
    words = shown(draft.text[first.start : first.end])
    if first.level == 1 and all(pieces[at].level > 1 for at in found[1:]):
        pieces = [*pieces[: found[0]], first._replace(level=0), *pieces[found[0] + 1 :]]
    return draft.title or words, pieces


def _without_mark(text: str, piece: Piece) -> Piece:
    """A list item without its bullet or number."""
    mark = LIST_MARK.match(text, piece.start, piece.end) if piece.kind is BlockKind.LIST_ITEM else None
    return piece if mark is None else piece._replace(start=mark.end())
