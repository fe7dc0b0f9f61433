"""Whose a passage is: the parts of a comparison that hold its document."""

from collections.abc import Sequence
from itertools import combinations

from armillary.comparison import Part
from armillary.system import System
from armillary.text import Document, Passage


class Whose:
    """Tells for each passage the places of the parts that hold its document."""

    def __init__(self, system: System, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        self._held: dict[tuple[str, str], tuple[int, ...]] = {}
        for place, part in enumerate(parts):
            for document in part.documents:
                key = _key(document)
                self._held[key] = (*self._held.get(key, ()), place)
        self.documents = {_key(document): document for document in system.documents}

    def of(self, passage: Passage) -> tuple[int, ...]:
        """The places of the parts in which it stands, in order."""
        return self._held.get(_key(passage.document), ())

    def among(self, passage: Passage, part: int) -> bool:
        """Whether it stands in a part."""
        return part in self.of(passage)

    def across(self, one: Passage, other: Passage) -> tuple[int, int] | None:
        """The first two different parts of which the first holds one passage and the second the other."""
        pairs = ((left, right) for left in self.of(one) for right in self.of(other) if left != right)
        return min(pairs, default=None)

    def pairs(self) -> list[tuple[int, int]]:
        """Every two parts, by their places."""
        return list(combinations(range(len(self.parts)), 2))

    def texts(self, part: int) -> list[Document]:
        """The documents of a part, as the system holds them."""
        return [self.documents[_key(document)] for document in self.parts[part].documents]


def _key(document: Document) -> tuple[str, str]:
    return document.name, document.sha256
