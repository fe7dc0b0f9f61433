"""The tables and views of a corpus. Views are the contract with those who ask by SQL: docs/corpus.md."""

from armillary.keep import rollup

FORMAT = 2
"""Counted up where a table changes so that an older Armillary would misread it."""

ROWS = {
    "claims": {
        "id": "VARCHAR",
        "cause": "VARCHAR",
        "effect": "VARCHAR",
        "sign": "VARCHAR",
        "modality": "VARCHAR",
        "holder": "VARCHAR",
        "belief": "DOUBLE",
        "words": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
    },
    "events": {
        "id": "VARCHAR",
        "date": "VARCHAR",
        "what": "VARCHAR",
        "who": "VARCHAR",
        "whom": "VARCHAR",
        "modality": "VARCHAR",
        "holder": "VARCHAR",
        "words": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
    },
    "positions": {
        "id": "VARCHAR",
        "holder": "VARCHAR",
        "matter": "VARCHAR",
        "stance": "VARCHAR",
        "words": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
    },
}
"""The columns of each table beside `document`, the path of the document that a row is of."""

_DOCUMENTS = """
CREATE TABLE documents (
  document VARCHAR, name VARCHAR, title VARCHAR, author VARCHAR, body VARCHAR, dated VARCHAR,
  year INTEGER, characters BIGINT, sha256 VARCHAR, fingerprint VARCHAR, model BLOB
);
CREATE TABLE problems (
  document VARCHAR, reason VARCHAR, sha256 VARCHAR, fingerprint VARCHAR
);
CREATE TABLE format (version INTEGER);
"""

_VIEWS = """
CREATE VIEW said AS
  SELECT d.document, d.name, d.author, d.body, d.dated, d.year,
    CASE WHEN c.holder = 'the author' THEN coalesce(d.author, 'the author of ' || d.name) ELSE c.holder END
      AS who,
    c.cause, c.effect, CASE WHEN c.modality = 'negated' THEN 'denies' ELSE c.sign END AS says,
    c.modality, c.belief, c.words, c.start, c."end", c.id AS claim
  FROM claims c JOIN documents d USING (document);
CREATE VIEW links AS
  SELECT lower(cause) AS cause, lower(effect) AS effect, says, count(*) AS claims,
    count(DISTINCT document) AS documents, count(DISTINCT who) AS holders, min(dated) AS since
  FROM said GROUP BY ALL;
"""


def creation() -> list[str]:
    """The statements that make an empty corpus."""
    tables = "".join(
        f"CREATE TABLE {name} (document VARCHAR, "
        + ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
        + ");\n"
        for name, columns in ROWS.items()
    )
    script = f"{_DOCUMENTS}{tables}{_VIEWS}INSERT INTO format VALUES ({FORMAT})"
    return [*script.split(";"), *rollup.views()]


def insertion(table: str) -> str:
    """The SQL that puts rows in: a document, then one list for each column."""
    columns = ROWS[table]
    lists = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} (document, {names}) SELECT ?, {lists}"
