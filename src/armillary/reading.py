"""Nouns: a document marked up. Token, Sentence, Mention, Reference, Time, Number, Voice, Mood, Reading.

A mark says where it stands and what it means; it never changes the text. Marks are what `annotate`
gives and `extract` takes: neither knows how the other works.
"""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from armillary.text import Document, Passage, Span


class Pos(StrEnum):
    """The universal parts of speech (Universal Dependencies, UPOS)."""

    ADJECTIVE = "ADJ"
    ADPOSITION = "ADP"
    ADVERB = "ADV"
    AUXILIARY = "AUX"
    COORDINATOR = "CCONJ"
    DETERMINER = "DET"
    INTERJECTION = "INTJ"
    NOUN = "NOUN"
    NUMERAL = "NUM"
    PARTICLE = "PART"
    PRONOUN = "PRON"
    NAME = "PROPN"
    PUNCTUATION = "PUNCT"
    SUBORDINATOR = "SCONJ"
    SYMBOL = "SYM"
    VERB = "VERB"
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation. `low` is the word in lower case with straight apostrophes.

    The rest is None where no parser has read the text. `tag` is of the Penn Treebank (`VBD`). `head` is
    the index in `Reading.tokens` of the word that this one hangs on, its own where it is the root of its
    sentence; `relation` says how, in Universal Dependencies (`nsubj:pass`).
    """

    start: int
    end: int
    low: str
    pos: Pos | None = None
    tag: str | None = None
    lemma: str | None = None
    head: int | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose: its span and its tokens as [first, last) in `Reading.tokens`."""

    span: Span
    first: int
    last: int


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, with what it seems to name. `office`: the title before it (*President*), where one stands."""

    at: Passage
    kind: ActorKind
    office: Passage | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun, and the name that it stands for."""

    at: Passage
    to: Passage


class TimeType(StrEnum):
    """The four types of TIMEX3 (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its TIMEX3 value (`1914-07-28`, `1989/1991`, `P2D`), None where unknown.

    `mod` is the TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE or
    EQUAL_OR_LESS. `anchor` are the words for the event from which the time is told (*two days after
    the flood*): the event, not the calendar, says when it was; `distance` says how long after it, as
    `P2D`, or before it, as `-P1W`, and `PXD` for *days after*. Both are None for other times.
    """

    at: Passage
    type: TimeType
    value: str | None
    mod: str | None = None
    anchor: Passage | None = None
    distance: str | None = None


class Bound(StrEnum):
    """On which side of the number the text puts the amount."""

    EQUAL = "equal"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


class Change(StrEnum):
    """What the number says of a change: how far, from where, or up to where. Most say none."""

    NONE = "none"
    ROSE_BY = "rose_by"
    ROSE_FROM = "rose_from"
    ROSE_TO = "rose_to"
    FELL_BY = "fell_by"
    FELL_FROM = "fell_from"
    FELL_TO = "fell_to"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text, not part of a time. `unit` is None for a bare count.

    `value` is in `unit`, scale words multiplied in (*$3 million*: 3,000,000 USD). `low` and `high` are
    both ends of a range, on each of the two numbers that are its ends (*10 to 15 per cent*), else None.
    `dimension` is that of the unit (`length`, `currency`, `ratio`), None for a bare count.
    """

    at: Passage
    value: float
    unit: str | None
    approximate: bool
    bound: Bound = Bound.EQUAL
    change: Change = Change.NONE
    low: float | None = None
    high: float | None = None
    dimension: str | None = None


class Speaker(StrEnum):
    """A holder whom no words in the text name."""

    AUTHOR = "author"
    UNKNOWN = "unknown"


Holder = Passage | Speaker
"""Who says it: the words that name them, or the author, or somebody whom the text does not name."""


class VoiceKind(StrEnum):
    """How a stretch of text comes to be somebody's own words, or not."""

    DIRECT = "direct"
    BLOCK = "block"
    REPORTED = "reported"
    SCARE = "scare"
    TITLE = "title"
    TERM = "term"


SPEECH = frozenset({VoiceKind.DIRECT, VoiceKind.BLOCK, VoiceKind.REPORTED})
"""The kinds whose words belong to their holder; what stands in the others is the author's own use."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch that belongs to a holder. `at` leaves the quotation marks out."""

    at: Passage
    kind: VoiceKind
    holder: Holder


class Modality(StrEnum):
    """How a statement is put forward."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    COUNTERFACTUAL = "counterfactual"
    INTENDED = "intended"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Mood:
    """A stretch that is not plainly asserted, and the cue that says so."""

    scope: Passage
    cue: Passage
    modality: Modality


DEEPEST = 64
"""How many marks before a place are looked at for one that holds it: bounds the work in a text that is
one long quotation. Nested seven deep is the most that we have met."""


ENGLISH = "English"
"""The language that is read; from another, what digits and quotation marks show is taken, and nothing else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its marks, each kind in the order of the text (moods by their scopes).

    `dated` is the line of the text that dates it, where nothing else does (`Document.dated` is None):
    times such as *last year* are then told from there. `language_model` names the parser that reads it,
    `none` where words are cut by rule and have no tags. `language` is that of the prose, by its English name.
    """

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    voices: tuple[Voice, ...] = ()
    moods: tuple[Mood, ...] = ()
    references: tuple[Reference, ...] = ()
    dated: Time | None = None
    language_model: str = "none"
    language: str = ENGLISH

    @property
    def is_english(self) -> bool:
        """Whether the rules and models for English fit."""
        return self.language == ENGLISH

    def voice_around(self, at: Passage, kinds: frozenset[VoiceKind] = SPEECH) -> Voice | None:
        """The narrowest voice of these kinds that holds a passage; None where there is none."""
        last = bisect_left(self.voices, at.start + 1, key=lambda voice: voice.at.start)
        around = [
            voice
            for voice in self.voices[max(0, last - DEEPEST) : last]
            if voice.kind in kinds and voice.at.holds(at)
        ]
        return min(around, key=lambda voice: voice.at.end - voice.at.start, default=None)

    def holder_of(self, at: Passage) -> Holder:
        """Who says these words: the holder of the narrowest voice around them, else the author."""
        voice = self.voice_around(at)
        return Speaker.AUTHOR if voice is None else voice.holder

    def modality_of(self, at: Passage, *sides: Passage) -> Modality:
        """The modality of the narrowest mood whose scope holds these words, else *asserted*.

        A mood whose cue stands inside one of `sides` is that side's own affair: *a lack of rain led to …*.
        """
        last = bisect_left(self.moods, at.start + 1, key=lambda mood: mood.scope.start)
        around = [
            mood
            for mood in self.moods[max(0, last - DEEPEST) : last]
            if mood.scope.holds(at) and not any(side.holds(mood.cue) for side in sides)
        ]
        narrowest = min(around, key=lambda mood: mood.scope.end - mood.scope.start, default=None)
        return Modality.ASSERTED if narrowest is None else narrowest.modality
