"""The parts of an event: its names, sorted into those who act and those where it happens.

    "The Dutch opened a bank in Batavia."   →   actors: the Dutch; places: Batavia

A place is an actor where it does something or something is done to it (*Russia*), and a place behind *in*,
*at*, *near* and their like.
"""

from bisect import bisect_left
from dataclasses import dataclass

from armillary.extract.events.lexicon import words
from armillary.findings import Event
from armillary.reading import ActorKind, Mention, Modality, Reading, Time
from armillary.text import Passage, Span

ACTING = frozenset({ActorKind.PERSON, ActorKind.BODY, ActorKind.PEOPLE, ActorKind.PLACE})
_FAR = 8
"""Words between a preposition and the name that it leads to: *in the old port of Nantes*."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch tells of: the words, the verb or noun, and who had which part in it."""

    at: Passage
    what: Passage | None = None
    who: Passage | None = None
    whom: Passage | None = None
    time: Time | None = None
    motion: bool = False
    noun: bool = False


def event(reading: Reading, told: Told) -> Event:
    """The event with its names, its modality and its holder."""
    named = {
        mention: None for part in (told.at, told.who, told.whom) for mention in within(reading, part)
    }
    taking_part = [mention for mention in named if not _is_where(reading, told, mention)]
    where = [
        mention for mention in named if mention.kind is ActorKind.PLACE and mention not in taking_part
    ]
    core = told.what or (told.time.at if told.time else told.at)
    return Event(
        at=told.at,
        time=told.time,
        actors=(
            *(mention.at for mention in taking_part if mention.kind in ACTING),
            *_pointed(reading, told.who),
            *_pointed(reading, told.whom),
        ),
        places=tuple(mention.at for mention in where),
        modality=_modality(reading, core, told),
        holder=reading.holder_of(core),
        what=told.what,
        who=told.who,
        whom=told.whom,
    )


def _pointed(reading: Reading, part: Passage | None) -> tuple[Passage, ...]:
    """The part itself where it is a pronoun that is settled: *She resigned*."""
    if part is None:
        return ()
    at = bisect_left(reading.references, part.start, key=lambda one: one.at.start)
    found = at < len(reading.references) and reading.references[at].at == part
    return (part,) if found else ()


def _modality(reading: Reading, core: Passage, told: Told) -> Modality:
    """A noun says that it happened, whatever its clause denies: *the flood of 1953 is not forgotten*."""
    found = reading.modality_of(core)
    return Modality.ASSERTED if told.noun and found is Modality.NEGATED else found


def within(reading: Reading, part: Passage | Span | None) -> tuple[Mention, ...]:
    """The names inside a stretch."""
    if part is None:
        return ()
    first = bisect_left(reading.mentions, part.start, key=lambda mention: mention.at.start)
    last = bisect_left(reading.mentions, part.end, key=lambda mention: mention.at.start)
    return tuple(mention for mention in reading.mentions[first:last] if part.holds(mention.at))


def _is_where(reading: Reading, told: Told, mention: Mention) -> bool:
    """Whether a name of a place says where it happened."""
    if mention.kind is not ActorKind.PLACE:
        return False
    acts = told.who is not None and told.who.holds(mention.at)
    suffers = told.whom is not None and told.whom.holds(mention.at)
    if not acts and (not suffers or told.motion):
        return True
    at = bisect_left(reading.tokens, mention.at.start, key=lambda token: token.start)
    for place in range(at - 1, max(-1, at - _FAR - 1), -1):
        low = reading.tokens[place].low
        if low in words().places:
            return True
        if low in words().closed - {"the", "of", "and"} or not (low[0].isalpha() or low == ","):
            return False
    return False
