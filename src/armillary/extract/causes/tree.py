"""A sentence as a tree, where a parser has read it: subjects, objects and the members of lists.

A function gives None where the parse does not say; then the word classes of `phrases` decide.
"""

from functools import cached_property

from armillary.extract.causes.stretch import Stretch
from armillary.reading import Pos, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_OBJECTS = frozenset({"obj", "obl", "ccomp", "xcomp", "nmod", "obl:agent"})
_ASIDE = frozenset(
    {
        "acl:relcl",
        "advcl",
        "parataxis",
        "punct",
        "discourse",
        "vocative",
        "appos",
        "cc",
        "advcl:relcl",
        "mark",
    }
)
_NAMING = frozenset({Pos.NOUN, Pos.NAME, Pos.PRONOUN, Pos.NUMERAL, Pos.DETERMINER, Pos.ADJECTIVE})
_FARTHEST = 60
"""Words from a verb or a preposition to the head of its phrase: bounds the work in endless sentences."""


class Tree:
    """The dependencies of one sentence. Places count in it."""

    def __init__(self, tokens: tuple[Token, ...], first: int) -> None:
        self.tokens = tokens
        self.first = first

    def head(self, place: int) -> int:
        """The place that a word hangs on; its own for a root, and where the head is elsewhere."""
        head = self.tokens[place].head
        inside = head is not None and self.first <= head < self.first + len(self.tokens)
        return head - self.first if inside and head is not None else place

    def relation(self, place: int) -> str:
        """How a word hangs on its head, "" where nobody says."""
        return self.tokens[place].relation or ""

    @cached_property
    def children(self) -> list[list[int]]:
        """The places that hang on each place, in order."""
        kids: list[list[int]] = [[] for _ in range(len(self.tokens))]
        for place in range(len(self.tokens)):
            head = self.head(place)
            if head != place:
                kids[head].append(place)
        return kids

    def is_verb(self, place: int) -> bool:
        """Whether a word acts here."""
        return self.tokens[place].pos in {Pos.VERB, Pos.AUXILIARY}

    def _is_word(self, place: int) -> bool:
        return self.tokens[place].low[0].isalnum()

    def phrase(self, head: int, low: int = 0, high: int | None = None) -> Stretch:
        """The words around a head that belong to it, without clauses and the rest of a list."""
        last = len(self.tokens) if high is None else high
        places = {head}
        open_ = [head]
        while open_:
            node = open_.pop()
            for child in self.children[node]:
                relation = self.relation(child)
                dropped = relation in _ASIDE or (node == head and relation == "conj") or child in places
                if not dropped and low <= child < last:
                    places.add(child)
                    open_.append(child)
        start = end = head
        while start - 1 in places or (start - 2 in places and not self._is_word(start - 1)):
            start -= 1
        while end + 1 in places or (end + 2 in places and not self._is_word(end + 1)):
            end += 1
        return Stretch(start, end + 1)

    def list_of(self, head: int, low: int = 0, high: int | None = None) -> Stretch:
        """The phrase of a head with all that is joined to it: *famine, flight and war*."""
        found = self.phrase(head, low, high)
        for kid in self.children[head]:
            joined = self.relation(kid) == "conj" and self.tokens[kid].pos in _NAMING
            if joined and low <= kid < (len(self.tokens) if high is None else high):
                found = Stretch(found.first, max(found.last, self.phrase(kid, low, high).last))
        return found

    def subject(self, verb: int) -> int | None:
        """The head of the subject of a verb: its own, that of the verb it is joined to, or what it tells of."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = next((kid for kid in self.children[verb] if self.relation(kid) in _SUBJECTS), None)
            relation, head = self.relation(verb), self.head(verb)
            if own is not None:
                relative = self.tokens[own].low in {"which", "that", "who"} and relation.startswith(
                    "acl"
                )
                return head if relative and head != verb else own
            if relation.startswith("acl") and head != verb:
                return head
            if relation not in {"conj", "xcomp", "advcl", "parataxis"} or head == verb:
                return None
            verb = head
        return None

    def object(self, verb: int, start: int) -> int | None:
        """The head of what a cue that ends before `start` acts on."""
        kids = (kid for kid in self.children[verb] if start <= kid < start + _FARTHEST)
        return next((kid for kid in kids if self.relation(kid) in _OBJECTS), None)

    def top(self, start: int) -> int:
        """The head of the phrase that begins at a place: as far up as one gets without going back."""
        place = start
        for _ in range(_FARTHEST):
            head = self.head(place)
            if head <= start or head == place:
                break
            place = head
        return place
