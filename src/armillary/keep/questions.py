"""The common questions of a corpus, as SQL over its views."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from armillary.errors import SettingsError
from armillary.rows import Cell

Asked = tuple[str, list[Cell]]
"""SQL, and the values for its question marks."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its name; `takes` are what it wants to know, as help prints them."""

    name: str
    takes: tuple[str, ...]
    tells: str
    ask: Callable[..., Asked]


_PAIR = "contains(lower(cause), lower(?)) AND contains(lower(effect), lower(?))"
_SOURCES = "count(DISTINCT document) FILTER (NOT repeats) AS sources"
_ORDER = "dated NULLS LAST, document, start, claim"
_SIDES = ("raises", "lowers", "denies")


def _who(cause: str, effect: str) -> Asked:
    return (
        (
            "SELECT who, says, min(dated) AS since, count(*) AS claims, count(DISTINCT document) AS documents, "
            f"{_SOURCES}, first(words ORDER BY {_ORDER}) AS words FROM said WHERE {_PAIR} "
            "GROUP BY who, says ORDER BY since NULLS LAST, who, says"
        ),
        [cause, effect],
    )


def _years(cause: str, effect: str) -> Asked:
    return (
        (
            "SELECT year, says, count(*) AS claims, count(DISTINCT document) AS documents, "
            f"{_SOURCES}, count(DISTINCT who) AS holders FROM said WHERE {_PAIR} "
            "GROUP BY year, says ORDER BY year NULLS LAST, says"
        ),
        [cause, effect],
    )


def _first(cause: str, effect: str) -> Asked:
    return (
        (
            f"SELECT dated, who, says, cause, effect, words, document, start FROM said WHERE {_PAIR} "
            f"QUALIFY row_number() OVER (PARTITION BY says ORDER BY {_ORDER}) = 1 ORDER BY {_ORDER}"
        ),
        [cause, effect],
    )


def _words(cause: str, effect: str) -> Asked:
    return (
        (
            'SELECT dated, who, says, cause, effect, words, document, start, "end", repeats FROM said '
            f"WHERE {_PAIR} ORDER BY {_ORDER}"
        ),
        [cause, effect],
    )


def _between(one: str, other: str) -> Asked:
    stand = (
        "SELECT who, lower(cause) AS cause, lower(effect) AS effect, says, "
        f"first(words ORDER BY {_ORDER}) AS words FROM said "
        "WHERE says <> 'unclear' AND contains(lower(who), lower(?)) GROUP BY ALL"
    )
    return (
        (
            f"WITH one AS ({stand}), other AS ({stand}) SELECT cause, effect, one.who, one.says, one.words, "
            "other.who AS other, other.says AS other_says, other.words AS other_words "
            "FROM one JOIN other USING (cause, effect) WHERE one.who <> other.who "
            "ORDER BY one.says = other.says, cause, effect, one.who, one.says, other.who, other.says"
        ),
        [one, other],
    )


_SAME = " + ".join(f"bit_count(one.{says} & other.{says})" for says in _SIDES)
_OPPOSED = " + ".join(
    f"bit_count(one.{one} & other.{other})" for one, other in itertools.permutations(_SIDES, 2)
)


def _agree() -> Asked:
    return (
        (
            f"WITH pairs AS (SELECT one.holder AS one, other.holder AS other, sum({_SAME})::BIGINT AS agree, "
            f"sum({_OPPOSED})::BIGINT AS differ FROM sides one JOIN sides other USING (word) "
            "WHERE one.holder < other.holder GROUP BY ALL) "
            "SELECT a.who, b.who AS other, agree, differ FROM pairs "
            "JOIN holders a ON pairs.one = a.holder JOIN holders b ON pairs.other = b.holder "
            "WHERE agree + differ > 0 ORDER BY agree DESC, differ DESC, a.who, other"
        ),
        [],
    )


def _changed(before: str, after: str) -> Asked:
    values: list[Cell] = [*_period(before), *_period(after)]
    count = "coalesce(sum(claims) FILTER (year BETWEEN ? AND ?), 0)::BIGINT"
    return (
        (
            f"SELECT cause, effect, says, {count} AS before, {count} AS after FROM years "
            "WHERE year BETWEEN ? AND ? OR year BETWEEN ? AND ? GROUP BY ALL HAVING before <> after "
            "ORDER BY abs(after - before) DESC, cause, effect, says"
        ),
        [*values, *values],
    )


GROUPS = ("author", "body", "year", "who")
"""Columns of the view `said` by which the maps of a corpus are told apart."""


def _maps(group: str) -> Asked:
    if group not in GROUPS:
        message = f"maps are told apart by {', '.join(GROUPS)}, not by {group!r}"
        raise SettingsError(message)
    sides = ", ".join(f"count(*) FILTER (says = '{side}') AS {side}" for side in (*_SIDES, "unclear"))
    return (
        (
            f"SELECT {group}, lower(said.cause) AS cause, lower(said.effect) AS effect, {sides}, "
            f"count(DISTINCT who) AS holders, count(DISTINCT document) AS documents, {_SOURCES} FROM said "
            f"GROUP BY ALL ORDER BY {group} NULLS LAST, sources DESC, count(*) DESC, cause, effect"
        ),
        [],
    )


def _copies() -> Asked:
    return (
        (
            "SELECT k.document, k.source, k.alike, count(c.id) AS claims, count(c.id) FILTER (c.repeats) AS repeated "
            "FROM copies k LEFT JOIN claims c USING (document) GROUP BY ALL ORDER BY source, k.document"
        ),
        [],
    )


def _period(words: str) -> tuple[int, int]:
    first, _, last = words.partition("-")
    if first.isdigit() and (last or first).isdigit():
        return int(first), int(last or first)
    message = f"{words!r} is no period; write it as 1914 or 1900-1913"
    raise SettingsError(message)


QUESTIONS = (
    Question(
        "who", ("CAUSE", "EFFECT"), "who claims that the one affects the other, and since when", _who
    ),
    Question("years", ("CAUSE", "EFFECT"), "claims for and against, by year", _years),
    Question("first", ("CAUSE", "EFFECT"), "where each of them is said first", _first),
    Question("words", ("CAUSE", "EFFECT"), "every sentence that claims it, with its place", _words),
    Question(
        "between", ("ONE", "OTHER"), "links that both holders speak of, with the words of each", _between
    ),
    Question("agree", (), "which holders agree, on how many links", _agree),
    Question(
        "changed",
        ("BEFORE", "AFTER"),
        "links told more or less often in one period than another",
        _changed,
    ),
    Question(
        "maps",
        ("BY",),
        "a map for each author, body, year or who: its links, for and against apart",
        _maps,
    ),
    Question(
        "copies", (), "which documents are nearly others, and how many of their claims repeat", _copies
    ),
    Question("sql", ("SELECT",), "any other, over the views said and links", lambda sql: (sql, [])),
)


def asked(name: str, words: tuple[str, ...]) -> Asked:
    """The SQL of a question. Errors: `SettingsError` for a question that is none, or wants other words."""
    known = {question.name: question for question in QUESTIONS}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the questions are {', '.join(known)}"
        message = f"there is no question {name!r}; {hint}"
        raise SettingsError(message)
    question = known[name]
    if len(words) != len(question.takes):
        wants = " ".join(question.takes) or "nothing more"
        message = f"the question {name} takes {wants}, not {len(words)} words or phrases"
        raise SettingsError(message)
    return question.ask(*words)
