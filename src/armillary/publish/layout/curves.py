"""Curves: quadratic Bézier curves from the border of one box to that of another."""

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Box

Points = npt.NDArray[np.float64]

TIP = 4.0
"""Between the tip of an arrow and the border of a box, in pixels."""

PLACES = np.linspace(0.0, 1.0, 33)
"""Where the search for a border looks, twice: the second time between two of the first."""


def between_boxes(cause: Box, effect: Box, bend: float) -> Points:
    """Three points of a curve; `bend` is its height over the straight line, as a part of its length."""
    start, end = np.array([cause.x, cause.y]), np.array([effect.x, effect.y])
    way = end - start
    across = np.array([way[1], -way[0]])
    whole = np.array([start, (start + end) / 2 + across * bend * 2, end])
    out = _border(whole, cause, TIP / 2)
    into = 1 - _border(whole[::-1], effect, TIP)
    return _part(whole, out, into) if out < into else whole


def along(curve: Points, places: Points) -> Points:
    """The points of a quadratic curve at some places between 0 and 1."""
    t = places[:, None]
    return np.asarray((1 - t) ** 2 * curve[0] + 2 * t * (1 - t) * curve[1] + t**2 * curve[2])


def turning_back(box: Box) -> tuple[Points, Points]:
    """A factor that acts on itself: a bow over its box, as four points of a cubic curve, and its sign."""
    top, reach = box.y - box.height / 2, min(box.width / 4, 26.0)
    points = (
        (box.x - reach, top - TIP / 2),
        (box.x - reach - 14, top - 46),
        (box.x + reach + 14, top - 46),
        (box.x + reach, top - TIP),
    )
    return np.array(points), np.array([box.x, top - 35])


def _border(curve: Points, box: Box, gap: float) -> float:
    """The last place in the first half of a curve that is still inside the box at its start."""
    half = np.array([box.width / 2 + gap, box.height / 2 + gap])
    low, high = 0.0, 0.5
    for _ in range(2):
        places = low + (high - low) * PLACES
        outside = np.any(np.abs(along(curve, places) - (box.x, box.y)) >= half, axis=1)
        first = int(outside.argmax()) if outside.any() else len(places) - 1
        low, high = float(places[max(first - 1, 0)]), float(places[first])
    return high


def _part(curve: Points, start: float, end: float) -> Points:
    """The part of a quadratic curve between two of its places (de Casteljau)."""
    first, last = along(curve, np.array([start, end]))
    a, b, c = curve
    middle = (1 - start) * ((1 - end) * a + end * b) + start * ((1 - end) * b + end * c)
    return np.array([first, middle, last])
