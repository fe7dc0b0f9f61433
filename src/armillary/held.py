"""Nouns: a system held against what the reader holds. QuotationVerdict, FactVerdict, Held.

A verdict says how the text and a source or a fact stand to each other, and shows both. It never says
which of them is right.
"""

from dataclasses import dataclass
from enum import StrEnum

from armillary.holdings import Fact, FactKind
from armillary.text import Passage


class Likeness(StrEnum):
    """How a quotation stands to the sources, from the nearest to the farthest.

    *Verbatim* lets pass what printers change: the form of quotation marks and dashes, white space,
    punctuation at either end and the case of the first letter. *Stitched* is a quotation whose parts
    stand far apart, in another order or in several sources.
    """

    VERBATIM = "verbatim"
    SAME_WORDS = "same words"
    CHANGED = "changed"
    STITCHED = "stitched"
    ALIKE = "alike"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a source, and its place as a person looks it up."""

    at: Passage
    place: str


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source and what the quotation has for them; "" where one of the two has nothing."""

    held: str
    quoted: str


@dataclass(frozen=True, slots=True)
class QuotationVerdict:
    """A quotation beside the sources.

    `found` are the passages in the order of the quotation: one, or the parts of a stitched one, none
    where it is absent. `changes` are in the same order; for *same words* the first that differs in
    punctuation or case.
    """

    at: Passage
    likeness: Likeness
    found: tuple[Found, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def changed(self) -> int:
        """How many words were put in, left out or replaced."""
        return sum(max(len(one.held.split()), len(one.quoted.split())) for one in self.changes)


class Answer(StrEnum):
    """How a statement stands to the facts. *Disputed*: some rows agree with it and others do not."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CLOSE_NAME = "close name"
    DISPUTED = "disputed"
    NOT_COVERED = "not covered"


@dataclass(frozen=True, slots=True)
class FactVerdict:
    """A statement of the text beside the facts that speak of the same.

    `told` says the statement again in plain words, `because` what the rows say. `facts` are the rows
    that decide it, in the order of their table; none where it is not covered.
    """

    at: Passage
    kind: FactKind
    told: str
    answer: Answer
    because: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a system beside what the reader holds, in the order of the text.

    None where they hold no sources, and where they hold no facts. `notes`: what was left out, in words.
    """

    quotations: tuple[QuotationVerdict, ...] | None = None
    facts: tuple[FactVerdict, ...] | None = None
    notes: tuple[str, ...] = ()
