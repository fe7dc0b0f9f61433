"""Nouns of causing: *A is the cause of B*, *the result of A was B*."""

from collections.abc import Iterator

from armillary.extract.causes import phrases, subjects
from armillary.extract.causes.line import AUXILIARIES, BE, DETERMINERS, Line
from armillary.extract.causes.shapes.draft import (
    Cue,
    Draft,
    pairs,
)
from armillary.extract.causes.stretch import Stretch

_IS = frozenset("became become becomes remain remains remained prove proves proved has have had".split())
_ACTS = frozenset(
    "act acts acted serve serves served work works worked function functions functioned".split()
)


def noun_of_cause(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A is the cause of B*; *the cause of B is A*."""
    yield from _bearer(line, cue, bearer_is_cause=True)


def noun_of_effect(line: Line, cue: Cue) -> Iterator[Draft]:
    """*B is a result of A*; *a result of A was B*."""
    yield from _bearer(line, cue, bearer_is_cause=False)


def _bearer(line: Line, cue: Cue, *, bearer_is_cause: bool) -> Iterator[Draft]:
    bound = phrases.phrase(line, cue.at.last)
    bearer = _borne_before(line, cue.at.first) or _borne_after(line, bound.last)
    if bearer is None or not len(bound) or not len(bearer):
        return
    cause, effect = (bearer, bound) if bearer_is_cause else (bound, bearer)
    yield from pairs(line, Draft(cause, effect, cue.at, cue.pattern.rule.sign))


def _borne_before(line: Line, at: int) -> Stretch | None:
    """The subject of *is (the main)* or *became* before a noun of causing."""
    place = at
    while place > 0 and (
        line.low(place - 1) in DETERMINERS | {"one", "of", "main", "direct", "also", "not"}
        or place > at - 4
    ):
        if line.low(place - 1) in BE | _IS or line.low(place - 1) == "as":
            as_ = line.low(place - 1) == "as"  # "acts as a brake on"
            if as_ and line.low(place - 2) not in _ACTS:
                return None
            found = subjects.subject(line, place - 1 - as_)
            return line.trimmed(found) if len(found) else None
        place -= 1
    return None


def _borne_after(line: Line, at: int) -> Stretch | None:
    """What *is* or *was* says after *the cause of B*."""
    if at >= len(line) or line.low(at) not in BE:
        return None
    place = at + 1
    if (
        place >= len(line)
        or line.low(place) in {"not", "that", "unknown", "unclear", "to", "still"} | AUXILIARIES
    ):
        return None
    found = phrases.phrase(line, place)
    first = line.low(found.first) if len(found) else ""
    return found if first in DETERMINERS or (len(found) and line.is_capital(found.first)) else None
