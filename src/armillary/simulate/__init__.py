"""Simulate: run a system, and ask it for reasons.

`simulate` pushes factors and tells what rises, falls or stays; `why` tells the paths behind it; `without` takes something
away and tells what has no stated cause left.

What comes out is what the claims of a text imply, if all of them held: a direction, not a size.
"""

from collections.abc import Collection, Sequence

from armillary.errors import SettingsError
from armillary.run import Push, Rule, Run, Transfer
from armillary.simulate import ensemble
from armillary.simulate.balance import balance
from armillary.simulate.dominance import dominance
from armillary.simulate.matching import factor_named
from armillary.simulate.paths import why
from armillary.simulate.taken import Taken, taken_named
from armillary.simulate.whose import claims_of
from armillary.simulate.without import without
from armillary.system import System
from armillary.weights import arrows

__all__ = [
    "TRANSFERS",
    "Taken",
    "balance",
    "claims_of",
    "dominance",
    "factor_named",
    "simulate",
    "taken_named",
    "why",
    "without",
]

TRANSFERS = tuple(Transfer)
MOST_SEEDS = 2**53
"""As many as a browser can tell apart: the page draws the same maps for the same seed."""


def simulate(  # noqa: PLR0913  the choices of a run
    system: System,
    pushes: Sequence[Push],
    *,
    claims: Collection[str] | None = None,
    rule: Rule = Rule.KOSKO,
    transfer: Transfer = Transfer.SIGMOID,
    members: int = 1000,
    seed: int = 1,
) -> Run:
    """What the pushes bring about, as an ensemble of `members`. `claims`: ids of those that count, else all.

    Errors: `SettingsError` for a push on a factor that is not there, two pushes on one, or no member.
    """
    if members < 1:
        message = f"{members} runs are none: ask for at least 1"
        raise SettingsError(message)
    if not 0 <= seed < MOST_SEEDS:
        message = f"the seed is {seed}; it must be at least 0 and below {MOST_SEEDS:,}"
        raise SettingsError(message)
    _check(system, pushes)
    counted = arrows(system, system.claims.ids if claims is None else claims)
    return ensemble.run(
        system.factors.ids, counted, pushes, rule=rule, transfer=transfer, members=members, seed=seed
    )


def _check(system: System, pushes: Sequence[Push]) -> None:
    seen: dict[str, Push] = {}
    for push in pushes:
        if push.factor not in system.factors:
            message = f"no factor has the id {push.factor!r}; see armillary show MODEL factors"
            raise SettingsError(message)
        if push.factor in seen:
            label = system.factors[push.factor].label
            first = seen[push.factor].way
            message = f"{label!r} is pushed twice, {first} and {push.way}: leave one of them out"
            raise SettingsError(message)
        seen[push.factor] = push
    if not pushes:
        message = 'nothing is pushed: say --push "factor=up" or --push "factor=down"'
        raise SettingsError(message)
