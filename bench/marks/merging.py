"""What is taken for one thing, beside what is marked as one: B-cubed (Bagga and Baldwin 1998).

For each place: of the places that we put with it, the share that belongs there (precision); of those that belong
with it, the share that we put there (recall); both averaged over places.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from armillary.assemble import assemble
from armillary.findings import Argument, Claim, Findings, Sign
from armillary.reading import Modality, Speaker
from armillary.settings import Settings
from armillary.text import Document, Passage, Span, cover
from marks.claims import Paired
from marks.counts import Score, Share
from marks.loading import Marked, MarkedClaim, Side

_ARTICLES = ("the ", "a ", "an ")


def b_cubed(pairs: Iterable[tuple[Hashable, Hashable]]) -> Score:
    """The score of places, each given as (our group, the marked group).

    >>> b_cubed([("f1", "rain"), ("f1", "rain"), ("f2", "rain")]).recall.value.__round__(3)
    0.556
    """
    places = list(pairs)
    precision = recall = 0.0
    for ours, theirs in places:
        mine = [place for place in places if place[0] == ours]
        true = [place for place in places if place[1] == theirs]
        both = sum(place[1] == theirs for place in mine)
        precision += both / len(mine)
        recall += both / len(true)
    return Score(Share(precision, len(places)), Share(recall, len(places)))


def pairs_of(places: Sequence[tuple[Hashable, Hashable]]) -> Score:
    """Over pairs of places instead: what stands alone on both sides counts for nothing here, and much in B-cubed."""
    ours, true, both = (
        _pairs(Counter(key)) for key in ([a for a, _ in places], [b for _, b in places], places)
    )
    return Score(Share(both, ours), Share(both, true))


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


@dataclass(frozen=True, slots=True)
class Joined:
    """The factors of the claims as they are marked: ours and by equal words, by both measures."""

    ours: Score
    equal: Score
    pairs: Score
    equal_pairs: Score


def of_found(findings: Findings, paired: Paired) -> Score:
    """The factors of the claims that we found and that are right."""
    system = assemble([findings], Settings())
    pairs = []
    for claim, mark in paired.right:
        sides = ((claim.cause, mark.cause), (claim.effect, mark.effect))
        pairs += [(system.factor_at[side.core], marked.factor) for side, marked in sides]
    return b_cubed(pairs)


def of_marked(findings: Findings, marked: Marked) -> Joined:
    """The factors of the claims as they are marked, whether we find them or not."""
    claims, marks = [], []
    for mark in marked.claims:
        made = _claim(findings.document, mark)
        if made is not None:
            claims.append(made)
            marks.append(mark)
    system = assemble([replace(findings, claims=tuple(claims))], Settings())
    ours, equal = [], []
    for claim, mark in zip(claims, marks, strict=True):
        for side, true in ((claim.cause, mark.cause), (claim.effect, mark.effect)):
            ours.append((system.factor_at[side.core], true.factor))
            equal.append((_bare(side.core.words), true.factor))
    return Joined(b_cubed(ours), b_cubed(equal), pairs_of(ours), pairs_of(equal))


def _claim(document: Document, mark: MarkedClaim) -> Claim | None:
    """A marked claim as one that an extractor could have made; None where a side is not in the text."""
    sides = _argument(document, mark.cause), _argument(document, mark.effect)
    cause, effect = sides
    if cause is None or effect is None or cause.core == effect.core:
        return None
    return Claim(
        at=cover(cause.at, effect.at),
        cause=cause,
        effect=effect,
        cue=(),
        sign=next(iter(sorted(mark.signs)), Sign.UNCLEAR),
        modality=Modality.ASSERTED,
        holder=Speaker.AUTHOR,
        belief=1.0,
        found_by=("marked",),
    )


def _argument(document: Document, side: Side) -> Argument | None:
    """The words of a side; where two places are marked, the last is what the first stands for."""
    if not side.spans:
        return None
    first, last = (_passage(document, span) for span in (side.spans[0], side.spans[-1]))
    if first == last:
        return Argument(first, first if side.core is None else _passage(document, side.core))
    return Argument(first, last, last)


def _passage(document: Document, span: Span) -> Passage:
    return document.passage(span.start, span.end)


def _bare(words: str) -> str:
    low = " ".join(words.casefold().split())
    return next((low.removeprefix(one) for one in _ARTICLES if low.startswith(one)), low)
