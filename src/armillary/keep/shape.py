"""The tables and views of a corpus. Views are the contract with those who ask by SQL: docs/corpus.md."""

from armillary.keep import rollup

FORMAT = 3
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
"""The columns of each table beside `document`, the path of the document that a row is of. `claims` has one more,
`repeats`: whether a document that this one copies, or another copy of it, says the same."""

_DOCUMENTS = """
CREATE TABLE documents (
  document VARCHAR, name VARCHAR, title VARCHAR, author VARCHAR, body VARCHAR, dated VARCHAR,
  year INTEGER, characters BIGINT, sha256 VARCHAR, fingerprint VARCHAR, model BLOB,
  signature BLOB, compared BOOLEAN
);
CREATE TABLE copies (document VARCHAR, source VARCHAR, alike DOUBLE);
CREATE TABLE problems (
  document VARCHAR, reason VARCHAR, sha256 VARCHAR, fingerprint VARCHAR
);
CREATE TABLE format (version INTEGER);
"""

_SAYS = "CASE WHEN c.modality = 'negated' THEN 'denies' ELSE c.sign END"
_VIEWS = f"""
CREATE VIEW said AS
  SELECT d.document, d.name, d.author, d.body, d.dated, d.year,
    CASE WHEN c.holder = 'the author' THEN coalesce(d.author, 'the author of ' || d.name) ELSE c.holder END
      AS who,
    c.cause, c.effect, {_SAYS} AS says,
    c.modality, c.belief, c.words, c.start, c."end", c.id AS claim, c.repeats
  FROM claims c JOIN documents d USING (document);
CREATE VIEW links AS
  SELECT lower(cause) AS cause, lower(effect) AS effect, says, count(*) AS claims,
    count(DISTINCT document) AS documents, count(DISTINCT document) FILTER (NOT repeats) AS sources,
    count(DISTINCT who) AS holders, min(dated) AS since
  FROM said GROUP BY ALL;
"""


def creation() -> list[str]:
    """The statements that make an empty corpus."""
    tables = "".join(
        f"CREATE TABLE {name} (document VARCHAR, "
        + ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
        + (", repeats BOOLEAN DEFAULT false" if name == "claims" else "")
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


REPEATED = f"""
UPDATE claims SET repeats = true FROM (
  WITH told AS (
    SELECT c.document, c.id, coalesce(k.source, c.document) AS source, d.dated,
      lower(c.cause) AS cause, lower(c.effect) AS effect, {_SAYS} AS says,
      row_number() OVER (PARTITION BY c.document, lower(c.cause), lower(c.effect), {_SAYS}
        ORDER BY c.start, c.id) AS time
    FROM claims c JOIN documents d USING (document) LEFT JOIN copies k USING (document)
    WHERE k.source IS NOT NULL OR c.document IN (SELECT source FROM copies)
  )
  SELECT document, id FROM told QUALIFY row_number() OVER (
    PARTITION BY source, cause, effect, says, time ORDER BY document <> source, dated NULLS LAST, document) > 1
) again WHERE claims.document = again.document AND claims.id = again.id
"""
"""Marks the claims of copies that were told before, as often as they were: what a copy adds stays a claim."""
