"""Train the grammar model from open treebanks: tags, lemmas, dependencies and sentence ends.

    OMP_NUM_THREADS=1 python training/grammar/train.py --data ../shared/data/ud --work .cache/grammar

Needs spaCy 3.8 and one core for about an hour. Run it again to go on after a stop. When it is done,
`pack.py` puts the weights into the package.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import checkpoint
import spacy
from augment import dressed
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.training import Example
from spacy.util import (
    compile_prefix_regex,
    compile_suffix_regex,
    fix_random_seed,
    load_config,
    load_model_from_config,
)
from thinc.api import NumpyOps, Optimizer, set_current_ops
from treebank import Paragraph, read

SEED = 0
PARTS = ("en_ewt", "en_gum_open")
PEAK_RATE, WARM_UP = 0.0015, 300
DROPOUT = 0.15
SMALLEST_BATCH, LARGEST_BATCH, GROWTH = 300, 1200, 1.001  # words
CHECK_EVERY = 1000


def main() -> None:
    """Train, or go on training."""
    options = _options()
    fix_random_seed(SEED)
    set_current_ops(
        NumpyOps(use_blis=False)
    )  # NumPy's own matrix product is three times as fast as BLIS
    train = {part: list(read(options.data / f"{part}_train.conllu")) for part in PARTS}
    nlp = build(train)
    optimizer = adam()
    done = checkpoint.load(options.work, nlp, optimizer)
    held_out = {part: list(read(options.data / f"{part}_dev.conllu")) for part in PARTS}
    started, seen = time.process_time(), 0
    for step, batch in enumerate(batches(nlp, train), start=1):
        if step > options.steps:
            break
        if step <= done:
            continue
        optimizer.learn_rate = rate(step, options.steps)
        nlp.update(batch, sgd=optimizer, drop=DROPOUT)
        seen += sum(len(example.reference) for example in batch)
        if step % CHECK_EVERY == 0 or step == options.steps:
            checkpoint.save(options.work, nlp, optimizer, step)
            _log(
                options.work,
                step,
                seen,
                time.process_time() - started,
                _scores(nlp, optimizer, held_out),
            )
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(options.work / "model")


def build(train: dict[str, list[Paragraph]]) -> Language:
    """The pipeline with the labels of these paragraphs and weights drawn by the seed."""
    nlp = load_model_from_config(load_config(Path(__file__).parent / "config.cfg"), auto_fill=True)
    _split_slashes(nlp.tokenizer)
    whole = [paragraph for part in train.values() for paragraph in part]
    nlp.initialize(lambda: (_example(nlp, paragraph) for paragraph in whole))
    return nlp


def _split_slashes(tokenizer: Tokenizer) -> None:
    """Let "War/ Peace" and "/peace" lose their slash, as "War/Peace" does."""
    suffixes = compile_suffix_regex([*English.Defaults.suffixes, r"(?<=[A-Za-z])/"])
    prefixes = compile_prefix_regex([*English.Defaults.prefixes, "/"])
    tokenizer.suffix_search, tokenizer.prefix_search = suffixes.search, prefixes.search


def adam() -> Optimizer:
    """Adam with averaged weights."""
    return spacy.registry.get("optimizers", "Adam.v1")(
        0.001, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )


def rate(step: int, steps: int) -> float:
    """The learning rate: up in a line, then down in a line to nothing."""
    if step < WARM_UP:
        return PEAK_RATE * step / WARM_UP
    return PEAK_RATE * max(0.0, (steps - step) / (steps - WARM_UP))


def batches(nlp: Language, train: dict[str, list[Paragraph]]) -> Iterator[list[Example]]:
    """Batches without end. The same for every run, so that a resumed one sees what it would have seen."""
    size = float(SMALLEST_BATCH)
    epoch = 0
    while True:
        chance = Random(SEED * 1000 + epoch)  # noqa: S311  not for secrets
        paragraphs = [one for part in train.values() for one in dressed(part, chance)]
        chance.shuffle(paragraphs)
        waiting: list[Paragraph] = []
        words = 0
        for paragraph in paragraphs:
            waiting.append(paragraph)
            words += len(paragraph.words)
            if words >= size:
                yield [_example(nlp, one) for one in waiting]
                waiting, words, size = [], 0, min(size * GROWTH, LARGEST_BATCH)
        epoch += 1


def _example(nlp: Language, paragraph: Paragraph) -> Example:
    return Example(nlp.make_doc(paragraph.text), paragraph.doc(nlp.vocab))


def _scores(
    nlp: Language, optimizer: Optimizer, parts: dict[str, list[Paragraph]]
) -> dict[str, dict[str, float]]:
    with nlp.use_params(optimizer.averages):
        return {
            part: {
                name: round(100 * value, 2)
                for name, value in nlp.evaluate([_example(nlp, one) for one in paragraphs]).items()
                if name in {"tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f"}
            }
            for part, paragraphs in parts.items()
        }


def _log(work: Path, step: int, words: int, seconds: float, scores: dict[str, dict[str, float]]) -> None:
    line = json.dumps({"step": step, "words": words, "cpu_seconds": round(seconds), **scores})
    print(line, flush=True)
    with (work / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data/ud"), help="folder with the treebanks"
    )
    parser.add_argument(
        "--work", type=Path, default=Path(".cache/grammar"), help="folder for checkpoints"
    )
    parser.add_argument("--steps", type=int, default=8000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
