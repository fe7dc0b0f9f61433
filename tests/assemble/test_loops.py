"""Feedback loops: the same as networkx finds, each once, with its polarity."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.assemble import loops
from armillary.system import Factor, Link, Polarity, Table

NODES = 7


def factors(count: int = NODES) -> Table[Factor]:
    return Table.numbered("f", (Factor(f"factor {n}", ()) for n in range(count)))


def links(*ways: tuple[int, int, str]) -> Table[Link]:
    return Table.numbered(
        "l", (Link(f"f{cause + 1}", f"f{effect + 1}", **{heap: ("c1",)}) for cause, effect, heap in ways)
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
    assert rings.notes == ("there are more than 100 feedback loops: the search stopped there",)
