"""The second witness: a small encoder, trained on sentences that people have marked (`training/causes/`).

It proposes a cause, an effect and a cue by their words in a sentence, and says how sure it is. What becomes of a
proposal is for `extract.causes.witnesses` to say.
"""

from dataclasses import dataclass

from armillary.extract.tagger.model import SETS, Thought, load
from armillary.extract.tagger.spans import Pair, best

__all__ = ["Proposal", "proposals"]

_ALL = SETS.index("all")
SEVERAL = 0.5
"""From this probability on a sentence is asked for a second relation."""

LEAST_WORDS = 3
"""A cause, a cue and an effect are no fewer words: the cells of a long table are not thought about."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation by the code points of its parts in the sentence.

    `causal` is the probability that the sentence says something causal at all, `sure` that of this pair of
    spans among all pairs of the sentence.
    """

    cause: tuple[int, int]
    effect: tuple[int, int]
    cue: tuple[tuple[int, int], ...]
    causal: float
    sure: float


def proposals(sentence: str, least: float) -> tuple[Proposal, ...]:
    """What the tagger finds in a sentence that it takes for causal with at least this probability."""
    if len(sentence.split(maxsplit=LEAST_WORDS - 1)) < LEAST_WORDS:
        return ()
    thought = load().thought(sentence)
    causal = float(thought.gate[_ALL])
    if causal < least:
        return ()
    slots = best(thought.scores, thought.first, thought.last)
    kept = [pair for pair in slots[: 2 if thought.several >= SEVERAL else 1] if pair is not None]
    distinct = {(pair.cause, pair.effect): pair for pair in kept}
    return tuple(_proposal(thought, pair, causal) for pair in distinct.values())


def _proposal(thought: Thought, pair: Pair, causal: float) -> Proposal:
    def place(first: int, last: int) -> tuple[int, int]:
        return thought.places[first][0], thought.places[last - 1][1]

    cue = tuple(place(at, at + 1) for at in pair.cue if thought.places[at][0] < thought.places[at][1])
    return Proposal(place(*pair.cause), place(*pair.effect), cue, causal, pair.sure)
