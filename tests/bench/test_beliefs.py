import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.extract.causes.beliefs import Agreement, agreement_of, measured
from armillary.extract.causes.rules import rules
from marks.calibrating import OURS, Judged, fitted, shares
from marks.reliability import brier, drawing, table

PATTERNS = st.sampled_from([rule.name for rule in rules()])
ROWS = st.lists(
    st.builds(
        Judged,
        source=st.sampled_from([OURS, "CNC"]),
        document=st.sampled_from("abc"),
        patterns=st.lists(st.sampled_from(["because", "if"]), max_size=2, unique=True).map(tuple),
        agreement=st.sampled_from(Agreement),
        right=st.booleans(),
    ),
    max_size=40,
)


@given(st.lists(PATTERNS, min_size=1, max_size=3, unique=True), PATTERNS)
def test_one_more_witness_never_makes_us_less_sure(patterns: list[str], another: str) -> None:
    found_by = [f"rule:{name}" for name in patterns]
    sure = measured()
    assert sure.of(found_by) <= sure.of([*found_by, "tagger"])
    assert sure.of(["tagger"]) <= sure.of([*found_by, "tagger"])
    assert sure.of(found_by) <= sure.of([*found_by, f"rule:{another}"])
    assert sure.of(found_by) == sure.of([*found_by, "plugged:mine"])


@given(ROWS)
def test_so_it_is_whatever_was_counted(rows: list[Judged]) -> None:
    sure = fitted(rows)
    for name in ("because", "if", "never seen"):
        alone, both = sure.of([f"rule:{name}"]), sure.of([f"rule:{name}", "tagger"])
        assert 0 < alone <= both < 1
        assert sure.of(["tagger"]) <= both


def row(source: str, pattern: str, *, right: bool) -> Judged:
    return Judged(source, "d", (pattern,), Agreement.RULES, right)


def test_a_set_with_another_guide_does_not_lower_what_is_ours() -> None:
    """Nothing that a pattern finds counts as right in a set where nothing that rules find does."""
    ours = [row(OURS, "if", right=True)] * 8 + [row(OURS, "if", right=False)] * 2
    theirs = [row("CNC", "if", right=False)] * 50
    assert fitted(ours + theirs).share[Agreement.RULES] == fitted(ours).share[Agreement.RULES]
    assert fitted(ours + theirs).of(["rule:if"]) == pytest.approx(fitted(ours).of(["rule:if"]), abs=0.01)


def test_a_pattern_that_is_better_than_the_others_is_believed_more() -> None:
    rows = [row(OURS, "if", right=True)] * 30 + [row(OURS, "when", right=False)] * 10
    sure = fitted(rows)
    assert sure.of(["rule:if"]) > sure.of(["rule:unseen"]) > sure.of(["rule:when"])
    assert sure.of(["rule:unseen"]) == sure.share[Agreement.RULES]


def test_shares_are_smoothed_by_half_a_claim_on_each_side() -> None:
    assert shares([row(OURS, "if", right=True)])[OURS, Agreement.RULES] == pytest.approx(0.75)


def test_what_ships_was_measured_on_patterns_of_ours() -> None:
    assert set(measured().shift) & {rule.name for rule in rules()}
    assert all(0.3 < share < 0.99 for share in measured().share.values())


def test_who_agrees_is_told_by_the_names() -> None:
    assert agreement_of(["rule:if", "tagger"]) is Agreement.BOTH
    assert agreement_of(["plugged:mine", "rule:if"]) is Agreement.RULES
    assert agreement_of(["tagger"]) is Agreement.TAGGER


def test_reliability_is_told_in_bins_and_drawn() -> None:
    told = [(0.75, True)] * 3 + [(0.75, False)] + [(0.95, True)] * 2
    assert math.isclose(brier(told), (3 * 0.0625 + 0.5625 + 2 * 0.0025) / 6)
    assert "0.7 to 0.8       4   0.75   0.75" in table("set", told, 0.7)
    assert drawing({"set": told}).count("<circle") == 3
