"""Work that people have coded by hand, in the files of other tools: its texts, and what was found in them.

    source ─▶ Bytes ─▶ Coding (a reader for each format) ─▶ Findings, a document each

A code is a word of the coder's, not of the text, so it seldom stands there. It gets its place all the same: the
codes are listed under each text (`coding.py`), and what was coded with them points there.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import PurePath

from armillary.errors import SourceError
from armillary.findings import Findings
from armillary.read.coded import annotations, database, edges, project, sdjson
from armillary.read.coded.coding import Coding
from armillary.read.source import Bytes, Source, fetch
from armillary.text import Document

__all__ = ["CODED", "adopt"]

Reader = Callable[[Bytes, Sequence[Document]], list[Coding]]
"""Takes a file and the texts that the user has given with it."""

CODED: dict[str, Reader] = {
    ".dna": database.read,
    ".qdpx": project.read,
    ".jsonld": annotations.read,
    ".json": sdjson.read,
    ".sdjson": sdjson.read,
    ".csv": edges.read,
    ".tsv": edges.read,
}
"""The formats by the ends of their names. A `.json` of annotations is told by what it holds."""


def adopt(source: Source, texts: Sequence[Document] = ()) -> tuple[Findings, ...]:
    """What was coded in a file. `texts` are the documents that a file of annotations speaks of.

    Errors: `SourceError` for a format that is not known, a damaged file, and a place that does not fit
    its text: the first such is shown.
    """
    raw = fetch(source)
    ending = PurePath(raw.name).suffix.lower()
    if ending not in CODED:
        message = (
            f"{raw.name} is no file of coded work that is known here; they end in {', '.join(CODED)}"
        )
        raise SourceError(message)
    reader = CODED[ending]
    if ending == ".json" and _is_annotation(raw):
        reader = annotations.read
    found = tuple(coding.findings() for coding in reader(raw, texts))
    if not any(one.claims or one.positions for one in found):
        message = f"{raw.name} has nothing in it that Armillary can take: no claim, link or position"
        raise SourceError(message)
    return found


def _is_annotation(raw: Bytes) -> bool:
    try:
        root = json.loads(raw.content)
    except (ValueError, RecursionError):
        return False
    return isinstance(root, list) or (isinstance(root, dict) and "@context" in root)
