"""Nouns: what the reader holds beside the text. Volume, Library, Fact, Facts.

A document is held against them only where the reader brings them; none is fetched.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np

from armillary.text import Document, Passage
from armillary.wording import Numbers, Wording, grams


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """A source: a document as far as quotations need it, and its words as numbers.

    The document has its text and no structure. `pages` are pairs of an offset and the page that begins
    there, in order; empty where the format has no pages.
    """

    document: Document
    wording: Wording = field(repr=False)
    pages: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def place(self, passage: Passage) -> str:
        """Where a passage stands, as a person looks it up: *minutes.pdf, page 3* or *minutes.txt:12:4*."""
        page = bisect_right(self.pages, (passage.start, 1 << 31)) - 1
        if page >= 0:
            return f"{self.document.name}, page {self.pages[page][1]}"
        line, column = self.document.position(passage.start)
        return f"{self.document.name}:{line}:{column}"


@dataclass(frozen=True)  # no slots: the index is worked out once, when it is first asked for
class Library:
    """The sources that the reader holds, with an index of all runs of three words.

    `skipped` says in words what could not be read, and why; the rest is held all the same.
    """

    volumes: tuple[Volume, ...] = ()
    skipped: tuple[str, ...] = ()

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of all words, volume after volume."""
        return np.concatenate([np.zeros(0, np.uint32), *(one.wording.numbers for one in self.volumes)])

    @cached_property
    def firsts(self) -> list[int]:
        """The place in `numbers` of the first word of each volume, and the end of the last."""
        counts = [len(one.wording) for one in self.volumes]
        return [0, *np.cumsum(np.array(counts, np.int64)).tolist()]

    @cached_property
    def index(self) -> "Index":
        """Where each run of three words stands."""
        return index(self.numbers)

    def volume_at(self, word: int) -> int:
        """The number of the volume that holds a word of `numbers`."""
        return bisect_right(self.firsts, word) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The numbers of all runs of three words in rising order, and the place of each run's first word."""

    grams: Numbers
    places: Numbers


def index(numbers: Numbers) -> Index:
    """The index of these words. A sort: about a second for ten million words."""
    runs = grams(numbers)
    order = np.argsort(runs, kind="stable").astype(np.uint32)
    return Index(runs[order], order)


class FactKind(StrEnum):
    """What a fact says of its subject, by its relation and its columns."""

    OFFICE = "office"
    MEMBERSHIP = "membership"
    FIGURE = "figure"
    NAME = "name"


NAMES = frozenset({"also called", "also known as", "alias", "demonym"})
"""The relations that give another name of a thing."""

_MEMBERSHIP = re.compile(r"\b(?:member|membership|accession|acceded|joined|party to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table of facts: *James Baker, Secretary of State, United States, 1989-01-25, 1992-08-23*.

    `start` and `end` are ISO 8601 dates or the beginnings of such (`1989`, `1989-01`), None where the row
    does not say: an office without an end is still held. `source` is where a person can look it up,
    `row` the place of the row as `offices.csv, row 12`. Where `asof` is told, the row says nothing of
    later days.
    """

    subject: str
    relation: str
    object: str | None
    value: float | None
    unit: str | None
    start: str | None
    end: str | None
    source: str | None
    row: str
    asof: str | None = None

    @property
    def kind(self) -> FactKind:
        """A value makes a figure; the relation tells the other names of a thing and memberships from offices."""
        if self.value is not None:
            return FactKind.FIGURE
        if self.relation.strip().lower() in NAMES:
            return FactKind.NAME
        return FactKind.MEMBERSHIP if _MEMBERSHIP.search(self.relation) else FactKind.OFFICE


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows that speak of what a document names. `notes` say in words what was left out, and why."""

    rows: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the reader brings: sources (None: they brought none), and tables of facts by their paths.

    The tables are opened for each system anew, and only the rows that speak of it are taken.
    """

    library: Library | None = None
    tables: tuple[str, ...] = ()


def folded(name: str) -> str:
    """A name as it is compared: no accents, no case, no article before it, one space between words."""
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    )
    words = bare.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
