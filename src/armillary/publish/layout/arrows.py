"""Arrows: each link as a curve from border to border, bent so that it misses labels and other signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Arrow, Box, Ends, Map

Points = npt.NDArray[np.float64]

BEND = 0.18
"""How far a curve leaves the straight line, as a part of its length."""

BENDS = (1.0, 0.45, -0.45, -1.0, 1.9, -1.9, 3.0, -3.0)
"""What is tried, as multiples of the bend that is wanted, the best liked first."""

STOPS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on the curve the sign may stand, the best liked first."""

MOST_TO_CHOOSE = 600
"""Up to so many links every bend is weighed (600 among 200 boxes take 0.5 s); beyond, the first is taken."""

SIGN = 10.0
"""The radius of the ring around a sign."""

TIP = 4.0
"""Between the tip of an arrow and the border of a box."""

ROUND = 3
SAMPLES = np.linspace(0.0, 1.0, 25)
MARGIN = 30.0


@dataclass(slots=True)
class Sheet:
    """What stands on the map already."""

    boxes: Mapping[str, Box]
    middles: Points
    halves: Points
    signs: list[tuple[float, float]] = field(default_factory=list)


def drawn(boxes: Mapping[str, Box], links: Mapping[str, Ends], loops: Sequence[Sequence[str]]) -> Map:
    """The finished map: boxes as they stand, and an arrow for every link."""
    sheet = Sheet(
        boxes,
        np.array([(box.x, box.y) for box in boxes.values()]),
        np.array([(box.width / 2, box.height / 2) for box in boxes.values()]),
    )
    outward = _outward(boxes, links, loops)
    tries = BENDS if len(links) <= MOST_TO_CHOOSE else BENDS[:1]
    arrows = {}
    for key, ends in links.items():
        bends = [BEND * outward.get(key, 1.0) * factor for factor in tries]
        arrow = _turn_back(boxes[ends[0]]) if ends[0] == ends[1] else _best(sheet, ends, bends)
        sheet.signs.append(arrow.sign)
        arrows[key] = arrow
    return _moved(boxes, arrows)


def _outward(
    boxes: Mapping[str, Box], links: Mapping[str, Ends], loops: Sequence[Sequence[str]]
) -> dict[str, float]:
    """For each link in a loop, the hand (1 or -1) on which it bulges away from the loop's middle."""
    hands: dict[str, float] = {}
    for loop in sorted(loops, key=len):
        middle = np.mean([(boxes[links[key][0]].x, boxes[links[key][0]].y) for key in loop], axis=0)
        for key in loop:
            cause, effect = (boxes[end] for end in links[key])
            along = np.array([effect.x - cause.x, effect.y - cause.y])
            off = np.array([cause.x, cause.y]) - middle
            turn = along[0] * off[1] - along[1] * off[0]
            hands.setdefault(key, 1.0 if turn >= 0 or len(loop) < ROUND else -1.0)
    return hands


def _best(sheet: Sheet, ends: Ends, bends: Sequence[float]) -> Arrow:
    """The curve that crosses the fewest labels and whose sign stands freest."""
    best, least = None, np.inf
    for rank, bend in enumerate(bends):
        curve = _curve(sheet.boxes[ends[0]], sheet.boxes[ends[1]], bend)
        covered = _covered(sheet, _along(curve, SAMPLES))
        for stop in STOPS if len(bends) > 1 else STOPS[:1]:
            sign = _along(curve, np.array([stop]))[0]
            cost = 8 * covered + 1.2 * rank + 4 * abs(stop - 0.5) + _crowd(sheet, sign)
            if cost < least:
                best, least = (curve, sign), cost
        if least < 1:
            break
    assert best is not None  # noqa: S101  there is a bend and a stop to try
    return Arrow(tuple((float(x), float(y)) for x, y in best[0]), (float(best[1][0]), float(best[1][1])))


def _curve(cause: Box, effect: Box, bend: float) -> Points:
    """A quadratic Bézier curve between two boxes, cut where it leaves the one and reaches the other."""
    start, end = np.array([cause.x, cause.y]), np.array([effect.x, effect.y])
    along = end - start
    whole = np.array([start, (start + end) / 2 + np.array([-along[1], along[0]]) * -bend * 2, end])
    out = _border(whole, cause, TIP / 2, leaving=True)
    into = _border(whole, effect, TIP, leaving=False)
    return _between(whole, out, into) if out < into else whole


def _border(curve: Points, box: Box, gap: float, *, leaving: bool) -> float:
    """Where a curve crosses the border of the box at its start or at its end."""
    inside, outside = (0.0, 0.5) if leaving else (1.0, 0.5)
    for _ in range(22):
        middle = (inside + outside) / 2
        x, y = _along(curve, np.array([middle]))[0]
        within = abs(x - box.x) < box.width / 2 + gap and abs(y - box.y) < box.height / 2 + gap
        inside, outside = (middle, outside) if within else (inside, middle)
    return outside


def _between(curve: Points, start: float, end: float) -> Points:
    """The part of a quadratic curve between two of its places."""
    first, last = _along(curve, np.array([start, end]))
    a, b, c = curve
    middle = (1 - start) * ((1 - end) * a + end * b) + start * ((1 - end) * b + end * c)
    return np.array([first, middle, last])


def _along(curve: Points, places: Points) -> Points:
    t = places[:, None]
    return np.asarray((1 - t) ** 2 * curve[0] + 2 * t * (1 - t) * curve[1] + t**2 * curve[2])


def _covered(sheet: Sheet, points: Points) -> int:
    """How many points of a curve lie under labels; its own ends are free of it by now."""
    off = np.abs(points[:, None, :] - sheet.middles[None, :, :])
    under = np.all(off < sheet.halves[None] + 3, axis=2)
    return int(np.count_nonzero(np.any(under, axis=1)))


def _crowd(sheet: Sheet, sign: Points) -> float:
    """How much a sign collides with labels and with the signs that stand already."""
    off = np.abs(sign - sheet.middles)
    cost = 25.0 * int((off < sheet.halves + SIGN + 2).all(axis=1).sum())
    if sheet.signs:
        near = np.hypot(*(np.array(sheet.signs) - sign).T)
        cost += 15.0 * int((near < 2 * SIGN + 4).sum())
    return cost


def _turn_back(box: Box) -> Arrow:
    """A factor that acts on itself: a small bow over its box, as a cubic curve."""
    top, reach = box.y - box.height / 2, min(box.width / 4, 26.0)
    points = (
        (box.x - reach, top - TIP / 2),
        (box.x - reach - 14, top - 46),
        (box.x + reach + 14, top - 46),
        (box.x + reach, top - TIP),
    )
    return Arrow(points, (box.x, top - 35))


def _moved(boxes: Mapping[str, Box], arrows: Mapping[str, Arrow]) -> Map:
    """The same picture, shifted so that its border is at (0, 0)."""
    xs = [side for box in boxes.values() for side in (box.x - box.width / 2, box.x + box.width / 2)]
    ys = [side for box in boxes.values() for side in (box.y - box.height / 2, box.y + box.height / 2)]
    for arrow in arrows.values():
        xs += [x + shift for x, _ in (*arrow.points[1:-1:2], arrow.sign) for shift in (-SIGN, SIGN)]
        ys += [y + shift for _, y in (*arrow.points[1:-1:2], arrow.sign) for shift in (-SIGN, SIGN)]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN

    def shift(point: tuple[float, float]) -> tuple[float, float]:
        return round(point[0] - left, 1), round(point[1] - top, 1)

    return Map(
        round(max(xs) - left + MARGIN, 1),
        round(max(ys) - top + MARGIN, 1),
        {k: Box(*shift((b.x, b.y)), b.width, b.height, b.lines) for k, b in boxes.items()},
        {k: Arrow(tuple(map(shift, a.points)), shift(a.sign)) for k, a in arrows.items()},
    )
