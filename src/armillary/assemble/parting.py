"""A system taken apart again: the findings of each document, so that several systems can become one."""

from armillary.findings import Findings
from armillary.reading import Mention, Reference
from armillary.system import Because, System
from armillary.text import Document, Passage

NO_NAMES = frozenset({Because.PRONOUN, Because.DESCRIBED})
"""Merges whose words are no name: whom they mean is worked out anew."""


def part(system: System) -> tuple[Findings, ...]:
    """What each document says. Names lose their offices, which a system does not keep."""
    return tuple(_findings(system, document) for document in system.documents)


def _findings(system: System, document: Document) -> Findings:
    def here(at: Passage) -> bool:
        return at.document is document

    return Findings(
        document=document,
        mentions=_mentions(system, document),
        references=_references(system, document),
        times=tuple(row for row in system.times if here(row.at)),
        figures=tuple(row for row in system.figures if here(row.number.at)),
        series=tuple(row for row in system.series if row.values and here(row.values[0].at)),
        quotations=tuple(row for row in system.quotations if here(row.at)),
        works=tuple(row for row in system.works if here(row.at)),
        events=tuple(row for row in system.events if here(row.at)),
        claims=tuple(row for row in system.claims if here(row.at)),
        positions=tuple(row for row in system.positions if here(row.at)),
    )


def _mentions(system: System, document: Document) -> tuple[Mention, ...]:
    """The names of actors in a document, in the order of the text."""
    found = []
    for actor in system.actors:
        no_names = {merge.at for merge in actor.reasons if merge.because in NO_NAMES}
        words = {(place.start, place.end) for place in no_names if place.document is document}
        found += [
            Mention(place, actor.kind)
            for place in actor.mentions
            if place.document is document and (place.start, place.end) not in words
        ]
    return tuple(sorted(found, key=lambda mention: (mention.at.start, mention.at.end)))


def _references(system: System, document: Document) -> tuple[Reference, ...]:
    """What pronouns of a document stand for."""
    found = [
        Reference(merge.at, merge.like)
        for actor in system.actors
        for merge in actor.reasons
        if merge.because is Because.PRONOUN and merge.at.document is document
    ]
    return tuple(sorted(found, key=lambda one: one.at.start))
