"""The best cause and the best effect that do not overlap, from the scores of one or many sentences.

A span scores what its first piece gets as a beginning, its last as an end, and all its pieces for being
inside. The recipe in `training/causes/` learned the probability of a pair among all pairs, so the search
over all of them is what it was made for. Running maxima make it linear in the length of the sentence.

This file needs NumPy alone: the recipe and the bench load it as it is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SCORES = 7  # of a piece in a slot: cause begins, ends, inside; effect begins, ends, inside; cue
LOW = -1e4
CUE = 0.5
"""A piece is of the cue from this probability on."""

Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pair:
    """Cause and effect as half-open ranges of pieces, and the pieces of the cue.

    `sure` is the probability of the pair among all pairs of this sentence.
    """

    cause: tuple[int, int]
    effect: tuple[int, int]
    cue: tuple[int, ...]
    sure: float


def best(scores: Scores, first: Mask, last: Mask) -> list[Pair | None]:
    """The best pair of each slot; None where no two spans fit. `scores` is pieces by slots by SCORES."""
    return [_best(scores[:, slot], first, last) for slot in range(scores.shape[1])]


def _best(scores: Scores, first: Mask, last: Mask) -> Pair | None:
    scores = scores.astype(np.float64)
    cause = _Side(scores, 0, first, last)
    effect = _Side(scores, 3, first, last)
    forward, backward = _join(cause, effect), _join(effect, cause)
    total, (left, right) = max(forward, backward, key=lambda found: found[0])
    if total <= LOW / 2:
        return None
    whole = np.logaddexp(_sum(cause, effect), _sum(effect, cause))
    spans = (left, right) if forward[0] >= backward[0] else (right, left)
    cue = tuple(int(at) for at in np.flatnonzero(scores[:, 6] > np.log(CUE / (1 - CUE))))
    return Pair(*spans, cue, float(np.exp(min(total - whole, 0.0))))


class _Side:
    """For each piece: the best span that ends there and that begins there, and the log sum of all."""

    def __init__(self, scores: Scores, base: int, first: Mask, last: Mask) -> None:
        through = np.cumsum(scores[:, base + 2])
        begins = scores[:, base] - through + scores[:, base + 2] + np.where(first, 0.0, LOW)
        ends = scores[:, base + 1] + through + np.where(last, 0.0, LOW)
        self.begun, self.begun_at = _running(begins)
        backward, at = _running(ends[::-1])
        self.ended, self.ended_at = backward[::-1], len(ends) - 1 - at[::-1]
        self.ending = ends + self.begun  # a span that ends here
        self.beginning = begins + self.ended  # a span that begins here
        self.all_ending = ends + np.logaddexp.accumulate(begins)
        self.all_beginning = begins + np.logaddexp.accumulate(ends[::-1])[::-1]


def _running(values: NDArray[np.floating]) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """The running maximum and where it was first met."""
    highest = np.maximum.accumulate(values)
    new = np.concatenate(([True], values[1:] > highest[:-1]))
    return highest, np.maximum.accumulate(np.where(new, np.arange(len(values)), 0))


def _join(left: _Side, right: _Side) -> tuple[float, tuple[tuple[int, int], tuple[int, int]]]:
    """The best pair whose first side is `left`."""
    if len(left.ending) < 2:  # noqa: PLR2004  two sides need two pieces
        return LOW, ((0, 0), (0, 0))
    ending, at = _running(left.ending)
    totals = ending[:-1] + right.beginning[1:]
    begin = int(totals.argmax()) + 1
    end = int(at[begin - 1])
    spans = (int(left.begun_at[end]), end + 1), (begin, int(right.ended_at[begin]) + 1)
    return float(totals[begin - 1]), spans


def _sum(left: _Side, right: _Side) -> float:
    totals = np.logaddexp.accumulate(left.all_ending)[:-1] + right.all_beginning[1:]
    return float(np.logaddexp.reduce(totals)) if len(totals) else LOW
