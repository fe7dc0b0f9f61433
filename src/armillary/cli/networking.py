"""`armillary network`: who agrees with whom."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import documents, reading_options, settings_of
from armillary.cli.telling import count as counted
from armillary.cli.telling import say

if TYPE_CHECKING:
    from armillary.network import Network

STANDARD = "-"
KINDS = ("congruence", "conflict", "subtract", "ignore", "affiliation")
NORMS = ("no", "average", "jaccard", "cosine", "activity", "prominence")
COUNTS = ("each", "document", "once")
"""As in `network.py`, without loading it; a test holds the two together."""
FORMS = ("text", "csv", "graphml")


@click.command()
@documents
@click.option("--kind", type=click.Choice(KINDS), default="congruence", help="What a tie counts.")
@click.option("--normalise", type=click.Choice(NORMS), default="no", help="What it is divided by.")
@click.option(
    "--count", type=click.Choice(COUNTS), default="document", help="What of equal positions counts."
)
@click.option(
    "--to", "form", type=click.Choice(FORMS), help="How it is told; the ending of OUT says else."
)
@click.option(
    "-o", "--output", default=STANDARD, metavar="OUT", help="Where to write; standard output without it."
)
@reading_options
def network(  # noqa: PLR0913, PLR0917  the choices of a network
    files: tuple[str, ...],
    kind: str,
    normalise: str,
    count: str,
    form: str | None,
    output: str,
    **how: str | bool | None,
) -> None:
    """Say who agrees with whom: actors by what they are for and against, in documents or models.

    \b
      armillary network a.md b.md                              pairs that agree
      armillary network a.json --kind conflict                 pairs that do not
      armillary network a.json --kind subtract --normalise average -o a.graphml
      armillary network a.json --kind affiliation              who is for or against what

    The arithmetic is that of Discourse Network Analyzer.
    """
    from armillary import pipeline
    from armillary.network import Count, Kind, Normalise
    from armillary.publish import networks, write

    found = pipeline.network(
        *(Path(file) for file in files),
        kind=Kind(kind),
        normalise=Normalise(normalise),
        count=Count(count),
        settings=settings_of(**how),
    )
    for note in found.notes:
        say(f"  {note}")
    say(f"  {counted(len(found.nodes), 'node')}, {counted(len(found.ties), 'tie')}")
    chosen = form or _form_of(output)
    if chosen == "text" and output == STANDARD:
        _print(found)
        return
    content = networks.graphml(found) if chosen == "graphml" else networks.csv(found)
    if output == STANDARD:
        sys.stdout.buffer.write(content)
        return
    say(f"  {write(Path(output), content)}")


def _form_of(output: str) -> str:
    return {".graphml": "graphml", ".csv": "csv"}.get(Path(output).suffix, "text")


def _print(found: "Network") -> None:
    """The ties, the heaviest first, each with what it rests on."""
    labels = {node.key: node.label for node in found.nodes}
    for tie in sorted(found.ties, key=lambda tie: -abs(tie.weight)):
        click.echo(f"{tie.weight:g}  {labels[tie.one]} — {labels[tie.other]}: {'; '.join(tie.matters)}")
