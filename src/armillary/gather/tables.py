"""Tables of facts: CSV, Parquet and DuckDB files, of which only the rows are taken that speak of certain names.

DuckDB reads them, so that a table of millions of rows is never held as a whole.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from difflib import get_close_matches
from pathlib import Path

import duckdb

from armillary.days import iso_days
from armillary.errors import HoldingsError
from armillary.holdings import NAMES, Fact, Facts, folded

PACK = "pack"
"""What `--facts` takes for the table that ships."""

COLUMNS = ("subject", "relation", "object", "value", "unit", "start", "end", "source", "asof")
NEEDED = ("subject", "relation")

MOST_ROWS = 20_000
"""More rows of one table that speak of what a document names are left out, with a note. Set by hand: a state with
all its offices since 1985 has a few dozen."""

NEAREST_NAMES = 2
"""A name this many letters from a known one at most is close to it: *Volodymir Zelensky*, *Volodymyr Zelenskyy*."""

SHORTEST_CLOSE = 8
"""Shorter names are close to too many others."""

_NUMBER = "#"  # the column of row numbers
_FOLDED = "regexp_replace(lower(strip_accents(trim({}))), '^the ', '')"
_SUBJECT, _RELATION, _OBJECT = (
    _FOLDED.format(f'"{name}"') for name in ("subject", "relation", "object")
)
_IS_NAME = f"{_RELATION} IN ({', '.join(repr(name) for name in sorted(NAMES))})"
_CALLED = (
    f"SELECT {_SUBJECT} FROM facts JOIN asked ON {_OBJECT} = name "  # noqa: S608  our own words
    f"WHERE {_IS_NAME}"
)
_ABOUT = (
    f"{_OBJECT} IN (FROM wanted) OR {_IS_NAME} AND "  # noqa: S608  our own words
    f"{_SUBJECT} IN (SELECT DISTINCT {_RELATION} FROM facts)"  # what an office is called besides
)
_CLOSE = (
    f"SELECT known FROM (SELECT DISTINCT {_SUBJECT} AS known FROM facts) JOIN near "  # noqa: S608  our own words
    f"ON left(known, 3) = left(name, 3) AND abs(length(known) - length(name)) <= {NEAREST_NAMES} "
    f"AND length(name) >= {SHORTEST_CLOSE} AND levenshtein(known, name) <= {NEAREST_NAMES}"
)
_PACK = Path(__file__).with_name("pack.csv")
_SUFFIXES = (".csv", ".tsv", ".parquet", ".duckdb", ".db")


def facts(tables: Sequence[str], names: Collection[str], close_to: Collection[str] = ()) -> Facts:
    """The rows of these tables that speak of one of these names, or are close to one of the others, in their order.

    A row speaks of its subject, its relation and its object; the names that a table gives as other names of a thing lead
    to the rows of that thing. A row with a date that is none is left out, and told in the notes.

    Errors: `HoldingsError` for a table that is not there, cannot be read, or lacks a column.
    """
    rows: list[Fact] = []
    notes: list[str] = []
    for table in tables:
        rows.extend(_rows(table, _all_folded(names), _all_folded(close_to), notes))
    return Facts(tuple(rows), tuple(notes))


def refuse_unreadable(tables: Sequence[str]) -> None:
    """Tell of a table that cannot be used before the long work starts. Errors: `HoldingsError`."""
    for table in tables:
        with closing(duckdb.connect()) as database:
            _open(database, table)


def _all_folded(names: Collection[str]) -> list[str]:
    return sorted({folded(name) for name in names} - {""})


def _rows(table: str, names: list[str], close_to: list[str], notes: list[str]) -> Iterator[Fact]:
    path = path_of(table)
    with closing(duckdb.connect()) as database:
        have = _open(database, table)
        _wanted(database, names, close_to, have)
        chosen = ", ".join(f'"{name}"' if name in have else f'NULL AS "{name}"' for name in COLUMNS)
        about = f"{_SUBJECT} IN (FROM wanted) OR {_RELATION} IN (FROM wanted)"
        about += f" OR {_ABOUT}" if "object" in have else ""
        found = database.execute(
            f'SELECT "{_NUMBER}", {chosen} FROM facts WHERE {about} ORDER BY 1 LIMIT {MOST_ROWS + 1}'  # noqa: S608  our own words
        ).fetchall()
    if len(found) > MOST_ROWS:
        notes.append(
            f"{path.name}: only the first {MOST_ROWS:,} rows on what the text names were looked at"
        )
    for number, *cells in found[:MOST_ROWS]:
        place = f"{path.name}, row {number}"
        try:
            yield _fact(cells, place)
        except ValueError as error:
            notes.append(f"{place} is left out: {error}")


def path_of(table: str) -> Path:
    """The file of a table: its path, or the one that ships."""
    return _PACK if table == PACK else Path(table)


def _open(database: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """Make the view *facts* of a table, with the number of each row; its columns."""
    path = path_of(table)
    if not path.is_file():
        message = f"there is no file {table} to take facts from (`--facts {PACK}` takes those that ship)"
        raise HoldingsError(message)
    if path.suffix.lower() not in _SUFFIXES:
        message = f"cannot take facts from {table}: tables are read from {', '.join(_SUFFIXES)}"
        raise HoldingsError(message)
    try:
        database.execute(_view(database, path))
        have = [name for name, *_ in database.execute("DESCRIBE facts").fetchall()]
    except (duckdb.Error, UnicodeDecodeError) as error:
        message = f"cannot read facts from {table}: {str(error).splitlines()[0]}"
        raise HoldingsError(message) from error
    missing = [name for name in NEEDED if name not in have]
    if not missing and "object" not in have and "value" not in have:
        missing = ["object"]
    if missing:
        near = get_close_matches(missing[0], have, n=1)
        hint = f"; is it {near[0]!r}?" if near else f"; it has {', '.join(have[1:])}"
        message = f"{table} has no column {missing[0]!r}{hint}. The columns are {', '.join(COLUMNS)}"
        raise HoldingsError(message)
    return have


def _view(database: duckdb.DuckDBPyConnection, path: Path) -> str:
    """The statement that makes the view *facts* of a file."""
    quoted = "'" + str(path).replace("'", "''") + "'"
    match path.suffix.lower():
        case ".parquet":
            source = f"read_parquet({quoted})"
        case ".duckdb" | ".db":
            database.execute(f"ATTACH {quoted} AS held (READ_ONLY)")
            source = _only_table(database)
        case _:
            source = f"read_csv({quoted}, header = true, all_varchar = true, strict_mode = false)"
    columns = [name for name, *_ in database.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]  # noqa: S608  quoted above
    lowered = ", ".join(
        f'CAST("{name.replace(chr(34), chr(34) * 2)}" AS VARCHAR) AS "{_plain(name)}"'
        for name in columns
    )
    return (
        f'CREATE TEMP VIEW facts AS SELECT row_number() OVER () AS "{_NUMBER}", {lowered} FROM {source}'  # noqa: S608  quoted above
    )


def _plain(column: str) -> str:
    return column.strip().lower().replace(chr(34), chr(34) * 2)


def _only_table(database: duckdb.DuckDBPyConnection) -> str:
    """The table *facts* of a DuckDB file, or its only one."""
    found = database.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'held' ORDER BY ALL"
    ).fetchall()
    chosen = [row for row in found if row[1] == "facts"] or found
    if len(chosen) != 1:
        told = ", ".join(name for _, name in found) or "none"
        message = (
            f"a DuckDB file gives facts from its table *facts*, or from its only one; it has {told}"
        )
        raise HoldingsError(message)
    return 'held."{}"."{}"'.format(*chosen[0])


def _wanted(
    database: duckdb.DuckDBPyConnection, names: list[str], close_to: list[str], have: list[str]
) -> None:
    """Make the table *wanted*: the names, what the facts call them besides, and known names close to them."""
    for table, listed in (("asked", names), ("near", close_to)):
        database.execute(f"CREATE TEMP TABLE {table} AS SELECT unnest(?::VARCHAR[]) AS name", [listed])
    parts = ["SELECT name FROM asked", _CLOSE, *([_CALLED] if "object" in have else [])]
    database.execute(f"CREATE TEMP TABLE wanted AS {' UNION '.join(parts)}")


def _fact(cells: Sequence[str | None], place: str) -> Fact:
    """A row as a fact. Errors: `ValueError`, which says what is wrong with it."""
    subject, relation, other, value, unit, start, end, source, asof = (
        (cell or "").strip() or None for cell in cells
    )
    if subject is None or relation is None:
        message = "it has no subject or no relation"
        raise ValueError(message)
    if other is None and value is None:
        message = "it has neither an object nor a value"
        raise ValueError(message)
    for name, told in (("start", start), ("end", end), ("asof", asof)):
        if told is not None and iso_days(told) is None:
            message = f"its {name} {told!r} is no date; dates are written 1914-07-28, 1914-07 or 1914"
            raise ValueError(message)
    return Fact(subject, relation, other, _number(value), unit, start, end, source, place, asof)


def _number(value: str | None) -> float | None:
    if value is None:
        return None
    try:
        return float(value.replace(",", "").replace("\u202f", "").replace(" ", ""))
    except ValueError:
        message = f"its value {value!r} is no number"
        raise ValueError(message) from None
