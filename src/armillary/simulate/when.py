"""When the factors of a map happened, by the events that stand in their words, as far as the text tells."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from armillary.run import Loss
from armillary.system import System
from armillary.text import Passage


class Dated:
    """The timeline of a system, to be asked for by places in the text."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._moments = {moment.event: moment for moment in system.timeline}
        self._place = {id(document): place for place, document in enumerate(system.documents)}
        self._events: dict[int, list[tuple[int, int, str]]] = {}
        for key, event in system.events.items():
            what = event.what or event.at
            self._events.setdefault(id(what.document), []).append((what.start, what.end, key))
        for rows in self._events.values():
            rows.sort()

    def event_of(self, factor: str, claims: Iterable[str]) -> str | None:
        """The first event on the timeline that the factor's own words tell; else one in the words of these claims."""
        own = self._first(self._system.factors[factor].aliases)
        return own or self._first(self._system.claims[key].effect.at for key in claims)

    def order(self, loss: Loss) -> tuple[bool, int, int, int, int]:
        """Factors with a place on the timeline first, by it; the rest as the text tells them."""
        moment = self._moments.get(loss.event or "")
        at = self._system.factors[loss.factor].aliases[0]
        told = (self._place[id(at.document)], at.start)
        if moment is None or moment.first_place is None:
            return (True, 0, 0, *told)
        return (False, moment.first_place, moment.last_place or moment.first_place, *told)

    def told_from(self, events: frozenset[str]) -> tuple[str, ...]:
        """Events that the text dates from these, or from one that it dates from these."""
        found = set(events)
        waiting = list(events)
        following: dict[str, list[str]] = {}
        for moment in self._system.timeline:
            following.setdefault(moment.anchor or "", []).append(moment.event)
        while waiting:
            for key in following.get(waiting.pop(), ()):
                if key not in found:
                    found.add(key)
                    waiting.append(key)
        return tuple(m.event for m in self._system.timeline if m.event in found - events)

    def _first(self, places: Iterable[Passage]) -> str | None:
        """Of the events within these places the first on the timeline that has a place there."""
        placed = (
            (moment.first_place, moment.last_place or moment.first_place, moment.told, key)
            for place in places
            for key in self._within(place)
            if (moment := self._moments.get(key)) is not None and moment.first_place is not None
        )
        return min(placed, default=(0, 0, 0, None))[3]

    def _within(self, place: Passage) -> Iterator[str]:
        rows = self._events.get(id(place.document), [])
        for start, end, key in rows[bisect_left(rows, (place.start,)) :]:
            if start >= place.end:
                return
            if end <= place.end:
                yield key
