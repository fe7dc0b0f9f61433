"""Maps: which factors are drawn together. The strongest at first, and all of them."""

import math
from typing import Any

from armillary.publish.layout import Map, grouped, lay_out
from armillary.publish.layout.labels import measured
from armillary.system import System

Json = dict[str, Any]

MOST_FACTORS = 32
"""Factors on the map at first, at most. Beyond that no layout helps: we show a part, not a smaller everything."""

FEWEST_FACTORS = 8

OPENING = (850.0, 500.0)
"""The map at first fits into so much, so that its labels have 11 pixels in a window of 1280 by 800: the pane
has 724 by 425 there under a title of two lines, and the labels of a map at full size have 13 pixels."""

MOST_LINKS = 3_000
"""Links on the map of all: so many are drawn in two seconds and slide at 55 frames per second (`bench/page.py
--factors 1000`). Of a larger system the strongest factors are drawn, and the page says how many."""

MOST_WITH_CARE = 2_000
"""Links of a system, up to which every bend of an arrow is weighed in its groups too: 3,000 take 25 s."""

FEWEST_GROUPS = 2
"""One group alone tells nothing that the map does not."""


def maps(system: System) -> list[Json]:
    """The map to begin with and, where that leaves factors out, the map of all."""
    first = opening(system)
    if len(first.boxes) == len(system.factors):
        return [_map(first)]
    return [_map(first), _map(_drawn(system, drawable(system)))]


def drawable(system: System) -> set[str]:
    """All factors or, where there are too many links between them, the strongest."""
    chosen = set(system.factors.ids)
    while (
        inside := sum(chosen.issuperset((link.cause, link.effect)) for link in system.links)
    ) > MOST_LINKS:
        chosen = strongest(system, int(len(chosen) * math.sqrt(MOST_LINKS / inside)))
    return chosen


def opening(system: System) -> Map:
    """The strongest factors, as many as can be read at once."""
    count = min(MOST_FACTORS, len(system.factors))
    while True:
        drawn = _drawn(system, strongest(system, count))
        fits = min(
            side / max(has, 1) for side, has in zip(OPENING, (drawn.width, drawn.height), strict=True)
        )
        if fits >= 1 or count <= FEWEST_FACTORS:
            return drawn
        count = max(FEWEST_FACTORS, min(count - 1, round(count * fits)))


def _drawn(system: System, chosen: set[str]) -> Map:
    """The map of some factors and of all links between them."""
    links = {
        key: (link.cause, link.effect)
        for key, link in system.links.items()
        if chosen.issuperset((link.cause, link.effect))
    }
    labels = {key: factor.label for key, factor in system.factors.items() if key in chosen}
    return lay_out(
        labels, links, [loop.links for loop in system.loops if links.keys() >= set(loop.links)]
    )


def strongest(system: System, count: int) -> set[str]:
    """So many factors at most: those of the links with most claims, then of those in most loops."""
    if len(system.factors) <= count:
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
        new = {link.cause, link.effect} - chosen
        if len(chosen) + len(new) <= count:
            chosen |= new
    return chosen


def groups(system: System) -> Json | None:
    """The map as groups that open, where it holds more factors than are shown at first; else nothing.

    Each has its strongest factor for a name, and the map of its own; `map` shows how the groups act on each
    other, a link for each pair.
    """
    if len(system.factors) <= MOST_FACTORS:
        return None
    links = {key: (link.cause, link.effect) for key, link in system.links.items()}
    weights = {key: len(link.claims) for key, link in system.links.items()}
    parts, others = grouped(system.factors.ids, links, weights)
    if len(parts) < FEWEST_GROUPS:
        return None
    rows = [_group(system, f"g{place}", part, links) for place, part in enumerate(parts, start=1)]
    if others:
        rest = _group(system, f"g{len(parts) + 1}", others, links)
        name = f"{len(others):,} others"
        rows.append(rest | {"name": name, **box(name)})
    home = {key: row["id"] for row in rows for key in row["factors"]}
    between: dict[str, list[str]] = {}
    for key, (cause, effect) in links.items():
        if home[cause] != home[effect]:
            between.setdefault(f"{home[cause]}>{home[effect]}", []).append(key)
    ends = {key: (key.split(">")[0], key.split(">")[1]) for key in between}
    overview = lay_out({row["id"]: row["name"] for row in rows}, ends)
    return {"rows": rows, "between": between, "map": _map(overview)}


def _group(system: System, key: str, factors: list[str], links: dict[str, tuple[str, str]]) -> Json:
    members = set(factors)
    inside = {one: ends for one, ends in links.items() if members.issuperset(ends)}
    weight = dict.fromkeys(factors, 0)
    for one, ends in inside.items():
        for end in ends:
            weight[end] += len(system.links[one].claims)
    name = max(factors, key=lambda factor: weight[factor])
    loops = [loop.links for loop in system.loops if inside.keys() >= set(loop.links)]
    labels = {factor: system.factors[factor].label for factor in factors}
    called = f"{system.factors[name].label} and {len(factors) - 1} more"
    return {
        "id": key,
        "name": called,
        **box(called),
        "factors": factors,
        "map": _map(lay_out(labels, inside, loops, careful=len(links) <= MOST_WITH_CARE)),
    }


def _map(drawn: Map) -> Json:
    """A drawing in whole pixels: the middles of the boxes, and for each arrow its points and then its sign."""
    return {
        "width": round(drawn.width),
        "height": round(drawn.height),
        "boxes": {key: [round(box.x), round(box.y)] for key, box in drawn.boxes.items()},
        "arrows": {
            key: [round(number) for point in (*arrow.points, arrow.sign) for number in point]
            for key, arrow in drawn.arrows.items()
        },
    }


def box(label: str) -> Json:
    """The size of the box around a label, and the label in lines; the same on every map."""
    fitted = measured(label)
    return {"box": [round(fitted.width), round(fitted.height), *fitted.lines]}
