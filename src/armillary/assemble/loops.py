"""Feedback loops: chains of links that come back to where they started, up to a length.

A search from each factor in turn, which never goes back to an earlier one and turns round as soon
as the way home is longer than what is left (distances by breadth first search on the turned graph).
So each loop is found once, from its first factor. Links that every claim denies carry no loop.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from armillary.findings import Sign
from armillary.system import Factor, Link, Loop, Polarity, Table

Graph = dict[str, list[tuple[str, str]]]
"""For each factor the pairs of the next factor and the link to it."""


@dataclass(frozen=True, slots=True)
class Rings:
    """The loops that were found, shortest first, and what was left out, in words."""

    loops: tuple[Loop, ...]
    notes: tuple[str, ...]


def search(links: Table[Link], factors: Table[Factor], longest: int, most: int) -> Rings:
    """All loops of at most `longest` links; after `most` of them the search stops and says so."""
    graph: Graph = {}
    for key, link in links.items():
        if len(link.denied) < len(link.claims):
            graph.setdefault(link.cause, []).append((link.effect, key))
    rank = {key: place for place, key in enumerate(factors.ids)}
    found = list(islice(_all(graph, rank, longest), most + 1))
    notes: tuple[str, ...] = ()
    if len(found) > most:
        found.pop()
        notes = (f"there are more than {most} feedback loops: the search stopped there",)
    rings = [Loop(nodes, ways, _polarity(ways, links)) for nodes, ways in found]
    rings.sort(key=lambda loop: (len(loop.factors), [rank[node] for node in loop.factors]))
    return Rings(tuple(rings), notes)


def _all(
    graph: Graph, rank: dict[str, int], longest: int
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    turned: dict[str, list[str]] = {}
    for cause, ways in graph.items():
        for effect, _ in ways:
            turned.setdefault(effect, []).append(cause)
    for root in sorted(graph, key=rank.__getitem__):
        home = _distances(turned, rank, root, longest)
        yield from _from_root(graph, root, home, longest)


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
    graph: Graph, root: str, home: dict[str, int], longest: int
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    nodes = [root]
    ways: list[str] = []
    open_ways = [iter(graph[root])]
    while open_ways:
        step = next(open_ways[-1], None)
        if step is None:
            open_ways.pop()
            nodes.pop()
            if ways:
                ways.pop()
            continue
        node, way = step
        if node == root:
            yield tuple(nodes), (*ways, way)
        elif node not in nodes and node in home and len(ways) + 1 + home[node] <= longest:
            nodes.append(node)
            ways.append(way)
            open_ways.append(iter(graph.get(node, ())))


def _polarity(ways: tuple[str, ...], links: Table[Link]) -> Polarity:
    """An even number of lowering links reinforces, an odd one balances (Sterman 2000, chapter 5)."""
    sign = Sign.RAISES
    for way in ways:
        sign = sign.times(links[way].sign)
    match sign:
        case Sign.RAISES:
            return Polarity.REINFORCING
        case Sign.LOWERS:
            return Polarity.BALANCING
        case Sign.UNCLEAR:
            return Polarity.UNCLEAR
