"""Loops as stories: each link with the words that say it, the best founded loop first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armillary.system import Link, Loop, System

_SIGNS = {"raises": "raises", "lowers": "lowers", "unclear": "bears on"}


def told(system: "System") -> Iterator[str]:
    """The lines of all loops, and what was left out."""
    for key, loop in system.loops.items():
        yield from _story(system, key, loop)
    yield from (note for note in system.notes if "loop" in note)


def _story(system: "System", key: str, loop: "Loop") -> Iterator[str]:
    labels = [system.factors[factor].label for factor in (*loop.factors, loop.factors[0])]
    yield f"{key} {loop.polarity.value}: {' → '.join(labels)}"
    sources = "1 source" if loop.support == 1 else f"{loop.support} sources"
    yield f"   the weakest link: {sources}, read right with {loop.belief:.0%}"
    for link in loop.links:
        yield from _step(system, system.links[link])
    yield ""


def _step(system: "System", link: "Link") -> Iterator[str]:
    cause, effect = system.factors[link.cause].label, system.factors[link.effect].label
    yield f"   {cause} {_SIGNS[link.sign.value]} {effect}"
    for heap, says in (
        (link.raises, "raises"),
        (link.lowers, "lowers"),
        (link.unclear, "bears on"),
        (link.denied, "denies"),
    ):
        if heap:
            yield f"      {says}: {_surest(system, heap)}"


def _surest(system: "System", heap: tuple[str, ...]) -> str:
    """The claim of which we are surest, in its words, and how many more there are."""
    key = max(heap, key=lambda key: (system.claims[key].belief, -heap.index(key)))
    claim = system.claims[key]
    words = " ".join(claim.at.words.split())
    more = f" and {len(heap) - 1} more" if len(heap) > 1 else ""
    who = system.holder_name(claim.holder)
    if len(system.documents) > 1:
        who += f" in {claim.at.document.name}"
    return f"“{words}” ({key}, {who}, {claim.modality.value}){more}"
