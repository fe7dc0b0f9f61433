"""An ensemble: the same pushes on many maps that differ in what the text leaves open.

Each member draws, for each arrow, whether it is there, its sign where claims disagree or none says, and
its size between half and one and a half times the rule's (at most 1). The draws are seeded, by a generator
that counts its numbers, so that the page draws the very same maps (`ui/src/simulate/draws.ts`).
"""

from collections.abc import Sequence

import numpy as np

from armillary.run import Effect, Endings, Push, Rule, Run, Transfer, Way
from armillary.simulate.fcm import POSITIVE, Ends, Numbers, check, net, one_resting_point, settle
from armillary.weights import Arrow

STILL = 1e-6
"""A difference no larger than this counts as *stays*: far above the error of the end (`fcm.NEAR`)."""
SPREAD = 0.5
MOST_NUMBERS = 4_000_000
"""Members are run in batches of at most so many weights, so that memory stays small."""


def run(  # noqa: PLR0913  the map and the choices of a run
    factors: Sequence[str],
    arrows: Sequence[Arrow],
    pushes: Sequence[Push],
    *,
    rule: Rule,
    transfer: Transfer,
    members: int,
    seed: int,
) -> Run:
    """Run all members with the pushes and without them. The difference of their ends is the effect."""
    check(rule, transfer)
    random = np.random.Generator(np.random.Philox(key=seed))
    batch = max(1, min(members, MOST_NUMBERS // max(len(arrows), len(factors), 1)))
    parts = [
        _batch(len(factors), arrows, held(factors, pushes, transfer), (rule, transfer), (random, size))
        for size in [batch] * (members // batch) + [members % batch] * (members % batch > 0)
    ]
    change = np.concatenate([part[0] for part in parts], axis=1)
    ends = [end for part in parts for end in part[1]]
    effects = _effects(factors, change, {push.factor for push in pushes})
    certified = all(part[2] for part in parts)
    return Run(
        tuple(pushes), rule, transfer, members, seed, effects, _endings(ends), certified, _notes(arrows)
    )


def held(
    factors: Sequence[str], pushes: Sequence[Push], transfer: Transfer
) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], Numbers]:
    """The places of the factors that are pushed, and where each is held."""
    place = {key: number for number, key in enumerate(factors)}
    low = 0.0 if transfer in POSITIVE else -1.0
    places = np.array([place[push.factor] for push in pushes], dtype=np.intp)
    return places, np.array([1.0 if push.way is Way.UP else low for push in pushes])


def _batch(
    size: int,
    arrows: Sequence[Arrow],
    push: tuple[np.ndarray[tuple[int], np.dtype[np.intp]], Numbers],
    dynamics: tuple[Rule, Transfer],
    draw: tuple[np.random.Generator, int],
) -> tuple[Numbers, tuple[Ends, Ends], bool]:
    """The change of each factor in each member, both ends, and whether there is one resting point."""
    rule, transfer = dynamics
    random, members = draw
    causes = np.array([arrow.cause for arrow in arrows], dtype=np.intp)
    effects = np.array([arrow.effect for arrow in arrows], dtype=np.intp)
    made = net(size, causes, effects, drawn(arrows, random, members), rule)
    start = np.full((size, members), 0.5 if transfer in POSITIVE else 0.0)
    nothing = np.array([], dtype=np.intp)
    before = settle(made, rule, transfer, start, nothing, np.array([]))
    after = settle(made, rule, transfer, start, *push)
    return after.level - before.level, (before, after), one_resting_point(made, rule, transfer)


def drawn(arrows: Sequence[Arrow], random: np.random.Generator, members: int) -> Numbers:
    """A weight for each arrow and member; 0 where the arrow is not there."""
    size = np.array([[arrow.size] for arrow in arrows]).reshape(-1, 1)
    raising = np.array([[arrow.raising] for arrow in arrows]).reshape(-1, 1)
    present = np.array([[arrow.present] for arrow in arrows]).reshape(-1, 1)
    shape = (len(arrows), members)
    weights = size * random.uniform(1 - SPREAD, 1 + SPREAD, shape)
    np.minimum(weights, 1.0, out=weights)
    weights[random.random(shape) >= raising] *= -1
    weights[random.random(shape) >= present] = 0.0
    return weights


def _effects(factors: Sequence[str], change: Numbers, pushed: set[str]) -> tuple[Effect, ...]:
    """What the members together say of each factor that is not pushed."""
    columns = (
        (change > STILL).mean(axis=1),
        (change < -STILL).mean(axis=1),
        (np.abs(change) <= STILL).mean(axis=1),
        change.min(axis=1),
        np.median(change, axis=1),
        change.max(axis=1),
    )
    rows = zip(factors, *(column.tolist() for column in columns), strict=True)
    return tuple(Effect(*row) for row in rows if row[0] not in pushed)


def _endings(ends: Sequence[Ends]) -> Endings:
    """Of each member the worse of its two ends. `ends` alternate: without the pushes, with them."""
    pairs = list(zip(ends[::2], ends[1::2], strict=True))
    lost = np.concatenate([(one.period == 0) | (two.period == 0) for one, two in pairs])
    longest = np.concatenate([np.maximum(one.period, two.period) for one, two in pairs])
    steps = np.concatenate([np.maximum(one.step, two.step) for one, two in pairs])
    cycles = ~lost & (longest > 1)
    steady = ~lost & (longest == 1)
    return Endings(
        int(steady.sum()),
        int(cycles.sum()),
        int(lost.sum()),
        int(steps[steady].max(initial=0)),
        int(longest[cycles].max(initial=0)),
    )


def _notes(arrows: Sequence[Arrow]) -> tuple[str, ...]:
    if not arrows:
        return ("these claims give no link that can be run: a push moves nothing but itself",)
    open_signs = sum(0 < arrow.raising < 1 for arrow in arrows)
    doubtful = sum(arrow.present < 1 for arrow in arrows)
    told = (
        f"{len(arrows)} links; drawn anew in each run: every size, the sign of {open_signs}, "
        f"and whether {doubtful} are there"
    )
    return (told,)
