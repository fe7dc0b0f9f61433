"""Taking something away: what has no stated cause left, in the order of happening."""

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.assemble.chronology import chart
from armillary.cli import armillary
from armillary.errors import SettingsError
from armillary.publish import publish
from armillary.simulate import Taken, factor_named, taken_named, without
from armillary.system import System, Table
from samples.sketch import Sketch, system_of

CHAIN = (
    "The strike stopped trains in May 1912. The stopped trains emptied shops in March 1912. "
    "Empty shops raised prices. A poor harvest raised prices."
)


def chain() -> System:
    it = Sketch(CHAIN)
    it.claim("The strike stopped trains", ("The strike", "strike"), "+", ("stopped trains", "stopped trains"), "stopped")  # fmt: skip
    it.claim("The stopped trains emptied shops", ("The stopped trains", "stopped trains"), "+", ("emptied shops", "empty shops"), "emptied")  # fmt: skip
    it.claim("Empty shops raised prices", ("Empty shops", "empty shops"), "+", ("prices", "prices"), "raised")  # fmt: skip
    it.claim("A poor harvest raised prices", ("A poor harvest", "harvest"), "+", ("prices", "prices"), "raised", "A poor harvest")  # fmt: skip
    it.event("stopped trains in May 1912", "May 1912", "1912-05")
    it.event("emptied shops in March 1912", "March 1912", "1912-03")
    it.events = [replace(event, what=it.at(" ".join(event.at.words.split()[:2]))) for event in it.events]
    system = system_of(it)
    times = Table.numbered("t", (event.time for event in system.events if event.time))
    return replace(system, times=times, timeline=Table.numbered("m", chart(system.events)[0]))


def drawn(edges: list[tuple[int, int]]) -> System:
    it = Sketch(" ".join(f"n{a} feeds n{b}." for a, b in edges))
    for a, b in edges:
        it.claim(f"n{a} feeds n{b}", (f"n{a}", f"n{a}"), "+", (f"n{b}", f"n{b}"), "feeds")
    return system_of(it)


def lost(system: System, *words: str) -> list[str]:
    taken = Taken()
    for word in words:
        taken |= taken_named(system, word)
    return [system.factors[loss.factor].label for loss in without(system, taken).losses]


def test_a_chain_falls_as_far_as_another_cause_in_the_order_of_happening() -> None:
    system = chain()
    made = without(system, taken_named(system, "the strike"))
    assert [system.factors[row.factor].label for row in made.losses] == ["empty shops", "stopped trains"]
    assert [row.event for row in made.losses] == ["e2", "e1"]
    (prices,) = made.shaken
    assert (prices.lost, prices.kept) == (("l3",), ("l4",))
    assert lost(system, "strike", "harvest")[-1] == "prices"


def test_an_event_takes_the_factor_and_the_claims_that_tell_of_it() -> None:
    system = chain()
    assert taken_named(system, "e2").factors == {factor_named(system, "empty shops")}
    assert lost(system, "e1") == lost(system, "stopped trains") == ["empty shops"]
    with pytest.raises(SettingsError, match=r"fits several events: e1 .*, e2 "):
        taken_named(system, "1912")
    with pytest.raises(SettingsError, match="the nearest: 'strike'"):
        taken_named(system, "strikes")


def test_a_claim_takes_its_link_only_where_no_other_says_it() -> None:
    system = drawn([(0, 1), (1, 2)])
    assert lost(system, "c1") == ["n1", "n2"]
    twice = Sketch("A feeds B. Truly A feeds B.")
    twice.claim("A feeds B", ("A", "A"), "+", ("B", "B"), "feeds")
    twice.claim("Truly A feeds B", ("A", "A"), "+", ("B", "B"), "feeds")
    assert lost(system_of(twice), "c1") == []
    assert lost(system_of(twice), "c1", "c2") == ["B"]


def test_a_loop_cannot_hold_itself_up_unless_it_is_a_beginning() -> None:
    fed = drawn([(0, 1), (1, 2), (2, 1), (2, 3)])
    assert lost(fed, "n0") == ["n1", "n2", "n3"]
    alone = drawn([(1, 2), (2, 1), (2, 3), (1, 4), (4, 1)])
    assert lost(alone, "n4") == []
    assert lost(alone, "n2") == ["n3"]
    assert lost(alone, "n2", "n4") == ["n1", "n3"]


@settings(max_examples=80, deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]), min_size=1)
)
def test_what_is_lost_is_what_the_factor_dominates(edges: set[tuple[int, int]]) -> None:
    rooted = edges | {(9, b) for b in range(8) if not any(end == b for _, end in edges)} | {(9, 0)}
    graph: nx.DiGraph[int] = nx.DiGraph(rooted)
    reached = nx.descendants(graph, 9) | {9}
    kept = sorted((a, b) for a, b in rooted if a in reached)
    tree = nx.immediate_dominators(nx.DiGraph(kept), 9)
    system = drawn(kept)
    for node in {a for a, _ in kept} - {9}:
        below = {n for n in tree if n not in {9, node} and node in up(tree, n)}
        assert set(lost(system, f"n{node}")) == {f"n{n}" for n in below}


def up(tree: dict[int, int | None], node: int) -> list[int]:
    line: list[int] = []
    above = tree.get(node)
    while above is not None and above != node:
        line.append(above)
        node, above = above, tree.get(above)
    return line


def test_the_command_tells_what_is_lost_with_the_sentences(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(publish(chain(), "json"))
    run = CliRunner().invoke(armillary, ["without", str(tmp_path / "m.json"), "the strike"])
    assert "  empty shops (1912-03)\n     lost c2 + “The stopped trains emptied shops”" in run.stdout
    assert "kept c4 + “A poor harvest raised prices”" in run.stdout
    rows = CliRunner().invoke(armillary, ["without", str(tmp_path / "m.json"), "f1", "--csv"]).stdout
    assert rows.splitlines()[1:] == [
        "f3,empty shops,0,1912-03,l2,",
        "f2,stopped trains,0,1912-05,l1,",
        "f4,prices,1,,l3,l4",
    ]
