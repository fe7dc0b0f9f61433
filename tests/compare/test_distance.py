"""The distances of two maps hold what their papers promise."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.compare.distance import (
    COMMON_ALONE,
    STRONGEST,
    Chart,
    Weighing,
    langfield_smith_wirth,
    ratio,
)

NAMES = "abcdef"


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    factors = draw(st.sets(st.sampled_from(NAMES)))
    pairs = list(permutations(sorted(factors), 2))
    weights = {pair: draw(st.sampled_from((-3.0, -1.0, 0.0, 2.0, 3.0))) for pair in pairs}
    return Chart(frozenset(factors), {pair: weight for pair, weight in weights.items() if weight})


def complete(names: str, weight: float) -> Chart:
    return Chart(frozenset(names), dict.fromkeys(permutations(names, 2), weight))


@given(charts(), charts())
def test_markoczy_and_goldberg_hold_langfield_smith_and_wirth_as_one_case(
    one: Chart, other: Chart
) -> None:
    assert ratio(one, other, Weighing()) == langfield_smith_wirth(one, other)


@given(charts(), charts(), st.sampled_from((0, 1, 2)), st.sampled_from((0.0, 1.0)))
def test_the_distance_is_the_same_both_ways_and_within_bounds(
    one: Chart, other: Chart, unique: int, opposite: float
) -> None:
    how = Weighing(unique=unique, opposite=opposite)
    there, back = ratio(one, other, how), ratio(other, one, how)
    assert there == (None if back is None else pytest.approx(back))
    assert there is None or 0 <= there <= 1


@given(charts())
def test_equal_maps_are_at_no_distance(one: Chart) -> None:
    assert ratio(one, one) in {0.0, None}


@pytest.mark.parametrize("how", [Weighing(), COMMON_ALONE, Weighing(opposite=2.0)])
def test_maps_that_are_opposite_everywhere_are_at_distance_one(how: Weighing) -> None:
    assert ratio(complete("abc", STRONGEST), complete("abc", -STRONGEST), how) == 1.0


def test_a_worked_case() -> None:
    """Two common factors, one apart: the flip costs 6, the lone link 1, of 12 + 4 that are possible."""
    one = Chart(frozenset("ab"), {("a", "b"): 3.0})
    other = Chart(frozenset("abc"), {("a", "b"): -3.0, ("b", "c"): 3.0})
    assert langfield_smith_wirth(one, other) == pytest.approx(7 / (6 * 4 + 2 * 2 + 1 - (12 + 1)))
    assert ratio(one, other, COMMON_ALONE) == pytest.approx(6 / 12)


def test_maps_without_a_common_factor_have_no_distance_over_common_ones() -> None:
    assert ratio(complete("ab", 3.0), complete("cd", 3.0), COMMON_ALONE) is None
