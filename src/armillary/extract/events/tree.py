"""A sentence as a tree: what hangs on what, as the parser says. Places count in the reading's tokens."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from armillary.reading import Reading, Sentence

CLAUSES = frozenset({"acl:relcl", "advcl", "advcl:relcl", "parataxis", "ccomp", "csubj", "csubj:pass"})
"""Relations of what is a clause of its own."""
_OUTSIDE = frozenset({"punct", "cc", "mark", "discourse", "vocative"})
_AUXILIARIES = frozenset({"aux", "aux:pass"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed sentence. `kids` gives the places that hang on a place, in order."""

    reading: Reading
    sentence: Sentence
    kids: dict[int, list[int]]

    def low(self, place: int) -> str:
        """The word at a place."""
        return self.reading.tokens[place].low

    def tag(self, place: int) -> str:
        """Its tag of the Penn Treebank, "" where it has none."""
        return self.reading.tokens[place].tag or ""

    def lemma(self, place: int) -> str:
        """The form that stands in a dictionary."""
        return (self.reading.tokens[place].lemma or self.low(place)).lower()

    def relation(self, place: int) -> str:
        """How a place hangs on its head, "" where nobody says."""
        return self.reading.tokens[place].relation or ""

    def head(self, place: int) -> int:
        """The place that it hangs on; its own for a root."""
        head = self.reading.tokens[place].head
        inside = head is not None and self.sentence.first <= head < self.sentence.last
        return head if inside and head is not None else place

    def under(self, place: int, *relations: str) -> Iterator[int]:
        """The places that hang on a place in one of these ways."""
        return (kid for kid in self.kids.get(place, ()) if self.relation(kid) in relations)

    def is_dated(self, place: int) -> bool:
        """Whether a word belongs to a time expression."""
        times, start = self.reading.times, self.reading.tokens[place].start
        at = bisect_right(times, start, key=lambda time: time.at.start) - 1
        return at >= 0 and start < times[at].at.end

    def auxiliaries(self, place: int) -> list[str]:
        """The auxiliaries of a verb, in lower case."""
        return [self.low(kid) for kid in self.under(place, *_AUXILIARIES)]

    def part(self, place: int, dropped: frozenset[str]) -> set[int]:
        """A place with all below it, but for what hangs in one of the dropped ways."""
        found = {place}
        open_ = [place]
        while open_:
            for kid in self.kids.get(open_.pop(), ()):
                if (
                    kid not in found
                    and self.relation(kid) not in dropped
                    and self.relation(kid) not in _OUTSIDE
                ):
                    found.add(kid)
                    open_.append(kid)
        return found


def tree(reading: Reading, sentence: Sentence) -> Tree | None:
    """The tree of a sentence, None where no parser has read it."""
    tokens = reading.tokens
    kids: dict[int, list[int]] = defaultdict(list)
    read = False
    for place in range(sentence.first, sentence.last):
        head = tokens[place].head
        read = read or head is not None
        if head is not None and head != place and sentence.first <= head < sentence.last:
            kids[head].append(place)
    return Tree(reading, sentence, dict(kids)) if read else None
