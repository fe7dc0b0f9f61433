"""`armillary show`: a table of a model."""

import sys

import click

from armillary.errors import SettingsError

WIDE = 120
HIDDEN = frozenset(
    {"document", "start", "end", "text", "blocks", "sections", "sha256", "belief", "found_by"}
)


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("table", metavar="TABLE")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, with every column.")
def show(model: str, table: str, as_csv: bool) -> None:  # noqa: FBT001  a flag
    """Print a TABLE of a MODEL: claims, links, loops, factors, actors, events, times, figures,
    series, quotations, works, positions, timeline, problems or documents; or map, its measures
    as a graph. Loops are told as stories, each link with its words; the timeline is in the order of
    happening, as far as the text gives one.

    \b
      armillary build essay.txt -o essay.json
      armillary show essay.json claims
      armillary show essay.json claims --csv > claims.csv
    """  # noqa: D205  click sets the paragraphs
    from armillary.pipeline import load
    from armillary.publish.tables import csv

    if not model.endswith(".json"):
        message = (
            f"{model} is not a model file: build one first, as armillary build {model} -o model.json"
        )
        raise SettingsError(message)
    system = load(model)
    if as_csv:
        sys.stdout.buffer.write(csv(system, table))
        return
    rows = system.rows(table)
    if not rows:
        click.echo(f"the model has no {table}", err=True)
        return
    if table == "timeline":
        from armillary.cli.chronicle import chronicle

        rows = chronicle(system)
    if table == "loops":
        from armillary.cli.stories import told

        for line in told(system):
            click.echo(line)
        return
    _print(rows)


def _print(rows: list[dict[str, str | int | float | bool | None]]) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = [name for name in rows[0] if name not in HIDDEN]
    grid = Table(*columns, box=SIMPLE, pad_edge=False)
    for row in rows:
        grid.add_row(
            *(Text("" if row[name] is None else " ".join(str(row[name]).split())) for name in columns)
        )
    Console(width=None if sys.stdout.isatty() else WIDE, highlight=False).print(grid)
