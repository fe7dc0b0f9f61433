"""`armillary build`: documents become models, pages and tables."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from armillary.cli.asking import FORMS, documents, reading_options, settings_of, source_of
from armillary.cli.telling import road, say, say_notes, summary
from armillary.errors import OutputError, SettingsError, SourceError

if TYPE_CHECKING:
    from armillary.findings import Findings
    from armillary.settings import Settings
    from armillary.system import System

STANDARD = "-"
DEFAULT_FORM = "html"


@click.command()
@documents
@click.option(
    "-o",
    "--output",
    "output",
    metavar="OUT",
    help="Where to write. model.json: one model of all documents. models/: one for each. -: standard output. "
    "Without it: a page beside each document.",
)
@click.option(
    "--to",
    "forms",
    multiple=True,
    metavar="FORM",
    help=f"{FORMS}; more than once for more. Without it, the ending of OUT says.",
)
@click.option("--open", "opened", is_flag=True, help="Show the page in the browser.")
@reading_options
@click.pass_context
def build(
    context: click.Context,
    /,
    files: tuple[str, ...],
    output: str | None,
    forms: tuple[str, ...],
    opened: bool,  # noqa: FBT001  a flag
    **how: str | bool | None,
) -> None:
    """Build the model of each FILE and write it as a page, as JSON or as a table.

    \b
      armillary build essay.txt --open          a page beside the essay, shown
      armillary build a.txt b.md -o both.json   one model of two documents
      armillary build *.txt -o models/ --to json --to html
      cat essay.txt | armillary build - -o -    the model on standard output

    A document that cannot be read is named and the others are built; the exit code is then 3.
    """
    plan = _plan(files, output, forms, opened=opened)
    pages: list[Path] = []
    failed = _build(files, plan, settings_of(**how), pages)
    pages = [page for page in pages if page.suffix == ".html"]
    if opened and pages:
        click.launch(pages[0].resolve().as_uri())
    context.exit(failed)


class _Plan:
    """What to write where."""

    def __init__(self, forms: tuple[str, ...], folder: Path | None, file: Path | None) -> None:
        self.forms = forms
        self.folder = folder
        self.file = file

    def target(self, source: str, form: str, twins: Counter[str]) -> Path:
        """The file for one document. It is never the document itself, nor another one's file."""
        path = Path("stdin" if source == STANDARD else source)
        stem = path.name if twins[path.stem] > 1 else path.stem
        target = (self.folder or path.parent) / f"{stem}.{form}"
        return target.with_suffix(f".armillary.{form}") if target.resolve() == path.resolve() else target


def _plan(files: tuple[str, ...], output: str | None, forms: tuple[str, ...], *, opened: bool) -> _Plan:
    if output is not None and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        plan = _Plan(forms or ("json",), Path(output), None)
    elif output is None:
        plan = _Plan(forms or (DEFAULT_FORM,), None, None)
    else:
        plan = _Plan(forms or (_form_of(output),), None, Path(output))
        if len(plan.forms) > 1:
            message = f"one file cannot hold {' and '.join(plan.forms)}: give a folder, as -o {output}/"
            raise SettingsError(message)
        if output != STANDARD and Path(output).resolve() in {Path(file).resolve() for file in files}:
            message = f"{output} is one of the documents: it would be overwritten. Choose another name"
            raise OutputError(message)
    if opened and "html" not in plan.forms:
        message = "--open shows a page: add --to html, or leave --to and -o away"
        raise SettingsError(message)
    _check_forms(plan.forms)
    return plan


def _form_of(output: str) -> str:
    form = "json" if output == STANDARD else Path(output).suffix.lstrip(".").lower()
    if form:
        return form
    message = f"{output!r} has no ending that says its form: name it {output}.json, or add --to json"
    raise SettingsError(message)


def _check_forms(forms: tuple[str, ...]) -> None:
    from armillary.publish import form_named

    for form in forms:
        form_named(form)


def _build(files: tuple[str, ...], plan: _Plan, settings: "Settings", pages: list[Path]) -> int:
    """Read each document and write what is asked for. The exit code of the last that failed, or 0."""
    from armillary.pipeline import findings_of, join

    twins = Counter(Path(file).stem for file in files)
    together: list[Findings] = []
    failed = 0
    with road(len(files)) as progress:
        for file in files:
            try:
                findings = findings_of(source_of(file), settings, progress)
                progress(file, "assemble", 0.0)
                if plan.file is None:
                    system = join([findings], settings)
                    pages += [_put(system, plan.target(file, form, twins), form) for form in plan.forms]
                else:
                    together.append(findings)
            except SourceError as error:
                say(f"armillary: {error}")
                failed = error.exit_code
    if plan.file is not None and together:
        pages.append(_put(join(together, settings), plan.file, plan.forms[0]))
    return failed


def _put(system: "System", path: Path, form: str) -> Path:
    """Write one file and say what it holds."""
    from armillary.pipeline import save
    from armillary.publish import publish

    if str(path) == STANDARD:
        sys.stdout.buffer.write(publish(system, form))
    else:
        save(system, path, form)
        say(f"{summary(system)}\n  {path}")
    say_notes(system)
    return path
