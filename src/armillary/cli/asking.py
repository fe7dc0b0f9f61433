"""What several commands ask for in the same way: documents, and how to read them."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from armillary.read import Source
    from armillary.settings import Checking, Settings

Command = Callable[..., Any]
Chosen = TypeVar("Chosen", "Settings", "Checking")
STANDARD = "-"
FORMS = "json, html, csv, parquet, zip, graphml, gexf, mermaid, dot, kumu, xmile, stmx, sdjson, matrix, dna, qdpx, jsonld, bib or sarif"
"""The forms as help lists them, without loading what writes them; a test holds the two together."""


def documents(command: Command) -> Command:
    """One document or more. `-` is standard input."""
    return click.argument("files", nargs=-1, required=True, metavar="FILE...")(command)


def reading_options(command: Command) -> Command:
    """How documents are read."""
    dated = click.option(
        "--dated", metavar="DATE", help="The date of the documents, as 1914-08-04, 1914-08 or 1914."
    )
    encoding = click.option("--encoding", metavar="NAME", help="The encoding of text files, as cp1251.")
    model = click.option(
        "--language-model",
        metavar="NAME",
        help="A parser of grammar: armillary (it ships), none, or an installed one of spaCy, as en_core_web_trf.",
    )
    witnesses = click.option(
        "--witnesses",
        metavar="WHO",
        help="Who is heard on causal claims: both, rules, or the trained tagger.",
    )
    pictures = click.option(
        "--skip-pictures",
        is_flag=True,
        default=None,
        help="Read a scanned document without the pages that are pictures.",
    )
    return dated(encoding(model(witnesses(pictures(command)))))


def voices(command: Command) -> Command:
    """Whose claims count: all, one holder's, or all but one holder's."""
    holder = click.option("--holder", metavar="NAME", help="Count the claims of this holder alone.")
    without = click.option("--without", metavar="NAME", help="Leave the claims of this holder out.")
    return holder(without(command))


def settings_of(**chosen: str | bool | None) -> "Settings":
    """The settings of `armillary.toml` in this folder, overruled by what the command line says."""
    from armillary.settings import load

    return _overruled(load(Path.cwd()), chosen)


def check_settings_of(settings: "Settings", **chosen: tuple[str, ...] | str | bool | None) -> "Settings":
    """Settings whose choices of checks are overruled by what the command line says."""
    return replace(settings, check=_overruled(settings.check, chosen))


def _overruled(settings: Chosen, chosen: Mapping[str, object]) -> Chosen:
    """Settings with what was chosen; None was not."""
    given: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    return replace(settings, **given)


def source_of(file: str) -> "Source":
    """A path, or the bytes of standard input."""
    if file != STANDARD:
        return Path(file)
    from armillary.read import Bytes

    return Bytes("standard input", sys.stdin.buffer.read())
