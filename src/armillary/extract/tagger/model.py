"""The trained tagger: what it thinks of one sentence. The one door to onnxruntime and tokenizers.

Sentences are read one at a time: the numbers of the model are bytes whose scale follows from all that is
read at once, and so a sentence means the same whatever stands beside it. It costs a fifth of the speed.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

from armillary.extract.tagger.spans import Mask, Scores

if TYPE_CHECKING:  # slow to load, and only whoever asks for the tagger needs them
    import onnxruntime as ort
    from tokenizers import Tokenizer

LONGEST = 160
"""Word pieces. What stands beyond is not read; it was trained on as many."""
SETS = ("cnc", "because", "esl", "semeval", "all")
"""The answers of the gate: whether annotators of each set would call it causal, and all of them together."""


@dataclass(frozen=True, slots=True)
class Thought:
    """What the tagger thinks of a sentence.

    `gate` has a probability for each of `SETS`, `several` that more than one relation stands there. `scores`
    are pieces by slots by seven (`spans.py`); `places` the code points of each piece in the sentence;
    `first` and `last` say where words begin and end.
    """

    gate: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    several: float
    scores: Scores
    places: tuple[tuple[int, int], ...]
    first: Mask
    last: Mask


class Model:
    """A session of the model and its splitter into word pieces."""

    def __init__(self, session: "ort.InferenceSession", pieces: "Tokenizer") -> None:
        self._session = session
        self._pieces = pieces

    def thought(self, sentence: str) -> Thought:
        """What it thinks of these words."""
        cut = self._pieces.encode(sentence)
        ids = np.array([cut.ids], dtype=np.int64)
        gate, several, scores = self._session.run(
            ["gate", "several", "spans"], {"ids": ids, "mask": np.ones_like(ids)}
        )
        words = [-1 if word is None else word for word in cut.word_ids]
        first = np.array([word != before for word, before in zip(words, [-1, *words], strict=False)])
        last = np.array([word != after for word, after in zip(words, [*words[1:], -1], strict=True)])
        inside = np.array(words) >= 0
        return Thought(
            _probability(gate[0]),
            float(_probability(several.reshape(-1))[0]),
            scores[0],
            tuple(cut.offsets),
            first & inside,
            last & inside,
        )


def _probability(
    logits: "np.ndarray[tuple[int], np.dtype[np.float32]]",
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return 0.5 + 0.5 * np.tanh(0.5 * logits.astype(np.float64))


@cache
def load() -> Model:
    """The model that ships, loaded once. One thread, so that sums are always in one order."""
    import onnxruntime as ort  # noqa: PLC0415
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    folder = files("armillary") / "models" / "causes"
    with as_file(folder / "model.onnx") as model, as_file(folder / "vocabulary.txt") as vocabulary:
        session = ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        pieces = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    pieces.enable_truncation(LONGEST)
    return Model(session, pieces)
