"""Factors as people type them: by id, label or alias, in any case, with or without the article, or begun."""

from difflib import get_close_matches

from armillary.errors import SettingsError
from armillary.system import System

ARTICLES = ("the ", "a ", "an ")
MOST_LISTED = 8


def factor_named(system: System, words: str) -> str:
    """The id of the factor. `SettingsError` lists those that fit, or offers the nearest where none does."""
    if words in system.factors:
        return words
    asked = plain(words)
    names = _names(system)
    if not asked or not names:
        message = f"no factor is called {words!r}" + ("" if names else ": the model has none")
        raise SettingsError(message)
    fits = (
        {key for name, key in names if name == asked},
        {key for name, key in names if name.startswith(asked)},
        {key for name, key in names if asked in name},
    )
    found = next((keys for keys in fits if keys), set())
    if len(found) == 1:
        return found.pop()
    raise SettingsError(_several(system, words, found) if found else _none(system, words, asked))


def plain(words: str) -> str:
    """Words as they are compared: lower case, straight apostrophes, single blanks, no article.

    >>> plain("  The  Tenants’ Union")
    "tenants' union"
    """
    low = " ".join(words.split()).casefold().replace("’", "'")
    return next((low[len(article) :] for article in ARTICLES if low.startswith(article)), low)


def _names(system: System) -> list[tuple[str, str]]:
    return [
        (plain(words), key)
        for key, factor in system.factors.items()
        for words in (factor.label, *(place.words for place in factor.aliases))
    ]


def _several(system: System, words: str, found: set[str]) -> str:
    labels = [f"{key} {factor.label!r}" for key, factor in system.factors.items() if key in found]
    more = f" and {len(labels) - MOST_LISTED} more" if len(labels) > MOST_LISTED else ""
    return f"{words!r} fits several factors: {', '.join(labels[:MOST_LISTED])}{more}; name one of them"


def _none(system: System, words: str, asked: str) -> str:
    labels = {plain(factor.label): factor.label for factor in system.factors}
    near = get_close_matches(asked, labels, n=3, cutoff=0.5)
    hint = (
        f"the nearest: {', '.join(repr(labels[name]) for name in near)}"
        if near
        else "see armillary show MODEL factors"
    )
    return f"no factor is called {words!r}; {hint}"
