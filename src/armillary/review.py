"""Nouns: what a person says of a model, known by words and never by places. Correction, Same, Aside, Review.

They stand in a file beside the document, which `filing` reads and writes, and are applied by `correct` whenever
the document is built.
"""

from dataclasses import dataclass
from enum import StrEnum

from armillary.anchor import Anchor
from armillary.findings import Sign
from armillary.reading import Modality


class Verdict(StrEnum):
    """What a person says of a claim as a whole: read right, read wrong, or there and not read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one claim. None leaves a thing as it was read.

    `at` are the words of the claim, `cause` and `effect` the words of its factors as they were read: they
    tell two claims of one sentence apart. `sign` speaks of these words. `holder` is *author*, *unknown* or the
    words that name them.
    """

    at: Anchor
    cause: str
    effect: str
    verdict: Verdict | None = None
    turned: bool = False
    sign: Sign | None = None
    modality: Modality | None = None
    holder: str | None = None
    because: str = ""

    @property
    def changes(self) -> bool:
        """Whether it says that something was read otherwise than the text has it."""
        return self.turned or any(part is not None for part in (self.sign, self.modality, self.holder))


class Kind(StrEnum):
    """What wordings name."""

    FACTORS = "factors"
    ACTORS = "actors"


@dataclass(frozen=True, slots=True)
class Same:
    """Wordings that name one thing, or (`apart`) of which each names another."""

    kind: Kind
    words: tuple[str, ...]
    apart: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding of `check` that the reader looked at and set aside, known by its words and never by its place.

    `quote` are the words of the finding, `prefix` and `suffix` those around them, `against` the words of the
    other passages of the clash. White space counts as one space in all of them.
    """

    code: str
    because: str
    quote: str
    prefix: str
    suffix: str
    against: tuple[str, ...] = ()

    @property
    def at(self) -> Anchor:
        """Where it stands."""
        return Anchor(self.quote, self.prefix, self.suffix)


Entry = Correction | Same | Aside


@dataclass(frozen=True, slots=True)
class Review:
    """All that a person says of one document. The order says nothing."""

    claims: tuple[Correction, ...] = ()
    names: tuple[Same, ...] = ()
    asides: tuple[Aside, ...] = ()
