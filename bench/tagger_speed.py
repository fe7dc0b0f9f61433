"""The tagger beside one of BERT-base's size with the same heads: sentences a second on one core, in one run.

    .cache/train-venv/bin/python bench/tagger_speed.py [--data ../shared/data/causal] [--sentences 200] [--runs 3]

Needs the environment of the recipe (`make train-causes` sets it up), not armillary. The rival is built by the
same recipe (`training/causes/graph.py`, packed in bytes) from random weights: how long it takes does not depend
on what it has learned. Both read the same sentences of the Causal News Corpus that were kept aside, one at a
time, one thread, taking turns sentence by sentence; splitting into word pieces and the search for spans are left
out, as they are the same for both.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from tokenizers import BertWordPieceTokenizer

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "src" / "armillary" / "models" / "causes"
sys.path.insert(0, str(ROOT / "training" / "causes"))

from encoder import Encoder, Shape  # noqa: E402  the recipe's own, by the path above
from heads import Tagger  # noqa: E402
from marked import read  # noqa: E402
from pack import pack  # noqa: E402

BASE = {"width": 768, "layers": 12, "heads": 12, "inner": 3072}
LONGEST = 160
WARM = 10


def main() -> None:
    """Print both speeds and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "causal")
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    cut = _pieces(asked.data, asked.sentences)
    with tempfile.TemporaryDirectory() as room:
        base = Path(room) / "base.onnx"
        _build_base(base)
        paths = {"ours": SHIPPED / "model.onnx", "BERT-base's size": base}
        sizes = {name: path.stat().st_size / 1e6 for name, path in paths.items()}
        sessions = {name: _session(path) for name, path in paths.items()}
    runs = [_seconds(sessions, cut) for _ in range(asked.runs)]
    pieces = statistics.mean(len(ids) for ids in cut)
    print(
        f"{len(cut)} sentences, {pieces:.0f} word pieces on average, one core, median of {asked.runs}\n"
    )
    speeds = {name: len(cut) / statistics.median(run[name] for run in runs) for name in sessions}
    for name, speed in speeds.items():
        print(f"{name:<18}{sizes[name]:>7.1f} MB{speed:>8.1f} sentences/s")
    ours, theirs = speeds.values()
    print(f"ratio {ours / theirs:.1f}")


def _pieces(data: Path, most: int) -> list[list[int]]:
    """The word pieces of sentences that were kept aside."""
    splitter = BertWordPieceTokenizer(str(SHIPPED / "vocabulary.txt"), lowercase=True)
    splitter.enable_truncation(LONGEST)
    aside = [one.text for one in read(data) if one.aside and one.of == "cnc"]
    return [splitter.encode(text).ids for text in aside[:most]]


def _build_base(path: Path) -> None:
    torch.manual_seed(0)
    shape = Shape(**BASE)
    weights = Tagger(Encoder(shape), shape).state_dict()
    pack({name: value.float().numpy() for name, value in weights.items()}, shape, path)


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _seconds(sessions: dict[str, ort.InferenceSession], cut: list[list[int]]) -> dict[str, float]:
    """Seconds that each takes for all sentences."""
    seconds = dict.fromkeys(sessions, 0.0)
    for at, pieces in enumerate([*cut[:WARM], *cut]):
        ids = np.array([pieces], dtype=np.int64)
        for name, session in sessions.items():
            start = time.perf_counter()
            session.run(["gate", "several", "spans"], {"ids": ids, "mask": np.ones_like(ids)})
            if at >= WARM:
                seconds[name] += time.perf_counter() - start
    return seconds


if __name__ == "__main__":
    main()
