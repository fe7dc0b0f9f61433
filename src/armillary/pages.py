"""Nouns: the page of a check, which says what it finds, why it matters and when it is wrong.

The pages stand in `docs/checks/`. A wheel holds them beside the code.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__)
FOLDERS = (_HERE.parent / "docs" / "checks", _HERE.parents[2] / "docs" / "checks")
"""Where the pages may stand: in an installed package, and in a copy of the repository."""

_TITLE = re.compile(r"# (\w+): (.+)\n")


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one check: its code, its name in words, what it finds in a paragraph, and all of it in Markdown."""

    code: str
    name: str
    finds: str
    text: str


def page_of(code: str) -> Page | None:
    """The page of a code; None where there is none."""
    for folder in FOLDERS:
        path = folder / f"{code}.md"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            title = _TITLE.match(text)
            finds = text.split("\n\n", 2)[1]
            return Page(code, title[2] if title else code, " ".join(finds.split()), text)
    return None
