"""The one door to spaCy: words, sentences, tags, lemmas, dependencies and names of stretches of prose.

    parse("Rome fell. Why?", [Span(0, 15)]).tokens[1]
    Token(start=5, end=9, low='fell', pos=VERB, tag='VBD', lemma='fall', head=1, relation='root')

Nothing is loaded before the first call. White space is no word, wherever it stands, so that the way in
which lines are broken changes nothing. Long stretches are cut (`pieces`), and read some thousand words
at a time, so that time grows in a line with the text and memory does not grow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armillary.annotate.parser.fitting import fitted
from armillary.annotate.parser.models import OURS, Model, load
from armillary.annotate.parser.pieces import pieces, words
from armillary.annotate.parser.readout import Name, read_out
from armillary.reading import Sentence, Token
from armillary.text import Span

__all__ = ["OURS", "Name", "Parse", "fitted", "load", "parse"]

BATCH = 6000
"""Words read at a time. A tenth faster than 3000 (`bench/grammar.py`); each word needs 12 kB while it is read."""


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser sees. Heads and sentences count in `tokens`."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


def parse(text: str, stretches: Iterable[Span], model: str = OURS, *, names: bool = True) -> Parse:
    """The words of these stretches of a text, which follow each other; none where there is no letter.

    No sentence reaches over the end of a stretch. `names=False` saves the time that names take, where
    the model keeps them apart, as ours does.
    Errors: `SettingsError` where the model is not installed, or has no parser.
    """
    loaded = load(model)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    found: list[Name] = []
    for batch in _batches(loaded, text, stretches):
        docs = loaded.read(text, batch, names=names)
        for doc, places in zip(docs, batch, strict=True):
            read_out(doc, text, places, loaded.labels, tokens, sentences, found)
    return Parse(tuple(tokens), tuple(sentences), tuple(found))


def _batches(
    model: Model, text: str, stretches: Iterable[Span]
) -> Iterator[list[list[tuple[int, int]]]]:
    """The places of the words of each piece, some pieces at a time."""
    batch: list[list[tuple[int, int]]] = []
    waiting = 0
    for stretch in stretches:
        for start, end in pieces(text, stretch):
            places = words(model.split, text, start, end)
            if not places:
                continue
            batch.append(places)
            waiting += len(places)
            if waiting >= BATCH:
                yield batch
                batch, waiting = [], 0
    if batch:
        yield batch
