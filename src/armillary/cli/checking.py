"""`armillary check`: what does not hold together, one line each, as linters print it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import (
    STANDARD,
    check_settings_of,
    documents,
    reading_options,
    settings_of,
    source_of,
)
from armillary.cli.telling import count, say

if TYPE_CHECKING:
    from armillary.holdings import Holdings
    from armillary.outcome import Outcome
    from armillary.settings import Settings

FOUND = 1


@click.command()
@documents
@click.option("--select", metavar="CODES", help="Only these checks, as S1,Q: codes or beginnings.")
@click.option("--ignore", metavar="CODES", help="All but these checks, as N3,T401.")
@click.option(
    "--format", metavar="FORM", help="How findings are told: text (without it), json, sarif or html."
)
@click.option(
    "--sources",
    metavar="FOLDER",
    help="Hold quotations against the documents in this folder, in any format that is read.",
)
@click.option(
    "--exit-zero", is_flag=True, default=None, help="Exit with 0 even where something was found."
)
@reading_options
@click.pass_context
def check(  # noqa: PLR0913  one for each option
    context: click.Context,
    /,
    files: tuple[str, ...],
    *,
    select: str | None,
    ignore: str | None,
    format: str | None,  # noqa: A002  the name of the option
    sources: str | None,
    exit_zero: bool | None,
    **how: str | bool | None,
) -> None:
    """Say what does not hold together in each FILE: a document, or a model (.json).

    \b
      essay.txt:43:12 S101 the contents promise "Our Missions", and no section has that title

    The exit code is 1 where something was found. `armillary explain S101` tells what a check finds and when it
    is wrong; `armillary set-aside` puts a finding away, with your reason.
    """
    from armillary.errors import ModelFileError, SourceError
    from armillary.pipeline import gather
    from armillary.publish.outcomes import telling_named

    settings = check_settings_of(
        settings_of(**how),
        select=listed(select),
        ignore=listed(ignore),
        format=format,
        sources=sources,
        exit_zero=exit_zero,
    )
    refuse_unknown_codes(settings)
    telling = telling_named(settings.check.format)
    holdings = gather(settings)
    for line in holdings.library.skipped if holdings.library else ():
        say(f"armillary: passed over: {line}")
    failed, outcomes = 0, list["Outcome"]()
    for file in files:
        try:
            outcomes.append(outcome_of(file, settings, holdings))
        except (SourceError, ModelFileError) as error:
            say(f"armillary: {error}")
            failed = error.exit_code
    if outcomes:
        sys.stdout.buffer.write(telling.write(outcomes))
    _say_what_came(outcomes)
    found = any(outcome.problems for outcome in outcomes)
    context.exit(failed or (FOUND if found and not settings.check.exit_zero else 0))


def listed(words: str | None) -> tuple[str, ...] | None:
    """The parts of *S1, Q*; None for an option that was not given."""
    return None if words is None else tuple(word.strip() for word in words.split(",") if word.strip())


def refuse_unknown_codes(settings: "Settings") -> None:
    """Tell of a code that no check has before the long work starts."""
    from armillary.check import CHECKS
    from armillary.check.choosing import chosen

    chosen(CHECKS, settings.check.select, settings.check.ignore)


def outcome_of(file: str, settings: "Settings", holdings: "Holdings") -> "Outcome":
    """What came of checking a document, or a model that was built before."""
    from armillary.check.setting_aside import beside, load, parted
    from armillary.pipeline import build, checked
    from armillary.pipeline import load as load_model

    if Path(file).suffix == ".json":
        return parted(file, checked(load_model(file), settings, holdings), ())
    system = build(source_of(file), settings=settings, holdings=holdings)
    return parted(file, system, () if file == STANDARD else load(beside(Path(file))))


def _say_what_came(outcomes: "list[Outcome]") -> None:
    """What the person should know beside the findings: what was set aside, and what no longer belongs to any."""
    from armillary.check.setting_aside import beside

    for outcome in outcomes:
        for note in outcome.system.notes:
            say(note)
        for orphan in outcome.orphans:
            words = " ".join(orphan.aside.quote.split())[:60]
            say(f"{beside(Path(outcome.file))}: {orphan.aside.code} “{words}”: {orphan.why}")
    found = sum(len(outcome.problems) for outcome in outcomes)
    aside = sum(len(outcome.asides) for outcome in outcomes)
    if found or aside:
        more = "; `armillary explain CODE` tells of a check" if found else ""
        say(f"{count(found, 'finding')}, {aside} set aside{more}")
