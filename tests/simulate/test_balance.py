"""Axelrod's balance, held to all paths of networkx."""

import sys
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.findings import Sign
from armillary.simulate import balance, factor_named
from armillary.simulate import balance as module
from armillary.system import System
from samples.rents import rents
from samples.sketch import Sketch, system_of

PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])


def drawn(edges: dict[tuple[int, int], str]) -> System:
    it = Sketch(" ".join(f"n{a} feeds n{b}." for a, b in edges))
    for (a, b), sign in edges.items():
        it.claim(f"n{a} feeds n{b}", (f"n{a}", f"n{a}"), sign, (f"n{b}", f"n{b}"), "feeds")
    return system_of(it)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PAIR, st.sampled_from(("+", "-")), min_size=1, max_size=14))
def test_a_pair_clashes_where_networkx_finds_paths_of_both_signs(
    edges: dict[tuple[int, int], str],
) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph(list(edges))
    told: dict[str, set[tuple[int, int]]] = {"+": set(), "-": set(), "both": set()}
    for a in graph:
        for b in nx.descendants(graph, a):
            signs = {
                "-" if sum(edges[step] == "-" for step in pairwise(p)) % 2 else "+"
                for p in nx.all_simple_paths(graph, a, b)
            }
            told["both" if len(signs) > 1 else signs.pop()].add((a, b))
    system = drawn(edges)
    made = balance(system)
    label = {key: factor.label for key, factor in system.factors.items()}
    assert {(label[c.cause], label[c.effect]) for c in made.clashes} == {
        (f"n{a}", f"n{b}") for a, b in told["both"]
    }
    for clash in made.clashes:
        assert (clash.raising.sign, clash.lowering.sign) == (Sign.RAISES, Sign.LOWERS)
    assert (made.raises, made.lowers, made.unclear) == (len(told["+"]), len(told["-"]), 0)
    assert made.balanced is not bool(told["both"])


def test_a_chain_is_balanced_a_dissent_is_not_known_and_the_rents_clash() -> None:
    assert balance(drawn({(0, 1): "+", (1, 2): "-"})).balanced is True
    assert balance(drawn({(0, 1): "?"})).balanced is None
    system = rents()
    clashes = {(clash.cause, clash.effect) for clash in balance(system).clashes}
    assert (factor_named(system, "rent cap"), factor_named(system, "protests")) in clashes


def test_a_search_that_would_not_end_is_stopped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[module.__module__], "MOST_WALKED", 5)
    made = balance(drawn({(a, b): "+" for a in range(6) for b in range(6) if a != b}))
    assert (made.cut_short, made.balanced) == (True, None)
