"""The shapes of the model file, version `armillary/1`: what stands in the JSON, field by field.

Offsets are half-open and count Unicode code points of `documents[].text`. An unknown value is null,
never a guess. Fields may be added in later versions; those that are here stay.
"""

from typing import Annotated

from msgspec import Meta, Struct

from armillary.findings import Sign, Stance
from armillary.reading import ActorKind, Bound, Change, Modality, TimeType, VoiceKind
from armillary.system import Because, Polarity, Severity
from armillary.text import BlockKind, SectionStatus

FORMAT = "armillary/1"

Offset = Annotated[int, Meta(ge=0, description="Unicode code points of the document's text, from 0")]
Id = Annotated[str, Meta(min_length=1, description="unique in its list; others refer to it by this")]
HolderId = Annotated[
    str | None,
    Meta(description="'author', the id of an actor, or null where the text does not name the holder"),
]


class Stretch(Struct, frozen=True):
    """A place in the document that the row is about."""

    start: Offset
    end: Offset


class Words(Struct, frozen=True):
    """A place and the words that stand there."""

    start: Offset
    end: Offset
    words: str


class Place(Struct, frozen=True):
    """A place in one of the documents."""

    document: str
    start: Offset
    end: Offset


class Block(Struct, frozen=True):
    """A paragraph or its like."""

    kind: BlockKind
    start: Offset
    end: Offset


class Section(Struct, frozen=True):
    """A part under a title; one that is only promised has the place of its line in the contents."""

    title: str
    level: int
    start: Offset
    end: Offset
    status: SectionStatus


class Document(Struct, frozen=True, kw_only=True):
    """A text as it was read."""

    id: Id
    title: str
    name: str
    sha256: str
    dated: str | None = None
    text: str
    sections: list[Section] = []
    blocks: list[Block] = []


class Merge(Struct, frozen=True, kw_only=True):
    """Why the words at one place are taken to name the same actor as those at another."""

    at: Place
    like: Place
    because: Because


class Actor(Struct, frozen=True, kw_only=True):
    """Who acts or speaks."""

    id: Id
    name: str
    kind: ActorKind
    aliases: list[str] = []
    mentions: list[Place] = []
    reasons: list[Merge] = []


class Time(Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type, value and modifier; `anchor` is the event it is told from.

    `distance` is how long after that event, or before it: `P2D`, `-P1W`.
    """

    id: Id
    document: str
    start: Offset
    end: Offset
    words: str
    type: TimeType
    value: str | None = None
    mod: str | None = None
    anchor: Words | None = None
    distance: str | None = None


class Figure(Struct, frozen=True, kw_only=True):
    """A number with its unit, and what it is a number of."""

    id: Id
    document: str
    start: Offset
    end: Offset
    words: str
    value: float
    unit: str | None = None
    approximate: bool = False
    bound: Bound = Bound.EQUAL
    change: Change = Change.NONE
    low: float | None = None
    high: float | None = None
    dimension: str | None = None
    of: str | None = None
    of_at: Stretch | None = None


class Datum(Struct, frozen=True, kw_only=True):
    """One value of a series."""

    of: str
    value: float
    document: str
    start: Offset
    end: Offset


class Series(Struct, frozen=True, kw_only=True):
    """Values given one after another for one thing."""

    id: Id
    what: str
    unit: str | None = None
    values: list[Datum] = []


class Quotation(Struct, frozen=True, kw_only=True):
    """Quoted words, without their marks."""

    id: Id
    document: str
    start: Offset
    end: Offset
    words: str
    kind: VoiceKind
    speaker: HolderId = None
    speaker_at: Stretch | None = None
    work: str | None = None


class Work(Struct, frozen=True, kw_only=True):
    """A text that the document cites."""

    id: Id
    title: str
    by: str | None = None
    dated: str | None = None
    document: str
    start: Offset
    end: Offset


class Event(Struct, frozen=True, kw_only=True):
    """Something said to have happened: `who` did `what` to `whom`.

    `time` is a TIMEX3 value, `time_id` the expression it is from.
    """

    id: Id
    document: str
    start: Offset
    end: Offset
    words: str
    what: Words | None = None
    who: Words | None = None
    whom: Words | None = None
    time: str | None = None
    time_id: str | None = None
    actors: list[str] = []
    actors_at: list[Stretch] = []
    places: list[str] = []
    places_at: list[Stretch] = []
    modality: Modality
    holder: HolderId = None
    holder_at: Stretch | None = None


class Argument(Struct, frozen=True, kw_only=True):
    """One side of a claim. `core` leaves the words of change out; `stands_for` is what it points to."""

    start: Offset
    end: Offset
    words: str
    factor: str | None = None
    core: Words | None = None
    stands_for: Words | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """One causal statement with its words, sign, modality and holder."""

    id: Id
    document: str
    start: Offset
    end: Offset
    words: str
    cause: Argument
    effect: Argument
    cue: list[Words] = []
    sign: Sign
    modality: Modality
    holder: HolderId = None
    holder_at: Stretch | None = None
    belief: Annotated[float, Meta(ge=0, le=1, description="that we read it right, not that it is so")]
    found_by: list[str] = []


class Position(Struct, frozen=True, kw_only=True):
    """Somebody is for or against something. `on` is the id of a factor, null where it is none.

    `about` is the id of the factor, actor, event or work that it is about; `attributed_by` says that they are.
    """

    id: Id
    holder: HolderId = None
    holder_at: Stretch | None = None
    on: str | None = None
    on_at: Words
    about: str | None = None
    stance: Stance
    attributed_by: HolderId = "author"
    attributed_by_at: Stretch | None = None
    document: str
    start: Offset
    end: Offset
    words: str


class Alias(Struct, frozen=True, kw_only=True):
    """A place that names a factor."""

    words: str
    document: str
    start: Offset
    end: Offset


class Factor(Struct, frozen=True, kw_only=True):
    """What varies or happens: a node of the map."""

    id: Id
    label: str
    aliases: list[Alias] = []
    reasons: list[Merge] = []


class Support(Struct, frozen=True, kw_only=True):
    """Who says it: near-identical sentences counted once, claims that deny it left out."""

    documents: int = 0
    holders: int = 0
    sentences: int = 0
    sources: int = 0


class Link(Struct, frozen=True, kw_only=True):
    """All claims on one ordered pair of factors; the four counts say how many of each kind."""

    id: Id
    cause: str
    effect: str
    sign: Sign
    claims: list[str]
    raises: int
    lowers: int
    unclear: int
    denied: int = 0
    belief: float = 0.0
    support: Support = Support()


class Loop(Struct, frozen=True, kw_only=True):
    """A feedback loop: links[i] goes from factors[i] to the next factor, the last back to the first."""

    id: Id
    factors: list[str]
    links: list[str]
    polarity: Polarity
    support: int = 0
    belief: float = 0.0


class Moment(Struct, frozen=True, kw_only=True):
    """An event in its time: between the earliest and the latest that it can have been, and its places in order.

    `event`, `anchor`, `after` and `before` are ids of events; `when` is EDTF (ISO 8601-2).
    """

    id: Id
    event: str
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    first_place: Annotated[int, Meta(ge=1)] | None = None
    last_place: Annotated[int, Meta(ge=1)] | None = None
    told: Annotated[int, Meta(ge=1)]
    anchor: str | None = None
    after: list[str] = []
    before: list[str] = []


class Problem(Struct, frozen=True, kw_only=True):
    """What a check found, where, and the other places it clashes with."""

    id: Id
    code: str
    severity: Severity
    message: str
    document: str
    start: Offset
    end: Offset
    see: list[Place] = []


class Model(Struct, frozen=True, kw_only=True):
    """An Armillary model: the system that its documents describe, every piece tied to its words."""

    format: Annotated[str, Meta(description=f"the version of this contract: {FORMAT}")]
    documents: list[Document] = []
    actors: list[Actor] = []
    times: list[Time] = []
    figures: list[Figure] = []
    series: list[Series] = []
    quotations: list[Quotation] = []
    works: list[Work] = []
    events: list[Event] = []
    claims: list[Claim] = []
    positions: list[Position] = []
    factors: list[Factor] = []
    links: list[Link] = []
    loops: list[Loop] = []
    timeline: list[Moment] = []
    problems: list[Problem] = []
    notes: Annotated[list[str], Meta(description="what was left out, in words")] = []
