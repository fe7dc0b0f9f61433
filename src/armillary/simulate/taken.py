"""What a person wants to take away: factors, claims and events, by id or by their words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armillary.errors import SettingsError
from armillary.findings import Argument, Event
from armillary.simulate.matching import MOST_LISTED, factor_named, plain
from armillary.system import System
from armillary.text import Passage


@dataclass(frozen=True, slots=True)
class Taken:
    """Ids of what is taken away."""

    factors: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()

    def __or__(self, other: "Taken") -> "Taken":
        """Both."""
        return Taken(
            self.factors | other.factors, self.claims | other.claims, self.events | other.events
        )


def taken_named(system: System, words: str) -> Taken:
    """What these words name: an id of a claim, an event or a factor; a factor; else words of one event.

    `SettingsError` lists those that fit, or offers the nearest where none does.
    """
    if words in system.claims:
        return Taken(claims=frozenset({words}))
    if words in system.events:
        return _event(system, words)
    try:
        return _factor(system, factor_named(system, words))
    except SettingsError:
        found = list(_told(system, plain(words)))
        if not found or _labelled(system, plain(words)):
            raise
    if len(found) > 1:
        told = ", ".join(f"{key} “{_line(system.events[key].at)}”" for key in found[:MOST_LISTED])
        more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
        message = f"{words!r} fits several events: {told}{more}; give the id of one of them"
        raise SettingsError(message)
    return _event(system, found[0])


def _labelled(system: System, asked: str) -> bool:
    return any(asked in plain(factor.label) for factor in system.factors)


def _told(system: System, asked: str) -> Iterator[str]:
    return (key for key, event in system.events.items() if asked and asked in plain(event.at.words))


def _factor(system: System, key: str) -> Taken:
    """A factor, and the events that its words tell of."""
    places = system.factors[key].aliases
    events = (name for name, event in system.events.items() if _touches(_what(event), places))
    return Taken(factors=frozenset({key}), events=frozenset(events))


def _event(system: System, key: str) -> Taken:
    """An event: the factors that name it, and the claims that have it as their cause."""
    what = _what(system.events[key])
    factors = (name for name, factor in system.factors.items() if _touches(what, factor.aliases))
    claims = (name for name, claim in system.claims.items() if _touches(what, _places(claim.cause)))
    return Taken(frozenset(factors), frozenset(claims), frozenset({key}))


def _what(event: Event) -> Passage:
    """The verb or noun that says what happened; all its words where nobody has read its grammar."""
    return event.what or event.at


def _places(side: Argument) -> tuple[Passage, ...]:
    return (side.at,) if side.stands_for is None else (side.at, side.stands_for)


def _touches(what: Passage, places: Iterable[Passage]) -> bool:
    return any(
        place.document is what.document and place.start < what.end and what.start < place.end
        for place in places
    )


def _line(at: Passage) -> str:
    return " ".join(at.words.split())
