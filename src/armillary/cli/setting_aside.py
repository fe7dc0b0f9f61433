"""`armillary set-aside`: a finding is put away, with the reason."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import reading_options, settings_of
from armillary.cli.checking import outcome_of
from armillary.cli.telling import say

if TYPE_CHECKING:
    from armillary.outcome import Outcome
    from armillary.system import Problem

_PLACE = re.compile(r"(.+?):(\d+)(?::(\d+))?")


@click.command("set-aside")
@click.argument("place", metavar="FILE:LINE:COLUMN")
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--because", metavar="REASON", required=True, help="Why the finding is set aside.")
@reading_options
def set_aside(place: str, code: str | None, because: str, **how: str | bool | None) -> None:
    """Set a finding aside with a reason. PLACE is what `armillary check` prints before the code.

    \b
      armillary set-aside essay.txt:43:12 --because "The Julian calendar is meant."

    The entry stands in essay.txt.review.toml. It is known by its words: edits elsewhere do not touch it, and where
    its words are gone, `armillary check` says so.
    """
    from armillary import filing
    from armillary.check.setting_aside import entry_for
    from armillary.errors import SettingsError
    from armillary.holdings import Holdings

    parts = _PLACE.fullmatch(place)
    if parts is None:
        message = f"{place!r} is no place; write it as essay.txt:43:12, as `armillary check` prints it"
        raise SettingsError(message)
    if not because.strip():
        message = "the reason is empty; say in a few words why the finding is set aside"
        raise SettingsError(message)
    outcome = outcome_of(parts[1], settings_of(**how), Holdings())
    column = int(parts[3]) if parts[3] else None
    problem = _problem_at(outcome, int(parts[2]), column, code)
    path = filing.beside(Path(parts[1]))
    filing.put(path, entry_for(problem, because.strip()))
    say(f"  {path}: {problem.code} {problem.message}")


def _problem_at(outcome: "Outcome", line: int, column: int | None, code: str | None) -> "Problem":
    """The one finding at a place. Errors: `SettingsError` where there is none, or more than one."""
    from armillary.errors import SettingsError

    there = [
        problem
        for problem in outcome.problems
        if problem.at.document.position(problem.at.start)[0] == line
        and column in {None, problem.at.document.position(problem.at.start)[1]}
        and code in {None, problem.code, problem.code.lower()}
    ]
    if len(there) == 1:
        return there[0]
    at = f"{outcome.file}:{line}" + ("" if column is None else f":{column}")
    if there:
        codes = ", ".join(problem.code for problem in there)
        message = (
            f"several findings stand at {at}: {codes}; name the column, or the code after the place"
        )
    else:
        lines = sorted(
            {problem.at.document.position(problem.at.start)[0] for problem in outcome.problems}
        )
        near = min(lines, key=lambda other: abs(other - line), default=None)
        rest = (
            "nothing was found in this file"
            if near is None
            else f"the nearest finding is in line {near}"
        )
        message = f"no finding{' ' + code if code else ''} stands at {at}; {rest}"
    raise SettingsError(message)
