"""How good a tagger is on sentences kept aside: the gate's F1, and relations found end to end."""

import importlib.util
import sys
from pathlib import Path
from random import Random
from types import ModuleType

import torch
from batches import Taught, batches, padded
from heads import Tagger
from marked import SETS

_SPANS = Path(__file__).parents[2] / "src" / "armillary" / "extract" / "tagger" / "spans.py"
HALF = 0.5


def _load() -> ModuleType:
    """The search that the package runs, without the package."""
    spec = importlib.util.spec_from_file_location("spans", _SPANS)
    assert spec is not None  # noqa: S101
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    sys.modules["spans"] = module
    spec.loader.exec_module(module)
    return module


spans = _load()


def scored(tagger: Tagger, aside: list[Taught]) -> dict[str, float]:
    """Gate F1 by set at 0.5, own head and shared; end to end on CNC with the shared and own gate, per cent."""
    tagger.eval()
    gates: dict[str, list[tuple[bool, bool, bool]]] = {name: [] for name in SETS}
    ends: dict[str, list[tuple[int, int, int]]] = {}
    with torch.no_grad():
        for batch in batches(aside, Random(0)):
            made = padded(batch)
            gate, several, scores = (a.numpy() for a in tagger(made.ids, made.mask, made.manner))
            for row, one in enumerate(batch):
                own = gate[row, SETS.index(one.marked.of)] > 0
                gates[one.marked.of].append((one.marked.causal, own, gate[row, -1] > 0))
                if not one.marked.spans:
                    continue
                size = len(one.ids)
                first, last = (made.first[row, :size].numpy() > 0, made.last[row, :size].numpy() > 0)
                pairs = [p for p in spans.best(scores[row, :size], first, last) if p is not None]
                pairs = pairs[: 2 if several[row] > 0 else 1]
                right = _right(one, pairs)
                ends.setdefault(one.marked.of, []).append(
                    (right if own else 0, len(pairs) if own else 0, len(one.marked.relations))
                )
                if one.marked.causal:
                    ends.setdefault(one.marked.of + " gate given", []).append(
                        (right, len(pairs), len(one.marked.relations))
                    )
    found = {}
    for name, rows in gates.items():
        found[f"{name} gate own"] = _f1(
            sum(a and b for a, b, _ in rows), sum(b for _, b, _ in rows), sum(a for a, _, _ in rows)
        )
        found[f"{name} gate shared"] = _f1(
            sum(a and c for a, _, c in rows), sum(c for _, _, c in rows), sum(a for a, _, _ in rows)
        )
    for name, counts in ends.items():
        found[f"{name} end to end"] = _f1(*(sum(column) for column in zip(*counts, strict=True)))
    return found


def _f1(right: int, found: int, marked: int) -> float:
    return round(200 * right / max(found + marked, 1), 1)


def _right(one: Taught, pairs: list) -> int:
    left, right = list(one.relations), 0
    for pair in pairs:
        hit = next(
            (r for r in left if _like(pair.cause, r.cause, one) and _like(pair.effect, r.effect, one)),
            None,
        )
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def _like(mine: tuple[int, int], theirs: tuple[int, int], one: Taught) -> bool:
    """Whether half of the words are shared."""
    a, b = ({n for n in range(*span) if one.first[n]} for span in (mine, theirs))
    return len(a & b) >= HALF * len(a | b)
