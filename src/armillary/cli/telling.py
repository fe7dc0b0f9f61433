"""What the commands tell the person: one line each, on standard error, and a bar where it is long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from armillary.system import System

STAGES = ("read", "annotate", "extract", "assemble")


def say(line: str) -> None:
    """A line for the person, never part of the result."""
    click.echo(line, err=True)


def summary(system: "System") -> str:
    """What was found, in one line."""
    holders = len({system.holder_name(claim.holder) for claim in system.claims})
    dated = sum(event.time is not None for event in system.events)
    names = ", ".join(document.name for document in system.documents)
    return (
        f"{names}: {count(len(system.claims), 'claim')} by {count(holders, 'holder')}, "
        f"{count(len(system.loops), 'loop')}, {count(dated, 'dated event')}, "
        f"{count(len(system.problems), 'problem')}"
    )


def say_notes(system: "System") -> None:
    """Say what was left out of a whole document: of the notes, those that begin with its name."""
    names = tuple(f"{document.name} is in " for document in system.documents)
    for note in system.notes:
        if note.startswith(names):
            say(note)


def count(number: int, thing: str) -> str:
    """A number of things: *1 claim*, *2 claims*."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


@contextmanager
def road(documents: int) -> Iterator[Callable[[str, str, float], None]]:
    """A function that is told how far a stage is. On a terminal it moves a bar; elsewhere it does nothing."""
    if not sys.stderr.isatty():
        yield lambda _, __, ___: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=documents * len(STAGES))
        begun = -1

        def tell(name: str, stage: str, share: float) -> None:
            nonlocal begun
            begun += stage == STAGES[0] and share == 0.0
            done = max(begun, 0) * len(STAGES) + STAGES.index(stage) + share
            bar.update(task, completed=done, description=f"{stage} {name}")

        yield tell
