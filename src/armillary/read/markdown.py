"""Markdown: the text as it is, its marks with it; the blocks leave the marks before the words out."""

import re
from collections.abc import Sequence

from armillary.read.commonmark import Blocks
from armillary.read.dates import iso
from armillary.read.draft import Draft, Piece, way_back
from armillary.read.encoding import decode
from armillary.read.lines import Line, lines_of
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind

_FIELD = re.compile(r"(title|date)[ \t]*[:=][ \t]*(\S[^\r\n]{0,300})", re.IGNORECASE)


def read(source: Bytes, settings: Settings) -> Draft:
    """A Markdown text, unchanged, as pieces. Its title is the first heading of level 1, else its metadata's."""
    decoded = decode(source, settings.encoding)
    text = decoded.text
    lines = list(lines_of(text))
    metadata, body = _metadata(text, lines)
    pieces = tuple(Blocks(text, lines[body:]).pieces())
    if body:
        pieces = (Piece(BlockKind.CODE, lines[0].start, lines[body - 1].end, space=0), *pieces)
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    return Draft(
        text,
        pieces,
        way_back(decoded, len(source.content)),
        title=None if any(piece.level == 1 for piece in headings) else metadata.get("title"),
        dated=iso(metadata.get("date", "")),
        knows_headings=bool(headings),
    )


def _metadata(text: str, lines: Sequence[Line]) -> tuple[dict[str, str], int]:
    """Title and date between the two lines `---` at the very top, and the first line after them."""
    fence = text[lines[0].start : lines[0].end] if lines else ""
    if fence not in {"---", "+++"}:
        return {}, 0
    found: dict[str, str] = {}
    for at, line in enumerate(lines[1:], start=1):
        words = text[line.start : line.end]
        if words == fence or (words == "..." and fence == "---"):
            return found, at + 1
        pair = _FIELD.match(words) if line.indent == 0 else None
        if pair:
            found.setdefault(pair[1].lower(), pair[2].strip().strip("\"'"))
    return {}, 0
