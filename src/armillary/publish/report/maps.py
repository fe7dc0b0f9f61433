"""Maps: which factors are drawn together. The strongest at first, and all of them."""

from typing import Any

from armillary.publish.layout import Map, lay_out
from armillary.system import System

Json = dict[str, Any]

MOST_FACTORS = 32
"""Factors on the map at first: as many labels as can be read in a pane of 850 by 620 pixels. Beyond that
no layout helps: we show a part, not a smaller everything."""


def maps(system: System) -> list[Json]:
    """The map to begin with and, where that leaves factors out, the map of all."""
    labels = {key: factor.label for key, factor in system.factors.items()}
    links = {key: (link.cause, link.effect) for key, link in system.links.items()}
    loops = [loop.links for loop in system.loops]
    chosen = strongest(system)
    few = {key: ends for key, ends in links.items() if chosen.issuperset(ends)}
    first = lay_out(
        {key: label for key, label in labels.items() if key in chosen},
        few,
        [loop for loop in loops if all(key in few for key in loop)],
    )
    if len(chosen) == len(labels):
        return [_map(first)]
    return [_map(first), _map(lay_out(labels, links, loops))]


def strongest(system: System) -> set[str]:
    """The factors to show first: those of the links with most claims, then of those in most loops."""
    if len(system.factors) <= MOST_FACTORS:
        return set(system.factors.ids)
    weight = dict.fromkeys(system.factors.ids, 0)
    loops = dict.fromkeys(system.factors.ids, 0)
    for link in system.links:
        for end in (link.cause, link.effect):
            weight[end] += len(link.claims)
    for loop in system.loops:
        for key in loop.factors:
            loops[key] += 1
    chosen: set[str] = set()
    by_strength = sorted(
        system.links,
        key=lambda link: (
            -weight[link.cause] - weight[link.effect],
            -loops[link.cause] - loops[link.effect],
        ),
    )
    for link in by_strength:
        if len(chosen | {link.cause, link.effect}) <= MOST_FACTORS:
            chosen |= {link.cause, link.effect}
    return chosen


def _map(drawn: Map) -> Json:
    return {
        "width": drawn.width,
        "height": drawn.height,
        "boxes": {k: [b.x, b.y, b.width, b.height, b.lines] for k, b in drawn.boxes.items()},
        "arrows": {k: [a.points, a.sign] for k, a in drawn.arrows.items()},
    }
