"""How well names are found: exact span and type, and span alone, on two public development sets.

    python training/names/weigh.py --folds 5    # the figures: every document read with weights that have not seen it
    python bench/names.py                       # the weights that ship, which have learned from these documents too
    python bench/names.py --errors 40           # what they get wrong, in the half that may be looked at
    python bench/names.py --held                # the other half: figures alone, never its sentences

Sets: UNER on the development part of UD English EWT (CC BY-SA 4.0), and wikigold (CC BY 4.0). Both
mark persons, places and bodies; peoples, demonyms and other names are no names there, so our marks
of those kinds are left out. Documents are halved by a hash. Sentences are taken as the sets give
them, one block each; words are put together again as print has them.
"""

import argparse
import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from armillary.annotate import grammar, names
from armillary.reading import ActorKind, Reading
from armillary.text import Block, BlockKind, Document, Span

Name = tuple[int, int, ActorKind]
KINDS = {"PER": ActorKind.PERSON, "LOC": ActorKind.PLACE, "ORG": ActorKind.BODY}


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and the names that its annotators marked."""

    document: Document
    gold: frozenset[Name]

    @property
    def held(self) -> bool:
        """Whether it belongs to the half that is never looked at."""
        return hashlib.sha256(self.document.name.encode()).digest()[0] % 2 == 1


def uner(path: Path) -> Iterator[Sample]:
    """The documents of a UNER file."""
    _, *parts = re.split(r"^# newdoc id = ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in parts:
        name, _, body = part.partition("\n")
        sentences = []
        for block in body.strip().split("\n\n"):
            text = next(line[9:] for line in block.splitlines() if line.startswith("# text = "))
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            sentences.append((text, [(row[1], row[2]) for row in rows]))
        yield sample(name, sentences)


def wikigold(path: Path) -> Iterator[Sample]:
    """The documents of wikigold."""
    for number, part in enumerate(path.read_text(encoding="utf-8").split("-DOCSTART- O")):
        sentences = []
        for block in part.split("\n\n"):
            if not block.strip():
                continue
            rows = [
                (word, tag) for word, _, tag in (line.rpartition(" ") for line in block.splitlines())
            ]
            sentences.append((printed([word for word, _ in rows]), rows))
        if sentences:
            yield sample(f"wikigold-{number}", sentences)


def printed(words: list[str]) -> str:
    """Words with the blanks that print has between them."""
    text = " ".join(words)
    text = re.sub(r" ([,.;:!?)\]}%]|''|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1", text)
    return re.sub(r"([(\[{$]|``) ", r"\1", text)


def sample(name: str, sentences: list[tuple[str, list[tuple[str, str]]]]) -> Sample:
    """One document out of sentences with tagged words."""
    texts: list[str] = []
    gold: set[Name] = set()
    blocks = []
    offset = 0
    for text, rows in sentences:
        gold |= {(start + offset, end + offset, kind) for start, end, kind in tagged(text, rows)}
        blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(text))))
        texts.append(text)
        offset += len(text) + 2
    return Sample(
        Document(name, name, "\n\n".join(texts), "0" * 64, blocks=tuple(blocks)), frozenset(gold)
    )


def tagged(text: str, rows: list[tuple[str, str]]) -> Iterator[Name]:
    """The names of one sentence at their places."""
    at = 0
    spans = []
    for word, tag in rows:
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at, tag))
    number = 0
    keyed = []
    for start, end, tag in spans:
        number += tag.startswith("B-")
        keyed.append((tag[2:], number, start, end))
    for (kind, _), group in groupby(keyed, key=lambda row: row[:2]):
        parts = list(group)
        if kind in KINDS:
            yield parts[0][2], parts[-1][3], KINDS[kind]


def ours(document: Document) -> frozenset[Name]:
    """The names that Armillary marks, of the three kinds that the sets have."""
    reading = names.mark(grammar.mark(Reading(document)))
    return frozenset(
        (mention.at.start, mention.at.end, mention.kind)
        for mention in reading.mentions
        if mention.kind in KINDS.values() and not _people(mention.at.words)
    )


def _people(words: str) -> bool:
    """Whether a mention ends in a small word: *Russian troops*, which the sets have no mark for."""
    return words.rsplit(maxsplit=1)[-1][0].islower()


@dataclass
class Score:
    """Counts of one set."""

    right: int = 0
    spans: int = 0
    given: int = 0
    gold: int = 0

    def add(self, found: frozenset[Name], gold: frozenset[Name]) -> None:
        """Count one document."""
        self.right += len(found & gold)
        self.spans += len({name[:2] for name in found} & {name[:2] for name in gold})
        self.given += len(found)
        self.gold += len(gold)

    def line(self) -> str:
        """The figures in words."""
        precision, recall = self.right / max(self.given, 1), self.right / max(self.gold, 1)
        both = 2 * self.right / max(self.given + self.gold, 1)
        alone = 2 * self.spans / max(self.given + self.gold, 1)
        return (
            f"F {both:.3f} (P {precision:.3f} R {recall:.3f})  span alone {alone:.3f}  names {self.gold}"
        )


class Total:
    """Counts of one set, together and by kind."""

    def __init__(self) -> None:
        self.all = Score()
        self.kinds = {kind: Score() for kind in KINDS.values()}

    def add(self, found: frozenset[Name], gold: frozenset[Name]) -> None:
        """Count one document."""
        self.all.add(found, gold)
        for kind, score in self.kinds.items():
            score.add(*(frozenset(name for name in side if name[2] is kind) for side in (found, gold)))

    def show(self, title: str) -> None:
        """Print one row, and one for each kind."""
        print(f"{title:18} {self.all.line()}")
        for kind, score in self.kinds.items():
            print(f"  {kind.value:16} {score.line()}")


def measure(title: str, samples: list[Sample], errors: Counter[str]) -> None:
    """Print the figures of a set and keep its errors."""
    total = Total()
    for one in samples:
        found = ours(one.document)
        total.add(found, one.gold)
        for label, side in (("missed", one.gold - found), ("extra ", found - one.gold)):
            errors.update(f"{label} {k.value:7}{_shown(one.document, s, e)}" for s, e, k in sorted(side))
    total.show(title)


def sets(shared: Path) -> dict[str, list[Sample]]:
    """Both sets."""
    return {
        "UNER EWT dev": list(uner(shared / "data/ud/uner_ewt_dev.iob2")),
        "wikigold": list(wikigold(shared / "data/names/wikigold.conll.txt")),
    }


def _shown(document: Document, start: int, end: int) -> str:
    before = document.text[max(0, start - 25) : start].replace("\n", " ")
    after = document.text[end : end + 20].replace("\n", " ")
    return f"{before}[{document.text[start:end]}]{after}"


def main() -> None:
    """Measure what was asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--held", action="store_true")
    options.add_argument("--errors", type=int, default=0)
    chosen = options.parse_args()
    for title, found in sets(chosen.shared).items():
        samples = [one for one in found if one.held == chosen.held]
        errors: Counter[str] = Counter()
        started = time.perf_counter()
        measure(title, samples, errors)
        print(f"  {time.perf_counter() - started:.1f} s, grammar included")
        if not chosen.held:
            keyed = sorted(errors, key=lambda line: hashlib.sha256(line.encode()).digest())
            print("\n".join(sorted(keyed[: chosen.errors])))


if __name__ == "__main__":
    main()
