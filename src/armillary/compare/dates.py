"""Chronologies that differ: one event, by who did what to whom, on two dates.

Two events are taken for one where the words for what was done agree, those for who did it and for whom it
was done to end alike, and all actors named are the same. Dates differ only as far as both are told:
*July 1914* and *30 July 1914* agree.
"""

import re
from itertools import combinations

from armillary.compare.whose import Whose
from armillary.comparison import Redated
from armillary.findings import Event
from armillary.reading import Modality
from armillary.system import System
from armillary.text import Passage

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_TOLD = frozenset({Modality.ASSERTED, Modality.HEDGED})
Key = tuple[str, str, str, frozenset[str]]


def differing(system: System, whose: Whose) -> tuple[Redated, ...]:
    """Pairs of one event with two dates, in the order of the first; equal pairs of dates told once."""
    same: dict[Key, list[tuple[str, Event]]] = {}
    for event in system.events:
        key, date = _key(system, event), _date(event)
        if key is not None and date is not None and event.modality in _TOLD:
            same.setdefault(key, []).append((date, event))
    found = []
    for events in same.values():
        told: set[tuple[str, str, tuple[int, int]]] = set()
        for (date, one), (other_date, other) in combinations(events, 2):
            parts = whose.across(one.at, other.at)
            if parts is None or _agree(date, other_date) or (date, other_date, parts) in told:
                continue
            told.add((date, other_date, parts))
            found.append(Redated(parts, (one, other)))
    return tuple(found)


def _key(system: System, event: Event) -> Key | None:
    """What makes an event this one; None where the text tells too little to know it again."""
    if event.what is None or event.who is None:
        return None
    actors = frozenset(system.actor_at.get(place, place.words) for place in event.actors)
    if event.whom is None and not actors:
        return None
    return _end(event.what), _end(event.who), _end(event.whom), actors


def _end(words: Passage | None) -> str:
    return "" if words is None else words.words.casefold().split()[-1]


def _date(event: Event) -> str | None:
    value = event.time.value if event.time else None
    return value if value and _DATE.fullmatch(value) else None


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
