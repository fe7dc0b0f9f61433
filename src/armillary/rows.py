"""A noun as a flat row: what tables, CSV files and data frames show of it.

    Claim(cause=…, sign=…)  →  {"document": "essay.txt", "start": 12, "end": 40, "cause": "…", "sign": "raises", …}

A passage becomes its words; the passage called `at` also gives the document, start and end. A part
that is a noun itself becomes the words of its own passage.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum

from armillary.reading import Holder, Speaker
from armillary.text import Document, Passage, Span

Cell = str | int | float | bool | None
NameOf = Callable[[Holder], str]


def flat(row: object, name_of: NameOf) -> dict[str, Cell]:
    """A dataclass as cells. `name_of` says how a holder is called."""
    if not is_dataclass(row):
        message = f"only nouns have rows, not {type(row).__name__}"
        raise TypeError(message)
    cells: dict[str, Cell] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name == "at" and isinstance(value, Passage):
            cells["document"] = value.document.name
            cells |= {"start": value.start, "end": value.end, "words": value.words}
        elif field.name in {"holder", "speaker", "attributed_by"}:
            cells[field.name] = name_of(value)
        elif not isinstance(value, Document):
            cells[field.name] = _cell(value, name_of)
    return cells


def _cell(value: object, name_of: NameOf) -> Cell:  # noqa: PLR0911  one return for each kind of value
    match value:
        case Speaker():
            return name_of(value)
        case StrEnum():
            return value.value
        case None | str() | bool() | int() | float():
            return value
        case Passage():
            return value.words
        case Span():
            return f"{value.start}-{value.end}"
        case tuple():
            return "; ".join(str(_cell(part, name_of)) for part in value)
        case _:
            return _heart(value, name_of)


def _heart(noun: object, name_of: NameOf) -> Cell:
    """What a nested noun is known by: its core, its value, its title or the words at its place."""
    for known_by in ("core", "value", "title", "at", "of"):
        found = getattr(noun, known_by, None)
        if found is not None:
            return _cell(found, name_of)
    return str(noun)
