"""Noun: how alike two texts are, as signatures that can be compared without the texts. Signature, Copy.

A signature is a MinHash (Broder 1997) of the runs of two words of a text: the share of places in which two
signatures agree tells the share of runs that the texts have in common, of all that they have (Jaccard).
Case, accents and punctuation do not count. Of texts that are nearly the same one counts as the source and
the others as its copies. Two thirds of a text in common are no copy yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from armillary.wording import MIX, wording

ALIKE = 0.45
"""The share of places from which one text is a copy of the other. Measured on texts of 60, 150 and 400 words
with 5, 10 and 20 per cent of their words changed, beside texts that share a third or half of their words:
`python bench/likeness.py`."""
PLACES = 256
"""Numbers in a signature: the share is told to within 0.03 (one standard deviation)."""
LEAST_WORDS = 25
"""A shorter text has no signature: two people may well say one sentence. Chosen, not measured."""
_BAND = 4  # places that must agree before two signatures are compared: 93 in 100 pairs at ALIKE do so somewhere
_SEED = 1
_HALF = np.uint64(32)

Signature = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that is nearly another: `of` is the place of that one, `alike` the share that they have in common."""

    of: int
    alike: float


def signature(text: str) -> Signature | None:
    """The signature of a text; None where it is too short for one."""
    from rensa import RMinHash  # noqa: PLC0415  its one door; needed where several texts meet

    numbers = wording(text).numbers
    if len(numbers) < LEAST_WORDS:
        return None
    wide = numbers.astype(np.uint64)
    runs = np.unique((wide[:-1] * MIX ^ (wide[:-1] * MIX >> _HALF)) + wide[1:]).tolist()
    rows = RMinHash.digest_matrix_from_token_hash_sets([runs], num_perm=PLACES, seed=_SEED).to_rows()
    return np.array(rows[0], np.uint32)


def alike(one: Signature, other: Signature) -> float:
    """The share of places in which two signatures agree."""
    return float(np.mean(one == other))


def copies(signatures: Sequence[Signature | None]) -> dict[int, Copy]:
    """The copies among these texts, by their places. A text can be a copy only of one before it that is none.

    So nothing is handed on: what is like a copy and not like its source is a source itself.
    """
    places = [place for place, held in enumerate(signatures) if held is not None]
    if len(places) < 2:  # noqa: PLR2004  nothing to be alike
        return {}
    matrix = np.stack([held for held in signatures if held is not None])
    found: dict[int, Copy] = {}
    sources: dict[int, list[int]] = {}  # rows of the sources in each heap of rows that agree in a band
    for row, heaps in _shared(matrix):
        near = sorted({source for heap in heaps for source in sources.get(heap, ())})
        shares = np.mean(matrix[near] == matrix[row], axis=1) if near else np.zeros(0)
        best = int(np.argmax(shares)) if near else 0
        if near and shares[best] >= ALIKE:
            found[places[row]] = Copy(places[near[best]], round(float(shares[best]), 3))
            continue
        for heap in heaps:
            sources.setdefault(heap, []).append(row)
    return found


def _shared(matrix: NDArray[np.uint32]) -> Iterator[tuple[int, list[int]]]:
    """The rows that agree with another in a band, in order, with numbers for the heaps in which they do."""
    heaps: dict[int, list[int]] = {}
    number = 0
    for first in range(0, PLACES, _BAND):
        keys = _key(matrix[:, first : first + _BAND])
        order = np.argsort(keys, kind="stable")
        same: NDArray[Any] = np.diff(keys[order]) == 0
        heap_of = number + np.concatenate(([0], np.cumsum(~same)))
        several = np.concatenate(([False], same)) | np.concatenate((same, [False]))
        for row, heap in zip(order[several].tolist(), heap_of[several].tolist(), strict=True):
            heaps.setdefault(row, []).append(heap)
        number += len(keys)
    yield from sorted(heaps.items())


def _key(band: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One number for the places of a band in each row."""
    mixed = np.zeros(len(band), np.uint64)
    for place in band.T:
        mixed = (mixed + place) * MIX
        mixed ^= mixed >> _HALF
    return mixed
