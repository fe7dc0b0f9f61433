"""Tangles: the parts of a map in which each factor bears on each other, and so the only homes of loops.

They are its strongly connected components, found in one pass (Tarjan 1972), without recursion.
"""

from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[tuple[str, str]]]


def expected(graph: Graph, longest: int) -> float:
    """About how many loops of at most so many links there are. Nothing is searched.

    So many are to be expected in a random map of as many factors and links as each tangle has: of k links,
    n! / (n - k)! / k of the ways round, each with all its links there by the k-th power of the density. With many
    factors and d links at each that is d^k / k.
    """
    total = 0.0
    for part in tangles(graph):
        size = len(part)
        inside = sum(effect in part for cause in part for effect, _ in graph.get(cause, ()))
        density = inside / max(1, size * (size - 1))
        ways = float(size)
        for length in range(2, min(longest, size) + 1):
            ways *= size - length + 1
            total += ways * density**length / length
    return total


def tangles(graph: Graph) -> Iterator[frozenset[str]]:
    """The strongly connected components; a factor alone is one too."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    on: set[str] = set()
    for root in graph:
        path = [] if root in number else [(root, iter(graph[root]))]
        while path:
            node, ways = path[-1]
            if node not in number:
                number[node] = low[node] = len(number)
                waiting.append(node)
                on.add(node)
            for effect, _ in ways:
                if effect not in number:
                    path.append((effect, iter(graph.get(effect, ()))))
                    break
                if effect in on:
                    low[node] = min(low[node], number[effect])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == number[node]:
                    yield _off(waiting, on, node)


def _off(waiting: list[str], on: set[str], node: str) -> frozenset[str]:
    part = set()
    while node not in part:
        part.add(waiting.pop())
    on -= part
    return frozenset(part)
