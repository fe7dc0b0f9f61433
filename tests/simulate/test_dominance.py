"""Scores of loops, held to numbers worked by hand."""

import numpy as np
import pytest

from armillary.errors import SettingsError
from armillary.run import Push, Rule, Transfer, Way
from armillary.simulate import dominance, factor_named
from armillary.simulate.dominance import link_scores
from armillary.simulate.fcm import net
from armillary.system import Polarity, System
from samples.sketch import Sketch, system_of


def test_the_score_of_a_link_is_its_part_of_the_move() -> None:
    """z = tanh(0.5 x - 0.25 y): x from 0 to 1 and y from 0 to 1 move z from 0 to tanh 0.25 = 0.244919.

    Alone, x would move it to tanh 0.5 = 0.462117 and y to tanh -0.25 = -0.244919: scores of 1.886819 and -1.
    """
    of = net(3, np.array([0, 1]), np.array([2, 2]), np.array([[0.5], [-0.25]]), Rule.KOSKO)
    before, state = np.array([[0.0], [0.0], [0.0]]), np.array([[1.0], [1.0], [0.0]])
    scores = link_scores(of, Rule.KOSKO, Transfer.TANH, before, state)
    assert scores[:, 0] == pytest.approx([1.886819, -1.0], abs=1e-6)


def test_what_slows_of_itself_is_no_part_of_the_score() -> None:
    """z has moved from 0 to 0.1 by itself: its pace changes by 0.244919 - 0.1 = 0.144919, so the scores grow."""
    of = net(3, np.array([0, 1]), np.array([2, 2]), np.array([[0.5], [-0.25]]), Rule.KOSKO)
    before, state = np.array([[0.0], [0.0], [0.0]]), np.array([[1.0], [1.0], [0.1]])
    scores = link_scores(of, Rule.KOSKO, Transfer.TANH, before, state)
    assert scores[:, 0] == pytest.approx([3.188804, -1.690045], abs=1e-5)


def rings() -> System:
    """A push reaches two loops that share a factor; one says its links twice, the other once."""
    it = Sketch(
        "P moves A. A moves B. B moves A. A surely moves B. B surely moves A. A lowers C. C moves A."
    )
    it.claim("P moves A", ("P", "push"), "+", ("A", "aaa"), "moves")
    for words in ("A moves B", "A surely moves B"):
        it.claim(words, ("A", "aaa"), "+", ("B", "bbb"), "moves")
    for words in ("B moves A", "B surely moves A"):
        it.claim(words, ("B", "bbb"), "+", ("A", "aaa"), "moves")
    it.claim("A lowers C", ("A", "aaa"), "-", ("C", "ccc"), "lowers")
    it.claim("C moves A", ("C", "ccc"), "+", ("A", "aaa"), "moves")
    both = [(("aaa", "bbb"), Polarity.REINFORCING), (("aaa", "ccc"), Polarity.BALANCING)]
    return system_of(it, loops=both)


def test_the_loop_with_more_behind_it_carries_more_and_shares_sum_to_one() -> None:
    system = rings()
    pushes = [Push(factor_named(system, "push"), Way.UP)]
    first, second = dominance(system, pushes)
    assert (first.loop, first.reinforcing, second.loop, second.reinforcing) == ("o1", 1.0, "o2", 0.0)
    assert first.middle > second.middle > 0
    assert first.middle + second.middle == pytest.approx(1, abs=0.05)
    assert dominance(system, pushes) == (first, second)


def test_a_loop_through_a_held_factor_or_one_that_nothing_reaches_has_no_share() -> None:
    system = rings()
    assert dominance(system, [Push(factor_named(system, "aaa"), Way.UP)]) == ()
    (only,) = dominance(system, [Push(factor_named(system, "ccc"), Way.UP)])
    assert only.loop == "o1"
    assert only.middle == pytest.approx(1)
    with pytest.raises(SettingsError, match="choose sigmoid or tanh"):
        dominance(system, [Push("f1", Way.UP)], transfer=Transfer.BIVALENT)
