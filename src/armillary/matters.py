"""A noun: what a position is on: a factor, an actor, an event or a work of its system, else its words.

Two positions on one matter are what agreement and conflict are about.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from armillary.findings import Position
from armillary.system import System
from armillary.text import Passage

ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her"})
OWNERS = frozenset("its their his her our my your".split())
"""Words before a matter that say whose it is: *her decision* is not any decision."""
POINTING = frozenset(
    "it them him her this that these those he she they us me you everything something".split()
)
"""Words that are a matter only where they stand: two texts that say *it* speak of two things."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Matter:
    """`key` is the id of a factor, actor, event or work, or the words where it is none of these; `label` names it."""

    key: str
    label: str
    known: bool


class Matters:
    """What the positions of one system are on. Made once for many positions."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._wordings = {
            bare(words): key
            for key, factor in reversed(list(system.factors.items()))
            for words in factor.wordings
            if not _is_owned(words)
        }
        self._names = {
            bare(place.words): key
            for key, actor in reversed(list(system.actors.items()))
            for place in actor.mentions
            if place.words.casefold() not in POINTING | OWNERS
        }
        self._events = _by_document((event.at, key) for key, event in system.events.items())
        self._works = _by_document((work.at, key) for key, work in system.works.items())

    def of(self, position: Position) -> Matter:
        """The matter of a position: a factor where its words name one, then a work, an actor, an event."""
        words = bare(position.on.words)
        here = self._system.factor_at.get(position.on)
        if here is None and (_is_owned(position.on.words) or words in POINTING):
            return self._pointing(position.on, words)
        factor = here or self._wordings.get(words)
        if factor is not None:
            return Matter(factor, self._system.factors[factor].label, known=True)
        for key in (_inside(self._works, position.on), self._names.get(words), self._event(position.on)):
            if key is not None:
                return Matter(key, self._label(key), known=True)
        return Matter(words, _line(position.on.words), known=False)

    def _pointing(self, on: Passage, words: str) -> Matter:
        """What a pronoun means, or what somebody has, where that is settled; else a matter of this place alone."""
        first = on.words.split()[0]
        actor = self._system.actor_at.get(on.document.passage(on.start, on.start + len(first)))
        if actor is None:
            return Matter(f"{words} {on.document.name} {on.start}", _line(on.words), known=False)
        name = self._system.actors[actor].name
        if words in POINTING:
            return Matter(actor, name, known=True)
        return Matter(f"{actor} {words}", f"{_line(on.words)} ({name})", known=False)

    def _event(self, on: Passage) -> str | None:
        """The event that a matter tells of from its first word on: *the invasion of Kuwait*."""
        rows = self._events.get(id(on.document), [])
        start = on.start + len(on.words) - len(_untold(on.words))
        at = bisect_left(rows, (start, 0, ""))
        fits = at < len(rows) and rows[at][0] == start and rows[at][1] <= on.end
        return rows[at][2] if fits else None

    def _label(self, key: str) -> str:
        match key[0]:
            case "w":
                return self._system.works[key].title
            case "a":
                return self._system.actors[key].name
        return _line(self._system.events[key].at.words)


def bare(words: str) -> str:
    """Words in small letters without the articles before them."""
    parts = words.casefold().replace("’", "'").split()
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return " ".join(parts)


def _is_owned(words: str) -> bool:
    """Whether words begin with whose it is: *her decision*."""
    first, *rest = words.casefold().split() or [""]
    return bool(rest) and first in OWNERS


def _untold(words: str) -> str:
    """Words from the first that is no article on, as they are."""
    first, _, rest = words.partition(" ")
    return _untold(rest) if rest and first.casefold() in ARTICLES else words


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


Placed = dict[int, list[tuple[int, int, str]]]
"""For each document, by its identity, places and the ids of what stands there."""


def _by_document(rows: Iterator[tuple[Passage, str]]) -> Placed:
    placed: Placed = {}
    for at, key in rows:
        placed.setdefault(id(at.document), []).append((at.start, at.end, key))
    for each in placed.values():
        each.sort()
    return placed


def _inside(placed: Placed, on: Passage) -> str | None:
    """The first of these places that lies within some words."""
    rows = placed.get(id(on.document), [])
    at = bisect_left(rows, (on.start, 0, ""))
    return rows[at][2] if at < len(rows) and rows[at][1] <= on.end else None
