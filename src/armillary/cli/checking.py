"""`armillary check`: what does not hold together, one line each, as linters print it."""

import sys
from collections import Counter
from dataclasses import replace
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
from armillary.cli.telling import count, say, say_notes

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
    "--format",
    metavar="FORM",
    help="How findings are told: text (without it), json, sarif, claimreview or html.",
)
@click.option(
    "--sources",
    metavar="FOLDER",
    help="Hold quotations against the documents in this folder, in any format that is read.",
)
@click.option(
    "--facts",
    multiple=True,
    metavar="FILE",
    help="Hold offices, memberships and figures against a table of facts (CSV, Parquet, DuckDB), or `pack` for ours. May be given often.",
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
    facts: tuple[str, ...],
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
        facts=facts or None,
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
    from armillary.check.setting_aside import parted
    from armillary.filing import beside, load
    from armillary.pipeline import examine

    is_model = Path(file).suffix == ".json"
    system, held = examine(file if is_model else source_of(file), settings, holdings)
    asides = () if is_model or file == STANDARD else load(beside(Path(file))).asides
    return replace(parted(file, system, asides), held=held)


def _say_what_came(outcomes: "list[Outcome]") -> None:
    """What the person should know beside the findings: what was set aside, and what no longer belongs to any."""
    from armillary.filing import beside

    for outcome in outcomes:
        say_notes(outcome.system)
        for orphan in outcome.orphans:
            words = " ".join(orphan.aside.quote.split())[:60]
            say(f"{beside(Path(outcome.file))}: {orphan.aside.code} “{words}”: {orphan.why}")
    _say_verdicts(outcomes)
    found = sum(len(outcome.problems) for outcome in outcomes)
    aside = sum(len(outcome.asides) for outcome in outcomes)
    if found or aside:
        more = "; `armillary explain CODE` tells of a check" if found else ""
        say(f"{count(found, 'finding')}, {aside} set aside{more}")


def _say_verdicts(outcomes: "list[Outcome]") -> None:
    """How the statements stand to the facts, counted, and what was left out of the tables."""
    verdicts = [verdict for outcome in outcomes for verdict in outcome.held.facts or ()]
    for note in dict.fromkeys(note for outcome in outcomes for note in outcome.held.notes):
        say(f"armillary: {note}")
    if any(outcome.held.facts is not None for outcome in outcomes):
        counted = Counter(str(verdict.answer) for verdict in verdicts)
        told = ", ".join(f"{number} {answer}" for answer, number in sorted(counted.items()))
        say(f"beside the facts: {told or 'no statement of a kind that facts speak of'}")
