"""The loop that both recipes share: batches, a learning rate that rises and falls, checkpoints, a log.

Everything that is drawn is drawn from `SEED` and the number of the epoch, so that a run that was stopped
goes on with the batches that it would have seen.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Generic, Protocol, TypeVar

import checkpoint
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from splitting import teach
from thinc.api import NumpyOps, Optimizer, set_current_ops

SEED = 0
WARM_UP = 300  # steps
SMALLEST_BATCH, LARGEST_BATCH, GROWTH = 300, 1200, 1.001  # words, words, from one batch to the next
CHECK_EVERY = 1000  # steps

Scores = dict[str, dict[str, float]]


class Text(Protocol):
    """What is taught at one time: a paragraph, or some sentences."""

    words: list[str]


Taught = TypeVar("Taught", bound=Text)


@dataclass(frozen=True, slots=True)
class Recipe(Generic[Taught]):
    """What to train, on what, how hard. `dressed` gives one epoch's texts, in the order of reading."""

    config: Path
    texts: list[Taught]
    dressed: Callable[[Random], list[Taught]]
    example: Callable[[Language, Taught], Example]
    scores: Callable[[Language], Scores]
    peak_rate: float
    dropout: float


def train(recipe: Recipe[Taught], work: Path, steps: int) -> None:
    """Train, or go on from the last checkpoint; the averaged weights go to `work/model`."""
    fix_random_seed(SEED)
    set_current_ops(
        NumpyOps(use_blis=False)
    )  # NumPy's own matrix product is three times as fast as BLIS
    nlp = load_model_from_config(load_config(recipe.config), auto_fill=True)
    nlp.initialize(lambda: [recipe.example(nlp, text) for text in recipe.texts])
    optimizer = _adam()
    done = checkpoint.load(work, nlp, optimizer)
    teach(nlp.tokenizer)
    started, seen = time.process_time(), 0
    for step, batch in enumerate(_batches(recipe.dressed), start=1):
        if step > steps:
            break
        if step <= done:
            continue
        optimizer.learn_rate = _rate(step, steps) * recipe.peak_rate
        nlp.update([recipe.example(nlp, text) for text in batch], sgd=optimizer, drop=recipe.dropout)
        seen += sum(len(text.words) for text in batch)
        if step % CHECK_EVERY == 0 or step == steps:
            checkpoint.save(work, nlp, optimizer, step)
            where = {"step": step, "words": seen, "cpu_seconds": round(time.process_time() - started)}
            with nlp.use_params(optimizer.averages):
                _log(work, where, recipe.scores(nlp))
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(work / "model")


def options(description: str | None, work: str, steps: int) -> argparse.Namespace:
    """The command line of a recipe."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder with ud/ and names/"
    )
    parser.add_argument(
        "--work", type=Path, default=Path(work), help="folder for checkpoints, log and model"
    )
    parser.add_argument("--steps", type=int, default=steps)
    return parser.parse_args()


def percent(scores: dict[str, object], *names: str) -> dict[str, float]:
    """Some of the scores, in percent."""
    return {name: round(100 * value, 2) for name in names if isinstance(value := scores[name], float)}


def _adam() -> Optimizer:
    """Adam with averaged weights."""
    adam: Optimizer = spacy.registry.get("optimizers", "Adam.v1")(
        0.001, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    return adam


def _rate(step: int, steps: int) -> float:
    """The share of the peak rate: up in a line, then down in a line to nothing."""
    if step < WARM_UP:
        return step / WARM_UP
    return max(0.0, (steps - step) / (steps - WARM_UP))


def _batches(dressed: Callable[[Random], list[Taught]]) -> Iterator[list[Taught]]:
    """Batches without end, growing."""
    size, number = float(SMALLEST_BATCH), 0
    while True:
        waiting: list[Taught] = []
        words = 0
        for text in dressed(Random(SEED * 1000 + number)):
            waiting.append(text)
            words += len(text.words)
            if words >= size:
                yield waiting
                waiting, words, size = [], 0, min(size * GROWTH, LARGEST_BATCH)
        number += 1


def _log(work: Path, where: dict[str, int], scores: Scores) -> None:
    line = json.dumps({**where, **scores})
    print(line, flush=True)
    with (work / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
