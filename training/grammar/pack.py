"""Make a trained pipeline small enough to ship: numbers at half precision, and no strings but those needed.

    python training/grammar/pack.py .cache/grammar/model src/armillary/models/grammar

`armillary.annotate.parser` widens the numbers again when it loads them; plain `spacy.load` does not.
Half precision (11 bits) changed no score on the development parts by 0.01 points.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
import srsly
from spacy.pipeline import EditTreeLemmatizer
from splitting import teach

LEFT_OUT = ("performance", "sources", "spacy_git_version", "labels")
"""Keys of meta.json that say nothing true about the packed model."""


def main() -> None:
    """Pack one pipeline."""
    options = _options()
    nlp = spacy.load(options.trained)
    teach(nlp.tokenizer)
    needed = {
        part
        for labels in nlp.pipe_labels.values()
        for label in labels
        for part in (label, *label.split("="))
    }
    for _, part in nlp.pipeline:
        if isinstance(part, EditTreeLemmatizer):
            needed |= _prune(part)
    options.packed.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(options.packed)
    (options.packed / "vocab" / "strings.json").write_text(
        json.dumps(sorted(needed)) + "\n", encoding="utf-8"
    )
    for path in sorted(options.packed.rglob("model")):
        _halve(path)
    meta = json.loads((options.packed / "meta.json").read_text(encoding="utf-8"))
    kept = {key: value for key, value in meta.items() if key not in LEFT_OUT} | {
        "name": f"armillary_{options.packed.name}",
        "license": "CC BY-SA 4.0",
        "description": "Read MODEL_CARD.md beside this file.",
    }
    (options.packed / "meta.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in options.packed.rglob("*") if path.is_file())
    print(f"{options.packed}: {size / 1e6:.1f} MB")


def _prune(lemmatizer: EditTreeLemmatizer) -> set[str]:
    """Drop the trees that no label uses, which come last; gives the letters that the others put in place of some."""
    stored = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"][: max(lemmatizer.labels) + 1]
    lemmatizer.trees.from_json(stored)  # `from_bytes` would add them to those that are there
    strings = lemmatizer.vocab.strings
    return {strings[tree[side]] for tree in stored for side in ("orig", "subst") if side in tree}


def _halve(path: Path) -> None:
    """Store the parameters of one model as float16."""
    stored = srsly.msgpack_loads(path.read_bytes())
    for layer in stored["params"]:
        for name, value in layer.items():
            if value is not None:
                layer[name] = value.astype(np.float16)
    path.write_bytes(srsly.msgpack_dumps(stored))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("trained", type=Path)
    parser.add_argument("packed", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
