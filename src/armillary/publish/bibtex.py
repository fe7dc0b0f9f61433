"""BibTeX: the works that the documents cite, with what the text says of each."""

import re
import unicodedata

from armillary.findings import Work
from armillary.system import System

LOSES = "anything but the cited works"
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_YEAR = 4


def bibtex(system: System) -> bytes:
    """An entry `@misc` for each work; what the text does not say is left out."""
    taken: set[str] = set()
    entries = []
    for identity, work in system.works.items():
        key = _key(work, identity, taken)
        rows = [f"  {name} = {{{value}}}," for name, value in _fields(system, work).items()]
        entries.append("\n".join([f"@misc{{{key},", *rows, "}"]))
    return ("\n\n".join(entries) + "\n").encode()


def _fields(system: System, work: Work) -> dict[str, str]:
    """What is known, in the order in which people write it."""
    document = work.at.document
    line, column = document.position(work.at.start)
    found = {
        "author": f"{{{_plain(work.by)}}}" if work.by else "",
        "title": f"{{{_plain(work.title)}}}",
        "year": work.dated[:_YEAR] if work.dated else "",
        "date": work.dated or "",
        "note": f"cited in {_plain(document.name)}, line {line}, column {column}"
        f" ({system.works.id_of(work)})",
    }
    return {name: value for name, value in found.items() if value}


def _key(work: Work, identity: str, taken: set[str]) -> str:
    """A key as people write them: *Baker1990*. The id of the work where it is taken, or nothing is known."""
    last = (work.by or work.title).split()[-1] if (work.by or work.title).split() else ""
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    key = re.sub(r"[^A-Za-z0-9]", "", plain) + (work.dated or "")[:_YEAR]
    if not key or key in taken:
        key += identity
    taken.add(key)
    return key


def _plain(text: str) -> str:
    """Text on one line in which LaTeX finds no command."""
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), " ".join(text.split()))
