"""Sentences as numbers, in batches of like length."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from random import Random

import torch
from encoder import folder
from heads import SLOTS
from marked import SETS, Marked, Relation, Span
from tokenizers import Tokenizer
from torch import Tensor

LONGEST = 160  # pieces; what is longer is cut
BATCH = 1200  # pieces


@dataclass(frozen=True, slots=True)
class Taught:
    """One sentence with its pieces; pairs of spans in pieces. `gate` and `told` say which losses count."""

    marked: Marked
    ids: tuple[int, ...]
    first: tuple[bool, ...]
    last: tuple[bool, ...]
    offsets: tuple[Span, ...]
    relations: tuple[Relation, ...]
    gate: bool = True
    told: bool = False


def tokenizer() -> Tokenizer:
    """The splitter into word pieces that the weights were made with."""
    made: Tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST)
    return made


def cut(marked: list[Marked]) -> list[Taught]:
    """All sentences in pieces; a relation whose words were cut off or do not end at words is left out."""
    made, taught = tokenizer(), []
    for one, encoding in zip(marked, made.encode_batch([m.text for m in marked]), strict=True):
        words = encoding.word_ids
        first = tuple(w is not None and w != words[n - 1] for n, w in enumerate(words))
        last = (*(w is not None and w != words[n + 1] for n, w in enumerate(words[:-1])), False)
        offsets = tuple(encoding.offsets)
        found = [_in_pieces(r, offsets, first, last) for r in one.relations]
        relations = tuple(r for r in found if r is not None)
        taught.append(Taught(one, tuple(encoding.ids), first, last, offsets, relations))
    return taught


def _in_pieces(
    relation: Relation, offsets: tuple[Span, ...], first: tuple[bool, ...], last: tuple[bool, ...]
) -> Relation | None:
    sides = [_pieces(span, offsets, first, last) for span in (relation.cause, relation.effect)]
    cause, effect = sides
    if cause is None or effect is None or (cause[0] < effect[1] and effect[0] < cause[1]):
        return None
    if relation.cues is None:
        return Relation(cause, effect, None)
    cues = [_pieces(span, offsets, first, last) for span in relation.cues]
    return Relation(cause, effect, tuple(cue for cue in cues if cue is not None))


def _pieces(
    span: Span, offsets: tuple[Span, ...], first: tuple[bool, ...], last: tuple[bool, ...]
) -> Span | None:
    inside = [n for n, (a, b) in enumerate(offsets) if span[0] <= a < b <= span[1]]
    if not inside or not first[inside[0]] or not last[inside[-1]]:
        return None
    return inside[0], inside[-1] + 1


def batches(taught: list[Taught], chance: Random) -> Iterator[list[Taught]]:
    """Batches of about BATCH pieces with padding, of like length, in random order."""
    shuffled = sorted(taught, key=lambda one: (len(one.ids) + chance.randrange(-3, 4), chance.random()))
    made: list[list[Taught]] = [[]]
    for one in shuffled:
        if made[-1] and (len(made[-1]) + 1) * max(len(one.ids), len(made[-1][-1].ids)) > BATCH:
            made.append([])
        made[-1].append(one)
    chance.shuffle(made)
    yield from made


@dataclass(frozen=True, slots=True)
class Padded:
    """A batch as tensors."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    manner: Tensor


def padded(batch: list[Taught]) -> Padded:
    """Ids, what is padding, where spans may begin and end, and the manner of marking."""
    length = max(len(one.ids) for one in batch)

    def rows(name: str) -> Tensor:
        return torch.tensor([[*getattr(one, name), *[0] * (length - len(one.ids))] for one in batch])

    mask = torch.tensor([[1] * len(one.ids) + [0] * (length - len(one.ids)) for one in batch])
    manner = torch.tensor([int(one.marked.of == "because") for one in batch])
    return Padded(rows("ids"), mask, rows("first").float(), rows("last").float(), manner)


def assignments(relations: tuple[Relation, ...]) -> list[tuple[Relation, ...]]:
    """The ways to give relations to slots: one relation goes to the first; of more, every order of every two."""
    if len(relations) < SLOTS:
        return [relations]
    return [order for two in combinations(relations[:4], SLOTS) for order in permutations(two)]


def gate_targets(batch: list[Taught], smooth: float) -> tuple[Tensor, Tensor]:
    """The wanted answers of the gate, and which of them count: that of the sentence's own set, and the last."""
    wanted = torch.zeros(len(batch), len(SETS) + 1)
    counts = torch.zeros_like(wanted)
    for row, one in enumerate(batch):
        for column in (SETS.index(one.marked.of), len(SETS)):
            wanted[row, column] = smooth + (1 - 2 * smooth) * one.marked.causal
            counts[row, column] = float(one.gate)
    return wanted, counts
