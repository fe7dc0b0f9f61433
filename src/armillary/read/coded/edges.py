"""Edge lists: CSV or TSV with a cause, an effect, and a sign where there is one.

Columns are told by their names (*from, cause, source*; *to, effect, target*; *sign, polarity, weight*; *quote,
words, evidence*; *holder, who, source of claim*); without such names the first three are taken in order.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import PurePath

from armillary.errors import SourceError
from armillary.read.coded.coding import Coding, Linked, sign_of
from armillary.read.encoding import decode
from armillary.read.source import Bytes
from armillary.text import Document

_COLUMNS = {
    "cause": ("from", "cause", "source", "influence", "start"),
    "effect": ("to", "effect", "target", "consequence", "end"),
    "sign": ("sign", "polarity", "weight", "type", "direction"),
    "words": ("quote", "words", "evidence", "reasoning", "description", "label"),
    "holder": ("holder", "who", "speaker", "author", "respondent"),
}
_LEAST = 2
LARGEST_CELL = 1_000_000


def read(source: Bytes, texts: Sequence[Document]) -> list[Coding]:
    """The rows as claims. Rows without a cause or an effect are passed over."""
    del texts
    coding = Coding(source.name, PurePath(source.name).stem, "", "edge list")
    rows = _rows(source)
    if not rows:
        return [coding]
    places = _places(rows[0])
    for row in rows[1:] if places else rows:
        cell = _Cells(row, places or {"cause": 0, "effect": 1, "sign": 2, "words": 3})
        if cell("cause") and cell("effect"):
            sign, words, holder = sign_of(cell("sign")), cell("words"), cell("holder")
            coding.links.append(Linked(cell("cause"), cell("effect"), sign, words=words, holder=holder))
    return [coding]


class _Cells:
    """A row, asked by what its cells mean; "" for a cell that is not there."""

    def __init__(self, row: list[str], places: dict[str, int]) -> None:
        self.row = row
        self.places = places

    def __call__(self, meaning: str) -> str:
        place = self.places.get(meaning, len(self.row))
        return self.row[place].strip() if place < len(self.row) else ""


def _rows(source: Bytes) -> list[list[str]]:
    text = decode(source, None).text
    tabs = PurePath(source.name).suffix.lower() == ".tsv"
    first = text.partition("\n")[0]
    mark = "\t" if tabs else max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST_CELL)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) if any(row)]
    except csv.Error as error:
        message = f"{source.name} is no table that can be read: {error}"
        raise SourceError(message) from error
    if rows and len(rows[0]) < _LEAST:
        message = f"{source.name} needs two columns at least, a cause and an effect; it has one"
        raise SourceError(message)
    return rows


def _places(head: list[str]) -> dict[str, int]:
    """Which column means what; nothing where the first row names no cause and effect."""
    names = [cell.strip().casefold() for cell in head]
    found: dict[str, int] = {}
    for meaning, known in _COLUMNS.items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None:
            found[meaning] = place
    return found if {"cause", "effect"} <= found.keys() else {}
