"""Documents that are nearly others count once: which are copies of which, and which of their claims repeat."""

import duckdb
import numpy as np

from armillary.keep import shape
from armillary.likeness import copies

STALE = """
SELECT EXISTS (FROM documents WHERE NOT compared)
  OR EXISTS (FROM copies WHERE document NOT IN (SELECT document FROM documents)
    OR source NOT IN (SELECT document FROM documents))
"""
"""Whether documents have come or gone since this was worked out."""


def count(connection: duckdb.DuckDBPyConnection) -> None:
    """Work it out anew for all documents. The earliest of those that are alike is the source."""
    rows = connection.execute(
        "SELECT document, signature FROM documents ORDER BY dated NULLS LAST, document"
    ).fetchall()
    signed = [None if held is None else np.frombuffer(held, "<u4") for _, held in rows]
    found = [
        (rows[place][0], rows[copy.of][0], copy.alike) for place, copy in sorted(copies(signed).items())
    ]
    connection.execute("DELETE FROM copies")
    connection.execute("UPDATE claims SET repeats = false WHERE repeats")
    connection.execute("UPDATE documents SET compared = true WHERE NOT compared")
    if found:
        columns = [list(column) for column in zip(*found, strict=True)]
        connection.execute(
            "INSERT INTO copies SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::DOUBLE[])",
            columns,
        )
        connection.execute(shape.REPEATED)
