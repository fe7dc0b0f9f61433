"""Feedback loops: the same as networkx finds, each once, with its polarity."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.assemble import loops
from armillary.system import Factor, Link, Polarity, Support, Table
from armillary.tangles import expected, tangles

NODES = 7


def factors(count: int = NODES) -> Table[Factor]:
    return Table.numbered("f", (Factor(f"factor {n}", ()) for n in range(count)))


def link_of(cause: str, effect: str, heap: str) -> Link:
    said = ("c1",)
    heaps = {name: said if name == heap else () for name in ("raises", "lowers", "unclear", "denied")}
    return Link(cause, effect, heaps["raises"], heaps["lowers"], heaps["unclear"], heaps["denied"])


def links(*ways: tuple[int, int, str]) -> Table[Link]:
    return Table.numbered(
        "l", (link_of(f"f{cause + 1}", f"f{effect + 1}", heap) for cause, effect, heap in ways)
    )


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25), st.integers(2, 7))
def test_the_loops_are_those_that_networkx_finds(pairs: set[tuple[int, int]], longest: int) -> None:
    ways = [(a, b, "raises") for a, b in sorted(pairs) if a != b]
    rings = loops.search(links(*ways), factors(), longest, 10_000).loops
    graph = nx.DiGraph([(f"f{a + 1}", f"f{b + 1}") for a, b, _ in ways])
    expected = {frozenset(zip(c, c[1:] + c[:1], strict=True)) for c in nx.simple_cycles(graph, longest)}
    found = [frozenset(zip(r.factors, r.factors[1:] + r.factors[:1], strict=True)) for r in rings]
    assert len(found) == len(set(found))
    assert set(found) == expected


@pytest.mark.parametrize(
    ("back", "polarity"),
    [("raises", Polarity.REINFORCING), ("lowers", Polarity.BALANCING), ("unclear", Polarity.UNCLEAR)],
)
def test_one_lowering_link_turns_a_loop_round(back: str, polarity: Polarity) -> None:
    (loop,) = loops.search(links((0, 1, "raises"), (1, 0, back)), factors(), 8, 10).loops
    assert (loop.factors, loop.links, loop.polarity) == (("f1", "f2"), ("l1", "l2"), polarity)


def test_a_link_that_is_only_denied_closes_no_loop() -> None:
    assert loops.search(links((0, 1, "raises"), (1, 0, "denied")), factors(), 8, 10).loops == ()


def test_a_search_that_is_cut_short_says_so() -> None:
    everything = [(a, b, "raises") for a in range(NODES) for b in range(NODES) if a != b]
    rings = loops.search(links(*everything), factors(), 7, 100)
    assert len(rings.loops) == 100
    assert [len(loop.links) for loop in rings.loops[:92]] == [2] * 21 + [3] * 70 + [4]
    (note,) = rings.notes
    assert note == (
        "the search for feedback loops was cut short: all of up to 3 links are here, 100 in all "
        "(most_loops is 100); about 2,400 of up to 7 links were to be expected"
    )


def test_loops_are_ranked_by_their_weakest_link() -> None:
    """A long loop that two sources tell comes before a short one that one source tells."""
    table = Table.numbered(
        "l",
        (
            Link("f1", "f2", raises=("c1",), belief=0.9, support=Support(1, 1, 1, 1)),
            Link("f2", "f1", raises=("c2",), belief=0.9, support=Support(2, 2, 2, 2)),
            Link("f3", "f4", raises=("c3",), belief=0.7, support=Support(2, 2, 2, 2)),
            Link("f4", "f5", raises=("c4",), belief=0.8, support=Support(2, 2, 3, 3)),
            Link("f5", "f3", raises=("c5",), belief=0.9, support=Support(2, 2, 2, 2)),
        ),
    )
    rings = loops.search(table, factors(), 8, 10).loops
    assert [(loop.factors, loop.support, loop.belief) for loop in rings] == [
        (("f3", "f4", "f5"), 2, 0.7),
        (("f1", "f2"), 1, 0.9),
    ]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_tangles_are_the_components_that_networkx_finds(pairs: set[tuple[int, int]]) -> None:
    graph: dict[str, list[tuple[str, str]]] = {str(n): [] for n in range(NODES)}
    for a, b in sorted(pairs):
        graph[str(a)].append((str(b), ""))
    drawn = nx.DiGraph([(str(a), str(b)) for a, b in pairs])
    drawn.add_nodes_from(graph)
    assert set(tangles(graph)) == set(map(frozenset, nx.strongly_connected_components(drawn)))


def test_the_forecast_is_near_the_count_on_random_maps() -> None:
    """Twenty maps of 60 factors with two links each: the sum of forecasts is within half of the count."""
    forecast, count = 0.0, 0
    for seed in range(20):
        drawn = nx.gnm_random_graph(60, 120, seed=seed, directed=True)
        graph = {str(n): [(str(m), "") for m in drawn.successors(n)] for n in drawn}
        forecast += expected(graph, 6)
        count += sum(1 for _ in nx.simple_cycles(drawn, 6))
    assert 0.5 < forecast / count < 2


def test_a_dense_map_is_searched_in_bounded_time() -> None:
    many = 60
    everything = [(a, b, "raises") for a in range(many) for b in range(many) if a != b]
    rings = loops.search(links(*everything), factors(many), 8, 2_000)
    assert len(rings.loops) == 2_000
    assert len(rings.notes) == 1
