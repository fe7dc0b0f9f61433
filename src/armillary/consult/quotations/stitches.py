"""A quotation without an ellipsis that is sewn of several passages.

The longest run of its words that stands in the library is taken for a part; what is left before and
behind is looked for in the same way.
"""

import numpy as np

from armillary.consult.quotations.pieces import Piece
from armillary.consult.quotations.search import Match, hits
from armillary.holdings import Library
from armillary.wording import GRAM, Numbers, Wording

SHORTEST = 6
"""Words of a part. Runs of five are held by chance: in 10 MB of other text one quotation in three has one."""

MOST = 4
COVERED = 0.85
"""The share of the words that must lie in parts; else nothing is sewn, and it may be a passage like it."""


def stitches(piece: Piece, library: Library, left_out: frozenset[int]) -> list[tuple[Piece, Match]]:
    """The parts and where each stands, in order; none where it is not sewn of two to four."""
    found = sorted(_parts(piece.wording.numbers, 0, library, left_out, MOST))
    covered = sum(last - first for first, last, _ in found)
    if not 1 < len(found) <= MOST or covered < COVERED * len(piece.wording):
        return []
    borders = [0, *(first for first, _, _ in found[1:]), len(piece.wording)]
    return [
        (_cut(piece, begin, end), _match(begin, end, one))
        for begin, end, one in zip(borders, borders[1:], found, strict=False)
    ]


def _parts(
    words: Numbers, offset: int, library: Library, left_out: frozenset[int], most: int
) -> list[tuple[int, int, int]]:
    """Runs of the words that are held: first, last, and the place in the library."""
    if len(words) < SHORTEST or most < 1:
        return []
    first, last, place = _longest(words, library, left_out)
    if last - first < SHORTEST:
        return []
    before = _parts(words[:first], offset, library, left_out, most - 1)
    behind = _parts(words[last:], offset + last, library, left_out, most - 1)
    return [*before, (offset + first, offset + last, place), *behind]


def _longest(words: Numbers, library: Library, left_out: frozenset[int]) -> tuple[int, int, int]:
    """The longest run of words that is held, and where; the first of several."""
    here, there = hits(words, library, left_out)
    if not len(here):
        return 0, 0, 0
    order = np.lexsort((here, there - here))
    here, there = here[order], there[order]
    breaks = (np.diff(there - here) != 0) | (np.diff(here) != 1)
    firsts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    lengths = np.diff(np.concatenate((firsts, [len(here)])))
    best = firsts[int(np.argmax(lengths))]
    return int(here[best]), int(here[best] + lengths.max() + GRAM - 1), int(there[best])


def _cut(piece: Piece, begin: int, end: int) -> Piece:
    """The words [begin, end) of a piece as a piece."""
    wording = piece.wording
    start, stop = int(wording.starts[begin]), int(wording.ends[end - 1])
    cut = Wording(
        wording.numbers[begin:end], wording.starts[begin:end] - start, wording.ends[begin:end] - start
    )
    return Piece(piece.start + start, piece.text[start:stop], cut)


def _match(begin: int, end: int, part: tuple[int, int, int]) -> Match:
    """Where a part stands. Words up to the next part count as changed."""
    first, last, place = part
    return Match((first - begin) + (end - last), place, place + last - first)
