"""From claims that were judged to beliefs: how sure a pattern and an agreement of witnesses make us.

Sets count by guides of their own: the Causal News Corpus takes few of our claims for causal, whoever found them. So a
claim is held against the share of right ones of *its* source and agreement, and only how far a pattern is from there
goes from source to source. The share itself is the mean of the two sources judged by our own guide, which are as unlike
as prose gets: the marked documents (`gold/tuned`), and claims judged one by one, most of them of 1788.

Shares are smoothed by Jeffreys' prior, Beta(1/2, 1/2) (Jeffreys 1946, Proc. R. Soc. A 186:453). The shift of a
pattern is its most probable value in log odds under a normal prior around 0, the weakly informative prior of
logistic regression with an offset (Gelman et al. 2008, Annals of Applied Statistics 2:1360); its width is the one
that told claims of other documents best (`python bench/beliefs.py --widths`).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from armillary.extract.causes.beliefs import Agreement, Beliefs

OURS, JUDGED = "gold", "judged"
WIDTH = 0.25
"""The width of the prior: of the widths tried, those from 0.06 to 0.25 tell documents left out equally well (log loss
0.57 of 0.58 to 0.59 from 0.5 up): with so few claims of each, patterns differ little (`bench/beliefs.py --widths`)."""
_WIDEST = 6.0
_STEPS = 50
_PLACES = 3
Shares = dict[tuple[str, Agreement], float]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was found, who found it, and whether it was right. `source` is the guide it was judged by."""

    source: str
    document: str
    patterns: tuple[str, ...]
    agreement: Agreement
    right: bool


def shares(rows: Iterable[Judged]) -> Shares:
    """The smoothed share of right claims of each source and agreement."""
    counts: dict[tuple[str, Agreement], list[bool]] = {}
    for row in rows:
        counts.setdefault((row.source, row.agreement), []).append(row.right)
    return {key: (sum(right) + 0.5) / (len(right) + 1) for key, right in counts.items()}


def fitted(rows: Sequence[Judged], width: float = WIDTH) -> Beliefs:
    """The beliefs that these claims teach."""
    base = shares(rows)
    heaps: dict[str, list[tuple[float, bool]]] = {}
    for row in rows:
        for pattern in row.patterns:
            heaps.setdefault(pattern, []).append((_odds(base[row.source, row.agreement]), row.right))
    ours = {agreement: _mean(base, agreement) for agreement in Agreement}
    ours[Agreement.BOTH] = max(ours.values())  # agreement never makes us less sure
    return Beliefs(
        {agreement: round(share, _PLACES) for agreement, share in ours.items()},
        {name: round(_shift(heap, width), _PLACES) for name, heap in sorted(heaps.items())},
    )


def _mean(base: Shares, agreement: Agreement) -> float:
    """The mean share of our own sources; a half where there is none."""
    found = [base[source, agreement] for source in (OURS, JUDGED) if (source, agreement) in base]
    return sum(found) / len(found) if found else 0.5


def _shift(heap: Sequence[tuple[float, bool]], width: float) -> float:
    """Where the slope of the log posterior is 0; it falls all the way, so halving finds it."""
    low, high = -_WIDEST, _WIDEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        slope = sum(right - _share(odds + middle) for odds, right in heap) - middle / width**2
        low, high = (middle, high) if slope > 0 else (low, middle)
    return (low + high) / 2


def loss(rows: Sequence[Judged], width: float, folds: int = 10) -> float:
    """The mean log loss on documents left out, each held against the shares of its own source."""
    names = sorted({row.document for row in rows})
    fold_of = {name: at % folds for at, name in enumerate(names)}
    base, lost = shares(rows), 0.0
    for fold in range(folds):
        shift = fitted([row for row in rows if fold_of[row.document] != fold], width).shift
        for row in rows:
            if fold_of[row.document] == fold:
                best = max((shift.get(name, 0.0) for name in row.patterns), default=0.0)
                share = _share(_odds(base[row.source, row.agreement]) + best)
                lost -= math.log(share if row.right else 1 - share)
    return lost / len(rows)


def left_out(rows: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Belief and verdict of each claim of our own documents, by what all the others teach."""
    told = []
    for document in sorted({row.document for row in rows if row.source == OURS}):
        beliefs = fitted([row for row in rows if row.document != document])
        told += [(belief(beliefs, row), row.right) for row in rows if row.document == document]
    return told


def belief(beliefs: Beliefs, row: Judged) -> float:
    """The belief in a claim by who found it."""
    tagger = () if row.agreement is Agreement.RULES else ("tagger",)
    return beliefs.of((*(f"rule:{name}" for name in row.patterns), *tagger))


def written(beliefs: Beliefs, rows: Sequence[Judged], path: Path) -> None:
    """Write the file that ships, with the counts behind each number."""
    ours = [row for row in rows if row.source in {OURS, JUDGED}]
    lines = [
        "# How sure a claim is by who found it. Written by `python bench/beliefs.py --write`; bench/marks/calibrating.py",
        "# says how. Shares are the means of gold/tuned and of the judged sheet; `right` and `of` count all sources, whose",
        "# guides differ: the shift is in log odds from the share of the source.",
        "",
        "[agreement]",
    ]
    for agreement, share in beliefs.share.items():
        kept = [row.right for row in ours if row.agreement is agreement]
        lines.append(f"{agreement.value} = {share} # {sum(kept)} of {len(kept)}")
    for name, shift in beliefs.shift.items():
        kept = [row.right for row in rows if name in row.patterns]
        lines += ["", "[[pattern]]", f'name = "{name}"', f"shift = {shift}"]
        lines += [f"right = {sum(kept)}", f"of = {len(kept)}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
