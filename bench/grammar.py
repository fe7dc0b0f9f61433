"""How well the grammar model reads, and how fast: the development parts of EWT and GUM's free genres.

    OMP_NUM_THREADS=1 python bench/grammar.py --data ../shared/data
    OMP_NUM_THREADS=1 python bench/grammar.py --model en_core_web_sm --text some-book.txt

Raw text in, as a reader gets it: paragraphs, not words, are given. A word counts as found where both its
ends do; what is not found is wrong. TAG, UPOS and LEMMA are F1 over words, UAS and LAS over words that
are no punctuation, SENT over sentences, NAME over names (people, bodies and places on UNER's development
part) with their kind. LAS takes relations as they are written, subtypes included. All in percent.
"""

import argparse
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from armillary.annotate.parser import OURS, Parse, load, parse
from armillary.reading import ActorKind
from armillary.text import Span

PARTS = ("en_ewt", "en_gum_open")
KINDS = {"PER": ActorKind.PERSON, "ORG": ActorKind.BODY, "LOC": ActorKind.PLACE}
REPEATS = 3
"""Speed is the best of so many runs: others use the machine as well."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as marked by hand. Its head is a place in the text, its own for a root."""

    span: tuple[int, int]
    tag: str
    pos: str
    lemma: str
    head: tuple[int, int]
    relation: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its paragraphs, and what was marked by hand on it."""

    text: str
    paragraphs: list[Span]
    words: list[Word]
    sentences: set[tuple[int, int]]


def main() -> None:
    """Print the scores of each part, then speed and memory."""
    options = _options()
    started = time.process_time()
    load(options.model)
    print(f"load {time.process_time() - started:.2f} s of processor time, the import of spaCy included")
    for part in PARTS:
        gold = _gold(options.data / "ud" / f"{part}_dev.conllu")
        scores = _scores(gold, parse(gold.text, gold.paragraphs, options.model, names=False))
        print(f"{part:12}", "  ".join(f"{name} {100 * score:.1f}" for name, score in scores.items()))
    print(f"{'uner_ewt':12}", _names(options.data / "ud" / "uner_ewt_dev.iob2", options.model))
    text = options.text.read_text(encoding="utf-8") if options.text else gold.text
    for names in (False, True):
        print(
            f"{_speed(text, options.model, names=names):,.0f} words a second, names {'read' if names else 'left out'}"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _scores(gold: Gold, found: Parse) -> dict[str, float]:
    tokens = found.tokens
    words = {word.span: word for word in gold.words}
    pairs = [(words.get((token.start, token.end)), token) for token in tokens]
    known = [(word, token) for word, token in pairs if word]
    spoken = [(word, token) for word, token in known if word.relation != "punct"]
    up = [
        (word, token)
        for word, token in spoken
        if token.head is not None and word.head == (tokens[token.head].start, tokens[token.head].end)
    ]
    said = (
        sum(word.relation != "punct" for word in gold.words),
        sum(one.relation != "punct" for one in tokens),
    )
    every = len(gold.words), len(tokens)
    sentences = {(one.span.start, one.span.end) for one in found.sentences}
    return {
        "TOK": _f1(len(known), *every),
        "TAG": _f1(sum(word.tag == token.tag for word, token in known), *every),
        "UPOS": _f1(sum(word.pos == token.pos for word, token in known), *every),
        "LEMMA": _f1(sum(word.lemma == token.lemma for word, token in known), *every),
        "UAS": _f1(len(up), *said),
        "LAS": _f1(sum(word.relation == token.relation for word, token in up), *said),
        "SENT": _f1(len(sentences & gold.sentences), len(gold.sentences), len(sentences)),
    }


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found)


def _gold(path: Path) -> Gold:
    """A CoNLL-U file as one text, its paragraphs parted by blank lines."""
    pieces: list[str] = []
    gold = Gold("", [], [], set())
    at = first = 0
    for lines in _sentences(path):
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        if at and any(line.startswith(("# newpar", "# newdoc")) for line in lines):
            gold.paragraphs.append(Span(first, at))
            pieces.append("\n\n")
            first = at = at + 2
        rows = [row for line in lines if (row := line.split("\t"))[0].isdigit()]
        places = list(_places([row[1] for row in rows], text, at))
        for row, place in zip(rows, places, strict=True):
            head = places[int(row[6]) - 1] if row[6] != "0" else place
            gold.words.append(Word(place, row[4], row[3], row[2], head, row[7]))
        gold.sentences.add((places[0][0], places[-1][1]))
        pieces.append(text + " ")
        at += len(text) + 1
    gold.paragraphs.append(Span(first, at))
    return Gold("".join(pieces), gold.paragraphs, gold.words, gold.sentences)


def _sentences(path: Path) -> Iterator[list[str]]:
    for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield sentence.split("\n")


def _places(words: Iterable[str], text: str, base: int) -> Iterator[tuple[int, int]]:
    at = 0
    for word in words:
        at = text.index(word, at)
        yield base + at, base + at + len(word)
        at += len(word)


def _names(path: Path, model: str) -> str:
    """Precision, recall and F1 of names, over all and for each kind."""
    text, gold = _named(path)
    found = parse(text, [Span(0, len(text))], model).names
    seen = {(one.span.start, one.span.end, one.kind) for one in found}
    right = seen & gold
    kinds = (
        f"{name} {100 * _f1(*(sum(one[2] is kind for one in some) for some in (right, gold, seen))):.1f}"
        for name, kind in KINDS.items()
    )
    whole = f"P {100 * len(right) / max(1, len(seen)):.1f}  R {100 * len(right) / len(gold):.1f}"
    return f"{whole}  NAME {100 * _f1(len(right), len(gold), len(seen)):.1f}  {'  '.join(kinds)}"


def _named(path: Path) -> tuple[str, set[tuple[int, int, ActorKind]]]:
    """A text and the names in it: place, end and kind."""
    pieces: list[str] = []
    gold: set[tuple[int, int, ActorKind]] = set()
    base = 0
    for lines in _sentences(path):
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [row for line in lines if (row := line.split("\t"))[0].isdigit()]
        places = list(_places([row[1] for row in rows], text, base))
        for at, row in enumerate(rows):
            kind = row[2][2:]
            if kind in KINDS and row[2].startswith("B-"):
                end = at + 1
                while end < len(rows) and rows[end][2] == f"I-{kind}":
                    end += 1
                gold.add((places[at][0], places[end - 1][1], KINDS[kind]))
        pieces.append(text + "\n")
        base += len(text) + 1
    return "".join(pieces), gold


def _speed(text: str, model: str, *, names: bool) -> float:
    """Words a second of processor time, over the paragraphs of a text."""
    stretches = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            stretches.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    best = 0.0
    for _ in range(REPEATS):
        started = time.process_time()
        words = len(parse(text, stretches, model, names=names).tokens)
        best = max(best, words / (time.process_time() - started))
    return best


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with ud/")
    parser.add_argument("--model", default=OURS, help="an installed spaCy pipeline, or a folder")
    parser.add_argument(
        "--text", type=Path, help="what speed is measured on; else GUM's development part"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
