"""Tables as CSV: one row for each noun, its id first, UTF-8 with a header.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it.
"""

import csv as codec
import io

from armillary.rows import Cell
from armillary.system import System

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(system: System, name: str) -> bytes:
    """A table by name. An empty table gives no bytes but a line end."""
    rows = system.rows(name)
    file = io.StringIO(newline="")
    writer = codec.writer(file, lineterminator="\n")
    writer.writerow(rows[0] if rows else [])
    writer.writerows([safe(cell) for cell in row.values()] for row in rows)
    return file.getvalue().encode()


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
