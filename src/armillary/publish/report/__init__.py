"""Report: a system as one HTML file, which opens from disk and asks the network for nothing."""

import json
from collections.abc import Mapping
from importlib.resources import files

from armillary.comparison import Comparison
from armillary.errors import OutputError
from armillary.publish.report import across, facts, prose, table
from armillary.system import System

HOLES = ("title", "heading", "counts", "articles", "table", "model")
"""Where the template is open: `<!--armillary:title-->` and so on, each once."""

ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(system: System, comparison: Comparison | None = None) -> str:
    """The page of a system, with a comparison of its parts where one is given. The same input gives the same bytes.

    Errors: `OutputError` where the template was not built.
    """
    return filled(template(), fillings(system, comparison))


def fillings(system: System, comparison: Comparison | None = None) -> dict[str, str]:
    """What goes into the `HOLES` of a template, in their order."""
    model = facts.page(system, comparison)
    shared = across.shared_words(comparison) if comparison else []
    return {
        "title": prose.escaped(model["title"]),
        "heading": prose.escaped(model["title"]),
        "counts": prose.escaped(model["counts"]),
        "articles": prose.articles(system, shared),
        "table": table.claims(system),
        "model": in_script(model),
    }


def filled(rest: str, contents: Mapping[str, str]) -> str:
    """A template with each of its holes filled, once.

    Errors: `OutputError` for a template of another version.
    """
    page = []
    for hole, content in contents.items():
        before, found, rest = rest.partition(f"<!--armillary:{hole}-->")
        if not found:
            message = f"the page's template has no place for {hole}: run `make ui` to build it anew"
            raise OutputError(message)
        page += [before, content]
    return "".join([*page, rest])


def in_script(model: object) -> str:
    """JSON that can stand in a script element, whatever the texts in it say."""
    return json.dumps(model, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def template(name: str = "template.html") -> str:
    """The page without a model, as `ui/build_page.py` made it: the report, or that of the app (`app.html`).

    Errors: `OutputError` where it is missing.
    """
    file = files("armillary.publish") / name
    if not file.is_file():
        message = f"the page's template {file} is missing: run `make ui` to build it"
        raise OutputError(message)
    return file.read_text(encoding="utf-8")
