"""Nouns: what the text says. Figure, Series, Quotation, Work, Event, Claim, Position, Corrections, Findings.

Everything is somebody's claim: what can be held has a holder and a modality. Nothing here is merged
or judged; that a claim and another are about the same thing is for `assemble` to say.
"""

from dataclasses import dataclass
from enum import StrEnum

from armillary.reading import (
    Holder,
    Mention,
    Modality,
    Number,
    Reference,
    Speaker,
    Time,
    VoiceKind,
)
from armillary.text import Document, Passage


class Sign(StrEnum):
    """Which way the effect goes when the cause goes up. Never a number: *unclear* is an answer."""

    RAISES = "raises"
    LOWERS = "lowers"
    UNCLEAR = "unclear"

    def times(self, other: "Sign") -> "Sign":
        """The sign of two steps in a row: equal signs raise, opposite ones lower, unclear stays."""
        if Sign.UNCLEAR in (self, other):
            return Sign.UNCLEAR
        return Sign.RAISES if self is other else Sign.LOWERS


class Stance(StrEnum):
    """On which side of a matter somebody stands."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and, where the text settles it, the words for what it is a number of."""

    number: Number
    of: Passage | None


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a series: what it belongs to, and where the value stands."""

    of: str
    value: float
    at: Passage


@dataclass(frozen=True, slots=True)
class Series:
    """Values given one after another for one thing: *72% of A, 93% of B*."""

    what: str
    unit: str | None
    values: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A text that this text cites. `dated` is an ISO date or the beginning of one."""

    at: Passage
    title: str
    by: str | None
    dated: str | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, or a block quotation; `at` leaves the marks out."""

    at: Passage
    kind: VoiceKind
    speaker: Holder
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened, or to be about to.

    `what` is the verb or noun that says what, `who` did it, `whom` it was done to; each None where the
    text does not tell, or nobody has read its grammar. `actors` and `places` are names.
    """

    at: Passage
    time: Time | None
    actors: tuple[Passage, ...]
    places: tuple[Passage, ...]
    modality: Modality
    holder: Holder
    what: Passage | None = None
    who: Passage | None = None
    whom: Passage | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """One side of a claim.

    `at` are the words that say it (*fewer flats*); `core` those of them that name the factor, with the
    words of change taken off (*flats*). Where `at` only points elsewhere (*This led to war*),
    `stands_for` is the passage that it points to and `core` lies in there.
    """

    at: Passage
    core: Passage
    stands_for: Passage | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One causal statement: this brings that about, says somebody, in these words.

    `sign` speaks of the factors as their labels read, after the words of change were taken off.
    `belief` is the probability that we read the words right, never that what they say is so.
    """

    at: Passage
    cause: Argument
    effect: Argument
    cue: tuple[Passage, ...]
    sign: Sign
    modality: Modality
    holder: Holder
    belief: float
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody is for or against something, or so says `attributed_by`: the author, or whoever is cited."""

    at: Passage
    holder: Holder
    on: Passage
    stance: Stance
    attributed_by: Holder = Speaker.AUTHOR


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person says of merges: pairs of wordings that name one thing, and pairs that do not.

    Wordings are given as the text has them; capitals and line ends do not count. One that no text has
    changes nothing.
    """

    one: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person's corrections did to the findings of a document.

    `applied`: how many found their words; `lost`: those that did not, in words. `numbers`: the number of each claim
    as it was read, so that rejecting one leaves the ids of all others. `of_factors` and `of_actors`: merges.
    """

    applied: int = 0
    lost: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    of_factors: Corrections = Corrections()
    of_actors: Corrections = Corrections()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one document says, each kind in the order of the text.

    `notes`: what was left out, in words. `corrected`: what a person's corrections did; None where nobody made any.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: tuple[Series, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    works: tuple[Work, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    notes: tuple[str, ...] = ()
    corrected: Corrected | None = None
