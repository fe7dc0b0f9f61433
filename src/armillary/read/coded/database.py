"""`.dna`: the documents and statements of a database of Discourse Network Analyzer 3.

Statements of its type *DNA Statement*, and of any that has a concept and an agreement, become positions;
those with a cause and an effect become claims. Offsets are UTF-16 units there.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from armillary.errors import SourceError
from armillary.findings import Sign, Stance
from armillary.read.coded.coding import Coding, Held, Linked, sign_of
from armillary.read.source import Bytes
from armillary.reading import Modality
from armillary.text import Document

_MARK = b"SQLite format 3\x00"
_LAST_OF_ONE_UNIT = 0xFFFF
_STATEMENTS = "SELECT ID, DocumentId, Start, Stop FROM STATEMENTS ORDER BY DocumentId, Start, ID"
_VALUED = (
    "SELECT d.StatementId, v.Variable, {what} FROM {table} d JOIN VARIABLES v ON v.ID = d.VariableId"
)
_VALUES = (
    _VALUED.format(what="e.Value", table="DATASHORTTEXT") + " JOIN ENTITIES e ON e.ID = d.Entity",
    _VALUED.format(what="d.Value", table="DATABOOLEAN"),
    _VALUED.format(what="d.Value", table="DATAINTEGER"),
)
Values = dict[str, str]


def read(source: Bytes, texts: Sequence[Document]) -> list[Coding]:
    """The documents, each with its statements. Those without any statement come too."""
    del texts
    if not source.content.startswith(_MARK):
        message = f"{source.name} is no database of DNA 3; one of DNA 2 must be opened and saved by DNA 3 first"
        raise SourceError(message)
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(source.content)
        return list(_codings(source.name, database))
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        message = f"{source.name} is damaged or no database of DNA 3: {error}"
        raise SourceError(message) from error
    finally:
        database.close()


def _codings(name: str, database: sqlite3.Connection) -> Iterator[Coding]:
    values: dict[int, Values] = {}
    for asked in _VALUES:
        for statement, variable, value in database.execute(asked):
            values.setdefault(statement, {})[str(variable).casefold()] = str(value)
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for statement, document, start, stop in database.execute(_STATEMENTS):
        spans.setdefault(document, []).append((statement, start, stop))
    for key, title, text, seconds in database.execute(
        "SELECT ID, Title, Text, Date FROM DOCUMENTS ORDER BY ID"
    ):
        coding = Coding(f"{name} ({title})", str(title), str(text), "dna", _day(seconds))
        points = _Points(coding.text)
        for statement, start, stop in spans.get(key, ()):
            _take(coding, values.get(statement, {}), (points(start), points(stop)))
        yield coding


def _take(coding: Coding, values: Values, span: tuple[int, int]) -> None:
    """One statement, by the variables that it has."""
    holder = values.get("person", "") or values.get("organization", "")
    if values.get("cause") and values.get("effect"):
        modality = values.get("modality", "")
        known = modality in set(Modality)
        coding.links.append(
            Linked(
                values["cause"],
                values["effect"],
                sign_of(values.get("sign", "")) if "sign" in values else Sign.UNCLEAR,
                span,
                holder,
                Modality(modality) if known else Modality.ASSERTED,
            )
        )
    elif values.get("concept") and "agreement" in values:
        coding.positions.append(Held(holder, values["concept"], _stance(values["agreement"]), span))


def _stance(agreement: str) -> Stance:
    """A truth value, or a number from against (below zero) to for."""
    number = int(agreement) if agreement.lstrip("-").isdigit() else 0
    return Stance.FOR if number > 0 else Stance.AGAINST


def _day(seconds: object) -> str | None:
    """The day of a number of seconds since 1970; nothing for 0, which stands for *not known*."""
    if not isinstance(seconds, int) or seconds == 0:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return None


class _Points:
    """From UTF-16 units to code points of one text."""

    def __init__(self, text: str) -> None:
        wide = (place for place, mark in enumerate(text) if ord(mark) > _LAST_OF_ONE_UNIT)
        self.units = [place + before for before, place in enumerate(wide)]

    def __call__(self, unit: int) -> int:
        return unit - bisect_left(self.units, unit)
