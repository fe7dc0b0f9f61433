"""Treebanks in CoNLL-U, read as paragraphs: what the pipeline sees at one time when it runs.

A paragraph ends where the treebank says `# newpar` or `# newdoc`; a heading is a paragraph of its own.
No white space but single spaces is kept, as `armillary.annotate.parser` drops the rest before it parses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

RANGE, EMPTY = "-", "."  # marks in the number of a word: 1-2 is a word written as one, 1.1 an elided one
LONGEST_PARAGRAPH = 250
"""Words. Speech transcripts have paragraphs of a thousand; they are cut at a sentence."""


@dataclass(slots=True)
class Paragraph:
    """Columns of equal length. A word's head is its index in the paragraph; a root's is its own."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph as it was written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """[first, last) of each sentence: a root's tree. Sentences are stretches, one after another."""
        top = [self._root(at) for at in range(len(self.words))]
        first = 0
        for at in range(1, len(top) + 1):
            if at == len(top) or top[at] != top[first]:
                yield first, at
                first = at

    def _root(self, at: int) -> int:
        while self.heads[at] != at:
            at = self.heads[at]
        return at

    def join(self, other: "Paragraph") -> "Paragraph":
        """Both as one, as in a text whose line ends are lost."""
        shift = len(self.words)
        return Paragraph(
            self.words + other.words,
            [*self.spaces[:-1], True, *other.spaces],
            self.tags + other.tags,
            self.pos + other.pos,
            self.lemmas + other.lemmas,
            self.heads + [head + shift for head in other.heads],
            self.relations + other.relations,
        )

    def doc(self, vocab: Vocab) -> Doc:
        """The paragraph as the pipeline should mark it."""
        return Doc(
            vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            lemmas=self.lemmas,
            heads=self.heads,
            deps=["ROOT" if relation == "root" else relation for relation in self.relations],
        )


def read(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file, in order."""
    paragraph = Paragraph()
    for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = sentence.split("\n")
        starts = any(line.startswith(("# newpar", "# newdoc")) for line in lines)
        if paragraph.words and (starts or len(paragraph.words) > LONGEST_PARAGRAPH):
            yield paragraph
            paragraph = Paragraph()
        _add(paragraph, [line.split("\t") for line in lines if not line.startswith("#")])
    yield paragraph


def _add(paragraph: Paragraph, rows: list[list[str]]) -> None:
    shift = len(paragraph.words)
    glued, space_after_glued = range(0), True  # the words of a contraction: don't, I'm
    for row in rows:
        if RANGE in row[0]:
            first, last = map(int, row[0].split(RANGE))
            glued, space_after_glued = range(first, last + 1), "SpaceAfter=No" not in row[9]
        elif EMPTY not in row[0]:
            number, head = int(row[0]), int(row[6])
            paragraph.words.append(row[1].replace(" ", "\u00a0"))
            if number in glued:
                paragraph.spaces.append(number == glued[-1] and space_after_glued)
            else:
                paragraph.spaces.append("SpaceAfter=No" not in row[9])
            paragraph.tags.append(row[4])
            paragraph.pos.append(row[3])
            paragraph.lemmas.append(row[1] if row[2] == "_" else row[2])
            paragraph.heads.append(shift + (head or number) - 1)
            paragraph.relations.append(row[7])
