"""Noun phrases without a parser: tokens, closed classes and the look of a plural.

`Phrases` is the one place that guesses where a noun phrase starts and ends. Once tags are at hand,
another class with the same two functions takes its place.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from armillary.reading import Token

LONGEST = 6
"""Words of a noun phrase at most."""

SHORTEST_PLURAL = 3
"""Letters: *as* is none."""


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes (`words.toml`)."""

    determiners: frozenset[str]
    closed: frozenset[str]
    verbs: frozenset[str]
    level: frozenset[str]
    movement: frozenset[str]
    plurals: frozenset[str]
    never_plural: frozenset[str]
    raising: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(**{name: frozenset(listed.split()) for name, listed in data.items()})


def is_noun_like(token: Token) -> bool:
    """Whether a token can stand in a noun phrase: a word of no closed class."""
    return (
        token.low[0].isalpha()
        and token.low not in words().closed
        and token.low not in words().determiners
    )


def is_plural(token: Token) -> bool:
    """Whether a token looks like a plural noun."""
    low = token.low
    if low in words().plurals:
        return True
    plain = low.endswith("s") and not low.endswith(("ss", "'s", "us", "is", "ous"))
    return plain and len(low) >= SHORTEST_PLURAL and low not in words().never_plural


def is_verb_like(token: Token) -> bool:
    """Whether a token after a noun more likely goes on with a verb."""
    low = token.low
    return low in words().verbs or low in words().level or (len(low) > 4 and low.endswith(("ed", "ly")))  # noqa: PLR2004  bed, need, fly


def forward(tokens: tuple[Token, ...], at: int, last: int, *, plural: bool) -> tuple[int, int] | None:
    """The noun phrase that starts at `at`, as [first, last) of tokens, its determiners left out.

    `plural`: the phrase is counted, so its head is the first plural, where one comes.
    """
    while at < last and tokens[at].low in words().determiners:
        at += 1
    end = at
    while (
        end < min(last, at + LONGEST)
        and is_noun_like(tokens[end])
        and not (end > at and is_verb_like(tokens[end]))
    ):
        end += 1
        if plural and is_plural(tokens[end - 1]):
            break
    return (at, end) if end > at else None


def backward(tokens: tuple[Token, ...], at: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that ends before `at`, with what *of* hangs on it: *price of oil*."""
    start = at
    while start > first and at - start < LONGEST + 2:
        token = tokens[start - 1]
        if not (is_noun_like(token) or token.low in {"of", "in", "for", "the"}) or (
            is_verb_like(token) and start < at
        ):
            break
        start -= 1
    while start < at and not is_noun_like(tokens[start]):
        start += 1
    if start >= at or not is_noun_like(tokens[at - 1]) or tokens[at - 1].low in words().verbs:
        return None
    return start, at
