import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.errors import SettingsError
from armillary.run import Rule, Transfer
from armillary.simulate.fcm import (
    Net,
    Numbers,
    Places,
    check,
    net,
    one_resting_point,
    settle,
    step,
    transferred,
)

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))["vectors"]
NOTHING = np.array([], dtype=np.intp)


def made(size: int, weights: list[tuple[int, int, float]], rule: Rule) -> Net:
    causes, effects = (np.array([row[side] for row in weights], dtype=np.intp) for side in (0, 1))
    return net(size, causes, effects, np.array([[row[2]] for row in weights]).reshape(-1, 1), rule)


def held(vector: dict[str, Any]) -> tuple[Places, Numbers]:
    hold = vector.get("hold", {})
    return np.array([int(key) for key in hold], dtype=np.intp), np.array(
        [float(hold[key]) for key in hold]
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_each_step_is_the_one_worked_by_hand(vector: dict[str, Any]) -> None:
    rule, transfer = Rule(vector["rule"]), Transfer(vector["transfer"])
    of = made(len(vector["states"][0]), vector["weights"], rule)
    places, values = held(vector)
    for before, after in pairwise(vector["states"]):
        state = np.array(before, dtype=float)[:, None]
        centred = 2 * state - 1 if rule is Rule.RESCALED else state
        inflow = of.into(centred) + (0 if rule is Rule.KOSKO else centred)
        stepped = transferred(inflow, transfer)
        stepped[places] = values[:, None]
        assert stepped[:, 0] == pytest.approx(after, abs=1e-12)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_rest_and_cycles_are_told_apart(vector: dict[str, Any]) -> None:
    rule, transfer = Rule(vector["rule"]), Transfer(vector["transfer"])
    of = made(len(vector["states"][0]), vector["weights"], rule)
    start = np.array(vector["states"][0], dtype=float)[:, None]
    assert settle(of, rule, transfer, start, *held(vector)).period.tolist() == [vector["period"]]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-1, 1)), max_size=16),
    st.sampled_from([Rule.KOSKO, Rule.MODIFIED, Rule.RESCALED]),
    st.sampled_from([Transfer.SIGMOID, Transfer.TANH]),
)
def test_where_one_resting_point_is_proved_every_start_leads_there(
    size: int, rows: list[tuple[int, int, float]], rule: Rule, transfer: Transfer
) -> None:
    weights = {(a % size, b % size): weight for a, b, weight in rows}
    of = made(size, [(a, b, weight) for (a, b), weight in weights.items()], rule)
    if rule is Rule.RESCALED and transfer is Transfer.TANH:
        return
    dense = np.zeros((size, size))
    dense[of.causes, of.effects] = np.abs(of.weights[:, 0])
    dense += np.eye(size) * (rule is not Rule.KOSKO)
    norm = float(np.linalg.norm(dense, 2)) * (0.25 if transfer is Transfer.SIGMOID else 1.0)
    proved = one_resting_point(of, rule, transfer)
    assert not proved or norm * (2 if rule is Rule.RESCALED else 1) < 1
    if proved and norm < 0.9:
        many = net(size, of.causes, of.effects, np.repeat(of.weights, 20, axis=1), rule)
        start = np.random.default_rng(1).random((size, 20))
        level = settle(many, rule, transfer, start, NOTHING, np.array([])).level
        assert np.ptp(level, axis=1).max() < 1e-6


def test_a_map_of_small_weights_is_proved_and_one_of_large_ones_is_not() -> None:
    ring = [(0, 1, 1.0), (1, 0, 1.0)]
    assert one_resting_point(made(2, ring, Rule.KOSKO), Rule.KOSKO, Transfer.SIGMOID)
    assert not one_resting_point(made(2, ring, Rule.KOSKO), Rule.KOSKO, Transfer.TANH)
    assert not one_resting_point(made(2, ring, Rule.KOSKO), Rule.KOSKO, Transfer.BIVALENT)


def test_the_rescaled_rule_refuses_states_below_nothing() -> None:
    with pytest.raises(SettingsError, match="choose sigmoid"):
        check(Rule.RESCALED, Transfer.TANH)


@pytest.mark.parametrize(
    "recorded",
    json.loads((Path(__file__).parent / "fcmpy.json").read_text(encoding="utf-8")),
    ids=lambda row: f"{row['rule']} {row['transfer']}",
)
@pytest.mark.parametrize("members", [1, 3])
def test_every_state_is_that_of_fcmpy(recorded: dict[str, Any], members: int) -> None:
    """Recorded by `bench/simulate_fcmpy.py --record`; fcmpy holds every concept that has no cause."""
    rule, transfer, size = Rule(recorded["rule"]), Transfer(recorded["transfer"]), recorded["size"]
    causes, effects, weights = (np.array(recorded[side]) for side in ("causes", "effects", "weights"))
    of = net(size, causes, effects, np.repeat(weights[:, None], members, axis=1), rule)
    state = np.repeat(np.array(recorded["start"])[:, None], members, axis=1)
    places = np.setdiff1d(np.arange(size, dtype=np.intp), of.effects)
    values = state[places, 0]
    for told in recorded["states"]:
        assert np.abs(state - np.array(told)[:, None]).max() < 1e-9
        state = step(of, rule, transfer, state, places, values)


def test_the_order_of_one_member_changes_no_bit_of_a_sum() -> None:
    random = np.random.default_rng(1)
    causes, effects = random.integers(0, 40, 300), np.sort(random.integers(0, 40, 300))
    weights, state = random.uniform(-1, 1, (300, 1)), random.random((50, 1))
    of = net(50, causes, effects, weights, Rule.KOSKO)
    assert (np.diff(of.effects) < 0).sum() > 2  # round after round
    sums = np.bincount(effects, state[causes, 0] * weights[:, 0], 50)
    assert of.into(state)[:, 0].tolist() == sums.tolist()


@pytest.mark.parametrize("transfer", list(Transfer))
@pytest.mark.parametrize("members", [1, 2])
def test_a_map_without_arrows_rests(members: int, transfer: Transfer) -> None:
    of = net(2, NOTHING, NOTHING, np.empty((0, members)), Rule.KOSKO)
    ends = settle(of, Rule.KOSKO, transfer, np.full((2, members), 0.5), NOTHING, np.array([]))
    assert ends.period.tolist() == [1] * members
    assert (ends.level == transferred(np.zeros((2, members)), transfer)).all()
