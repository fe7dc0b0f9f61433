"""Somewhere: a system in which something happens at places, and a series tells a value of each."""

from armillary.findings import Datum, Event, Series
from armillary.reading import ActorKind, Modality, Speaker
from armillary.system import Actor, System, Table
from armillary.text import Passage
from samples.sketch import Sketch, system_of


def told(text: str, *places: str, series: dict[str, str] | None = None) -> System:
    """One event at each place, and a series of names with the words of their values (*85%*)."""
    documents = system_of(Sketch(text)).documents
    (document,) = documents

    def passage(words: str) -> Passage:
        start = text.index(words)
        return document.passage(start, start + len(words))

    events = [
        Event(passage(place), None, (), (passage(place),), Modality.ASSERTED, Speaker.AUTHOR)
        for place in places
    ]
    values = tuple(Datum(of, float(words[:-1]), passage(words)) for of, words in (series or {}).items())
    actors = [Actor(of, ActorKind.PLACE, (passage(of),)) for of in (series or {})]
    return System(
        documents=documents,
        events=Table.numbered("e", events),
        series=Table.numbered("s", [Series("voted", "percent", values)] if values else []),
        actors=Table.numbered("a", actors),
    )
