"""One actor, many names. Thin for now: equal words are one actor."""

from collections.abc import Iterator, Sequence

from armillary.findings import Findings
from armillary.reading import ActorKind, Speaker
from armillary.system import Actor
from armillary.text import Passage


def merge(findings: Sequence[Findings]) -> tuple[Actor, ...]:
    """The actors of these documents, in the order in which they are first named."""
    places: dict[str, dict[Passage, None]] = {}
    kinds: dict[str, ActorKind] = {}
    for place, kind in (pair for found in findings for pair in _named(found)):
        name = " ".join(place.words.split())
        places.setdefault(name, {}).setdefault(place)
        kinds.setdefault(name, kind)
    return tuple(Actor(name, kinds[name], tuple(found)) for name, found in places.items())


def _named(found: Findings) -> Iterator[tuple[Passage, ActorKind]]:
    for mention in found.mentions:
        yield mention.at, mention.kind
    holders = [quotation.speaker for quotation in found.quotations]
    holders += [row.holder for row in (*found.claims, *found.positions, *found.events)]
    for holder in holders:
        if not isinstance(holder, Speaker):
            yield holder, ActorKind.OTHER
