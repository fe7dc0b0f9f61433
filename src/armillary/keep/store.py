"""The file of a corpus: opened by one who writes, or by many who read. A document goes in whole or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from armillary.errors import CorpusError
from armillary.keep import once, rollup, shape
from armillary.keep.leaf import Leaf, unpacked
from armillary.rows import Cell
from armillary.system import System

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a document is not in the corpus, in words. `sha256` is None where it could not be opened."""

    reason: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document from beside it; None is unknown."""

    author: str | None = None
    body: str | None = None
    dated: str | None = None


class Corpus:
    """An open corpus. Documents are known by their paths."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._held = set(self.known())
        self._rolled = rollup.is_kept(connection)

    def known(self) -> dict[str, tuple[str | None, str]]:
        """Content hash and fingerprint of every document, those in trouble among them."""
        rows = self._connection.execute(
            "SELECT document, sha256, fingerprint FROM documents "
            "UNION ALL SELECT document, sha256, fingerprint FROM problems"
        ).fetchall()
        return {document: (sha256, fingerprint) for document, sha256, fingerprint in rows}

    def put(self, document: str, found: Leaf | Trouble, fingerprint: str, facts: Facts) -> None:
        """Keep what a document gives in place of what it gave before, in one transaction."""
        with self._change():
            self._forget(document)
            self._held.add(document)
            if isinstance(found, Trouble):
                self._connection.execute(
                    "INSERT INTO problems VALUES (?, ?, ?, ?)",
                    [document, found.reason, found.sha256, fingerprint],
                )
                return
            dated = facts.dated or found.dated
            head = [document, found.name, found.title, facts.author, facts.body, dated, _year(dated)]
            tail = [found.characters, found.sha256, fingerprint, found.model, found.signature]
            self._connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)",
                [*head, *tail],
            )
            for table, rows in found.rows.items():
                if rows:
                    columns = [list(column) for column in zip(*rows, strict=True)]
                    self._connection.execute(shape.insertion(table), [document, *columns])

    def remove(self, document: str) -> None:
        """Take a document out, in one transaction."""
        with self._change():
            self._forget(document)

    def count_once(self) -> int:
        """Find the copies among the documents and mark what they repeat, where anything is new; how many there are.

        Until this is done after a change, copies are those that there were before.
        """
        if self._connection.execute(once.STALE).fetchall() != [(False,)]:
            with self._change():
                once.count(self._connection)
        return len(self.ask("SELECT document FROM copies")[1])

    def roll_up(self) -> None:
        """Count what questions ask for often, if anything has changed since. Errors: `CorpusError`."""
        if not self._rolled:
            with self._transaction():
                rollup.keep(self._connection)
            self._rolled = True

    def _forget(self, document: str) -> None:
        if document not in self._held:  # nothing to look for: the usual case, and the tables are long
            return
        for table in ("documents", "problems", *shape.ROWS):
            self._connection.execute(f"DELETE FROM {table} WHERE document = ?", [document])

    def ask(self, sql: str, values: Sequence[Cell | list[str]] = ()) -> tuple[list[str], list[Row]]:
        """Names of columns, and rows. Errors: `CorpusError` with what DuckDB says of the SQL."""
        try:
            answer = self._connection.execute(sql, list(values))
            return [column[0] for column in answer.description or ()], answer.fetchall()
        except duckdb.Error as error:
            message = f"{self._name} cannot answer: {error}"
            raise CorpusError(message) from error

    def parquet(self, sql: str, values: Sequence[Cell], path: Path) -> None:
        """Write an answer as a Parquet file. Errors: `CorpusError`."""
        try:
            self._connection.sql(sql, params=list(values)).write_parquet(str(path))
        except duckdb.Error as error:
            message = f"cannot write {path}: {error}"
            raise CorpusError(message) from error

    def model(self, document: str) -> System:
        """The whole model of a document. Errors: `CorpusError` where there is none."""
        row = self._connection.execute(
            "SELECT model FROM documents WHERE document = ?", [document]
        ).fetchone()
        if row is None:
            message = f"{self._name} holds no document {document}"
            raise CorpusError(message)
        return unpacked(row[0])

    @contextmanager
    def _change(self) -> Iterator[None]:
        """A transaction that changes what is counted: the counts go with it."""
        with self._transaction():
            if self._rolled:
                rollup.let_go(self._connection)
            yield
        self._rolled = False

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.begin()
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()
        except duckdb.Error as error:
            message = f"cannot write to {self._name}: {error}; what was kept before still is"
            raise CorpusError(message) from error


@contextmanager
def opened(path: Path, *, to_write: bool) -> Iterator[Corpus]:
    """The corpus of a file, made where it is not there and somebody wants to write.

    Errors: `CorpusError` for one that another run writes to, that is damaged or no corpus, and for one
    of a newer format.
    """
    if not to_write and not path.is_file():
        message = f"there is no corpus {path}: make one with armillary corpus add FOLDER --to {path}"
        raise CorpusError(message)
    try:
        connection = duckdb.connect(str(path), read_only=not to_write)
    except duckdb.Error as error:
        raise CorpusError(_refusal(path, error)) from error
    try:
        _check(connection, path, to_write=to_write)
        yield Corpus(connection, str(path))
    finally:
        connection.close()


def _check(connection: duckdb.DuckDBPyConnection, path: Path, *, to_write: bool) -> None:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables and to_write:
        connection.begin()
        for statement in shape.creation():
            connection.execute(statement)
        connection.commit()
        return
    if "format" not in tables:
        message = f"{path} is a DuckDB file and no corpus of Armillary: give another name"
        raise CorpusError(message)
    row = connection.execute("SELECT max(version) FROM format").fetchone()
    version = row[0] if row else None
    if version is None or version < shape.FORMAT:
        message = (
            f"{path} is a corpus of the older format {version}, this Armillary reads {shape.FORMAT}: "
            "read its documents again with armillary corpus add, into a new file"
        )
        raise CorpusError(message)
    if version > shape.FORMAT:
        message = f"{path} is a corpus of format {version}, this Armillary reads {shape.FORMAT}: install a newer one"
        raise CorpusError(message)


def _refusal(path: Path, error: duckdb.Error) -> str:
    said = str(error)
    if "lock" in said.lower():
        return f"another run is writing to {path}: wait until it is done, then begin again"
    if path.is_file():
        return f"{path} is no corpus, or damaged, or of a newer DuckDB: {said.splitlines()[0]}"
    return f"cannot make {path}: {said.splitlines()[0]}"


def _year(dated: str | None) -> int | None:
    return int(dated[:4]) if dated and dated[:4].isdigit() else None
