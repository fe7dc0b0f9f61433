"""Stress: places whose distances on the sheet are those that the links ask for, as nearly as can be.

The energy is that of Kamada and Kawai (1989), "An algorithm for drawing general undirected graphs":
each pair pulls by (distance on the sheet - distance wanted)² / (distance wanted)². It is lowered by
majorization, which never goes up: Gansner, Koren and North (2004), "Graph drawing by stress
majorization". For large parts the places come from a few pivots alone: Brandes and Pich (2006),
"Eigensolver methods for progressive multidimensional scaling of large data".
"""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

ENOUGH = 1e-4
"""A step that lowers the energy by less than this part of it is the last."""

MOST_STEPS = 300
TINY = 1e-9


def lowered(wanted: Points, start: Points) -> Points:
    """The places after the energy was lowered from a start; `wanted` holds the distance of every pair."""
    pull = _pull(wanted)
    solve = np.linalg.pinv(np.diag(pull.sum(axis=1)) - pull)
    points, before = start, np.inf
    for _ in range(MOST_STEPS):
        drawn = _distances(points)
        now = float((pull * np.square(drawn - wanted)).sum())
        if before - now < ENOUGH * now:
            break
        before = now
        ratio = pull * wanted / np.maximum(drawn, TINY)
        points = solve @ (np.diag(ratio.sum(axis=1)) @ points - ratio @ points)
    return points


def scaled_from(pivots: Points) -> Points:
    """A drawing from the distances of some pivots (rows) to all (columns): fast, and good to start from."""
    squares = np.square(pivots)
    middle = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, _, axes = np.linalg.svd(middle, full_matrices=False)
    points = (axes[:2].T if len(axes) > 1 else np.column_stack([axes[0], 0 * axes[0]])) * len(pivots[0])
    return np.asarray(points * np.where(points[0] < 0, -1.0, 1.0))


def _pull(wanted: Points) -> Points:
    pull = np.zeros_like(wanted)
    np.divide(1.0, np.square(wanted), out=pull, where=wanted > 0)
    return pull


def _distances(points: Points) -> Points:
    off = points[:, None] - points[None]
    return np.asarray(np.hypot(off[..., 0], off[..., 1]))
