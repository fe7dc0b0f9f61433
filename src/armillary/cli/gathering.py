"""`armillary corpus`: many documents in one file, kept up to date and asked."""

import csv
import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import reading_options, settings_of
from armillary.cli.telling import count, say
from armillary.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armillary.fleet import Fleet
    from armillary.gathering import Progress
    from armillary.rows import Cell

STANDARD = "-"
TELL_EVERY = 5.0
"""Seconds between two lines of progress."""
WIDE = 120


@click.group()
def corpus() -> None:
    """Keep many documents in one file, and ask it who claims what since when.

    \b
      armillary corpus add speeches/ --to speeches.armillary
      armillary corpus query speeches.armillary who tariffs prices
      armillary corpus atlas speeches.armillary -o atlas.html
      armillary corpus problems speeches.armillary
    """


@corpus.command()
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER|FILE...")
@click.option(
    "--to", "target", required=True, metavar="CORPUS", help="The file of the corpus; made if need be."
)
@click.option(
    "--workers",
    type=click.IntRange(0),
    metavar="N",
    help="Processes that read: one for each core without it; 0 reads in this one.",
)
@click.option(
    "--ray",
    metavar="ADDRESS",
    help="Read on a cluster of Ray instead: auto for the one here, or host:port. Needs armillary[ray].",
)
@click.option(
    "--facts",
    metavar="CSV",
    help="A table with the columns file, author, body, date; before NAME.toml beside a file.",
)
@reading_options
def add(
    sources: tuple[str, ...],
    target: str,
    workers: int | None,
    ray: str | None,
    facts: str | None,
    **how: str | bool | None,
) -> None:
    """Read what is new or has changed and keep it in CORPUS; forget what is gone from a FOLDER.

    \b
      armillary corpus add speeches/ --to speeches.armillary
      armillary corpus add a.txt b.pdf --to both.armillary --facts who.csv
      armillary corpus add speeches/ --to speeches.armillary --ray auto

    It can be stopped at any moment, also by force: what is kept stays, and the next run goes on from there. A
    document that cannot be read is listed by armillary corpus problems and stops no other.
    """
    from armillary.beside import facts_of
    from armillary.gathering import gather
    from armillary.keep import opened

    known = facts_of(Path(facts)) if facts else {}
    settings = settings_of(**how)
    fleet = _fleet(workers, ray)
    with opened(Path(target), to_write=True) as kept:
        done = gather([Path(source) for source in sources], kept, settings, known, fleet, _teller())
    say(
        f"{target}: {count(done.read, 'document')} read, {done.unchanged} unchanged, {done.removed} removed, "
        f"{done.troubled} could not be read"
        + (f" (armillary corpus problems {target})" if done.troubled else "")
        + (f"; {_nearly(done.copies)} (armillary corpus query {target} copies)" if done.copies else "")
    )


def _nearly(copies: int) -> str:
    return "1 is nearly another" if copies == 1 else f"{copies} are nearly others"


def _fleet(workers: int | None, ray: str | None) -> "Fleet":
    from armillary.fleet import Alone, Pool, Ray

    if ray is not None:
        if workers is not None:
            message = "--workers and --ray are two ways to read: give one of them"
            raise SettingsError(message)
        return Ray(ray, say)
    number = (os.cpu_count() or 1) if workers is None else workers
    return Pool(number) if number else Alone()


def _teller() -> "Progress":
    """Says every few seconds how far it is, how quick, and how long it will take."""
    began = told = monotonic()

    def tell(name: str, done: int, whole: int) -> None:
        nonlocal told
        now = monotonic()
        if now - told >= TELL_EVERY:
            told = now
            rate = done / (now - began)
            left = (whole - done) / rate
            say(f"  {done} of {whole}, {rate:.1f} a second, about {left / 60:.0f} min left: {name}")

    return tell


@corpus.command()
@click.argument("file", metavar="CORPUS")
def problems(file: str) -> None:
    """List the documents of CORPUS that could not be read, and why."""
    from armillary.keep import opened

    with opened(Path(file), to_write=False) as kept:
        _, rows = kept.ask("SELECT document, reason FROM problems ORDER BY document")
    for document, reason in rows:
        click.echo(f"{_shown(document)}: {reason}")
    if not rows:
        say(f"every document of {file} was read")


@corpus.command()
@click.argument("file", metavar="CORPUS")
@click.option(
    "-o", "--output", metavar="OUT", help="Where to write; the name of CORPUS with .html without it."
)
@click.option(
    "--links", type=click.IntRange(1), metavar="N", help="The N strongest links; 1000 without it."
)
def atlas(file: str, output: str | None, links: int | None) -> None:
    """Draw CORPUS as one page: its strongest links, who says what on each side, and the sentences behind them.

    \b
      armillary corpus atlas speeches.armillary
      armillary corpus atlas speeches.armillary -o atlas.html --links 5000

    The page is one file that opens in any browser, without a network. Links of most documents come first.
    """
    from armillary.keep import opened
    from armillary.keep.strongest import MOST_LINKS, strongest
    from armillary.publish import write
    from armillary.publish.atlas import atlas_page

    target = Path(output) if output else Path(file).with_suffix(".html")
    if target.absolute() == Path(file).absolute():
        message = f"the page would take the place of the corpus {file}: add -o atlas.html"
        raise SettingsError(message)
    with opened(Path(file), to_write=False) as kept:
        found = strongest(kept, file, links or MOST_LINKS)
    say(
        f"  {write(target, atlas_page(found).encode())}: {_shown_of(len(found.links), found.links_in_all)}"
    )


def _shown_of(shown: int, whole: int) -> str:
    if shown == whole:
        return count(whole, "link")
    return f"the {shown} strongest of {count(whole, 'link')} (--links N shows more)"


@corpus.command()
@click.argument("file", metavar="CORPUS")
@click.argument("question", metavar="QUESTION")
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option(
    "--to",
    "form",
    type=click.Choice(("table", "csv", "parquet")),
    default="table",
    help="How it is told.",
)
@click.option(
    "-o", "--output", default=STANDARD, metavar="OUT", help="Where to write; Parquet needs it."
)
def query(file: str, question: str, words: tuple[str, ...], form: str, output: str) -> None:
    """Ask CORPUS a QUESTION.

    \b
      who CAUSE EFFECT        who claims that the one affects the other, and since when
      years CAUSE EFFECT      claims for and against, by year
      first CAUSE EFFECT      where each of them is said first
      words CAUSE EFFECT      every sentence behind these, with its place
      between ONE OTHER       links that two holders speak of, with the words of each
      agree                   which holders agree, on how many links
      changed BEFORE AFTER    links told more or less often: changed 1900-1913 1914-1918
      maps BY                 a map for each author, body, year or who, for and against apart
      copies                  documents that are nearly others; they count as one source
      sql SELECT              any other, over the views that docs/corpus.md tells of

    CAUSE and EFFECT are words that the name of a factor holds.
    """
    from armillary.keep import opened
    from armillary.keep.questions import asked

    if form == "parquet" and output == STANDARD:
        message = "Parquet goes to a file: add -o answer.parquet"
        raise SettingsError(message)
    sql, values = asked(question, words)
    with opened(Path(file), to_write=False) as kept:
        if form == "parquet":
            kept.parquet(sql, values, Path(output))
            return
        columns, rows = kept.ask(sql, values)
    _write("".join(_csv(columns, rows) if form == "csv" else _grid(columns, rows)), output)


def _write(text: str, output: str) -> None:
    from armillary.publish import write

    if output == STANDARD:
        sys.stdout.buffer.write(text.encode())
    else:
        say(f"  {write(Path(output), text.encode())}")


def _csv(columns: "Sequence[str]", rows: "Sequence[tuple[Cell, ...]]") -> "Iterator[str]":
    import io

    from armillary.publish.tables import safe

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    yield file.getvalue()


def _grid(columns: "Sequence[str]", rows: "Sequence[tuple[Cell, ...]]") -> "Iterator[str]":
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        say("nothing in the corpus answers that")
        return
    grid = Table(*columns, box=SIMPLE, pad_edge=False)
    for row in rows:
        grid.add_row(*(Text("" if cell is None else _shown(cell)) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else WIDE, highlight=False)
    with console.capture() as captured:
        console.print(grid)
    yield captured.get()


def _shown(cell: "Cell") -> str:
    """A cell in one line."""
    return " ".join(str(cell).split())
