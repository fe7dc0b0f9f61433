"""Feedback loops: chains of links that come back to where they started, up to a length.

A search from each factor in turn, which never goes back to an earlier one and turns round as soon
as the way home is longer than what is left (distances by breadth first search on the turned graph).
So each loop is found once, from its first factor. Links that every claim denies carry no loop.

Short loops are found before long ones: where there are too many, it is the longest that are left out.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from armillary.findings import Sign
from armillary.system import Factor, Link, Loop, Polarity, Table
from armillary.tangles import expected, tangles

Graph = dict[str, list[tuple[str, str]]]
"""For each factor the pairs of the next factor and the link to it."""
Ring = tuple[tuple[str, ...], tuple[str, ...]]
"""The factors of a loop and its links."""
MOST_STEPS = 5_000_000
"""Steps of one search, after which it stops and says so: some seconds. Bounds the time on dense maps."""


@dataclass(frozen=True, slots=True)
class Rings:
    """The loops that were found, the best founded first, and what was left out, in words."""

    loops: tuple[Loop, ...]
    notes: tuple[str, ...]


def search(links: Table[Link], factors: Table[Factor], longest: int, most: int) -> Rings:
    """All loops of at most `longest` links; of more than `most` the shortest, and a note.

    Loops are ranked by their weakest link: first by how many sources say it, then by our belief that we
    read it, then shorter ones first.
    """
    rank = {key: place for place, key in enumerate(factors.ids)}
    graph = _graph(links, rank)
    length, found, whole = _up_to(graph, rank, longest, most)
    notes = () if whole else (_left_out(graph, longest, most, length, len(found)),)
    loops = [_loop(ring, links) for ring in found]
    loops.sort(
        key=lambda loop: (-loop.support, -loop.belief, len(loop.links), [rank[n] for n in loop.factors])
    )
    return Rings(tuple(loops), notes)


def _graph(links: Table[Link], rank: dict[str, int]) -> Graph:
    """The links that may carry a loop: both ends in one tangle, and not denied by all."""
    graph: Graph = {}
    for key, link in links.items():
        if len(link.denied) < len(link.claims):
            graph.setdefault(link.cause, []).append((link.effect, key))
    home = {node: number for number, part in enumerate(tangles(graph)) for node in part}
    kept = {
        cause: [way for way in ways if home.get(way[0]) == home[cause]] for cause, ways in graph.items()
    }
    return {cause: kept[cause] for cause in sorted(kept, key=rank.__getitem__) if kept[cause]}


def _up_to(graph: Graph, rank: dict[str, int], longest: int, most: int) -> tuple[int, list[Ring], bool]:
    """The greatest length that was searched whole, the loops, and whether they are all."""
    steps = [MOST_STEPS]
    first = list(islice(_all(graph, rank, longest, steps), most + 1))
    if len(first) <= most and steps[0] > 0:
        return longest, first, True
    found: list[Ring] = []
    steps = [MOST_STEPS]
    for length in range(2, longest + 1):
        fresh = list(islice(_all(graph, rank, length, steps), most + 1))
        if len(fresh) > most or steps[0] <= 0:
            known = set(found)
            longer = (ring for ring in fresh if ring not in known)
            return length - 1, found + list(islice(longer, most - len(found))), False
        found = fresh
    return longest, found, True


def _left_out(graph: Graph, longest: int, most: int, length: int, count: int) -> str:
    """What was left out, in words."""
    about = expected(graph, longest)
    return (
        f"the search for feedback loops was cut short: all of up to {length} links are here, {count} in all "
        f"(most_loops is {most}); about {_rounded(about):,} of up to {longest} links were to be expected"
    )


def _rounded(number: float) -> int:
    """To two figures: a forecast is no count."""
    whole = round(number)
    return round(whole, 2 - len(str(whole)))


def _all(graph: Graph, rank: dict[str, int], longest: int, steps: list[int]) -> Iterator[Ring]:
    turned: dict[str, list[str]] = {}
    for cause, ways in graph.items():
        for effect, _ in ways:
            turned.setdefault(effect, []).append(cause)
    for root in graph:
        if steps[0] <= 0:
            return
        home = _distances(turned, rank, root, longest)
        yield from _from_root(graph, root, home, longest, steps)


def _distances(
    turned: dict[str, list[str]], rank: dict[str, int], root: str, longest: int
) -> dict[str, int]:
    """How many links it is home to the root from each later factor that is near enough."""
    home = {root: 0}
    queue = deque([root])
    while queue:
        node = queue.popleft()
        if home[node] == longest:
            break
        for before in turned.get(node, ()):
            if before not in home and rank[before] > rank[root]:
                home[before] = home[node] + 1
                queue.append(before)
    return home


def _from_root(
    graph: Graph, root: str, home: dict[str, int], longest: int, steps: list[int]
) -> Iterator[Ring]:
    nodes = [root]
    ways: list[str] = []
    on_way = {root}
    open_ways = [iter(graph[root])]
    while open_ways and steps[0] > 0:
        step = next(open_ways[-1], None)
        if step is None:
            open_ways.pop()
            on_way.discard(nodes.pop())
            if ways:
                ways.pop()
            continue
        steps[0] -= 1
        node, way = step
        if node == root:
            yield tuple(nodes), (*ways, way)
        elif node not in on_way and node in home and len(ways) + 1 + home[node] <= longest:
            nodes.append(node)
            ways.append(way)
            on_way.add(node)
            open_ways.append(iter(graph.get(node, ())))


def _loop(ring: Ring, links: Table[Link]) -> Loop:
    nodes, ways = ring
    through = [links[way] for way in ways]
    return Loop(
        nodes,
        ways,
        _polarity(through),
        support=min(link.support.sources for link in through),
        belief=min(link.belief for link in through),
    )


def _polarity(links: list[Link]) -> Polarity:
    """An even number of lowering links reinforces, an odd one balances (Sterman 2000, chapter 5)."""
    sign = Sign.RAISES
    for link in links:
        sign = sign.times(link.sign)
    match sign:
        case Sign.RAISES:
            return Polarity.REINFORCING
        case Sign.LOWERS:
            return Polarity.BALANCING
        case Sign.UNCLEAR:
            return Polarity.UNCLEAR
