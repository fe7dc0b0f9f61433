"""Groups: factors that hang together more closely than with the rest, by modularity.

The method of Louvain (Blondel and others, 2008) with a fixed seed over numbered factors, so that two runs
agree. What is smaller than a handful is no group.
"""

from collections.abc import Mapping, Sequence

import networkx as nx

from armillary.publish.layout import Ends

SMALLEST = 4
"""Fewer factors are no group of their own: most parts of the map of a long text are pairs."""

MOST = 24
"""Groups on the overview, that of all others included: as many names as can be taken in."""

SEED = 1914


def found(
    factors: Sequence[str], links: Mapping[str, Ends], weights: Mapping[str, int]
) -> tuple[list[list[str]], list[str]]:
    """The groups, the largest first, each in the order of the factors; and the factors of what is too small."""
    row = {key: place for place, key in enumerate(factors)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(factors)))
    for key, (cause, effect) in links.items():
        if cause != effect:
            one, other = sorted((row[cause], row[effect]))
            before = graph.edges[one, other]["weight"] if graph.has_edge(one, other) else 0
            graph.add_edge(one, other, weight=before + weights[key])
    parts = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    ordered = sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part[0]))
    large = [part for part in ordered if len(part) >= SMALLEST][: MOST - 1]
    rest = sorted(set(range(len(factors))) - {place for part in large for place in part})
    return [[factors[place] for place in part] for part in large], [factors[place] for place in rest]
