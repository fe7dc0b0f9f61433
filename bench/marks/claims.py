"""Claims beside marked ones: which are right, and of those how many have the right sign, modality and holder.

**A claim is right** where both sides are, the cause as cause and the effect as effect. **A side is right** where
one of its passages (its words, or what they stand for) shares with a marked one at least half of the words of the
shorter of the two, and does not hold half of the words of the other marked side: who takes the whole sentence
for a side has found none. Each mark counts once; a second claim of it is wrong. A mark that is *optional* is right
where it is found and no miss where it is not; so is one whose other side no word of the text says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from armillary.findings import Argument, Claim, Sign
from armillary.text import Passage, Span
from marks.counts import Score, Share
from marks.loading import Marked, MarkedClaim, Side

HALF = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Paired:
    """Claims, each with its mark or None where it is wrong; `missed` are marks that had to be found."""

    claims: tuple[tuple[Claim, MarkedClaim | None], ...]
    missed: tuple[MarkedClaim, ...]

    @property
    def right(self) -> list[tuple[Claim, MarkedClaim]]:
        """The claims that are right, with their marks."""
        return [(claim, mark) for claim, mark in self.claims if mark is not None]

    @property
    def score(self) -> Score:
        """Precision over all claims, recall over the marks that had to be found."""
        needed = sum(is_needed(mark) for _, mark in self.right)
        return Score(Share(len(self.right), len(self.claims)), Share(needed, needed + len(self.missed)))


def is_needed(mark: MarkedClaim) -> bool:
    """Whether a reader who does not find it has missed something."""
    return not mark.optional and bool(mark.cause.spans) and bool(mark.effect.spans)


def pair(claims: Sequence[Claim], marked: Marked) -> Paired:
    """The claims with their marks: those that share most words first."""
    words = _Words(marked.text)
    fits = [
        (words.fit(claim, mark), at, to)
        for at, claim in enumerate(claims)
        for to, mark in enumerate(marked.claims)
    ]
    mark_of: dict[int, int] = {}
    for _, at, to in sorted((fit for fit in fits if fit[0]), key=lambda fit: (-fit[0], fit[1], fit[2])):
        if at not in mark_of and to not in mark_of.values():
            mark_of[at] = to
    return Paired(
        tuple(
            (claim, marked.claims[mark_of[at]] if at in mark_of else None)
            for at, claim in enumerate(claims)
        ),
        tuple(
            mark
            for to, mark in enumerate(marked.claims)
            if to not in mark_of.values() and is_needed(mark)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Words as sets of their places."""

    text: str

    def fit(self, claim: Claim, mark: MarkedClaim) -> float:
        """How well the sides agree, from 0 (a side is wrong) to 2 (the same words)."""
        causes, effects = (self._spans(side) for side in (mark.cause, mark.effect))
        cause = self._side(claim.cause, causes, effects)
        effect = self._side(claim.effect, effects, causes)
        return cause + effect if cause and effect else 0.0

    def _side(self, side: Argument, marks: list[frozenset[int]], others: list[frozenset[int]]) -> float:
        """The share of words in common with the best mark; a side that nothing in the text says fits any."""
        passages = [side.at] if side.stands_for is None else [side.at, side.stands_for]
        mine = [self._places(passage) for passage in passages]
        if not marks:
            return HALF
        fits = (
            len(one & mark) / len(one | mark)
            for one in mine
            for mark in marks
            if shares(one, mark) and not any(holds(one, other, mark) for other in others)
        )
        return max(fits, default=0.0)

    def _spans(self, side: Side) -> list[frozenset[int]]:
        return [self._places(span) for span in side.spans]

    def _places(self, at: Span | Passage) -> frozenset[int]:
        return frozenset(word.start() for word in _WORD.finditer(self.text, at.start, at.end))


def shares(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of words share half of the smaller one."""
    return len(one & other) >= HALF * min(len(one), len(other)) > 0


def holds(one: frozenset[int], other: frozenset[int], mark: frozenset[int]) -> bool:
    """Whether a side holds half of the other one's words, as marked apart from its own."""
    apart = other - mark
    return bool(apart) and len(one & apart) >= HALF * len(apart)


def signed(paired: Paired) -> Share:
    """How many of the right claims go the right way; *unclear* is right only where it is marked."""
    right = sum(_sign(claim, mark) in mark.signs for claim, mark in paired.right)
    return Share(right, len(paired.right))


def _sign(claim: Claim, mark: MarkedClaim) -> Sign:
    """The claim's sign as it would be of the marked factors: each word of *less* left in a core turns it."""
    sign = claim.sign
    for side, marked in ((claim.cause, mark.cause), (claim.effect, mark.effect)):
        for less in marked.less:
            if side.core.start <= less.start and less.end <= side.core.end:
                sign = sign.times(Sign.LOWERS)
    return sign


def put_forward(paired: Paired) -> Share:
    """How many of the right claims have the right modality."""
    right = sum(claim.modality in mark.modalities for claim, mark in paired.right)
    return Share(right, len(paired.right))
