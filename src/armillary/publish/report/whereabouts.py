"""Whereabouts: the places of events and series on a quiet map. A name of several places is said, not guessed.

Of several places that a name can mean, one is taken only where the text itself tells: the other places
beside it lie in one country, or it names the country of the largest and of no other.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from armillary.publish.places import Place, called, country_name
from armillary.publish.places.sheet import HEIGHT, WIDTH, Sheet
from armillary.reading import ActorKind
from armillary.system import System

Json = dict[str, Any]

FEWEST = 2
"""Values of a series that must be on the map, and at least half of all: one alone is a chance likeness."""

MOST_SHEETS = 12
"""Series that have a sheet of their own: each takes some 20 kB of outlines."""


@dataclass(slots=True)
class Named:
    """A name as the text writes it: the events that happen there, the values told of it, what stands beside it."""

    events: list[str] = field(default_factory=list)
    values: list[tuple[str, int]] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)


def whereabouts(system: System) -> Json | None:
    """The map of places and the names that are on none; None where no name is known."""
    names = _names(system)
    countries = {place.country for words in names for place in [_sole(words)] if place and place.whole}
    rows: dict[Place, Json] = {}
    unclear: list[Json] = []
    unknown: list[str] = []
    for words, named in names.items():
        options = called(words)
        place, why = _meant(options, named, countries)
        if place:
            row = rows.setdefault(place, {"called": [], "events": [], "values": []})
            row["called"].append(words)
            row["events"] += named.events
            row["values"] += named.values
            row.update({"why": why} if why else {})
        elif options:
            found = Counter(country_name(option.country) for option in options)
            unclear.append(
                {"name": words, "in": dict(found), "events": named.events, "values": named.values}
            )
        else:
            unknown.append(words)
    if not rows:
        return None
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "sheets": list(_sheets(rows)),
        "rows": [_told(number, *item) for number, item in enumerate(rows.items(), start=1)],
        "unclear": unclear,
        "unknown": unknown,
    }


def _names(system: System) -> dict[str, Named]:
    """Every name of a place at which something happens or of which a value is told, in the order of the text."""
    names: dict[str, Named] = {}
    for key, event in system.events.items():
        here = list(dict.fromkeys(" ".join(place.words.split()) for place in event.places))
        for words in here:
            named = names.setdefault(words, Named())
            named.events.append(key)
            named.beside |= set(here) - {words}
    for key, of in _series(system):
        for place, words in enumerate(of):
            if called(words):
                named = names.setdefault(words, Named())
                named.values.append((key, place))
                named.beside |= set(of) - {words}
    return names


def _series(system: System) -> Iterator[tuple[str, list[str]]]:
    """The series that tell of places: half of their names are on the map, and one is a place in the text too."""
    places = {
        name
        for actor in system.actors
        if actor.kind is ActorKind.PLACE
        for name in (actor.name, *actor.aliases)
    }
    for key, series in system.series.items():
        of = [" ".join(value.of.split()) for value in series.values]
        known = [words for words in of if called(words)]
        told = any(name in places or name.split(" ")[0] in places for name in known)
        if told and len(known) >= max(FEWEST, len(of) / 2):
            yield key, of


def _sole(words: str) -> Place | None:
    options = called(words)
    return options[0] if len(options) == 1 else None


def _meant(options: tuple[Place, ...], named: Named, countries: set[str]) -> tuple[Place | None, str]:
    """The one place that is meant, and why it is taken where there are several; None where nothing tells."""
    if len(options) < FEWEST:
        return (options[0] if options else None), ""
    beside = Counter(place.country for words in named.beside for place in [_sole(words)] if place)
    if beside and len(inside := _in(options, {beside.most_common(1)[0][0]})) == 1:
        return inside[0], "the places beside it lie in that country too"
    if (inside := _in(options, countries)) == [options[0]]:
        return inside[0], "it is the largest, and the text names no other of these countries"
    return None, ""


def _in(options: tuple[Place, ...], countries: set[str]) -> list[Place]:
    return [option for option in options if option.country in countries]


def _told(number: int, place: Place, row: Json) -> Json:
    country = {} if place.whole else {"country": country_name(place.country)}
    return {"id": f"w{number}", "name": place.name, **country, **row}


def _sheets(rows: dict[Place, Json]) -> Iterator[Json]:
    """A sheet for each series of places, and one for the events: their places lie far apart."""
    ids = {place: f"w{number}" for number, place in enumerate(rows, start=1)}
    series = dict.fromkeys(key for row in rows.values() for key, _ in row["values"])
    for key in list(series)[:MOST_SHEETS]:
        here = [place for place, row in rows.items() if any(other == key for other, _ in row["values"])]
        yield {"of": key, **_sheet(here, ids)}
    if here := [place for place, row in rows.items() if row["events"]]:
        yield {"of": "events", **_sheet(here, ids)}


def _sheet(places: list[Place], ids: dict[Place, str]) -> Json:
    sheet = Sheet.around([(place.longitude, place.latitude) for place in places])
    spots = {}
    for place in places:
        x, y = sheet.spot(place.longitude, place.latitude)
        spots[ids[place]] = [round(x), round(y)]
    return {"outlines": sheet.outlines(), "spots": spots}
