"""`armillary balance`: on which pairs of factors the paths of a map agree, and where they pull both ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import voices
from armillary.cli.simulating import SIGNS, quoted
from armillary.cli.telling import count

if TYPE_CHECKING:
    from armillary.run import Balance, Clash, Path
    from armillary.system import System

MOST_SHOWN = 10
BALANCED = {
    True: "The map is balanced: on every pair all paths agree.",
    False: "The map is not balanced.",
    None: "Whether the map is balanced is not known: no pair clashes, and not every sign is clear.",
}


@click.command()
@click.argument("model", metavar="MODEL")
@voices
def balance(model: str, holder: str | None, without: str | None) -> None:
    """Say whether a MODEL pulls one way, and which factors it both raises and lowers.

    \b
      armillary balance essay.json
      armillary balance essay.json --holder "the author"

    With a path of each sign and its sentences (Axelrod 1976).
    """
    from armillary.pipeline import load
    from armillary.simulate import balance as balance_of
    from armillary.simulate import claims_of

    system = load(model)
    claims = claims_of(system, holder, without)
    for line in _told(system, balance_of(system, claims), claims):
        click.echo(line)


def _told(system: "System", made: "Balance", claims: frozenset[str]) -> Iterator[str]:
    pairs = made.raises + made.lowers + made.unclear + len(made.clashes)
    yield (
        f"{count(pairs, 'pair')} of factors with a path between them: {made.raises} raised by every path, "
        f"{made.lowers} lowered, {len(made.clashes)} both, {made.unclear} not clear."
    )
    yield BALANCED[made.balanced]
    if made.cut_short:
        yield "The search was cut short: of some pairs it is not known, or there are more."
    for clash in made.clashes[:MOST_SHOWN]:
        yield from _clash(system, clash, claims)
    if len(made.clashes) > MOST_SHOWN:
        yield f"\n{len(made.clashes) - MOST_SHOWN} more pairs are not shown; ask for one with armillary why."


def _clash(system: "System", clash: "Clash", claims: frozenset[str]) -> Iterator[str]:
    first, last = (system.factors[key].label for key in (clash.cause, clash.effect))
    yield f"\n“{first}” both raises and lowers “{last}”:"
    yield from _path(system, clash.raising, claims)
    yield from _path(system, clash.lowering, claims)


def _path(system: "System", path: "Path", claims: frozenset[str]) -> Iterator[str]:
    yield f"  {SIGNS[path.sign]}  {' → '.join(system.factors[key].label for key in path.factors)}"
    for key in path.links:
        link = system.links[key]
        for claim in (row for row in link.raises + link.lowers + link.unclear if row in claims):
            yield f"     {quoted(system, claim)}"
