"""A draft becomes a document: what its contents promise, its title, its headings, its sections."""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from armillary.read import contents, front, headings, sections
from armillary.read.draft import Draft, Piece, trimmed
from armillary.read.entries import Entry
from armillary.read.lines import LIST_MARK
from armillary.read.source import Bytes
from armillary.read.titles import same, shown
from armillary.text import Block, BlockKind, Document, Span

_NO_TITLES = frozenset({"untitled", "no title", "title", "unknown", "index", "none"})


def document(raw: Bytes, draft: Draft, dated: str | None) -> Document:
    """The document that a draft makes. `dated` goes before what the draft says."""
    text = draft.text
    table = contents.find(text, draft.pieces)
    pieces = [
        piece._replace(kind=BlockKind.CONTENTS) if at in table.places else piece
        for at, piece in enumerate(draft.pieces)
    ]
    said = None if (draft.title or "").lower() in _NO_TITLES else draft.title
    by_format = draft.knows_headings
    title, pieces = (
        _by_heading(text, pieces, said) if by_format else _by_look(text, pieces, said, table.entries)
    )
    entries = _without_title(text, pieces, table.entries)
    if not draft.knows_headings:
        pieces = list(headings.find(text, pieces, entries))
    pieces = [trimmed(text, _without_mark(text, piece)) for piece in pieces]
    return Document(
        name=raw.name,
        title=title or PurePath(raw.name).stem,
        text=text,
        sha256=hashlib.sha256(raw.content).hexdigest(),
        dated=dated or draft.dated,
        blocks=tuple(Block(piece.kind, Span(piece.start, piece.end)) for piece in pieces),
        sections=sections.build(text, pieces, entries),
        origin=draft.origin,
    )


def _by_look(
    text: str, pieces: list[Piece], said: str | None, entries: Sequence[Entry]
) -> tuple[str, list[Piece]]:
    """The title, and the pieces with the lines at the top that say it as one heading of level 0."""
    named = said or front.named(text, pieces) or ""
    count = front.length(text, pieces)
    if count == 0:
        return named, pieces
    whole = _joined(pieces[:count])
    words = shown(text[whole.start : whole.end])
    if any(words == entry.title for entry in entries):  # the text begins with its first section
        return named, pieces
    return named or words, [whole, *pieces[count:]]


def _by_heading(text: str, pieces: list[Piece], said: str | None) -> tuple[str, list[Piece]]:
    """The one heading above all others is the title, or the first if it says what the metadata say."""
    found = [at for at, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    if not found:
        return said or "", pieces
    at = next((at for at in found if pieces[at].level <= 1), found[0])
    words = shown(text[pieces[at].start : pieces[at].end])
    alone = pieces[at].level <= 1 and all(pieces[other].level > 1 for other in found if other != at)
    if pieces[at].level == 0 or alone or (said and same(words, said)):
        count = front.length(text, pieces[at:]) or 1
        whole = _joined(pieces[at : at + count])
        pieces = [*pieces[:at], whole, *pieces[at + count :]]
        words = shown(text[whole.start : whole.end])
    return said if said and not same(said, words) else words, pieces


def _joined(pieces: Sequence[Piece]) -> Piece:
    """The pieces of a title as one."""
    return Piece(BlockKind.HEADING, pieces[0].start, pieces[-1].end, 0, pieces[0].space)


def _without_title(text: str, pieces: Sequence[Piece], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What the contents promise besides the title of the whole, which a program lists with the rest."""
    titles = [text[piece.start : piece.end] for piece in pieces if _is_title(piece)]
    return tuple(entry for entry in entries if not any(same(entry.title, title) for title in titles))


def _is_title(piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING and piece.level == 0


def _without_mark(text: str, piece: Piece) -> Piece:
    """A list item without its bullet or number."""
    mark = LIST_MARK.match(text, piece.start, piece.end) if piece.kind is BlockKind.LIST_ITEM else None
    return piece if mark is None else piece._replace(start=mark.end())
