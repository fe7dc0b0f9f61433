"""What a link rests on: how sure we are that we read it right, and how many independent voices say it.

**Belief** speaks of our reading. A claim is misread with probability 1 - `claim.belief`. A part of that
is the fault of the rule and comes back with each of its claims; the rest is chance and goes down as
claims are added. So is INDRA's model of belief (Gyori et al. 2017, Molecular Systems Biology 13:954).

**Support** speaks of the text: documents, holders and sentences, near-identical sentences counted once.
It is no probability. How much it says is known from elsewhere: of the pairs in CauseNet (Heindorf et al.
2020, CIKM), 74, 95 and 97 per cent were right that had one, two and three sources.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from armillary.findings import Claim
from armillary.reading import Holder, Speaker
from armillary.system import Support

SYSTEMATIC = 0.05
"""The share of a rule's errors that it makes again and again: INDRA's prior for Eidos, a reader by rules. Not
ours yet; it only matters where one rule found several claims of one link."""
ALIKE = 0.8
"""Words that two sentences share, of all that they have, from which they count once. Set by hand: a copy
with two words of twenty changed counts once, another sentence about the same thing twice."""
MOST_COMPARED = 200
"""Different sentences of one link that are compared word by word; the rest only letter by letter."""
_WORD = re.compile(r"\w+")
_DIGITS = 4


def belief(claims: Iterable[Claim]) -> float:
    """The probability that at least one of these claims was read right.

    Claims in near-identical words count once, and those of one rule share its fault.
    """
    surest: dict[tuple[str, ...], dict[str, float]] = {}
    for claim in claims:
        words = " ".join(_WORD.findall(claim.at.words.casefold()))
        heap = surest.setdefault(claim.found_by, {})
        heap[words] = max(heap.get(words, 0.0), claim.belief)
    wrong = 1.0
    for heap in surest.values():
        shared = min(SYSTEMATIC, 1 - max(heap.values()))
        chance = 1.0
        for one in heap.values():
            chance *= max(0.0, 1 - one - shared)
        wrong *= shared + chance
    return round(1 - wrong, _DIGITS)


def support(claims: Sequence[Claim], name_of: Callable[[Holder], str | None]) -> Support:
    """The documents, holders and sentences that say it. None of the three counts is more than the sentences."""
    sentences = _different({" ".join(_WORD.findall(claim.at.words.casefold())) for claim in claims})
    voices = {_voice(claim, name_of) for claim in claims}
    documents = {document for document, _ in voices}
    return Support(
        documents=min(len(documents), sentences),
        holders=min(len({who for _, who in voices}), sentences),
        sentences=sentences,
        sources=min(len(voices), sentences),
    )


def _voice(claim: Claim, name_of: Callable[[Holder], str | None]) -> tuple[str, str]:
    """Who says it where. The author of one document is not that of another."""
    document = f"{claim.at.document.sha256} {claim.at.document.name}"
    if isinstance(claim.holder, Speaker):
        return document, f"{claim.holder.value} {document}"
    return document, name_of(claim.holder) or claim.holder.words.casefold()


def _different(sentences: set[str]) -> int:
    """How many sentences there are, near-identical ones counted once."""
    bags = [frozenset(words.split()) for words in sorted(sentences)]
    kept: list[frozenset[str]] = []
    for bag in bags[:MOST_COMPARED]:
        if not any(len(bag & other) >= ALIKE * len(bag | other) for other in kept):
            kept.append(bag)
    return len(kept) + max(0, len(set(bags[MOST_COMPARED:]) - set(kept)))
