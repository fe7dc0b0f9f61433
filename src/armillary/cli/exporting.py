"""`armillary export` and `armillary schema`."""

import sys
from pathlib import Path

import click

from armillary.cli.asking import FORMS
from armillary.cli.telling import say

STANDARD = "-"


@click.command()
@click.argument("model", metavar="MODEL")
@click.option("--to", "form", metavar="FORM", required=True, help=f"{FORMS}.")
@click.option(
    "-o", "--output", default=STANDARD, metavar="OUT", help="Where to write; standard output without it."
)
@click.option("--table", metavar="TABLE", help="The table of csv or parquet; the claims without it.")
def export(model: str, form: str, output: str, table: str | None) -> None:
    """Write a MODEL in another form.

    \b
      armillary export essay.json --to html -o essay.html
      armillary export essay.json --to xmile -o essay.xmile     runs in Stella, Simlin and PySD
      armillary export essay.json --to dna -o essay.dna         for Discourse Network Analyzer
      armillary export essay.json --to parquet --table links -o links.parquet
    """
    from armillary.pipeline import load, save
    from armillary.publish import form_named, write
    from armillary.publish import table as one_table

    chosen = form_named(form)
    system = load(model)
    if table is not None:
        content = one_table(system, form, table)
        say(f"  {form} cannot hold anything but the {table}")
        if output == STANDARD:
            sys.stdout.buffer.write(content)
        else:
            say(f"  {write(Path(output), content)}")
        return
    if chosen.loses:
        say(f"  {form} cannot hold {chosen.loses}")
    if output == STANDARD:
        sys.stdout.buffer.write(chosen.write(system))
        return
    say(f"  {save(system, Path(output), form)}")


@click.command()
def schema() -> None:
    """Print the JSON Schema of the model file."""
    from armillary import wire

    sys.stdout.buffer.write(wire.schema())
