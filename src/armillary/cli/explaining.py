"""`armillary explain`: the page of a check."""

import sys

import click


@click.command()
@click.argument("code", metavar="[CODE]", required=False)
def explain(code: str | None) -> None:
    """Print the page of a check: what it finds, why it matters, when it is wrong. Without CODE, list them all.

    \b
      armillary explain T401
    """
    from armillary.check import CHECKS
    from armillary.check.choosing import rule_named
    from armillary.pages import page_of

    if code is None:
        for rule in CHECKS:
            click.echo(f"{rule.code}  {rule.severity.value:<7}  {rule.name}")
        return
    rule = rule_named(CHECKS, code)
    page = page_of(rule.code)
    text = page.text if page else f"# {rule.code}: {rule.name}\n"
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text, hyperlinks=False))
