"""Roll-ups: what a question would count over every claim, counted once and kept beside the claims.

Each is a view that counts from `said`. At the end of a run the one writer counts them into tables and lets the
views read these; the first document that changes takes the tables away in its own transaction. So a view never
tells of other claims than those that are there: after a run that was cut off it is slow, and right.
"""

import duckdb

WORD = 63
"""Links in one word of `sides`: the bits of a BIGINT without its sign."""
WIDE = 8
"""A link is packed with others where one holder in so many speaks of it. Two words are compared for each two
holders, two bits for each two who speak of the link: packing pays from the square root of WORD on."""

ROLLED = {
    "stands": """
  SELECT DISTINCT who, lower(cause) AS cause, lower(effect) AS effect, says FROM said WHERE says <> 'unclear' AND NOT repeats
  ORDER BY ALL""",
    "years": """
  SELECT lower(cause) AS cause, lower(effect) AS effect, says, year, count(*) AS claims FROM said
  WHERE NOT repeats GROUP BY ALL ORDER BY year, cause, effect, says""",
    "holders": """
  SELECT (row_number() OVER (ORDER BY who))::INTEGER AS holder, who FROM (SELECT DISTINCT who FROM stands)
  ORDER BY holder""",
    "sides": f"""
  WITH shared AS (
    SELECT cause, effect, count(DISTINCT who) * {WIDE} >= (SELECT count(*) FROM holders) AS wide
    FROM stands GROUP BY cause, effect HAVING count(DISTINCT who) > 1
  ), placed AS (
    SELECT cause, effect, wide, row_number() OVER (PARTITION BY wide ORDER BY cause, effect) - 1 AS place FROM shared
  ), coded AS (
    SELECT cause, effect, CASE WHEN wide THEN place // {WORD} ELSE -1 - place END AS word,
      CASE WHEN wide THEN 1::BIGINT << (place % {WORD}) ELSE 1 END AS link FROM placed
  )
  SELECT word, holder, coalesce(bit_or(link) FILTER (says = 'raises'), 0) AS raises,
    coalesce(bit_or(link) FILTER (says = 'lowers'), 0) AS lowers,
    coalesce(bit_or(link) FILTER (says = 'denies'), 0) AS denies
  FROM stands JOIN coded USING (cause, effect) JOIN holders USING (who) GROUP BY word, holder
  ORDER BY word, holder""",
}
"""What each counts, in an order in which one may build on those before it. `sides` holds for each holder the links that
two holders or more speak of, as sets of bits: a word for links of few, one for each 63 links of many."""


def views() -> list[str]:
    """The SQL that lets each count from the claims."""
    return [f"CREATE OR REPLACE VIEW {name} AS {select}" for name, select in ROLLED.items()]


def is_kept(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether they are counted."""
    found = connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'kept_sides'")
    return found.fetchall() == [(1,)]


def keep(connection: duckdb.DuckDBPyConnection) -> None:
    """Count each into a table of its own. Within a transaction of the caller's."""
    for name, select in ROLLED.items():
        connection.execute(f"CREATE TABLE kept_{name} AS {select}")
        connection.execute(f"CREATE OR REPLACE VIEW {name} AS FROM kept_{name}")


def let_go(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the tables away: the claims are about to change. Within the transaction that changes them."""
    for view in views():
        connection.execute(view)
    for name in ROLLED:
        connection.execute(f"DROP TABLE kept_{name}")
