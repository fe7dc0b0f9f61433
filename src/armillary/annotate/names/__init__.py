"""Names: who and what the text names: persons, bodies, places, peoples.

    "Dr Ada Lovelace of the Royal Society wrote to NATO from Turin."
    → Ada Lovelace (person), Royal Society (body), NATO (body), Turin (place)

A run of capitals is judged by witnesses: its own words, its neighbours, and all other places of the
same document. Their weights are summed over the document, so that a name is of one kind in one text.
A run that is a name and none of these is of kind *other*. Titles stay out of the span and are kept
beside it. Headings, tables and sentences in capitals name nobody; a state that stands for its
government stays a place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armillary.annotate.names.acronyms import introduced
from armillary.annotate.names.ballot import Evidence, evidence, kind_of
from armillary.annotate.names.leading import leading
from armillary.annotate.names.lists import Lists, lists
from armillary.annotate.names.peoples import people
from armillary.annotate.names.runs import Run, runs
from armillary.reading import ActorKind, Mention, Reading, Time
from armillary.text import Passage

_EVENT = frozenset({"event head", "event of"})
_BODY = frozenset({"body head", "body of"})
_PLACE = frozenset({"place head", "place of"})
_NAMELESS = frozenset({"all common", "not alone", "never inside", "letter", "digit"})


def mark(reading: Reading) -> Reading:
    """The reading with its mentions, in the order of the text, none overlapping. None where no English is read."""
    if not reading.is_english:
        return reading
    known = lists()
    found = list(_outside(runs(reading), reading.times))
    heard = evidence(found, reading, known)
    kinds = {name: kind_of(said) or _other(said) for name, said in heard.items()}
    kinds = introduced(found, reading.document.text, kinds)
    mentions = (_mention(run, kinds[run.name], reading, known) for run in found)
    return replace(reading, mentions=tuple(mention for mention in mentions if mention is not None))


def _outside(found: Iterator[Run], times: Sequence[Time]) -> Iterator[Run]:
    """The runs that are no part of a time: *May*, *Monday*, *Christmas 1914*."""
    at = 0
    for run in found:
        while at < len(times) and times[at].at.end <= run.start:
            at += 1
        if at == len(times) or not times[at].at.start <= run.start < run.end <= times[at].at.end:
            yield run


def _other(said: Evidence) -> ActorKind | None:
    """Whether a run that names no person, body or place names something all the same."""
    if not _EVENT.isdisjoint(said):
        return ActorKind.OTHER
    if not _NAMELESS.isdisjoint(said):
        return None
    if not _BODY.isdisjoint(said):
        return ActorKind.BODY
    return ActorKind.PLACE if not _PLACE.isdisjoint(said) else ActorKind.OTHER


def _mention(run: Run, kind: ActorKind | None, reading: Reading, known: Lists) -> Mention | None:
    named = people(run, reading.tokens, known)
    if named is not None:
        kind, end = named
        return Mention(reading.document.passage(run.start, end), kind)
    if kind in {None, ActorKind.OTHER} and len(run.words) > 1:
        part = leading(run, reading.tokens, known)
        if part is not None:
            kind, end = part
            return Mention(reading.document.passage(run.start, end), kind, _office(run, reading))
    if kind is None or (run.name in known.adjectives and run.name not in known.places):
        return None
    return Mention(reading.document.passage(run.start, run.end), kind, _office(run, reading))


def _office(run: Run, reading: Reading) -> Passage | None:
    if run.office is None:
        return None
    first, last = reading.tokens[run.office], reading.tokens[run.first - 1]
    return reading.document.passage(first.start, last.end)
