"""The command line: the only place that prints.

Results go to standard output, words about them to standard error. Exit codes:

    0  done, nothing found          3    a document could not be read
    1  `check` found something      4    a model or corpus is damaged, foreign or newer
    2  the command makes no sense   5    the result could not be written
                                    130  stopped with Ctrl-C

Heavy modules are imported inside the commands, so that `--help` answers at once.
"""

import os
import sys

import click

from armillary import __version__
from armillary.cli.balancing import balance
from armillary.cli.building import build
from armillary.cli.checking import check
from armillary.cli.comparing import compare
from armillary.cli.explaining import explain
from armillary.cli.exporting import export, schema
from armillary.cli.gathering import corpus
from armillary.cli.importing import import_
from armillary.cli.networking import network
from armillary.cli.reviewing import review
from armillary.cli.serving import serve
from armillary.cli.setting_aside import set_aside
from armillary.cli.showing import show
from armillary.cli.simulating import simulate, why
from armillary.cli.taking_away import without
from armillary.errors import ArmillaryError

INTERRUPTED = 130
BUG = 70


class Verbs(click.Group):
    """The commands in the order of the road."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they were added."""
        del ctx
        return list(self.commands)


@click.group(
    cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="armillary", message="%(prog)s %(version)s")
def armillary() -> None:
    """Build the system that a document describes: who claims that what causes what, word for word.

    \b
      armillary build essay.txt --open       the page: text, map and timeline
      armillary build essay.txt -o e.json    the model, for other tools
      armillary show e.json claims           a table of the model
      armillary check essay.txt              what does not hold together

    Armillary says what a text claims and who claims it, never what is so. It works offline.
    """


for command in (
    build,
    check,
    explain,
    set_aside,
    review,
    serve,
    show,
    compare,
    network,
    corpus,
    simulate,
    why,
    without,
    balance,
    export,
    import_,
    schema,
):
    armillary.add_command(command)


def main() -> None:
    """Run the command line. Every error that has a reason is one line; none shows a traceback."""
    try:
        sys.exit(armillary.main(prog_name="armillary", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ArmillaryError as error:
        click.echo(f"armillary: {error}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("armillary: stopped; what was not finished was not written", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # `armillary show … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the last line of defence: said, never carried on from
        if os.environ.get("ARMILLARY_DEBUG"):
            raise
        click.echo(
            f"armillary: this is a fault of Armillary, not of your document ({type(error).__name__}: {error}); "
            "ARMILLARY_DEBUG=1 shows where",
            err=True,
        )
        sys.exit(BUG)
