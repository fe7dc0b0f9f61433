"""Names: who and what the text names: persons, bodies, places, peoples.

    "Dr Ada Lovelace of the Royal Society wrote to NATO from Turin."
    → Ada Lovelace (person), Royal Society (body), NATO (body), Turin (place)

A run of capitals is judged by witnesses: its own words, its neighbours, and all other places of the
same document. They vote with weights; the document's sum decides, so that a name is of one kind in
one text. Headings, tables and lines in capitals name nobody.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from armillary.annotate.names.lists import Lists, lists
from armillary.annotate.names.runs import Run, runs
from armillary.annotate.names.witnesses import Vote, around, own_words
from armillary.reading import ActorKind, Mention, Reading

Ballot = dict[ActorKind, float]


def mark(reading: Reading) -> Reading:
    """The reading with its mentions, in the order of the text, none overlapping."""
    known = lists()
    found = [run for run in runs(reading) if not _in_time(run, reading)]
    ballots = _count(found, reading, known)
    mentions = (_mention(run, ballots[run.name], reading, known) for run in found)
    return replace(reading, mentions=tuple(mention for mention in mentions if mention is not None))


def _in_time(run: Run, reading: Reading) -> bool:
    return False


def _count(found: Sequence[Run], reading: Reading, known: Lists) -> dict[str, Ballot]:
    """For each name of the document, the sum of what all witnesses say of it."""
    ballots: dict[str, Ballot] = {}
    for run in found:
        if run.name not in ballots:
            ballots[run.name] = defaultdict(float)
            _cast(ballots[run.name], own_words(run.words, known))
        _cast(ballots[run.name], around(run, reading.tokens, known, reading.document.text))
    return ballots


def _cast(ballot: Ballot, votes: "Sequence[Vote] | object") -> None:
    for kind, weight in votes:  # type: ignore[attr-defined]
        ballot[kind] += weight


def _mention(run: Run, ballot: Ballot, reading: Reading, known: Lists) -> Mention | None:
    if run.name in known.adjectives or not run.name[-1].isalnum() and run.name[-1] != ".":
        return None
    kind, weight = max(ballot.items(), key=lambda item: item[1], default=(ActorKind.OTHER, 0.0))
    if weight <= 0:
        kind = ActorKind.OTHER
    if run.opens and len(run.words) == 1 and weight < 1:
        return None
    return Mention(reading.document.passage(run.start, run.end), kind)
