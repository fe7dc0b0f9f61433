"""What the encoder's vectors are asked: is the sentence causal, are there two relations, and which spans.

Spans. Each of two *slots* stands for one relation. A slot gives every word piece seven scores: how well a
cause begins there, ends there, goes on there, the same for the effect, and whether it is of the cue. The
score of a cause and an effect is the sum of its parts, and what is learned is the probability of the right
pair among **all** pairs that do not overlap: exactly one cause and exactly one effect. So the search at
reading time (`armillary.extract.tagger.spans`) looks for the very thing that was learned.
"""

from dataclasses import dataclass

import torch
from encoder import Encoder, Shape
from marked import SETS
from torch import Tensor, nn

SLOTS = 2
SCORES = ("cause begins", "cause ends", "cause", "effect begins", "effect ends", "effect", "cue")
LOW = -1e4


@dataclass(frozen=True, slots=True)
class Answers:
    """For each sentence: a logit that it is causal, by set and over all (last); one for two relations; scores of spans."""

    gate: Tensor  # sentences, sets + 1
    several: Tensor  # sentences
    spans: Tensor  # sentences, pieces, slots, SCORES


class Tagger(nn.Module):
    """The encoder and its three heads."""

    def __init__(self, encoder: Encoder, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.gate = nn.Linear(2 * shape.width, len(SETS) + 1)
        self.several = nn.Linear(2 * shape.width, 1)
        self.manner = nn.Embedding(2, shape.width)
        """What counts as a side differs from set to set: a vector for the manner of each of the two that mark spans."""
        self.inner = nn.Linear(shape.width, shape.width)
        self.spans = nn.Linear(shape.width, SLOTS * len(SCORES))
        nn.init.zeros_(self.manner.weight)

    def forward(self, ids: Tensor, mask: Tensor, manner: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The three answers as `Answers` names them; `manner` 0 is CNC's, 1 BECAUSE's."""
        x = self.encoder(ids, mask)
        shown = mask[:, :, None].to(x.dtype)
        mean = (x * shown).sum(1) / shown.sum(1)
        highest = (x + (1.0 - shown) * LOW).max(1).values
        pooled = self.dropout(torch.cat([mean, highest], -1))
        inner = torch.tanh(self.inner(self.dropout(x)) + self.manner(manner)[:, None, :])
        spans = self.spans(self.dropout(inner)).view(*ids.shape, SLOTS, len(SCORES))
        return self.gate(pooled), self.several(pooled)[:, 0], spans


def log_all(scores: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The log of the sum over all pairs of a cause and an effect that do not overlap. Sentences by slots.

    `first` and `last` are 1 where a span may begin and end.
    """
    cause = _ends(scores, 0, first, last)
    effect = _ends(scores, 3, first, last)
    return torch.logaddexp(_in_order(cause[0], effect[1]), _in_order(effect[0], cause[1]))


def score(scores: Tensor, cause: tuple[int, int], effect: tuple[int, int]) -> Tensor:
    """The score of one pair in one sentence, by slot: `scores` is pieces by slots by SCORES; spans are half-open."""
    total = torch.zeros_like(scores[0, :, 0])
    for (begin, end), base in ((cause, 0), (effect, 3)):
        total = (
            total
            + scores[begin, :, base]
            + scores[end - 1, :, base + 1]
            + scores[begin:end, :, base + 2].sum(0)
        )
    return total


def _ends(scores: Tensor, base: int, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
    """For each piece, the log sum of all spans that end there, and of all that begin there."""
    through = scores[..., base + 2].cumsum(1)
    before = through - scores[..., base + 2]
    begins = scores[..., base] - before + (1 - first[:, :, None]) * LOW
    ends = scores[..., base + 1] + through + (1 - last[:, :, None]) * LOW
    ending = ends + begins.logcumsumexp(1)
    beginning = begins + ends.flip(1).logcumsumexp(1).flip(1)
    return ending, beginning


def _in_order(ending: Tensor, beginning: Tensor) -> Tensor:
    """The log sum over pairs whose first span ends before the second begins."""
    return (ending.logcumsumexp(1)[:, :-1] + beginning[:, 1:]).logsumexp(1)
