"""Balance: whether a map pulls one way, or raises and lowers the same factor by different paths (Axelrod 1976).

A pair of factors on which all *walks* agree is settled without a search: each factor is reached twice, once by
raising and once by lowering, in a map of twice the size. Only where both are reached are paths searched for.
"""

from collections.abc import Collection, Iterator
from functools import reduce

from armillary.findings import Sign
from armillary.run import Balance, Clash, Path
from armillary.simulate.paths import Graph, Steps, search, signed, supporting
from armillary.system import System

MOST_WALKED = 20_000_000
"""Links followed in all: some seconds."""
MOST_SEARCHED = 2_000_000
MOST_OF_A_PAIR = 20_000
SHORT = 6
"""Paths of so many links are looked at by their length, shortest first; then all at once."""
BOTH = 3
_BIT = {Sign.RAISES: 1, Sign.LOWERS: 2}


def balance(system: System, claims: Collection[str] | None = None) -> Balance:
    """All pairs of factors with a path between them."""
    held = supporting(system, frozenset(system.claims.ids if claims is None else claims))
    signs = {key: signed(system.links[key], keys) for key, keys in held.items()}
    graph: Graph = {}
    for key in held:
        graph.setdefault(system.links[key].cause, []).append((system.links[key].effect, key))
    walked, left = Steps(MOST_WALKED), Steps(MOST_SEARCHED)
    counts = dict.fromkeys((1, 2, BOTH), 0)
    clashes = []
    for cause in graph:
        for effect, walks in _walks(graph, signs, cause, walked):
            bits = walks if walks != BOTH else _paths(graph, signs, (cause, effect), left)
            if isinstance(bits, Clash):
                clashes.append(bits)
            else:
                counts[bits] += 1
    return Balance(counts[1], counts[2], counts[BOTH], tuple(clashes), walked.spent or left.spent)


def _walks(graph: Graph, signs: dict[str, Sign], cause: str, walked: Steps) -> Iterator[tuple[str, int]]:
    """Each factor that is reached, and by which signs: 1 raised, 2 lowered, 3 both or unclear."""
    reached, waiting = {cause: 1}, [(cause, 1)]
    while waiting and not walked.spent:
        node, bits = waiting.pop()
        for effect, key in graph.get(node, ()):
            walked.left -= 1
            after = _after(bits, signs[key])
            new = after & ~reached.get(effect, 0)
            if new:
                reached[effect] = reached.get(effect, 0) | new
                waiting.append((effect, new))
    return ((node, bits) for node, bits in reached.items() if node != cause)


def _after(bits: int, sign: Sign) -> int:
    if sign is Sign.UNCLEAR:
        return BOTH
    return bits if sign is Sign.RAISES else (bits >> 1) | (bits << 1) & 2


def _paths(graph: Graph, signs: dict[str, Sign], pair: tuple[str, str], left: Steps) -> Clash | int:
    """A shortest path of each sign; else the sign that all paths have, 3 where that is not known."""
    cause, effect = pair
    found: dict[Sign, Path] = {}
    most, whole = min(MOST_OF_A_PAIR, left.left), False
    for length in (*range(1, SHORT + 1), max(SHORT + 1, len(graph))):
        steps = Steps(most)
        for nodes, ways in search(graph, cause, effect, length, steps):
            sign = reduce(Sign.times, (signs[way] for way in ways))
            found.setdefault(sign, Path(nodes, ways, sign))
            if _BIT.keys() <= found.keys():
                left.left -= most - steps.left
                return Clash(cause, effect, found[Sign.RAISES], found[Sign.LOWERS])
        left.left -= most - steps.left
        whole = not steps.spent and length > SHORT
        if steps.spent or left.spent:
            break
        most = min(most, left.left)
    (only, *others) = found or (Sign.UNCLEAR,)
    return BOTH if others or not whole else _BIT.get(only, BOTH)
