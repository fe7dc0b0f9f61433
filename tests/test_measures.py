"""The measures of a map: against networkx on random maps, and against values worked out by hand."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build
from armillary.measures import Degree, Role, measured
from armillary.read import Bytes

NODES = [f"f{number}" for number in range(12)]
PAIRS = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda p: p[0] != p[1]))


@given(PAIRS)
def test_degrees_and_density_are_those_of_networkx(pairs: set[tuple[str, str]]) -> None:
    graph = nx.DiGraph(pairs)
    graph.add_nodes_from(NODES)
    found = measured(NODES, pairs)
    assert {key: degree.incoming for key, degree in found.degrees.items()} == dict(graph.in_degree())
    assert {key: degree.outgoing for key, degree in found.degrees.items()} == dict(graph.out_degree())
    assert {key: degree.centrality for key, degree in found.degrees.items()} == dict(graph.degree())
    assert found.density == pytest.approx(nx.density(graph), abs=1e-4)
    assert sum(found.roles.values()) == len(NODES)


def test_drivers_receivers_and_complexity_by_hand() -> None:
    """a and b drive c, which drives d, e and f; g is linked to nothing: 3 receivers for 2 drivers."""
    found = measured("abcdefg", [("a", "c"), ("b", "c"), ("c", "d"), ("c", "e"), ("c", "f")])
    assert found.degrees["c"] == Degree(2, 3)
    assert [found.degrees[key].role for key in "acdg"] == [
        Role.DRIVER,
        Role.ORDINARY,
        Role.RECEIVER,
        Role.ALONE,
    ]
    assert found.complexity == 1.5
    assert found.density == round(5 / 42, 4)


@pytest.mark.parametrize("size", [2, 5, 9])
def test_the_hierarchy_index_is_one_for_a_full_order_and_nought_for_a_ring(size: int) -> None:
    """MacDonald's bounds: out-degrees 0 to N-1 give 1, equal ones 0."""
    nodes = NODES[:size]
    order = [(one, other) for place, one in enumerate(nodes) for other in nodes[place + 1 :]]
    ring = [(one, nodes[(place + 1) % size]) for place, one in enumerate(nodes)]
    assert measured(nodes, order).hierarchy == 1
    assert measured(nodes, ring).hierarchy == 0


def test_a_map_of_one_factor_has_no_density() -> None:
    alone = measured(["a"], [])
    assert (alone.density, alone.hierarchy, alone.complexity) == (None, None, None)
    assert measured([], []).rows()[0] == ("factors", 0)


def test_a_link_that_every_claim_denies_is_no_link_of_the_map() -> None:
    text = "Drought caused hunger. Hunger led to unrest. Unrest did not cause drought."
    system = build(Bytes("a.txt", text.encode()))
    assert len(system.links) == 3
    assert dict(system.measures.rows())["links"] == 2
    roles = {row["label"]: row["role"] for row in system.rows("factors")}
    assert roles == {"Drought": "driver", "hunger": "ordinary", "unrest": "receiver"}
