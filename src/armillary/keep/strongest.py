"""The strongest links of a corpus, with the sentences behind them: what an atlas shows."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath

from armillary.atlas import SIDES, Atlas, Link, Saying, Source
from armillary.keep.store import Corpus, Row
from armillary.rows import Cell

MOST_LINKS = 1000
"""Links of an atlas where nobody asks for more. Chosen so that its page stays below 10 MB (docs/scale.md)."""
MOST_SAYINGS = 25
"""Sentences on each side of a link. Every holder is heard once, earliest first, before anybody is heard again."""

_PAIR = "lower(cause) AS cause, lower(effect) AS effect"
_COUNTS = ", ".join(f"count(*) FILTER (says = '{side}') AS {side}" for side in SIDES)
_STRONGEST = f"""
SELECT {_PAIR}, count(DISTINCT document) AS documents, count(DISTINCT who) AS holders, count(*) AS claims,
  min(dated) AS since, {_COUNTS}, count(*) OVER () AS links_in_all
FROM said GROUP BY lower(cause), lower(effect)
ORDER BY count(DISTINCT document) FILTER (NOT repeats) DESC, holders DESC, claims DESC, cause, effect LIMIT ?
"""
_SAYINGS = """
WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS a, unnest(?::VARCHAR[]) AS b)
, told AS (
  SELECT *, row_number() OVER (PARTITION BY a, b, says, who ORDER BY dated NULLS LAST, document, start, claim) AS turn
  FROM said JOIN wanted ON lower(cause) = a AND lower(effect) = b
)
SELECT a, b, cause, effect, document, who, says, modality, words, start, "end" FROM told
QUALIFY row_number() OVER (PARTITION BY a, b, says ORDER BY turn, dated NULLS LAST, document, start, claim) <= ?
ORDER BY a, b, dated NULLS LAST, document, start, claim
"""
_SOURCES = """
SELECT document, name, title, author, body, dated, year
FROM documents JOIN (SELECT unnest(?::VARCHAR[]) AS document) USING (document)
"""


def strongest(corpus: Corpus, name: str, most: int = MOST_LINKS) -> Atlas:
    """The atlas of a corpus that is called `name`. Errors: `CorpusError`."""
    links = corpus.ask(_STRONGEST, [most])[1]
    sayings = corpus.ask(_SAYINGS, [_column(links, 0), _column(links, 1), MOST_SAYINGS])[1]
    sources = _sources(corpus, sorted({str(row[4]) for row in sayings}))
    labels = _labels(sayings)
    behind = defaultdict(list)
    for a, b, _, _, document, who, says, modality, words, start, end in sayings:
        told = (str(who), str(says), str(modality), str(words), int(str(start)), int(str(end)))
        behind[a, b].append(Saying(sources[str(document)], *told))
    return Atlas(
        PurePath(name).stem,
        _count(corpus, "documents"),
        _count(corpus, "claims"),
        int(str(links[0][-1])) if links else 0,
        [_link(row, labels, tuple(behind[row[0], row[1]])) for row in links],
    )


def _link(row: Row, labels: dict[str, str], sayings: tuple[Saying, ...]) -> Link:
    cause, effect, documents, holders, _, since, *rest = row
    counts = {side: int(str(count)) for side, count in zip(SIDES, rest, strict=False) if count}
    return Link(
        labels[str(cause)],
        labels[str(effect)],
        counts,
        int(str(documents)),
        int(str(holders)),
        None if since is None else str(since),
        sayings,
    )


def _labels(sayings: Sequence[Row]) -> dict[str, str]:
    """How each factor is written. Where it is written in several ways, that with the fewest capitals."""
    labels: dict[str, str] = {}
    for a, b, cause, effect, *_ in sayings:
        for key, name in ((str(a), str(cause)), (str(b), str(effect))):
            labels[key] = max(labels.get(key, name), name)
    return labels


def _sources(corpus: Corpus, paths: list[str]) -> dict[str, Source]:
    return {str(row[0]): _source(*row) for row in corpus.ask(_SOURCES, [paths])[1]}


def _source(path: Cell, name: Cell, *rest: Cell) -> Source:
    *facts, year = rest
    title, author, body, dated = (None if fact is None else str(fact) for fact in facts)
    return Source(
        str(path), str(name), title, author, body, dated, None if year is None else int(str(year))
    )


def _count(corpus: Corpus, table: str) -> int:
    return int(str(corpus.ask(f"SELECT count(*) FROM {table}")[1][0][0]))


def _column(rows: Sequence[Row], place: int) -> list[str]:
    return [str(row[place]) for row in rows]
