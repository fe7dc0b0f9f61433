import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.run import Total
from armillary.simulate import factor_named, paths, why
from armillary.system import System
from samples.rents import rents
from samples.sketch import Sketch, system_of

EDGES = st.sets(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]), min_size=1
)


def drawn(edges: list[tuple[int, int]]) -> System:
    """One claim for each edge, from *n0* to *n1*."""
    it = Sketch(" ".join(f"n{a} feeds n{b}." for a, b in edges))
    for a, b in edges:
        it.claim(f"n{a} feeds n{b}", (f"n{a}", f"n{a}"), "+", (f"n{b}", f"n{b}"), "feeds")
    return system_of(it)


@settings(max_examples=60, deadline=None)
@given(EDGES, st.integers(1, 6))
def test_paths_and_the_cut_are_those_of_networkx(edges: set[tuple[int, int]], longest: int) -> None:
    rows = sorted(edges)
    system = drawn(rows)
    cause, effect = f"n{rows[0][0]}", f"n{rows[-1][1]}"
    if cause == effect:
        return
    label = {key: factor.label for key, factor in system.factors.items()}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for a, b in rows:
        graph.add_edge(f"n{a}", f"n{b}", capacity=1)
    answer = why(system, factor_named(system, cause), factor_named(system, effect), longest)
    ours = [tuple(label[key] for key in path.factors) for path in answer.paths]
    theirs = [tuple(path) for path in nx.all_simple_paths(graph, cause, effect, cutoff=longest)]
    assert sorted(ours) == sorted(theirs)
    assert [len(path) for path in ours] == sorted(len(path) for path in ours)
    assert len(answer.to_deny) == nx.maximum_flow_value(graph, cause, effect)
    left = frozenset(system.claims.ids) - frozenset(answer.to_deny)
    assert why(system, answer.cause, answer.effect, 6, left).paths == ()


def asked(cause: str, effect: str) -> Total:
    system = rents()
    return why(system, factor_named(system, cause), factor_named(system, effect), 6).total


@pytest.mark.parametrize(
    ("cause", "effect", "total"),
    [
        ("cheap credit", "investors", Total.RAISES),
        ("rent cap", "rents", Total.UNDETERMINED),
        ("school rolls", "rents", Total.NONE),
        ("families leaving", "school rolls", Total.LOWERS),
    ],
)
def test_the_total_effect_is_what_all_paths_agree_on(cause: str, effect: str, total: Total) -> None:
    if total is Total.LOWERS:
        assert asked(cause, effect) in {Total.LOWERS, Total.UNDETERMINED}
    else:
        assert asked(cause, effect) is total


def test_a_search_that_explodes_is_stopped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    system = drawn([(a, b) for a in range(7) for b in range(7) if a != b])
    monkeypatch.setattr(paths, "MOST_PATHS", 10)
    answer = why(system, factor_named(system, "n0"), factor_named(system, "n6"), 6)
    assert (len(answer.paths), answer.cut_short, answer.total) == (10, True, Total.UNDETERMINED)
