"""Nouns: what the reader holds beside the documents. HeldText, Held.

A check may hold a document against them: a quotation against its source, a figure against a table. Nothing
in here is opened before a check asks for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from armillary.text import Document


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text that a document may quote. `read` opens it.

    Errors of `read`: `SourceError` where it cannot be read; the other texts still can.
    """

    path: Path
    read: Callable[[], Document]


def _silent(line: str) -> None:
    del line


@dataclass(frozen=True, slots=True)
class Held:
    """What the reader holds: texts that may be quoted (None: they gave none), and files of facts.

    `tell` is called with a line for the person: a text that could not be read and was left out.
    """

    sources: tuple[HeldText, ...] | None = None
    facts: tuple[Path, ...] = ()
    tell: Callable[[str], None] = _silent
