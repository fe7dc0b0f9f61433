"""Why one factor bears on another: signed paths, what they come to, and what would have to be denied.

Exact where a simulation is not. The search turns round where the way to the end is longer than what is
left (distances by breadth first search on the turned graph), and stops after a number of steps.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from armillary.findings import Sign
from armillary.run import Answer, Path, Total
from armillary.system import Link, System
from armillary.weights import STRENGTH

MOST_PATHS = 1_000
MOST_STEPS = 1_000_000
Graph = dict[str, list[tuple[str, str]]]
"""For each factor the pairs of the next factor and the link to it."""


def why(
    system: System, cause: str, effect: str, longest: int, claims: Collection[str] | None = None
) -> Answer:
    """All simple paths of at most `longest` links, at most `MOST_PATHS` of them, shortest first."""
    held = supporting(system, frozenset(system.claims.ids if claims is None else claims))
    graph: Graph = {}
    for key in held:
        link = system.links[key]
        graph.setdefault(link.cause, []).append((link.effect, key))
    steps = Steps()
    found = list(islice(search(graph, cause, effect, longest, steps), MOST_PATHS + 1))
    cut_short = len(found) > MOST_PATHS or steps.spent
    signs = {key: signed(system.links[key], held[key]) for key in held}
    place = {key: number for number, key in enumerate(held)}
    paths = sorted(
        (_path(nodes, ways, signs) for nodes, ways in found[:MOST_PATHS]),
        key=lambda path: (len(path.links), [place[key] for key in path.links]),
    )
    deny = cut(system, held, cause, effect)
    return Answer(cause, effect, tuple(paths), total(paths, cut_short=cut_short), deny, cut_short)


class Steps:
    """How many steps a search may still take."""

    def __init__(self, left: int = MOST_STEPS) -> None:
        self.left = left

    @property
    def spent(self) -> bool:
        """Whether the search was stopped."""
        return self.left <= 0


def supporting(system: System, claims: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each link the claims of these that say it holds. Those that deny or only intend it do not."""
    held = {
        key: tuple(
            claim
            for claim in link.raises + link.lowers + link.unclear
            if claim in claims and STRENGTH[system.claims[claim].modality] > 0
        )
        for key, link in system.links.items()
    }
    return {key: keys for key, keys in held.items() if keys}


def total(paths: Iterable[Path], *, cut_short: bool = False) -> Total:
    """*None* without a path, a sign where all paths have it, else undetermined (Axelrod 1976)."""
    signs = {path.sign for path in paths}
    if signs in ({Sign.RAISES}, {Sign.LOWERS}) and not cut_short:
        return Total(next(iter(signs)).value)
    return Total.UNDETERMINED if signs or cut_short else Total.NONE


def signed(link: Link, held: tuple[str, ...]) -> Sign:
    """The sign on which these claims agree; unclear where they do not, or none says."""
    raises, lowers = (any(key in held for key in side) for side in (link.raises, link.lowers))
    if raises == lowers:
        return Sign.UNCLEAR
    return Sign.RAISES if raises else Sign.LOWERS


def _path(nodes: tuple[str, ...], ways: tuple[str, ...], signs: dict[str, Sign]) -> Path:
    sign = Sign.RAISES
    for way in ways:
        sign = sign.times(signs[way])
    return Path(nodes, ways, sign)


def search(
    graph: Graph, cause: str, effect: str, longest: int, steps: Steps
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """All paths from cause to effect of at most `longest` links, as their factors and their links."""
    if cause == effect:
        return
    far = _distances(graph, effect)
    nodes, ways, open_ways = [cause], list[str](), [iter(graph.get(cause, ()))]
    while open_ways and not steps.spent:
        steps.left -= 1
        step = next(open_ways[-1], None)
        if step is None:
            open_ways.pop()
            nodes.pop()
            if ways:
                ways.pop()
            continue
        node, way = step
        if node not in far or len(ways) + 1 + far[node] > longest or node in nodes:
            continue
        if node == effect:
            yield (*nodes, node), (*ways, way)
        else:
            nodes.append(node)
            ways.append(way)
            open_ways.append(iter(graph.get(node, ())))


def _distances(graph: Graph, end: str) -> dict[str, int]:
    """How many links it is from each factor to the end."""
    turned: dict[str, list[str]] = {}
    for cause, ways in graph.items():
        for effect, _ in ways:
            turned.setdefault(effect, []).append(cause)
    far, queue = {end: 0}, deque([end])
    while queue:
        node = queue.popleft()
        for before in turned.get(node, ()):
            if before not in far:
                far[before] = far[node] + 1
                queue.append(before)
    return far


def cut(system: System, held: dict[str, tuple[str, ...]], cause: str, effect: str) -> tuple[str, ...]:
    """A smallest set of claims without which no path is left: the minimum cut, each claim counting one.

    Its size is the largest number of paths that share no claim (Ford and Fulkerson 1956; searched as
    Edmonds and Karp 1972). Empty where there is no path.
    """
    room: dict[str, dict[str, int]] = {}
    for key, claims in held.items():
        link = system.links[key]
        if link.cause != link.effect:
            room.setdefault(link.cause, {})[link.effect] = len(claims)
            room.setdefault(link.effect, {}).setdefault(link.cause, 0)
    full = {node: dict(ways) for node, ways in room.items()}
    while cause != effect and effect in (came := _reached(room, cause)):
        node = effect
        while node != cause:  # one claim's worth at a time: claims on one link are few
            room[came[node]][node] -= 1
            room[node][came[node]] = room[node].get(came[node], 0) + 1
            node = came[node]
    near = _reached(room, cause) if cause in full else {}
    return (
        tuple(
            claim
            for key, claims in held.items()
            if system.links[key].cause in near and system.links[key].effect not in near
            for claim in claims
        )
        if cause != effect and effect not in near
        else ()
    )


def _reached(room: dict[str, dict[str, int]], start: str) -> dict[str, str]:
    """For each factor that can be reached the one before it."""
    came, queue = {start: start}, deque([start])
    while queue:
        node = queue.popleft()
        for after, left in room.get(node, {}).items():
            if left > 0 and after not in came:
                came[after] = node
                queue.append(after)
    return came
