"""Make a trained tagger small enough to ship: bytes for numbers, as a graph that onnxruntime runs.

python training/causes/pack.py .cache/causes/average.pt src/armillary/models/causes
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import Shape, folder
from graph import build
from marked import SETS
from onnxruntime.quantization import QuantType, quantize_dynamic

MANNER = 0  # CNC's way of marking spans


def main() -> None:
    """Pack one set of weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("trained", type=Path)
    parser.add_argument("packed", type=Path)
    parser.add_argument(
        "--whole", action="store_true", help="keep the products in floats, to see what bytes cost"
    )
    asked = parser.parse_args()
    stored = {name: value.float().numpy() for name, value in torch.load(asked.trained).items()}
    asked.packed.mkdir(parents=True, exist_ok=True)
    pack(stored, Shape(), asked.packed / "model.onnx", in_bytes=not asked.whole)
    vocabulary(asked.packed / "vocabulary.txt")
    size = sum(path.stat().st_size for path in asked.packed.rglob("*") if path.is_file())
    print(f"{asked.packed}: {size / 1e6:.1f} MB, gate {[*SETS, 'all']}")


def pack(stored: dict[str, np.ndarray], shape: Shape, path: Path, *, in_bytes: bool = True) -> None:
    """Write the graph of these weights."""
    model = build(stored, shape, MANNER)
    if not in_bytes:
        onnx.save(model, path)
        return
    with tempfile.TemporaryDirectory() as room:
        whole = Path(room) / "whole.onnx"
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=["spans.product", "gate.product", "several.product"],
        )


def vocabulary(path: Path) -> None:
    """The word pieces, one a line: the line's number is the piece's."""
    shutil.copyfile(folder() / "vocab.txt", path)
    told = json.loads((folder() / "tokenizer_config.json").read_text(encoding="utf-8"))
    assert told["do_lower_case"]  # noqa: S101  what the package's splitter does


if __name__ == "__main__":
    main()
