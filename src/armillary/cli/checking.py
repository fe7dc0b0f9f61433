"""`armillary check`: what does not hold together, one line each, as linters print it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import check_settings_of, documents, reading_options, settings_of, source_of
from armillary.cli.telling import say

if TYPE_CHECKING:
    from armillary.held import Held
    from armillary.settings import Settings

FOUND = 1


@click.command()
@documents
@click.option("--select", metavar="CODES", help="Only these checks, as S1,Q: codes or beginnings.")
@click.option("--ignore", metavar="CODES", help="All but these checks, as N3,T401.")
@click.option(
    "--exit-zero", is_flag=True, default=None, help="Exit with 0 even where something was found."
)
@reading_options
@click.pass_context
def check(
    context: click.Context,
    /,
    files: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    exit_zero: bool | None,  # noqa: FBT001  a flag
    **how: str | bool | None,
) -> None:
    """Say what does not hold together in each FILE: a document, or a model (.json).

    \b
      essay.txt:43:12 S101 the contents promise "Our Missions", and no section has that title

    The exit code is 1 where something was found. Each code has a page in docs/checks/.
    """
    from armillary.check import CHECKS
    from armillary.check.choosing import chosen
    from armillary.errors import ModelFileError, SourceError
    from armillary.held import Held

    settings = check_settings_of(
        settings_of(**how), select=_listed(select), ignore=_listed(ignore), exit_zero=exit_zero
    )
    chosen(CHECKS, settings.check.select, settings.check.ignore)  # a wrong code is told before long work
    held = Held(tell=say)
    failed, found = 0, 0
    for file in files:
        try:
            found += _check(file, settings, held)
        except (SourceError, ModelFileError) as error:
            say(f"armillary: {error}")
            failed = error.exit_code
    context.exit(failed or (FOUND if found and not settings.check.exit_zero else 0))


def _listed(words: str | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(word.strip() for word in words.split(",") if word.strip())


def _check(file: str, settings: "Settings", held: "Held") -> int:
    from armillary.pipeline import build, checked, load

    known = Path(file).suffix == ".json"
    system = load(file) if known else build(source_of(file), settings=settings)
    problems = checked(system, settings, held).problems
    for problem in problems:
        line, column = problem.at.document.position(problem.at.start)
        name = problem.at.document.name if known else file
        click.echo(f"{name}:{line}:{column} {problem.code} {problem.message}")
    return len(problems)
