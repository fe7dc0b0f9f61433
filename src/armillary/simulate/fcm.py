"""Fuzzy cognitive maps: many members of an ensemble at once, on the same arrows with weights of their own.

With w[j, i] the influence of j on i, and f the transfer:

    Kosko      A_i(t+1) = f(sum_j w[j, i] A_j)                           Kosko 1986
    modified   A_i(t+1) = f(A_i + sum_{j != i} w[j, i] A_j)              Stylios and Groumpos 2004
    rescaled   A_i(t+1) = f(2A_i - 1 + sum_{j != i} w[j, i] (2A_j - 1))  Papageorgiou 2011

Sigmoid and bivalent states lie in [0, 1], trivalent and tanh ones in [-1, 1]; the slope is 1.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from armillary.errors import SettingsError
from armillary.run import Rule, Transfer

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

NEAR = 1e-9
"""Two states this near in every factor are one. Small, since an effect shrinks eightfold a step."""
MOST_STEPS = 300
LONGEST_PERIOD = 64
POSITIVE = frozenset({Transfer.SIGMOID, Transfer.BIVALENT})
_SLOPE = {Transfer.SIGMOID: 0.25, Transfer.TANH: 1.0}


@dataclass(frozen=True, slots=True)
class Net:
    """Arrows between `size` factors, as `net` orders them. `weights` has a row an arrow, a column a member.

    `first` are the places of each effect's first arrow, where the arrows are sorted by effect; they are worked
    out where they are not given.
    """

    size: int
    causes: Places
    effects: Places
    weights: Numbers
    first: Places = field(default_factory=lambda: np.array([-1], dtype=np.intp))

    def __post_init__(self) -> None:
        """Find the borders between effects, once for all steps."""
        if len(self.first) == 1 and self.first[0] < 0:
            object.__setattr__(self, "first", np.flatnonzero(np.diff(self.effects, prepend=-1)))

    def into(self, states: Numbers) -> Numbers:
        """What flows into each factor: a product by columns, summed over the arrows of each effect."""
        if states.shape[1] == 1:
            flow = states[:, 0].take(self.causes)
            flow *= self.weights[:, 0]
            sums = np.bincount(self.effects, flow, self.size)
            return sums.astype(np.float64, copy=False)[:, None]  # without arrows they are whole numbers
        flows = states.take(self.causes, axis=0)
        flows *= self.weights
        many = np.zeros_like(states)
        if len(self.causes):
            many[self.effects[self.first]] = np.add.reduceat(flows, self.first, axis=0)
        return many

    def members(self, which: Places) -> "Net":
        """The same arrows for some members."""
        return Net(self.size, self.causes, self.effects, self.weights[:, which], self.first)


@dataclass(frozen=True, slots=True)
class Ends:
    """Where each member ended: `level` a factor and member (the mean over its cycle, or over the last steps).

    `period`: 1 at rest, 2 and more in a cycle, 0 for neither. `step`: the first of the states that repeat
    which was seen.
    """

    level: Numbers
    period: Places
    step: Places


def net(size: int, causes: Places, effects: Places, weights: Numbers, rule: Rule) -> Net:
    """The net of these arrows. All rules but Kosko's leave out arrows from a factor to itself.

    Many members have their arrows sorted by effect. One member has the first arrow of each effect, then the second
    of each, and so on: the sums are the same to the last bit, and none waits for the one before it.
    """
    order = np.argsort(effects, kind="stable")
    if rule is not Rule.KOSKO:
        order = order[causes[order] != effects[order]]
    if weights.shape[1] == 1:
        ends = effects[order]
        order = order[np.argsort(np.arange(len(ends)) - np.searchsorted(ends, ends), kind="stable")]
    return Net(size, causes[order], effects[order], weights[order])


def settle(  # noqa: PLR0913, PLR0917  the map, its dynamics, the start and what is held
    of: Net, rule: Rule, transfer: Transfer, start: Numbers, held: Places, at: Numbers
) -> Ends:
    """Step until each member rests. `held` are factors that stay `at` their values. `start` is not changed."""
    check(rule, transfer)
    state = start.copy()
    state[held] = at[:, None]
    members = state.shape[1]
    step_of = np.zeros(members, dtype=np.intp)
    active = np.arange(members, dtype=np.intp)
    level, inner = state.copy(), of
    for number in range(1, MOST_STEPS + 1):
        after = step(inner, rule, transfer, state, held, at)
        resting = np.abs(after - state).max(axis=0, initial=0.0) <= NEAR
        state = after
        if resting.any():
            level[:, active[resting]] = after[:, resting]
            step_of[active[resting]] = number
            active, state = active[~resting], np.ascontiguousarray(after[:, ~resting])
            inner = inner.members(np.flatnonzero(~resting))
        if not len(active):
            break
    period = np.ones(members, dtype=np.intp)
    if len(active):
        level[:, active], period[active] = _cycles(inner, rule, transfer, state, held, at)
        step_of[active] = MOST_STEPS
    return Ends(level, period, step_of)


def _cycles(  # noqa: PLR0913, PLR0917  as for settle
    of: Net, rule: Rule, transfer: Transfer, first: Numbers, held: Places, at: Numbers
) -> tuple[Numbers, Places]:
    """The mean level and the period of members that do not rest; 0 where no period is short enough."""
    total, level = np.zeros_like(first), np.zeros_like(first)
    period = np.zeros(first.shape[1], dtype=np.intp)
    state = first
    for length in range(1, LONGEST_PERIOD + 1):
        total += state
        state = step(of, rule, transfer, state, held, at)
        back = (np.abs(state - first).max(axis=0, initial=0.0) <= NEAR) & (period == 0)
        period[back] = length
        level[:, back] = total[:, back] / length
    level[:, period == 0] = total[:, period == 0] / LONGEST_PERIOD
    return level, period


def step(  # noqa: PLR0913, PLR0917  as for settle
    of: Net, rule: Rule, transfer: Transfer, state: Numbers, held: Places, at: Numbers
) -> Numbers:
    """The next state of each member."""
    into = inflow(of, rule, state)
    after = transferred(into, transfer, out=into)
    if after.shape[1] == 1:
        after[:, 0][held] = at
    elif len(held):
        after[held] = at[:, None]
    return after


def inflow(of: Net, rule: Rule, state: Numbers) -> Numbers:
    """What the rule puts into the transfer."""
    match rule:
        case Rule.KOSKO:
            return of.into(state)
        case Rule.MODIFIED:
            return state + of.into(state)
        case Rule.RESCALED:
            centred = 2 * state - 1
            return centred + of.into(centred)


def transferred(into: Numbers, transfer: Transfer, out: Numbers | None = None) -> Numbers:
    """The transfer of each number (Tsadiras 2008). `out`: where to put it, else a new array."""
    match transfer:
        case Transfer.SIGMOID:
            half = np.multiply(
                into, 0.5, out=out
            )  # half and half tanh of half: 1/(1+e^-x), without overflow
            np.tanh(half, out=half)
            half *= 0.5
            half += 0.5
            return half
        case Transfer.BIVALENT:
            return np.greater(into, 0, out=np.empty_like(into) if out is None else out)
        case Transfer.TRIVALENT:
            return np.sign(into, out=out)
        case Transfer.TANH:
            return np.tanh(into, out=out)


def check(rule: Rule, transfer: Transfer) -> None:
    """Refuse a transfer whose states the rule does not take."""
    if rule is Rule.RESCALED and transfer not in POSITIVE:
        message = (
            f"the rescaled rule takes states from 0 to 1: choose sigmoid or bivalent, not {transfer}"
        )
        raise SettingsError(message)


def one_resting_point(of: Net, rule: Rule, transfer: Transfer) -> bool:
    """Whether it is proved that each member has one resting point, to which every start leads.

    A step whose Lipschitz constant is below 1 is a contraction (Banach): slope times the spectral norm
    of W + gI, g = 0 for Kosko and 1 else, twice that for the rescaled rule. Held factors only take rows
    away. One norm serves all members: that of the largest sizes, since the norm of a matrix is at most
    that of any matrix whose entries are as large as the absolute values (Perron and Frobenius). False
    means *not proved*: for bivalent and trivalent steps always.
    """
    if transfer not in _SLOPE:
        return False
    sizes = np.abs(of.weights).max(axis=1, initial=0.0)[:, None]
    bound = _norm_at_most(Net(of.size, of.causes, of.effects, sizes), 0.0 if rule is Rule.KOSKO else 1.0)
    return _SLOPE[transfer] * bound * (2 if rule is Rule.RESCALED else 1) < 1


def _norm_at_most(of: Net, own: float, rounds: int = 60) -> float:
    """An upper bound of the spectral norm of a non-negative matrix plus `own` times the identity.

    For B = M'M and any positive x, max (Bx)_i / x_i is never below the largest eigenvalue of B (Collatz
    1942, Wielandt 1950); a power iteration brings it down. The small shift keeps x positive.
    """
    back = np.argsort(of.causes, kind="stable")
    turned = Net(of.size, of.effects[back], of.causes[back], of.weights[back])
    x, shift, best = np.ones((of.size, 1)), 1e-3, np.inf
    for _ in range(rounds):
        there = of.into(x) + own * x
        after = turned.into(there) + own * there + shift * x
        best = min(best, float((after / x).max(initial=0.0)))
        x = after / after.max(initial=shift) + 1e-12
    return float(np.sqrt(max(best, 0.0)))
