"""`armillary serve`: the app, in a browser on this machine."""

import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import reading_options, settings_of
from armillary.cli.telling import say

if TYPE_CHECKING:
    from armillary.serve import Address


@click.command()
@click.argument("folder", metavar="[FOLDER]", default=".")
@click.option("--port", type=int, help="The port to listen on; without it 7341, or a free one.")
@click.option("--no-open", is_flag=True, help="Print the address and open no browser.")
@reading_options
def serve(folder: str, port: int | None, *, no_open: bool, **how: str | bool | None) -> None:
    """Read the documents of FOLDER in the browser, and correct what was read.

    \b
      armillary serve                 the documents of this folder
      armillary serve essays/ --no-open

    Corrections are written at once into FILE.review.toml beside each document, as `armillary review` writes them. The
    app answers on this machine alone (127.0.0.1), and only to the address that it prints. Ctrl-C ends it.
    """
    from armillary.serve import listen

    def tell(address: "Address") -> None:
        say(
            f"the documents of {Path(folder).resolve()} are served on this machine alone; Ctrl-C ends it"
        )
        click.echo(address)
        sys.stdout.flush()
        if not no_open:
            webbrowser.open(str(address))

    with suppress(KeyboardInterrupt):
        listen(Path(folder), settings_of(**how), port, tell)
    say("ended; every correction stands in its file")
