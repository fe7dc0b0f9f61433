"""`armillary without`: something is taken away, and we are told what loses its stated cause."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import voices
from armillary.cli.chronicle import when
from armillary.cli.simulating import quoted
from armillary.cli.telling import count

if TYPE_CHECKING:
    from armillary.run import Absence, Loss
    from armillary.system import System

MOST_SHOWN = 40


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("what", metavar="WHAT...", nargs=-1, required=True)
@voices
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, with every row.")
def without(
    model: str,
    what: tuple[str, ...],
    holder: str | None,
    without: str | None,
    as_csv: bool,  # noqa: FBT001  a flag
) -> None:
    """Say what in a MODEL loses its stated cause WITHOUT something.

    \b
      armillary without essay.json "the rent cap"
      armillary without essay.json e12        an event; a claim by its id too

    In the order of the chronology, with the sentences. It says what the text would leave without a cause,
    not what would have been.
    """
    from functools import reduce
    from operator import or_

    from armillary.pipeline import load
    from armillary.simulate import claims_of, taken_named
    from armillary.simulate import without as absence_of

    system = load(model)
    taken = reduce(or_, (taken_named(system, words) for words in what))
    claims = claims_of(system, holder, without)
    made = absence_of(system, taken, claims)
    if as_csv:
        _csv(system, made)
        return
    for line in _told(system, made, sorted(taken.events, key=system.events.ids.index), claims):
        click.echo(line)


def _told(
    system: "System", made: "Absence", events: Iterable[str], claims: frozenset[str]
) -> Iterator[str]:
    gone = [f"“{system.factors[key].label}”" for key in made.factors]
    gone += [f"{key} “{_line(system.events[key].at.words)}”" for key in events if not made.factors]
    gone += [quoted(system, key) for key in made.claims]
    yield f"Without {'; '.join(gone)}"
    if not made.losses and not made.shaken:
        yield "nothing loses a stated cause: no claim has it as a cause."
    yield from _part(system, made.losses, "no stated cause left", claims)
    yield from _part(system, made.shaken, "a cause less, and another left", claims)
    if made.undated:
        yield ""
        yield f"{count(len(made.undated), 'event')} told by its distance from what is gone:"
        for key in made.undated[:MOST_SHOWN]:
            yield f"     {key} “{_line(system.events[key].at.words)}”"


def _part(
    system: "System", losses: "tuple[Loss, ...]", told: str, claims: frozenset[str]
) -> Iterator[str]:
    if not losses:
        return
    yield ""
    yield f"{count(len(losses), 'factor')} with {told}:"
    for loss in losses[:MOST_SHOWN]:
        day = _when(system, loss)
        yield ""
        yield f"  {system.factors[loss.factor].label}" + (f" ({day})" if day else "")
        for mark, keys in (("lost", loss.lost), ("kept", loss.kept)):
            for key in keys:
                link = system.links[key]
                for claim in (row for row in link.raises + link.lowers + link.unclear if row in claims):
                    yield f"     {mark} {quoted(system, claim)}"
    if len(losses) > MOST_SHOWN:
        yield f"{len(losses) - MOST_SHOWN} more are not shown; --csv prints all."


def _when(system: "System", loss: "Loss") -> str:
    moment = next((m for m in system.timeline if m.event == loss.event), None)
    return "" if moment is None else when(moment)


def _line(words: str) -> str:
    return " ".join(words.split())


def _csv(system: "System", made: "Absence") -> None:
    import csv

    from armillary.publish.tables import safe

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "factor", "causes left", "when", "lost", "kept"))
    for loss in made.losses + made.shaken:
        label, lost, kept = (
            system.factors[loss.factor].label, "; ".join(loss.lost), "; ".join(loss.kept),
        )  # fmt: skip
        writer.writerow((loss.factor, safe(label), len(loss.kept), _when(system, loss), lost, kept))
