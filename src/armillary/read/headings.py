"""Headings of a text that marks none, told by their look and by what stands around them.

    FEDERALIST No. 10        CHAPTER II. The Cap        1. The Shortage        What Next

A line that is wrongly made a heading is lost to the reading, and it cuts a section in two. So a line
that only might be a heading is prose: a speech of one line, a citation, a byline, a name under a letter.
"""

from collections import Counter
from collections.abc import Sequence

from armillary.read.draft import Piece
from armillary.read.entries import Entry
from armillary.read.lines import LIST_MARK, ends_in_stop
from armillary.read.looks import (
    LONGEST,
    Look,
    calls_out,
    is_bracketed,
    is_labelled,
    labels,
    look_of,
    look_under_label,
    may_be_a_name,
    rank_of,
)
from armillary.read.titles import key
from armillary.text import BlockKind

MOST_REPEATED = 2
"""A line that comes more often is a running head, a signature or a speaker's name."""

MOST_IN_A_ROW = 3
"""More heading-like lines with no text between them are a list."""

_LONG = 120
_COUNTED = frozenset({Look.ROMAN, Look.NUMBERED, Look.BRACKETED})


def find(text: str, pieces: Sequence[Piece], entries: Sequence[Entry]) -> tuple[Piece, ...]:
    """The pieces, those that are headings marked as such and ranked from 1."""
    promised = {key(entry.title) for entry in entries}
    looks = _looks(text, pieces, promised)
    usual = _usual_space(text, pieces)
    body = _first_body(text, pieces)
    ranks: dict[int, int] = {}
    for at, run in _runs(pieces, looks):
        after = pieces[at + run] if at + run < len(pieces) else None
        for place in range(at, at + run):
            piece, look = pieces[place], looks[place]
            words = _words(text, piece)
            titled = place > at and labels(_words(text, pieces[place - 1]))
            byline = place < body and may_be_a_name(words, look) and not titled
            fits = run <= MOST_IN_A_ROW and not byline
            if key(words) in promised or (fits and _stands_out(text, piece, look, usual, after)):
                ranks[place] = rank_of(words, look)
    return _joined(text, _marked(pieces, ranks))


def _looks(text: str, pieces: Sequence[Piece], promised: set[str]) -> list[Look]:
    """What each piece looks like; what comes again and again or in a list looks like nothing."""
    looks = [_look_of(text, piece, promised) for piece in pieces]
    keys = {at: key(_words(text, pieces[at])) for at, look in enumerate(looks) if look < Look.NONE}
    often = Counter(keys.values())
    for at, title in keys.items():
        beside = {*looks[max(0, at - 1) : at], *looks[at + 1 : at + 2]}
        listed = looks[at] in _COUNTED and looks[at] in beside
        if title not in promised and (often[title] > MOST_REPEATED or listed):
            keys[at] = ""
    looks = [look if keys.get(at, "") else Look.NONE for at, look in enumerate(looks)]
    for at in range(1, len(pieces)):
        under = looks[at - 1] <= Look.SECTION and pieces[at].kind is BlockKind.PARAGRAPH
        if looks[at] is Look.NONE and under and labels(_words(text, pieces[at - 1])):
            looks[at] = look_under_label(_words(text, pieces[at])[: 2 * LONGEST])
    return looks


def _look_of(text: str, piece: Piece, promised: set[str]) -> Look:
    if (
        piece.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        or piece.end - piece.start > 2 * LONGEST
    ):
        return Look.NONE
    words = _words(text, piece)
    if piece.kind is BlockKind.LIST_ITEM and not LIST_MARK.match(words):  # a bullet of its format
        return Look.NONE
    look = look_of(words)
    if look is Look.NONE and key(words) in promised:
        return Look.BRACKETED if is_bracketed(words) else Look.PLAIN
    return look


def _words(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end]


def _usual_space(text: str, pieces: Sequence[Piece]) -> int:
    """How many blank lines stand before most paragraphs."""
    spaces = Counter(
        piece.space
        for piece in pieces[1:]
        if piece.kind is BlockKind.PARAGRAPH
        and (piece.end - piece.start > _LONG or ends_in_stop(text, piece.end))
    )
    return min(spaces, key=lambda space: (-spaces[space], space)) if spaces else 1


def _first_body(text: str, pieces: Sequence[Piece]) -> int:
    """Which piece is the first of the text proper: a long paragraph, or one that ends in a stop."""
    return next(
        (
            at
            for at, piece in enumerate(pieces)
            if piece.kind is BlockKind.PARAGRAPH
            and (piece.end - piece.start > _LONG or ends_in_stop(text, piece.end))
        ),
        len(pieces),
    )


def _runs(pieces: Sequence[Piece], looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Where heading-like pieces follow each other: the first, and how many."""
    runs: list[tuple[int, int]] = []
    for at in range(len(pieces)):
        if looks[at] is Look.NONE:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs


def _stands_out(text: str, piece: Piece, look: Look, usual: int, after: Piece | None) -> bool:
    """Whether a line with the look of a heading stands as one: apart, with text under it."""
    if after is None or piece.space == 0 < usual:
        return False
    if look in {Look.BOOK, Look.CHAPTER, Look.SECTION}:
        return True
    words = _words(text, piece)
    if calls_out(words) and (piece.space == 0 or " " not in words):
        return False
    if after.kind is BlockKind.PARAGRAPH:
        long = after.end - after.start > _LONG
        if not long and not ends_in_stop(text, after.end):
            return False
    return look not in {Look.PLAIN, Look.BRACKETED} or piece.space > usual


def _marked(pieces: Sequence[Piece], ranks: dict[int, int]) -> list[Piece]:
    heights = sorted(set(ranks.values()))
    return [
        piece._replace(kind=BlockKind.HEADING, level=heights.index(ranks[at]) + 1)
        if at in ranks
        else piece
        for at, piece in enumerate(pieces)
    ]


def _joined(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`CHAPTER II` and the title on the next line become one heading."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind is piece.kind is BlockKind.HEADING
            and before.level < piece.level
            and labels(_words(text, before))
            and not is_labelled(_words(text, piece))
        ):
            joined[-1] = before._replace(end=piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
