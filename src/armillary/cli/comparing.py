"""`armillary compare`: what texts say of one thing, side by side."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import reading_options, settings_of
from armillary.cli.telling import count, say
from armillary.errors import SettingsError

if TYPE_CHECKING:
    from armillary.comparison import Comparison, LinkAcross
    from armillary.system import Link
    from armillary.text import Passage

STANDARD = "-"
FORMS = ("text", "html", "json", "csv")
MOST_SHOWN = 12
FEWEST_SIDES = 2
_TITLES = {
    "flipped": "Links with opposite signs",
    "contradicted": "Links on which claims contradict each other",
    "denied": "Links that one claims and another denies",
    "shared": "Links that are shared",
    "missing": "Links that are missing where both factors are spoken of",
}
_SAYS = {"raises": "raises", "lowers": "lowers", "unclear": "bears on", "denied": "denies"}


@click.command()
@click.argument("sides", nargs=-1, required=True, metavar="A B [C...]")
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    help="How it is told; without it, the ending of OUT says, or text.",
)
@click.option(
    "--table",
    default="links",
    metavar="TABLE",
    help="For CSV: links, maps, factors, actors, positions, dates, reuse or distances.",
)
@click.option(
    "--least-words", type=click.IntRange(3), default=5, help="Shared words are told from so many on."
)
@click.option(
    "-o", "--output", default=STANDARD, metavar="OUT", help="Where to write; standard output without it."
)
@reading_options
def compare(
    sides: tuple[str, ...],
    form: str | None,
    table: str,
    least_words: int,
    output: str,
    **how: str | bool | None,
) -> None:
    """Compare documents or models: who contradicts whom, what is shared, what is missing.

    \b
      armillary compare essay.md reply.md
      armillary compare essay.md reply.md -o both.html    a page with both, and where they differ
      armillary compare left/ right/                 two folders, each as one side
      armillary compare a.json b.json c.json --to json -o all.json
      armillary compare a.md b.md --to csv --table reuse > reuse.csv

    A side is a document, a model file (.json), or a folder of these.
    """
    from armillary import pipeline
    from armillary.publish import differences, write

    if len(sides) < FEWEST_SIDES:
        message = f"one side alone has nothing to be compared with: name another beside {sides[0]}"
        raise SettingsError(message)
    differences.table_named(table)
    files = [_files(side) for side in sides]
    names = sides if any(Path(side).is_dir() for side in sides) and len(set(sides)) == len(sides) else ()
    found = pipeline.compare(*files, names=names, settings=settings_of(**how), least_words=least_words)
    content = _written(found, form or _form_of(output), table)
    if output == STANDARD:
        sys.stdout.buffer.write(content)
    else:
        say(f"  {write(Path(output), content)}")


def _form_of(output: str) -> str:
    """The form that the ending of a file says; text where it says none."""
    ending = Path(output).suffix.lstrip(".").lower()
    return ending if ending in FORMS else "text"


def _written(found: "Comparison", form: str, table: str) -> bytes:
    from armillary.publish import differences
    from armillary.publish.report import render

    if form == "html":
        return render(found.system, found).encode()
    if form == "text":
        return ("\n".join(_told(found)) + "\n").encode()
    return differences.as_json(found) if form == "json" else differences.csv(found, table)


def _files(side: str) -> list[Path]:
    """The files of a side: itself, or those that lie in a folder, by name."""
    path = Path(side)
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
    if not files:
        message = f"the folder {side} holds no file to be compared"
        raise SettingsError(message)
    return files


def _told(found: "Comparison") -> Iterator[str]:
    yield from _head(found)
    for standing, title in _TITLES.items():
        rows = [row for row in found.links if row.standing.value == standing]
        if rows:
            yield f"\n{title}"
        for row in rows[:MOST_SHOWN]:
            yield from _link(found, row)
        yield from _more(len(rows))
    yield from _positions(found)
    yield from _dates(found)
    yield from _reuse(found)
    yield from _merges(found)


def _head(found: "Comparison") -> Iterator[str]:
    yield " | ".join(part.name for part in found.parts)
    counts = ", ".join(
        f"{number} {standing.value}" for standing, number in found.counts().items() if number
    )
    yield f"links: {counts or 'none'}"
    for row in found.distances:
        one, other = (found.parts[part].name for part in row.parts)
        yield (
            f"distance of {one} and {other}: {_share(row.overall)} over all factors, "
            f"{_share(row.common)} over the {row.shared_factors} that both link (0 equal, 1 opposite)"
        )


def _share(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"


def _link(found: "Comparison", row: "LinkAcross") -> Iterator[str]:
    link = row.sides[0]
    factors = found.system.factors
    yield f"  {factors[link.cause].label} → {factors[link.effect].label}"
    for part, side in zip(found.parts, row.sides, strict=True):
        yield from _side(found, part.name, side)


def _side(found: "Comparison", name: str, side: "Link") -> Iterator[str]:
    if not side.claims:
        yield f"    {name}: says nothing"
    for heap, says in _SAYS.items():
        for key in getattr(side, heap):
            claim = found.system.claims[key]
            who = found.system.holder_name(claim.holder)
            yield f"    {name} {says}: “{_line(claim.at)}” ({who}, {claim.modality.value})"


def _positions(found: "Comparison") -> Iterator[str]:
    if found.positions:
        yield "\nPositions that differ"
    for row in found.positions[:MOST_SHOWN]:
        yield f"  {_line(row.positions[0].on)}"
        for part, position in zip(row.parts, row.positions, strict=True):
            who = found.system.holder_name(position.holder)
            yield f"    {found.parts[part].name}: {who} {position.stance.value}: “{_line(position.at)}”"
    yield from _more(len(found.positions))


def _dates(found: "Comparison") -> Iterator[str]:
    if found.dates:
        yield "\nDates that differ"
    for row in found.dates[:MOST_SHOWN]:
        for lead, part, event in zip(("  ", "    "), row.parts, row.events, strict=True):
            date = event.time.value if event.time else None
            yield f"{lead}{date} in {found.parts[part].name}: “{_line(event.at)}”"
    yield from _more(len(found.dates))


def _reuse(found: "Comparison") -> Iterator[str]:
    if found.reuse:
        yield "\nWords that both have, the rarest first"
    for row in found.reuse[:MOST_SHOWN]:
        one, other = (
            f"{found.parts[part].name}{' (in a quotation)' if quoted else ''}"
            for part, quoted in zip(row.parts, row.quoted, strict=True)
        )
        yield f"  “{_line(row.places[0])}” ({count(row.words, 'word')}, {row.bits:.0f} bits): {one}, {other}"
    yield from _more(len(found.reuse))


def _merges(found: "Comparison") -> Iterator[str]:
    shared = [row for row in (*found.factors, *found.actors) if row.reasons]
    if shared:
        yield "\nTaken for one, and why"
    for row in shared[:MOST_SHOWN]:
        yield f"  {row.name}: {'; '.join(map(str, row.reasons))}"
    yield from _more(len(shared))


def _more(number: int) -> Iterator[str]:
    if number > MOST_SHOWN:
        yield f"  and {number - MOST_SHOWN} more (--to json has all)"


def _line(at: "Passage") -> str:
    return " ".join(at.words.split())
