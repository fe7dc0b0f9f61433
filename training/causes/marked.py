"""Sentences that people have marked: is something said to cause something, and in which words.

Four sets, training parts only. A fifth of the documents is kept aside by a hash of their names (the same
hash as `bench/claims.py`) and is never learned from; `half` parts that fifth once more, so that thresholds
are chosen on one half and scores are told of the other.
"""

import ast
import csv
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SETS = ("cnc", "because", "esl", "semeval")
FILES = {
    "cnc": "cnc_v2_train_spans_grouped.csv",
    "because": "unicausal_because_grouped_train.csv",
    "esl": "eventstoryline_train_rebuilt.csv",
    "semeval": "unicausal_semeval2010t8_train.csv",
}
FOLDS = 5
LONGEST_CUE = 4
"""BECAUSE's table names no cues: words between the two sides, or before them, are taken for one up to this many."""
_TAG = re.compile(r"</?(?:ARG0|ARG1|SIG\d*)>")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """Where cause and effect stand, and the words that join them; None where nobody marked these."""

    cause: Span
    effect: Span
    cues: tuple[Span, ...] | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of a set. `spans` says whether the set marks spans at all."""

    text: str
    of: str
    causal: bool
    spans: bool
    aside: bool
    half: int
    relations: tuple[Relation, ...] = field(default=())


def read(data: Path) -> list[Marked]:
    """All sentences of the four sets."""
    return [one for name in SETS for one in _rows(data / FILES[name], name)]


def _rows(path: Path, name: str) -> Iterator[Marked]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            key = zlib.crc32((row["index"] if name == "semeval" else row["doc_id"]).encode())
            aside, half = key % FOLDS == 0, key // FOLDS % 2
            if name in {"esl", "semeval"}:
                yield Marked(
                    row["text"], name, row["seq_label"] == "1", spans=False, aside=aside, half=half
                )
                continue
            pairs = ast.literal_eval(row["causal_text_w_pairs"] or "[]")
            relations = tuple(dict.fromkeys(relation(words, name) for words in pairs))
            yield Marked(row["text"], name, bool(pairs), True, aside, half, relations)  # noqa: FBT003


def relation(words: str, name: str) -> Relation:
    """The spans of one marked pair, counted in the sentence without its tags.

    BECAUSE marks a side in pieces now and then; we take all from the first to the last of them.
    """
    places: dict[str, list[Span]] = {}
    opened: dict[str, int] = {}
    at = last = 0
    for tag in _TAG.finditer(words):
        at += tag.start() - last
        last = tag.end()
        label = tag.group().strip("</>")
        if tag.group().startswith("</"):
            places.setdefault(label, []).append((opened.pop(label), at))
        else:
            opened[label] = at
    cause, effect = (_hull(places[label]) for label in ("ARG0", "ARG1"))
    marked = tuple(span for label, spans in places.items() if label.startswith("SIG") for span in spans)
    plain = _TAG.sub("", words)
    return Relation(cause, effect, marked if name == "cnc" else _between(plain, cause, effect))


def _hull(spans: list[Span]) -> Span:
    return min(first for first, _ in spans), max(last for _, last in spans)


def _between(text: str, cause: Span, effect: Span) -> tuple[Span, ...] | None:
    """The words between the sides, or those that open the sentence where the sides touch; None if too many."""
    left, right = sorted((cause, effect))
    for first, last in ((left[1], right[0]), (0, left[0])):
        found = re.search(r"\w.*\w|\w", text[first:last])
        if found is not None:
            short = len(found.group().split()) <= LONGEST_CUE
            return ((first + found.start(), first + found.end()),) if short else None
    return None
