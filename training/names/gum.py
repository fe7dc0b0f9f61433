"""Names in GUM, for `weigh.py`: our runs, with the kind of the entity whose proper noun heads them.

GUM marks every entity with its type and its smallest span; names, titles and common nouns alike. A run is named after
the widest entity whose head is a proper noun inside the run, if it is a person, a place or an organization.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import names as bench

from armillary.annotate import grammar
from armillary.annotate.names.runs import runs
from armillary.reading import ActorKind, Reading
from armillary.text import Block, BlockKind, Document, Span

KINDS = {"person": ActorKind.PERSON, "place": ActorKind.PLACE, "organization": ActorKind.BODY}
_BRACKET = re.compile(r"\([^()]*\)?|[^()]*\)")
_SMALLEST = 5  # the field of an entity that says which of its words its head is, counted from 1


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity by the code point of its head, its type, and its first and last code point."""

    head: int
    kind: str
    start: int
    end: int


def documents(path: Path) -> Iterator[bench.Sample]:
    """The documents of a file of GUM, with the runs that name somebody or something."""
    for part in re.split(r"^# newdoc id = ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        texts: list[str] = []
        blocks: list[Block] = []
        found: list[Entity] = []
        unclosed: list[tuple[str, list[str], int]] = []
        offset = 0
        for sentence in body.strip().split("\n\n"):
            text = next(
                row.removeprefix("# text = ")
                for row in sentence.splitlines()
                if row.startswith("# text = ")
            )
            found += _entities(sentence, text, offset, unclosed)
            blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(text))))
            texts.append(text)
            offset += len(text) + 2
        document = Document(name, name, "\n\n".join(texts), "0" * 64, blocks=tuple(blocks))
        yield bench.Sample(document, frozenset(_named(document, found)))


def _entities(
    sentence: str, text: str, offset: int, unclosed: list[tuple[str, list[str], int]]
) -> Iterator[Entity]:
    """The entities of a sentence that are headed by a proper noun."""
    words: list[tuple[int, int, bool]] = []
    at = 0
    for row in sentence.splitlines():
        fields = row.split("\t")
        if not fields[0].isdigit():
            continue
        at = max(text.find(fields[1], at), at)
        words.append((offset + at, offset + at + len(fields[1]), fields[4].startswith("NNP")))
        at += len(fields[1])
        marked = re.search(r"Entity=([^|]*)", fields[9])
        for bracket in _BRACKET.findall(marked[1] if marked else ""):
            number, *rest = bracket.strip("()").split("-")
            if bracket.startswith("("):
                unclosed.append((number, [number, *rest], len(words) - 1))
            if bracket.endswith(")"):
                yield from _closed(number, words, unclosed)


def _closed(
    number: str, words: list[tuple[int, int, bool]], unclosed: list[tuple[str, list[str], int]]
) -> Iterator[Entity]:
    place = next((at for at in reversed(range(len(unclosed))) if unclosed[at][0] == number), None)
    if place is None:
        return
    _, fields, first = unclosed.pop(place)
    smallest = fields[_SMALLEST].split(",")[0] if len(fields) > _SMALLEST else ""
    head = first + int(smallest) - 1 if smallest.isdigit() else len(words) - 1
    if first < len(words) and head < len(words) and words[head][2]:
        yield Entity(words[head][0], fields[1], words[first][0], words[-1][1])


def _named(document: Document, found: list[Entity]) -> Iterator[bench.Name]:
    by_head = sorted(found, key=lambda entity: entity.head)
    for run in runs(grammar.mark(Reading(document))):
        first = bisect_left(by_head, run.start, key=lambda entity: entity.head)
        last = bisect_left(by_head, run.end, key=lambda entity: entity.head)
        widest = max(by_head[first:last], key=lambda entity: entity.end - entity.start, default=None)
        if widest is not None and widest.kind in KINDS:
            yield run.start, run.end, KINDS[widest.kind]
