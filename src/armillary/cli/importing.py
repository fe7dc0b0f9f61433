"""`armillary import`: work that was coded by hand becomes a model."""

import sys
from pathlib import Path

import click

from armillary.cli.asking import source_of
from armillary.cli.telling import say, summary

STANDARD = "-"


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    default=STANDARD,
    metavar="OUT",
    help="The model file, or another form by its ending.",
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="TEXT",
    help="A document that annotations speak of; more than once for more.",
)
def import_(files: tuple[str, ...], output: str, texts: tuple[str, ...]) -> None:
    """Take work that was coded by hand: each FILE is a .dna, .qdpx, .jsonld, .json (SD-JSON) or .csv (edges).

    \b
      armillary import debate.dna -o debate.json
      armillary import notes.jsonld --text essay.txt -o notes.json
      armillary import map.csv -o map.html      columns: cause, effect, sign, quote, holder

    What it gives is a model like any other: it can be checked, run, compared and exported.
    """
    from armillary.pipeline import adopt, save
    from armillary.publish import publish

    system = adopt(*(source_of(file) for file in files), texts=[source_of(text) for text in texts])
    if output == STANDARD:
        sys.stdout.buffer.write(publish(system, "json"))
        return
    path = save(system, Path(output))
    say(f"{summary(system)}\n  {path}")
