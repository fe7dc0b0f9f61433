"""Arrows: each link as a curve from border to border, bent so that it misses labels, signs and its like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Arrow, Box, Ends, Map
from armillary.publish.layout.curves import Points, along, between_boxes, turning_back

BEND = 0.16
"""How far a curve leaves the straight line, as a part of its length."""

BENDS = (1.0, 0.4, -0.4, -1.0, 1.8, -1.8, 3.0, -3.0)
"""What is tried, as multiples of the bend that is wanted, the best liked first."""

STOPS = np.array([0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74])
"""Where on the curve the sign may stand, the best liked first."""

MOST_TO_CHOOSE = 400
"""Up to so many links every bend is weighed (200 links among 150 factors take 1 s); then the first is taken."""

ROUNDS = 2
"""In the second round each arrow knows where all the others ended."""

SIGN = 10.0
"""The radius of the ring around a sign."""

NEAR = 9.0
"""Curves that come nearer than this to each other are hard to tell apart."""

COSTS = {"under a label": 8.0, "beside an arrow": 0.7, "sign on a label": 25.0, "sign on a sign": 15.0}
COSTS |= {"sign on an arrow": 4.0, "less liked bend": 0.8, "off the middle": 4.0}

ROUND = 3
"""Fewer links than this do not enclose anything that they could bulge away from."""

MIDDLE = np.array([0.5])
NOTHING = np.zeros((0, 2))
SAMPLES = np.linspace(0.0, 1.0, 25)
MARGIN = 16.0


@dataclass(slots=True)
class Drawn:
    """An arrow as it was drawn last."""

    curve: Points
    sign: Points
    samples: Points


@dataclass(slots=True)
class Sheet:
    """What stands on the map already."""

    boxes: Mapping[str, Box]
    middles: Points
    halves: Points
    arrows: dict[str, Drawn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Near:
    """The labels, the points of arrows and the signs in one part of the map."""

    middles: Points
    halves: Points
    lines: Points
    signs: Points


def drawn(
    boxes: Mapping[str, Box],
    links: Mapping[str, Ends],
    loops: Sequence[Sequence[str]],
    *,
    careful: bool = True,
) -> Map:
    """The finished map: boxes as they stand, and an arrow for every link."""
    sheet = Sheet(
        boxes,
        np.array([(box.x, box.y) for box in boxes.values()]),
        np.array([(box.width / 2, box.height / 2) for box in boxes.values()]),
    )
    outward = _outward(boxes, links, loops)
    few = careful and len(links) <= MOST_TO_CHOOSE
    for _ in range(ROUNDS if few else 1):
        for key, ends in links.items():
            sheet.arrows.pop(key, None)
            if ends[0] == ends[1]:
                sheet.arrows[key] = _sampled(*turning_back(boxes[ends[0]]))
            else:
                bends = [
                    BEND * outward.get(key, 1.0) * factor for factor in (BENDS if few else BENDS[:1])
                ]
                sheet.arrows[key] = _best(sheet, ends, bends)
    return _moved(boxes, {key: sheet.arrows[key] for key in links})


def _sampled(curve: Points, sign: Points) -> Drawn:
    return Drawn(curve, sign, along(curve[[0, 1, -1]], SAMPLES))


def _outward(
    boxes: Mapping[str, Box], links: Mapping[str, Ends], loops: Sequence[Sequence[str]]
) -> dict[str, float]:
    """For each link in a loop, the hand (1 or -1) on which it bulges away from the loop's middle."""
    hands: dict[str, float] = {}
    for loop in sorted(loops, key=len):
        middle = np.mean([(boxes[links[key][0]].x, boxes[links[key][0]].y) for key in loop], axis=0)
        for key in loop:
            cause, effect = (boxes[end] for end in links[key])
            way = np.array([effect.x - cause.x, effect.y - cause.y])
            off = np.array([cause.x, cause.y]) - middle
            turn = way[0] * off[1] - way[1] * off[0]
            hands.setdefault(key, 1.0 if turn <= 0 or len(loop) < ROUND else -1.0)
    return hands


def _best(sheet: Sheet, ends: Ends, bends: Sequence[float]) -> Drawn:
    """The curve that meets the fewest labels and arrows, and whose sign stands freest."""
    curves = [between_boxes(sheet.boxes[ends[0]], sheet.boxes[ends[1]], bend) for bend in bends]
    samples = [along(curve, SAMPLES) for curve in curves]
    if len(curves) == 1:
        return Drawn(curves[0], along(curves[0], MIDDLE)[0], samples[0])
    near = _near(sheet, np.concatenate(samples))
    best, least = Drawn(curves[0], along(curves[0], MIDDLE)[0], samples[0]), np.inf
    for rank, (curve, points) in enumerate(zip(curves, samples, strict=True)):
        cost = COSTS["less liked bend"] * rank
        if cost >= least:  # the bends that come now cost more still
            break
        cost += _along_cost(near, points)
        if cost >= least:
            continue
        signs = along(curve, STOPS)
        costs = cost + COSTS["off the middle"] * np.abs(STOPS - 0.5) + _sign_costs(near, signs)
        stop = int(costs.argmin())
        if costs[stop] < least:
            best, least = Drawn(curve, signs[stop], points), float(costs[stop])
    return best


def _near(sheet: Sheet, points: Points) -> Near:
    """What a curve anywhere among these points could meet."""
    low, high = points.min(axis=0) - 3 * SIGN, points.max(axis=0) + 3 * SIGN
    boxes = np.all((sheet.middles + sheet.halves > low) & (sheet.middles - sheet.halves < high), axis=1)
    others = [
        arrow
        for arrow in sheet.arrows.values()
        if np.all(arrow.samples.max(axis=0) > low) and np.all(arrow.samples.min(axis=0) < high)
    ]
    lines = np.concatenate([NOTHING, *(arrow.samples for arrow in others)])
    signs = np.concatenate([NOTHING, *(arrow.sign[None] for arrow in others)])
    return Near(sheet.middles[boxes], sheet.halves[boxes], lines, signs)


def _along_cost(near: Near, samples: Points) -> float:
    """What a curve costs for the labels that it runs under and the arrows that it runs beside."""
    under = np.all(np.abs(samples[:, None] - near.middles[None]) < near.halves[None] + 3, axis=2)
    close = np.square(samples[:, None] - near.lines[None]).sum(axis=2) < NEAR**2
    labels, arrows = (np.count_nonzero(np.any(hit, axis=1)) for hit in (under, close))
    return float(COSTS["under a label"] * labels + COSTS["beside an arrow"] * arrows)


def _sign_costs(near: Near, signs: Points) -> Points:
    """What a sign costs at each of some places, for the labels, signs and arrows that it would stand on."""
    on = np.all(np.abs(signs[:, None] - near.middles) < near.halves + SIGN + 2, axis=2)
    close = np.square(signs[:, None] - near.signs).sum(axis=2) < (2 * SIGN + 4) ** 2
    crossed = np.square(signs[:, None] - near.lines).sum(axis=2) < (SIGN + 1) ** 2
    cost = COSTS["sign on a label"] * on.sum(axis=1) + COSTS["sign on a sign"] * close.sum(axis=1)
    return np.asarray(cost + COSTS["sign on an arrow"] * crossed.any(axis=1))


def _moved(boxes: Mapping[str, Box], arrows: Mapping[str, Drawn]) -> Map:
    """The same picture, shifted so that its border is at (0, 0)."""
    corners = [(b.x - b.width / 2, b.y - b.height / 2) for b in boxes.values()]
    corners += [(b.x + b.width / 2, b.y + b.height / 2) for b in boxes.values()]
    points = np.array(corners)
    if arrows:
        rings = np.array([arrow.sign for arrow in arrows.values()])
        lines = np.concatenate([arrow.samples for arrow in arrows.values()])
        points = np.concatenate([points, rings - SIGN, rings + SIGN, lines])
    low, high = points.min(axis=0) - MARGIN, points.max(axis=0) + MARGIN

    def shift(point: npt.ArrayLike) -> tuple[float, float]:
        x, y = np.round(np.asarray(point) - low, 1)
        return float(x), float(y)

    return Map(
        *shift(high),
        {k: Box(*shift((b.x, b.y)), b.width, b.height, b.lines) for k, b in boxes.items()},
        {k: Arrow(tuple(map(shift, a.curve)), shift(a.sign)) for k, a in arrows.items()},
    )
