"""Islands: each connected part of the map by itself, its factors placed by their distances.

Drawings that keep distances have a third of the crossings of a spring model on sparse causal maps, and
unlike layers they do not break loops open.
"""

from collections.abc import Iterator, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from armillary.publish.layout import Ends, stress
from armillary.publish.layout.labels import Label

Points = npt.NDArray[np.float64]

LARGEST = 350
"""Factors in one part of which all distances are kept: 350 with 500 links take 2 s on one core, and the
time grows with the square. In a larger part only the distances to some pivots are kept."""

PIVOTS = 50

LARGEST_TO_TRY = 60
"""Up to so many factors several starts are tried: each ends in another hollow of the energy, and the
drawing with fewest crossings wins."""

FEWEST_TO_TRY = 4
"""Fewer factors have no links that can cross: the first drawing is as good as any."""

PAIR = 2
"""Two factors lie side by side: most parts of the map of a long text are pairs."""

ROOM = 50.0
"""The length of an arrow between the borders of two boxes: its sign and its head need that much."""

STRETCH = 1.2
"""Labels are wider than high, and so is the pane."""


def placed(sizes: Mapping[str, Label], links: Sequence[Ends]) -> list[dict[str, tuple[float, float]]]:
    """The parts of the map, the largest first, each with a place for every factor."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sizes)
    for cause, effect in links:
        if cause != effect:
            graph.add_edge(cause, effect, weight=_length(sizes[cause], sizes[effect]))
    order = {key: place for place, key in enumerate(sizes)}
    parts = sorted(
        (sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)),
        key=lambda part: (-len(part), order[part[0]]),
    )
    return [_part(graph, part, links) for part in parts]


def _length(one: Label, other: Label) -> float:
    return ROOM + (one.width + other.width) / 4 + (one.height + other.height) / 4


def _part(
    graph: "nx.Graph[str]", part: list[str], links: Sequence[Ends]
) -> dict[str, tuple[float, float]]:
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    row = {key: place for place, key in enumerate(part)}
    ends = np.array([(row[a], row[b]) for a, b in links if a in row and b in row and a != b])
    inner: nx.Graph[str] = nx.Graph()
    inner.add_nodes_from(part)
    inner.add_edges_from(
        sorted(graph.edges(part, data=True), key=lambda edge: (row[edge[0]], row[edge[1]]))
    )
    drawings = [_scaled(points, ends, inner, part) for points in _drawings(inner, part)]
    points = _turned(min(drawings, key=lambda drawing: crossings(drawing, ends)), ends)
    points[:, 0] *= STRETCH
    return {key: (float(x), float(y)) for key, (x, y) in zip(part, points, strict=True)}


def _drawings(graph: "nx.Graph[str]", part: list[str]) -> Iterator[Points]:
    if len(part) > LARGEST:
        yield stress.scaled_from(_distances(graph, part[:: max(1, len(part) // PIVOTS)], part))
        return
    wanted = _distances(graph, part, part)
    if len(part) == PAIR:
        yield np.array([(0.0, 0.0), (wanted[0, 1], 0.0)])
        return
    yield stress.lowered(wanted, stress.scaled_from(wanted))
    if FEWEST_TO_TRY <= len(part) <= LARGEST_TO_TRY:
        for walk in (part, list(nx.dfs_preorder_nodes(graph, part[0]))):
            yield stress.lowered(wanted, _circle(walk, part))


def _distances(graph: "nx.Graph[str]", sources: Sequence[str], part: Sequence[str]) -> Points:
    """How far apart they should stand: the length of the shortest way along the links."""
    rows = (nx.single_source_dijkstra_path_length(graph, source, weight="weight") for source in sources)
    return np.array([[row[key] for key in part] for row in rows], dtype=np.float64)


def _circle(walk: Sequence[str], part: Sequence[str]) -> Points:
    turn = {key: 2 * np.pi * place / len(walk) for place, key in enumerate(walk)}
    return np.array([(np.cos(turn[key]), np.sin(turn[key])) for key in part]) * 100


def _scaled(
    points: Points, ends: npt.NDArray[np.int64], graph: "nx.Graph[str]", part: list[str]
) -> Points:
    """The drawing at the size at which its links have the length that they want, on the whole."""
    drawn = np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T)
    wanted = np.array([graph.edges[part[a], part[b]]["weight"] for a, b in ends])
    middle = points - points.mean(axis=0)
    return np.asarray(middle * (wanted.sum() / max(drawn.sum(), 1e-9)))


def _turned(points: Points, ends: npt.NDArray[np.int64]) -> Points:
    """The drawing lying on its long side, with most of its arrows pointing to the right and down."""
    _, _, axes = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    turned = points @ axes.T
    flow = (turned[ends[:, 1]] - turned[ends[:, 0]]).sum(axis=0)
    return np.asarray(turned * np.where(flow < 0, -1.0, 1.0))


def crossings(points: Points, ends: npt.NDArray[np.int64]) -> int:
    """How many pairs of links cross, were they straight; links that share a factor do not count."""
    a, b = points[ends[:, 0]], points[ends[:, 1]]
    total = 0
    for place in range(len(ends) - 1):
        rest = slice(place + 1, None)
        apart = ~(ends[rest, :, None] == ends[place][None, None, :]).any(axis=(1, 2))
        one = _side(a[place], b[place], a[rest]) * _side(a[place], b[place], b[rest])
        other = _side(a[rest], b[rest], a[place]) * _side(a[rest], b[rest], b[place])
        total += int((apart & (one < 0) & (other < 0)).sum())
    return total


def _side(start: Points, end: Points, point: Points) -> Points:
    """On which side of a line a point lies, as the sign of the result."""
    along, off = end - start, point - start
    return np.asarray(along[..., 0] * off[..., 1] - along[..., 1] * off[..., 0])
