"""`armillary simulate` and `armillary why`: a model is pushed, and asked for the reasons."""

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import voices
from armillary.cli.dominating import carried
from armillary.errors import SettingsError

if TYPE_CHECKING:
    from armillary.run import Answer, Effect, Push, Run
    from armillary.system import System

MOST_SHOWN = 40
MOST_PATHS = 10
SIGNS = {"raises": "+", "lowers": "−", "unclear": "?"}
TOTALS = {
    "raises": "raises it, by every path",
    "lowers": "lowers it, by every path",
    "none": "has no path to it",
    "undetermined": "may raise or lower it: the paths do not agree, or a sign is unclear",
}


@click.command()
@click.argument("model", metavar="MODEL")
@click.option(
    "--push",
    "asked",
    multiple=True,
    metavar="FACTOR=WAY",
    help="Hold a factor: up or down. May be given several times.",
)
@voices
@click.option(
    "--rule",
    type=click.Choice(("kosko", "modified", "rescaled")),
    default="kosko",
    help="How the next state follows from the one before.",
)
@click.option(
    "--transfer",
    type=click.Choice(("sigmoid", "tanh", "bivalent", "trivalent")),
    default="sigmoid",
    help="What keeps a state within bounds.",
)
@click.option("--runs", default=1000, metavar="N", help="How many maps are drawn.")
@click.option("--seed", default=1, metavar="S", help="The same seed draws the same maps.")
@click.option("--loops", is_flag=True, help="Say which feedback loops carry what moves, too.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, with every factor.")
def simulate(  # noqa: PLR0913, PLR0917  one parameter for each option
    model: str,
    asked: tuple[str, ...],
    holder: str | None,
    without: str | None,
    rule: str,
    transfer: str,
    runs: int,
    seed: int,
    loops: bool,  # noqa: FBT001  a flag
    as_csv: bool,  # noqa: FBT001  a flag
) -> None:
    """Push factors of a MODEL up or down, and say what rises and falls if its claims hold.

    \b
      armillary simulate essay.json --push "rent cap=up"
      armillary simulate essay.json --push "fear=down" --holder "the author"

    Many maps are run, since the text leaves signs and sizes open. The answer is the share of them in
    which a factor rises or falls: a direction, not a size.
    """
    from armillary import pipeline
    from armillary.run import Rule, Transfer
    from armillary.simulate import claims_of

    system = pipeline.load(model)
    pushes = [_push(system, words) for words in asked]
    claims = claims_of(system, holder, without)
    made = pipeline.simulate(
        system,
        pushes,
        claims=claims,
        rule=Rule(rule),
        transfer=Transfer(transfer),
        members=runs,
        seed=seed,
    )
    if as_csv:
        _csv(system, made)
        return
    _told(system, made)
    if loops:
        for line in carried(system, made, claims):
            click.echo(line)


def _push(system: "System", words: str) -> "Push":
    from armillary.run import Push, Way
    from armillary.simulate import factor_named

    name, equals, way = words.rpartition("=")
    if not equals or way.strip().lower() not in {"up", "down"}:
        message = f'{words!r} is no push: write it as "factor=up" or "factor=down"'
        raise SettingsError(message)
    return Push(factor_named(system, name), Way(way.strip().lower()))


def _csv(system: "System", made: "Run") -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "factor", "rises", "falls", "stays", "least", "middle", "most"))
    for effect in made.effects:
        numbers = (effect.rises, effect.falls, effect.stays, effect.least, effect.middle, effect.most)
        label = _safe(system.factors[effect.factor].label)
        writer.writerow((effect.factor, label, *(f"{number:.6g}" for number in numbers)))


def _safe(label: str) -> str:
    """A label that no spreadsheet runs as a formula."""
    return f"'{label}" if label[:1] in "=+-@\t\r" else label


def _told(system: "System", made: "Run") -> None:
    for push in made.pushes:
        click.echo(f"{system.factors[push.factor].label} is held {push.way}.")
    moved = sorted(
        (effect for effect in made.effects if effect.stays < 1),
        key=lambda effect: (-max(effect.rises, effect.falls), -abs(effect.middle)),
    )
    if not moved:
        click.echo("Nothing else moves.")
    else:
        _table(system, moved[:MOST_SHOWN])
    if len(moved) > MOST_SHOWN:
        click.echo(f"{len(moved) - MOST_SHOWN} more factors move; --csv prints all.")
    click.echo(_in_words(made), err=True)


def _table(system: "System", moved: "list[Effect]") -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table("factor", "direction", "rises", "falls", "stays", box=SIMPLE, pad_edge=False)
    for effect in moved:
        shares = (effect.rises, effect.falls, effect.stays)
        grid.add_row(
            Text(system.factors[effect.factor].label),
            _direction(effect),
            *(f"{share:.0%}" for share in shares),
        )
    Console(width=None if sys.stdout.isatty() else 120, highlight=False).print(grid)


def _direction(effect: "Effect") -> str:
    share = {"rises": effect.rises, "falls": effect.falls, "stays": effect.stays}
    best = max(share, key=share.__getitem__)
    return best if share[best] > 0.5 else "open"  # noqa: PLR2004  more often than not


def _in_words(made: "Run") -> str:
    ends = made.endings
    came = f"{ends.steady} of {made.members} runs came to rest"
    came += f" by step {ends.last_step}" if ends.steady else ""
    came += (
        f", {ends.cycles} went round in a cycle (of up to {ends.longest_period} steps)"
        if ends.cycles
        else ""
    )
    came += f", {ends.neither} did neither" if ends.neither else ""
    only = (
        "Each run has one resting point: where it starts does not matter, only what is pushed."
        if made.certified
        else "It is not proved that each run has one resting point: another start might end elsewhere."
    )
    return "\n".join(
        ("Direction, not size: how often a factor moved, not how far.", *made.notes, f"{came}.", only)
    )


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("cause", metavar="A")
@click.argument("effect", metavar="B")
@click.option("--longest", default=6, metavar="N", help="Paths of at most so many links (6).")
@voices
def why(  # noqa: PLR0913, PLR0917  one parameter for each option
    model: str, cause: str, effect: str, longest: int, holder: str | None, without: str | None
) -> None:
    """Say why A bears on B in a MODEL: each path with its words, and what would have to be denied.

    \b
      armillary why essay.json "rent cap" "rents"
      armillary why essay.json "rent cap" "rents" --without "the minister"
    """
    from armillary.pipeline import load
    from armillary.simulate import claims_of, factor_named
    from armillary.simulate import why as answer_of

    if longest < 1:
        message = f"--longest is {longest}; it must be at least 1"
        raise SettingsError(message)
    system = load(model)
    claims = claims_of(system, holder, without)
    answer = answer_of(
        system, factor_named(system, cause), factor_named(system, effect), longest, claims
    )
    _explained(system, answer, longest, claims)


def _explained(system: "System", answer: "Answer", longest: int, claims: "Collection[str]") -> None:
    first, last = (system.factors[key].label for key in (answer.cause, answer.effect))
    if answer.cause == answer.effect:
        message = f"{first!r} is one factor, not two; its feedback loops: armillary show MODEL loops"
        raise SettingsError(message)
    click.echo(f"“{first}” → “{last}”: it {TOTALS[answer.total]} (up to {longest} links).")
    for path in answer.paths[:MOST_PATHS]:
        labels = " → ".join(system.factors[key].label for key in path.factors)
        click.echo(f"\n{SIGNS[path.sign]}  {labels}")
        for key in path.links:
            link = system.links[key]
            for claim in (row for row in link.raises + link.lowers + link.unclear if row in claims):
                click.echo(f"     {quoted(system, claim)}")
    if len(answer.paths) > MOST_PATHS:
        click.echo(f"\n{len(answer.paths) - MOST_PATHS} more paths are not shown.")
    if answer.cut_short:
        click.echo("The search was cut short: there are more paths. A smaller --longest is exact.")
    if answer.to_deny:
        click.echo(f"\nTo break every path, deny {len(answer.to_deny)}, and no fewer will do:")
        for claim in answer.to_deny:
            click.echo(f"     {quoted(system, claim)}")


def quoted(system: "System", key: str) -> str:
    """A claim on one line: id, sign, words, and who says it how."""
    claim = system.claims[key]
    words = " ".join(claim.at.words.split())
    return f"{key} {SIGNS[claim.sign]} “{words}” ({system.holder_name(claim.holder)}, {claim.modality})"
