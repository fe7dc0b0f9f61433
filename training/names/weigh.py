"""Learn what each witness of `annotate/names` is worth: `weights.tsv`, by multinomial logistic regression.

    OMP_NUM_THREADS=1 .venv/bin/python training/names/weigh.py
    OMP_NUM_THREADS=1 .venv/bin/python training/names/weigh.py --folds 5     # how well, each document unseen

Learns from UNER's training part of UD English EWT (CC BY-SA 4.0), from the genres of GUM that are free for any use
(CC BY), and from UNER's development part and wikigold (CC BY 4.0), which `--folds` holds back in turn, whole
documents by a hash. One example is one name in one document, with the kind that most of its places have; it counts
as often as it stands there, up to a bound. The regression is convex, so that no seed is needed; its ridge draws the
weights to a first guess by hand.
"""

import argparse
import hashlib
import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import gum
import names as bench

from armillary.annotate import grammar
from armillary.annotate.names import ballot
from armillary.annotate.names.ballot import KINDS, Evidence, evidence
from armillary.annotate.names.lists import lists
from armillary.annotate.names.runs import runs
from armillary.reading import Reading

RARE = 4  # examples below which a witness is not heard
HEAVIEST = 5  # places of a name beyond which it counts no more
RIDGE = 8.0  # of 2, 4, 8 and 12 by `--folds 5`
FIRST_GUESS = {  # person, body, place, none: what formal prose has and the data has too seldom
    "body of": (0, 3, -1, 0),
    "place of": (0, 0, 3, 0),
    "event of": (0, 0, 0, 3),
    "body head": (0, 1.5, 0, 0),
    "place head": (0, 0, 1.5, 0),
    "event head": (0, 0, 0, 2),
    "known body": (0, 2, 0, 0),
    "known acronym": (0, 2, 0, 0),
    "place": (0, 0, 1.5, 0),
    "titled": (2, 0, 0, 0),
    "initial": (2, 0, 0, 0),
    "initial first": (5, 0, 0, 0),
    "given name": (1, 0, 0, 0),
    "last of a person": (2, 0, 0, 0),
    "particle": (1, 0, 0, 0),
    "firm": (0, 2, 0, 0),
    "people": (0, 0, 0, 2),
}
HEAD = """\
# What each witness is worth for: person, body, place, none of them. Learned by training/names/weigh.py from
# UNER_English-EWT (CC BY-SA 4.0), open genres of GUM (CC BY 4.0) and wikigold (CC BY 4.0).
"""
Example = tuple[Evidence, int, float]


def examples(sample: bench.Sample) -> list[Example]:
    """One for each name of the document."""
    reading = grammar.mark(Reading(sample.document))
    found = list(runs(reading))
    gold = {(start, end): kind for start, end, kind in sample.gold}
    labels: dict[str, Counter[int]] = {}
    for run in found:
        labels.setdefault(run.name, Counter())[KINDS.index(gold.get((run.start, run.end)))] += 1
    heard = evidence(found, reading, lists())
    return [
        (heard[name], label, min(sum(counts.values()), HEAVIEST))
        for name, counts in labels.items()
        for label in [counts.most_common(1)[0][0]]
    ]


def learn(data: list[Example], ridge: float) -> dict[str, list[float]]:
    """The weights of all witnesses that are heard often enough, drawn to the first guess by the ridge."""
    often = Counter(witness for found, _, _ in data for witness in found)
    order = {
        witness: at
        for at, witness in enumerate(
            sorted(w for w, n in often.items() if n >= RARE or w in FIRST_GUESS)
        )
    }
    cells = [
        (row, order[witness], share)
        for row, (found, _, _) in enumerate(data)
        for witness, share in found.items()
        if witness in order
    ]
    rows, columns, shares = zip(*cells, strict=True)
    matrix = csr_matrix((shares, (rows, columns)), shape=(len(data), len(order)))
    truth = np.eye(len(KINDS))[[label for _, label, _ in data]]
    weight = np.sqrt([times for _, _, times in data])[:, None]

    guess = np.array([FIRST_GUESS.get(witness, (0, 0, 0, 0)) for witness in order], dtype=float)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(len(order), len(KINDS))
        sums = matrix @ table
        logs = sums - logsumexp(sums, axis=1, keepdims=True)
        value = -float((weight * truth * logs).sum()) + ridge / 2 * float(((table - guess) ** 2).sum())
        slope = matrix.T @ (weight * (np.exp(logs) - truth)) + ridge * (table - guess)
        return value, slope.ravel()

    best = minimize(
        loss, np.zeros(len(order) * len(KINDS)), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    table = best.x.reshape(len(order), len(KINDS))
    return {witness: [float(number) for number in table[at]] for witness, at in order.items()}


def crossed(
    learned: list[bench.Sample], measured: dict[str, list[bench.Sample]], ridge: float, folds: int
) -> None:
    """Print the figures of each set, every document read with weights that have not seen it."""
    known = [example for sample in learned for example in examples(sample)]
    parts = [
        (title, _fold(sample, folds), sample, examples(sample))
        for title, samples in measured.items()
        for sample in samples
    ]
    totals = {title: bench.Total() for title in measured}
    for fold in range(folds):
        others = [example for _, at, _, found in parts if at != fold for example in found]
        _hear(learn(known + others, ridge))
        for title, at, sample, _ in parts:
            if at == fold:
                totals[title].add(bench.ours(sample.document), sample.gold)
    for title, total in totals.items():
        total.show(title)


def _fold(sample: bench.Sample, folds: int) -> int:
    return hashlib.sha256(f"fold {sample.document.name}".encode()).digest()[1] % folds


def _hear(table: dict[str, list[float]]) -> None:
    """Let the ballot go by these weights in place of those that ship."""
    rounded = {witness: tuple(round(weight, 2) for weight in row) for witness, row in table.items()}
    ballot._weights = lambda witness: rounded.get(witness, ())  # type: ignore[assignment]  # noqa: SLF001


def main() -> None:
    """Read, learn, and write or measure."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--out", type=Path, default=Path("src/armillary/annotate/names/weights.tsv"))
    options.add_argument("--ridge", type=float, default=RIDGE)
    options.add_argument("--folds", type=int, help="measure so many times on what was held back")
    chosen = options.parse_args()
    data = chosen.shared / "data"
    learned = [
        *bench.uner(data / "ud/uner_ewt_train.iob2"),
        *gum.documents(data / "ud/en_gum_open_train.conllu"),
    ]
    measured = bench.sets(chosen.shared)
    if chosen.folds:
        crossed(learned, measured, chosen.ridge, chosen.folds)
        return
    samples = [*learned, *(sample for samples in measured.values() for sample in samples)]
    found = [example for sample in samples for example in examples(sample)]
    table = learn(found, chosen.ridge)
    lines = [
        "\t".join([witness, *(f"{weight:.2f}" for weight in row)])
        for witness, row in sorted(table.items())
    ]
    chosen.out.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    sure = math.fsum(times for _, _, times in found)
    print(f"{len(found)} names, {sure:.0f} places, {len(table)} witnesses: {chosen.out}")


if __name__ == "__main__":
    main()
