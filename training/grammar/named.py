"""Sentences with the names in them: people (PER), bodies (ORG) and places (LOC), from three sources.

UNER marks names on EWT's sentences, wikigold on Wikipedia's. GUM marks every noun phrase that refers to
something; of those the proper names are kept, and of each only the words that are the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
KEPT = frozenset(KINDS.values())
SENTENCES = 8
"""A text of this many sentences is read at a time."""

_ENTITY = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] % 's 'll 're 've 'd 'm n't '' ...".split())
_NO_SPACE_AFTER = frozenset("( [ $ ``".split())
_LINKS = frozenset({"of", "the", "&", "-", "and", "for"})


@dataclass(slots=True)
class Named:
    """Words, whether a space follows each, and the tag of each, such as O, B-PER or I-PER."""

    words: list[str]
    spaces: list[bool]
    tags: list[str]

    @property
    def text(self) -> str:
        """The words as they were written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))

    def doc(self, vocab: Vocab) -> Doc:
        """The text as the model should mark it."""
        return Doc(vocab, words=self.words, spaces=self.spaces, ents=self.tags)


def texts(sentences: list[Named]) -> list[Named]:
    """Neighbouring sentences as one text."""
    return [
        Named(
            [word for one in some for word in one.words],
            [space for one in some for space in (*one.spaces[:-1], True)],
            [tag for one in some for tag in one.tags],
        )
        for at in range(0, len(sentences), SENTENCES)
        if (some := sentences[at : at + SENTENCES])
    ]


def uner(path: Path) -> Iterator[Named]:
    """Sentences of a UNER file. Its tags B-O and OTH are left out, as its authors ask."""
    for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = sentence.split("\n")
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row[1] for row in rows]
        yield Named(words, _spaces(words, text), _tidy([row[2] for row in rows]))


def wikigold(path: Path) -> Iterator[Named]:
    """Sentences of wikigold, whose spaces are guessed from the punctuation. MISC is left out."""
    for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split(" ") for line in sentence.split("\n") if not line.startswith("-DOCSTART-")]
        if rows:
            words = [row[0] for row in rows]
            spaces = [
                after not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER
                for word, after in zip(words, [*words[1:], "."], strict=True)
            ]
            yield Named(words, spaces, _tidy([row[1] for row in rows]))


def gum(path: Path) -> Iterator[Named]:
    """Sentences of GUM with its people, organizations and places that have a proper name."""
    for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = sentence.split("\n")
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [row for line in lines if (row := line.split("\t"))[0].isdigit()]
        words = [row[1] for row in rows]
        yield Named(words, _spaces(words, text), _proper(rows))


def _proper(rows: list[list[str]]) -> list[str]:
    tags = ["O"] * len(rows)
    for first, last, kind in sorted(_entities(rows), key=lambda found: found[0] - found[1]):
        inside = range(first, last)
        heads = [at for at in inside if int(rows[at][6]) - 1 not in inside]
        if len(heads) != 1 or not _is_name(rows, heads[0]):
            continue
        start, end = heads[0], heads[0] + 1
        while start > first and _is_name(rows, start - 1):
            start -= 1
        while end < last and (_is_name(rows, end) or _links(rows, end, last)):
            end += 1
        if all(tag == "O" for tag in tags[start:end]):
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tags


def _entities(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """[first, last) and kind of each mention in a sentence, from GUM's brackets."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, row in enumerate(rows):
        marks = next((part for part in row[9].split("|") if part.startswith("Entity=")), "")
        for name, kind, alone, closed in _ENTITY.findall(marks):
            if alone and kind in KINDS:
                yield at, at + 1, KINDS[kind]
            elif name and not alone:
                opened.setdefault(name, []).append((at, kind))
            elif closed and opened.get(closed):
                first, kind_then = opened[closed].pop()
                if kind_then in KINDS:
                    yield first, at + 1, KINDS[kind_then]


def _is_name(rows: list[list[str]], at: int) -> bool:
    return rows[at][4] in {"NNP", "NNPS"}


def _links(rows: list[list[str]], at: int, last: int) -> bool:
    """Whether a small word stands inside a name: University of Portsmouth, Knights of the Round Table."""
    while at < last and rows[at][1] in _LINKS - {"and", "for"}:
        at += 1
        if at < last and _is_name(rows, at):
            return True
    return False


def _tidy(tags: list[str]) -> list[str]:
    """The tags with only the kinds that are kept, each name begun by B."""
    tidied: list[str] = []
    before = "O"
    for tag in tags:
        kind = tag[2:]
        if kind not in KEPT:
            tidied.append("O")
        else:
            goes_on = tag.startswith("I-") and before[2:] == kind
            tidied.append(f"{'I' if goes_on else 'B'}-{kind}")
        before = tag
    return tidied


def _spaces(words: list[str], text: str) -> list[bool]:
    """Whether a space follows each word in the text; True where word and text do not agree."""
    spaces, at = [], 0
    for word in words:
        found = text.find(word, at)
        at = found + len(word) if found >= 0 else at
        spaces.append(found < 0 or text[at : at + 1] == " " or at >= len(text))
    return spaces
