"""Which loops carry what moves: *Loops That Matter* (Schoenberg, Davidsen and Eberlein 2020, Syst. Dyn. Rev. 36:158-190).

The map runs slowly here, dz/dt = f(u) - z with u the inflow of the rule: the run of `--to xmile` with a small step, with the same
resting points. While x moves by dx and the pace of z, f(u) - z, changes by dp:

    score of the link x → z     |d_x z / dp| · sign(w),   d_x z = f(u + w dx) - f(u), what x alone would have changed
    score of a loop             the product of the scores of its links
    share of the loop           its score, without sign, in the sum of those of all loops of its tangle

(The link to a stock by its flow as Schoenberg, Hayward and Eberlein 2023, Syst. Dyn. Rev. 39:140-151, mended it.) The run goes
from rest without the pushes to rest with them; a loop through a factor that is held has no score. Shares are averaged
over the steps in which something moves, for each member of the ensemble.
"""

from collections.abc import Collection, Sequence

import numpy as np

from armillary.errors import SettingsError
from armillary.run import Push, Rule, Share, Transfer
from armillary.simulate.ensemble import STILL, drawn, held
from armillary.simulate.fcm import POSITIVE, Net, Numbers, Places, inflow, net, settle, step, transferred
from armillary.system import System
from armillary.tangles import tangles
from armillary.weights import arrows

PACE = 0.125
"""The step of time. Halving it moves no share of the examples by more than 0.03."""
MOST_MOVES = 400
LEAST_MOVE = 1e-12
Ring = tuple[str, tuple[int, ...]]
"""A loop by its id, and the rows of its arrows."""


def dominance(  # noqa: PLR0913  the choices of a run
    system: System,
    pushes: Sequence[Push],
    *,
    claims: Collection[str] | None = None,
    rule: Rule = Rule.KOSKO,
    transfer: Transfer = Transfer.SIGMOID,
    members: int = 100,
    seed: int = 1,
) -> tuple[Share, ...]:
    """The loops that have a share, the largest first. Errors: `SettingsError` for steps that only jump."""
    if transfer not in {Transfer.SIGMOID, Transfer.TANH}:
        message = f"loops are scored by small moves, and {transfer} only jumps: choose sigmoid or tanh"
        raise SettingsError(message)
    counted = arrows(system, system.claims.ids if claims is None else claims)
    keys = system.factors.ids
    causes, effects = (
        np.array([getattr(arrow, side) for arrow in counted], dtype=np.intp)
        for side in ("cause", "effect")
    )
    random = np.random.Generator(np.random.Philox(key=seed))
    made = net(len(keys), causes, effects, drawn(counted, random, members), rule)
    row = {
        (keys[cause], keys[effect]): place
        for place, (cause, effect) in enumerate(zip(made.causes, made.effects, strict=True))
    }
    rings = _rings(system, row, {push.factor for push in pushes})
    if not rings:
        return ()
    homes = _homes(system, row, rings)
    shares = _shares(made, (rule, transfer), held(keys, pushes, transfer), rings, homes)
    raising = _raising(made, rings)
    found = [
        Share(key, float(of.min()), float(np.median(of)), float(of.max()), float(up.mean()))
        for (key, _), of, up in zip(rings, shares, raising, strict=True)
        if of.max() > 0
    ]
    return tuple(sorted(found, key=lambda share: -share.middle))


def _rings(system: System, row: dict[tuple[str, str], int], pushed: set[str]) -> list[Ring]:
    """The loops of which every link is there, and no factor is held."""
    ways = {
        key: tuple(zip(loop.factors, loop.factors[1:] + loop.factors[:1], strict=True))
        for key, loop in system.loops.items()
        if pushed.isdisjoint(loop.factors)
    }
    return [
        (key, tuple(row[pair] for pair in pairs))
        for key, pairs in ways.items()
        if all(pair in row for pair in pairs)
    ]


def _homes(system: System, row: dict[tuple[str, str], int], rings: list[Ring]) -> Places:
    """For each loop the number of its tangle."""
    graph: dict[str, list[tuple[str, str]]] = {}
    for cause, effect in row:
        graph.setdefault(cause, []).append((effect, ""))
    home = {node: number for number, part in enumerate(tangles(graph)) for node in part}
    return np.array([home[system.loops[key].factors[0]] for key, _ in rings], dtype=np.intp)


def _shares(
    of: Net,
    dynamics: tuple[Rule, Transfer],
    push: tuple[Places, Numbers],
    rings: list[Ring],
    homes: Places,
) -> Numbers:
    """For each loop and member its share, on the average of the steps in which a loop of its tangle moves."""
    rule, transfer = dynamics
    start = np.full((of.size, of.weights.shape[1]), 0.5 if transfer in POSITIVE else 0.0)
    nothing = np.array([], dtype=np.intp)
    before = settle(of, rule, transfer, start, nothing, np.array([])).level
    state = before.copy()
    state[push[0]] = push[1][:, None]
    total, moved = np.zeros((2, len(rings), of.weights.shape[1]))
    for _ in range(MOST_MOVES):
        scores = link_scores(of, rule, transfer, before, state)
        loops = np.array([np.abs(scores[list(ring)].prod(axis=0)) for _, ring in rings])
        sums = np.zeros((int(homes.max()) + 1, loops.shape[1]))
        np.add.at(sums, homes, loops)
        moves = step(of, rule, transfer, state, *push) - state
        widest = np.zeros_like(sums)
        np.maximum.at(
            widest, homes, [np.abs(moves[of.effects[list(ring)]]).max(axis=0) for _, ring in rings]
        )
        moving = (sums > 0)[homes] & (widest > STILL)[homes]
        total += np.divide(loops, sums[homes], out=np.zeros_like(loops), where=moving)
        moved += moving
        if np.abs(moves).max(initial=0.0) <= STILL:
            break
        before, state = state, state + PACE * moves
    return np.divide(total, moved, out=np.zeros_like(total), where=moved > 0)


def link_scores(of: Net, rule: Rule, transfer: Transfer, before: Numbers, state: Numbers) -> Numbers:
    """The score of each arrow in each member between two states; 0 where the pace of its effect does not change."""
    into = inflow(of, rule, before)
    aim = transferred(into, transfer)
    reach = 2.0 if rule is Rule.RESCALED else 1.0
    alone = transferred(into[of.effects] + reach * of.weights * (state - before)[of.causes], transfer)
    alone -= aim[of.effects]
    pace = transferred(inflow(of, rule, state), transfer) - state - (aim - before)
    change = np.abs(pace)[of.effects]
    size = np.divide(np.abs(alone), change, out=np.zeros_like(alone), where=change > LEAST_MOVE)
    return size * np.sign(of.weights)


def _raising(of: Net, rings: list[Ring]) -> list[np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    return [np.sign(of.weights[list(ring)]).prod(axis=0) > 0 for _, ring in rings]
