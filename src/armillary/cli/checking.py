"""`armillary check`: what does not hold together, one line each, as linters print it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import documents, reading_options, settings_of, source_of

if TYPE_CHECKING:
    from armillary.settings import Settings

FOUND = 1


@click.command()
@documents
@click.option(
    "--select", metavar="CODES", default="", help="Only these checks, as S1,Q: codes or beginnings."
)
@click.option("--ignore", metavar="CODES", default="", help="All but these checks, as N3,T401.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something was found.")
@reading_options
@click.pass_context
def check(
    context: click.Context,
    /,
    files: tuple[str, ...],
    select: str,
    ignore: str,
    exit_zero: bool,  # noqa: FBT001  a flag
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

    codes = chosen(CHECKS, _listed(select), _listed(ignore))
    settings = settings_of(**how)
    failed, found = 0, 0
    for file in files:
        try:
            found += _check(file, settings, codes)
        except (SourceError, ModelFileError) as error:
            click.echo(f"armillary: {error}", err=True)
            failed = error.exit_code
    context.exit(failed or (FOUND if found and not exit_zero else 0))


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _check(file: str, settings: "Settings", codes: frozenset[str]) -> int:
    from armillary.pipeline import build, load

    known = Path(file).suffix == ".json"
    system = load(file) if known else build(source_of(file), settings=settings)
    problems = [problem for problem in system.problems if problem.code in codes]
    for problem in problems:
        line, column = problem.at.document.position(problem.at.start)
        name = problem.at.document.name if known else file
        click.echo(f"{name}:{line}:{column} {problem.code} {problem.message}")
    return len(problems)
