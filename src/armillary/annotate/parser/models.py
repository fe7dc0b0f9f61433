"""Load a pipeline: ours, which ships with the package, or any spaCy pipeline that is installed.

Ours is stored at half precision and widened here. Its matrix products are NumPy's, which on the machines
we measured are three times as fast as those of BLIS, spaCy's own (`bench/grammar.py`).
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from armillary.annotate.parser.labels import Labels
from armillary.annotate.parser.pieces import Places
from armillary.errors import SettingsError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OURS = "armillary"
"""The name of the pipeline that ships with the package."""


@dataclass(frozen=True, slots=True)
class Model:
    """A pipeline ready to read. `namer` gives the part that sees names, where it is kept apart, and loads it."""

    grammar: "Language"
    namer: "Callable[[], Language] | None"
    labels: Labels

    def split(self, text: str) -> Places:
        """Where the words of a text stand. White space is none."""
        table = self.grammar.tokenizer(text).to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()
        return [(start, start + length) for start, length, is_space in table if not is_space]

    def read(self, text: str, batch: list[Places], *, names: bool) -> list["Doc"]:
        """Pieces of a text, marked. Each is given as the places of its words."""
        docs = [self._doc(text, places) for places in batch]
        docs = list(self.grammar.pipe(docs, batch_size=len(docs)))
        if names and self.namer is not None:
            docs = list(self.namer().pipe(docs, batch_size=len(docs)))
        return docs

    def _doc(self, text: str, places: Places) -> "Doc":
        from spacy.tokens import Doc  # noqa: PLC0415  spaCy takes most of a second to import

        words = [text[start:end] for start, end in places]
        spaces = [end < after for (_, end), (after, _) in pairwise(places)]
        return Doc(self.grammar.vocab, words=words, spaces=[*spaces, False])


@cache
def load(name: str = OURS) -> Model:
    """The pipeline of this name: ours, an installed spaCy package, or a folder. It is loaded once.

    Errors: `SettingsError` where there is none, it cannot be loaded, or it has no parser.
    """
    import spacy  # noqa: PLC0415  it takes most of a second to import

    if name == OURS:
        return _ours()
    try:
        pipeline = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        message = (
            f"cannot load the language model {name!r}: {_first_line(error)} "
            f"Install it (`python -m spacy download {name}`, or `pip install` its wheel), or leave "
            "`language_model` out to read with the one that ships"
        )
        raise SettingsError(message) from error
    if "parser" not in pipeline.pipe_names:
        message = f"the language model {name!r} has no parser; it has {', '.join(pipeline.pipe_names) or 'nothing'}"
        raise SettingsError(message)
    return Model(pipeline, None, Labels.of(pipeline.pipe_labels["parser"]))


def _ours() -> Model:
    grammar = _unpacked("grammar", None)
    return Model(grammar, cache(lambda: _unpacked("names", grammar)), Labels.UNIVERSAL)


def _unpacked(folder: str, beside: "Language | None") -> "Language":
    """A pipeline that ships, at full precision. It shares the words of the one `beside` it."""
    from spacy.util import load_model_from_path  # noqa: PLC0415  as spaCy
    from thinc.api import Model as Layers  # noqa: PLC0415  as spaCy
    from thinc.api import NumpyOps  # noqa: PLC0415  as spaCy

    products = NumpyOps(use_blis=False)
    with as_file(files("armillary").joinpath("models", folder)) as path, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # W095: made with another release of spaCy 3.8
        pipeline = load_model_from_path(Path(path), vocab=beside.vocab if beside else True)
    for _, part in pipeline.pipeline:
        layers = getattr(part, "model", None)
        for layer in layers.walk() if isinstance(layers, Layers) else ():
            layer.ops = products
            for name in layer.param_names:
                if layer.has_param(name):
                    layer.set_param(name, products.asarray_f(layer.get_param(name)))
    return pipeline


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
