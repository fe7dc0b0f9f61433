"""Where in the library a row of words may stand.

Each run of three words votes for the place where the whole would begin. A few windows with most votes
are aligned: the time is that of a few windows, however much the reader holds.
"""

from dataclasses import dataclass

import numpy as np

from armillary.consult.quotations.alignment import nearest
from armillary.holdings import Library
from armillary.wording import Numbers, grams

WINDOWS = 4
"""So many windows are aligned. `bench/quotations.py` finds no more with eight."""

COMMON = 2_000
"""A run that stands more often than this tells nothing of the place; it is used where there is no other."""

_REACH = 3  # a window is longer than the quotation by a third on either side,
_LEAST = 8  # and at least by so many words


@dataclass(frozen=True, slots=True)
class Match:
    """The words [start, end) of the library, all in one volume, and how far they are from those asked for."""

    distance: int
    start: int
    end: int


def locate(
    words: Numbers, library: Library, left_out: frozenset[int], after: int | None = None
) -> Match:
    """The nearest passage to these words. It is empty, and as far as can be, where no run of them is held.

    Volumes whose number is in `left_out` are passed over. `after`: a place where it is looked for as well,
    and which comes first among those as near: where the part before has ended.
    """
    margin = max(_LEAST, len(words) // _REACH)
    begins = _begins(words, library, margin, left_out)
    if after is not None:
        begins = [after, *begins]
    best = Match(len(words), 0, 0)
    for begin in begins:
        match = _aligned(words, library, begin, margin)
        if match is not None and match.distance < best.distance:
            best = match
    return best


def hits(words: Numbers, library: Library, left_out: frozenset[int]) -> tuple[Numbers, Numbers]:
    """Pairs of a place in the words and a place in the library where the same three words stand."""
    runs = grams(words)
    left = np.searchsorted(library.index.grams, runs, "left")
    many = np.searchsorted(library.index.grams, runs, "right") - left
    held = many > 0
    telling = held & (many <= COMMON)
    many = np.where(telling if telling.any() else held, np.minimum(many, COMMON), 0)
    here = np.repeat(np.arange(len(runs)), many)
    step = np.arange(len(here)) - np.repeat(np.cumsum(many) - many, many)
    there = library.index.places[np.repeat(left, many) + step].astype(np.int64)
    kept = np.ones(len(there), np.bool_)
    for volume in left_out:
        kept &= (there < library.firsts[volume]) | (there >= library.firsts[volume + 1])
    return here[kept], there[kept]


def _begins(words: Numbers, library: Library, margin: int, left_out: frozenset[int]) -> list[int]:
    """Where the whole would begin, by most votes; places nearer to each other than the margin are one."""
    here, there = hits(words, library, left_out)
    begins = np.sort(there - here)
    votes = np.searchsorted(begins, begins + margin, "right") - np.arange(len(begins))
    kept: list[int] = []
    for place in np.lexsort((begins, -votes)).tolist():
        begin = int(begins[place])
        if all(abs(begin - other) > margin for other in kept):
            kept.append(begin)
            if len(kept) == WINDOWS:
                break
    return kept


def _aligned(words: Numbers, library: Library, begin: int, margin: int) -> Match | None:
    """The nearest stretch of the window that begins about here."""
    middle = min(max(begin + len(words) // 2, 0), len(library.numbers) - 1)
    volume = library.volume_at(middle)
    first = max(begin - margin, library.firsts[volume])
    last = min(begin + len(words) + 2 * margin, library.firsts[volume + 1])
    found = nearest(words.tolist(), library.numbers[first:last].tolist())
    return Match(found.distance, first + found.start, first + found.end) if found.end else None
