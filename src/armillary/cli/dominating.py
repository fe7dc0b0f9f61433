"""The loops that carry what moves in a run, in words: the largest share first."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armillary.run import Run
    from armillary.system import System

MOST_SHOWN = 10
MOST_MEMBERS = 100
HALF = 0.5


def carried(system: "System", made: "Run", claims: Collection[str]) -> Iterator[str]:
    """Each loop that has a share in the run, with its range over the maps."""
    from armillary.simulate import dominance

    members = min(made.members, MOST_MEMBERS)
    shares = dominance(
        system,
        made.pushes,
        claims=claims,
        rule=made.rule,
        transfer=made.transfer,
        members=members,
        seed=made.seed,
    )
    if not shares:
        yield "No feedback loop carries it: none that is free to turn is reached."
        return
    yield f"Of what moves round feedback loops, each carries (median of {members} maps, least to most):"
    for share in shares[:MOST_SHOWN]:
        loop = system.loops[share.loop]
        labels = " → ".join(system.factors[key].label for key in (*loop.factors, loop.factors[0]))
        kind = "reinforcing" if share.reinforcing > HALF else "balancing"
        agreed = f"{kind} in {max(share.reinforcing, 1 - share.reinforcing):.0%}"
        yield f"  {share.middle:.0%} ({share.least:.0%} to {share.most:.0%})  {share.loop} {agreed}: {labels}"
    if len(shares) > MOST_SHOWN:
        yield f"  {len(shares) - MOST_SHOWN} loops more are not shown."
