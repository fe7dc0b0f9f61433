"""Publish: a system as a file. `FORMS` is the list of all that it can be written as."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from armillary import wire
from armillary.errors import OutputError, SettingsError
from armillary.publish import (
    annotations,
    bibtex,
    bundle,
    dna,
    dot,
    gexf,
    graphml,
    kumu,
    matrix,
    mermaid,
    parquet,
    qdpx,
    sdjson,
    tables,
    xmile,
)
from armillary.publish.outcomes import sarif
from armillary.publish.report import render
from armillary.system import System


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a system. `name` is also the ending of the file.

    `loses` says in words what it cannot hold, "" where it holds everything.
    """

    name: str
    what: str
    write: Callable[[System], bytes]
    loses: str = ""


FORMS: tuple[Form, ...] = (
    Form("json", "the model file, for other tools and for `armillary show`", wire.dump),
    Form("html", "a page that needs nothing but a browser", lambda system: render(system).encode()),
    Form(
        "csv",
        "the claims as a table",
        lambda system: tables.csv(system, "claims"),
        "anything but the claims",
    ),
    Form(
        "parquet",
        "the claims as a table whose columns have types",
        lambda system: parquet.parquet(system, "claims"),
        "anything but the claims",
    ),
    Form("graphml", "the map for networkx, Gephi, yEd and visone", graphml.graphml, graphml.LOSES),
    Form("mermaid", "the map as text that GitHub draws", mermaid.mermaid, mermaid.LOSES),
    Form("dot", "the map for Graphviz", dot.dot, dot.LOSES),
    Form("gexf", "the map for Gephi", gexf.gexf, gexf.LOSES),
    Form("kumu", "the map as a JSON blueprint for Kumu", kumu.kumu, kumu.LOSES),
    Form("xmile", "a model that runs in Stella, Simlin and PySD", xmile.runnable, xmile.LOSES),
    Form("stmx", "a causal loop diagram for Stella", xmile.diagram, xmile.LOSES_RUN),
    Form("sdjson", "the map as SD-JSON for sd-ai, CoModel and Simlin", sdjson.sdjson, sdjson.LOSES),
    Form(
        "matrix", "weights as CSV for fcmpy, Mental Modeler and FCM Expert", matrix.matrix, matrix.LOSES
    ),
    Form("dna", "claims and positions for Discourse Network Analyzer", dna.dna, dna.LOSES),
    Form("qdpx", "a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti, QualCoder", qdpx.qdpx, qdpx.LOSES),
    Form("jsonld", "W3C Web Annotations", annotations.annotations, annotations.LOSES),
    Form("bib", "the cited works as BibTeX", bibtex.bibtex, bibtex.LOSES),
    Form("zip", "every table as CSV, and the texts", bundle.bundle, bundle.LOSES),
    Form(
        "sarif",
        "what the checks found, as SARIF 2.1.0 for GitHub and VS Code",
        sarif.of_system,
        "anything but the problems",
    ),
)
TABLED: dict[str, Callable[[System, str], bytes]] = {"csv": tables.csv, "parquet": parquet.parquet}
"""Forms that can hold any one table."""


def form_named(name: str) -> Form:
    """A form by its name. Errors: `SettingsError` where there is none."""
    for form in FORMS:
        if form.name == name:
            return form
    names = ", ".join(form.name for form in FORMS)
    near = get_close_matches(name, [form.name for form in FORMS], n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {names}"
    message = f"there is no form {name!r}; {hint}"
    raise SettingsError(message)


def table(system: System, form: str, name: str) -> bytes:
    """One table of a system by its name. Errors: `SettingsError` for a form that holds no table, and for the name."""
    chosen = TABLED.get(form_named(form).name)
    if chosen is None:
        message = f"{form} is no form for one table; those are {', '.join(TABLED)}"
        raise SettingsError(message)
    return chosen(system, name)


def publish(system: System, form: str) -> bytes:
    """A system in one of the forms, as bytes."""
    return form_named(form).write(system)


def write(path: Path, content: bytes) -> Path:
    """Put a file in place as a whole or not at all: written beside, then renamed.

    Errors: `OutputError`; what stood there before is then as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        place, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise OutputError(message) from error
    try:
        with os.fdopen(place, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o666 & ~_umask())  # noqa: PTH101  as `open` would have made it
        os.replace(beside, path)  # noqa: PTH105  beside is a name, not a Path
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}; the old file stands as it was"
        raise OutputError(message) from error
    finally:
        Path(beside).unlink(missing_ok=True)
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
