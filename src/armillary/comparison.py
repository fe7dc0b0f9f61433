"""A noun: what came of comparing. Comparison: parts of one system side by side, with their words.

Parts share one system, so that ids of factors, actors, links and claims mean the same in all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from armillary.findings import Event, Position
from armillary.system import Link, Merge, System
from armillary.text import Document, Passage


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a comparison: a document, or several under one name."""

    name: str
    documents: tuple[Document, ...]


class Standing(StrEnum):
    """How parts stand to a link, the sharpest difference first.

    FLIPPED: one part says *raises* alone, another *lowers* alone. CONTRADICTED: a claim of one part and a
    claim of another have opposite signs, and a part holds both. DENIED: one part claims it, another denies
    it. SHARED: two parts or more claim it and none is against. MISSING: another part speaks of both
    factors and draws no link. ALONE: no other part speaks of both.
    """

    FLIPPED = "flipped"
    CONTRADICTED = "contradicted"
    DENIED = "denied"
    SHARED = "shared"
    MISSING = "missing"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Shared:
    """A factor or an actor, and how often each part names it.

    `reasons` are the merges of wordings that stand in different parts.
    """

    key: str
    name: str
    places: tuple[int, ...]
    reasons: tuple[Merge, ...]

    @property
    def parts(self) -> int:
        """How many parts name it."""
        return sum(count > 0 for count in self.places)


@dataclass(frozen=True, slots=True)
class LinkAcross:
    """A link, and what each part says of it: `sides` stand in the order of the parts.

    The heaps of each side keep for and against apart; a part that is silent has none.
    """

    key: str
    standing: Standing
    sides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two positions on one matter in different parts, one for and one against; `parts` are their places."""

    parts: tuple[int, int]
    positions: tuple[Position, Position]


@dataclass(frozen=True, slots=True)
class Redated:
    """One event that two parts date differently; `parts` are their places."""

    parts: tuple[int, int]
    events: tuple[Event, Event]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Words that stand in two documents of different parts, as many as go on together.

    `bits` is how rare they are: the sum over the words of −log₂ of the share that each has in all the
    documents. `quoted`: for each side whether they stand within a quotation there.
    """

    parts: tuple[int, int]
    places: tuple[Passage, Passage]
    words: int
    bits: float
    quoted: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two maps are apart, from 0 (equal) to 1 (opposite everywhere); None where it means nothing.

    `overall` is the ratio of Langfield-Smith and Wirth (1992), in which a factor of one map alone counts;
    `common` that of Markóczy and Goldberg (1995) over the factors of both maps alone. `left_out` are the
    links whose sign nobody states.
    """

    parts: tuple[int, int]
    overall: float | None
    common: float | None
    shared_factors: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Parts of a system side by side. Every list begins with what differs most."""

    system: System
    parts: tuple[Part, ...]
    factors: tuple[Shared, ...]
    actors: tuple[Shared, ...]
    links: tuple[LinkAcross, ...]
    positions: tuple[Opposed, ...]
    dates: tuple[Redated, ...]
    reuse: tuple[Reuse, ...]
    distances: tuple[Distance, ...]

    def counts(self) -> Mapping[Standing, int]:
        """How many links stand in each way."""
        return {standing: sum(link.standing is standing for link in self.links) for standing in Standing}
