"""A table as Parquet, for DuckDB, pandas, polars, R and Spark: the columns of the CSV, each with its type."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from armillary.rows import Cell
from armillary.system import System


def parquet(system: System, name: str) -> bytes:
    """A table by name. Numbers are numbers, what is not known is NULL. An empty table has the column `id` alone."""
    import duckdb  # noqa: PLC0415  only whoever writes Parquet waits for it

    rows = system.rows(name)
    columns = {title: [row[title] for row in rows] for title in rows[0]} if rows else {"id": []}
    chosen = ", ".join(f'unnest(?::{_type(cells)}[]) AS "{title}"' for title, cells in columns.items())
    with closing(duckdb.connect()) as database, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.parquet"
        database.execute("SET threads = 1")  # the same rows in the same order, the same bytes
        database.sql(f"SELECT {chosen}", params=list(columns.values())).write_parquet(str(path))
        return path.read_bytes()


def _type(cells: Sequence[Cell]) -> str:
    """The type that holds every cell of a column; text where nothing is known."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "BIGINT"
    return "DOUBLE" if kinds and kinds <= {int, float} else "VARCHAR"
