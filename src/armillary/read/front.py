"""The title of a document, where its format does not name one: the line or lines at the very top.

The Price of Rooms                     one title over two lines
: how a cap made a shortage

"""

import re
from collections.abc import Sequence

from armillary.read.draft import Piece
from armillary.read.titles import shown
from armillary.text import BlockKind

MOST_LINES = 4
"""A title is broken over at most so many lines."""

LONGEST = 200
_MOST_WORDS = 30
_TOP = 30
_FIELD = re.compile(r"Title:[ \t]+(\S[^\r\n]{0,198})")
_HANGING = re.compile(
    r"[,:–—&-]$|\b(?:and|or|of|the|a|an|in|on|to|for|with|by|from|vs\.?)$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"(?:dear|by|to|from|date|author|chapter|https?)\b|\W{0,2}\d{1,4}[.)]?$", re.IGNORECASE
)


def named(text: str, pieces: Sequence[Piece]) -> str | None:
    """The title after the word *Title:* in the head of a text, as public archives write it."""
    for piece in pieces[:_TOP]:
        found = _FIELD.match(text, piece.start, piece.end)
        if found:
            return shown(found[1])
    return None


def length(text: str, pieces: Sequence[Piece]) -> int:
    """How many pieces from the top make up the title; 0 where the text begins at once."""
    if len(pieces) < 2 or not _may_begin(text, pieces[0]):  # noqa: PLR2004  a title is followed by something
        return 0
    count = 1
    while count < min(MOST_LINES, len(pieces) - 1) and _goes_on(text, pieces[count - 1], pieces[count]):
        count += 1
    return count


def _may_begin(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or len(words) > LONGEST:
        return False
    ended = _last_mark(words) in {".", ";"}
    short = len(words.split()) <= _MOST_WORDS and not ended and "\n\n" not in words
    return short and not _NO_TITLE.match(words) and not re.search(r"[.!?] +[A-Z].*[.,;:]$", words)


def _last_mark(words: str) -> str:
    """The last character, but for the marks that close a quotation: *… nobody knew why.”* ends in a stop."""
    return words.rstrip("\"”’'»)")[-1:]


def _goes_on(text: str, before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on with the title: it begins small or with a colon, or what stands before hangs."""
    words, last = text[piece.start : piece.end], text[before.start : before.end]
    section = piece.kind is BlockKind.HEADING and piece.level > 0
    if section or piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or len(words) > LONGEST:
        return False
    if _last_mark(words) in {".", ";", ","} or _NO_TITLE.match(words):
        return False
    capitals = piece.space == 0 and words.isupper() and last.isupper()
    return words[0].islower() or words[0] in ":–—(" or capitals or _HANGING.search(last) is not None
