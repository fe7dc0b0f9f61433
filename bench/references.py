"""Whom pronouns mean: how often the name that we give is right, on the entities of UD English GUM's free genres.

    python bench/references.py --data ../shared/data            the training part, by pronoun
    python bench/references.py --data ../shared/data --dev      the development part: figures alone
    python bench/references.py --data ../shared/data --errors 40

Raw text in. A pronoun counts that GUM marks as an entity which the text also names as a person, body, place or people
somewhere. Right: the name that we give lies in a mention of the same entity. Rival in the same run: the nearest
name before that fits the pronoun.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path

from armillary.annotate import annotate
from armillary.reading import ActorKind, Reading
from armillary.text import Block, BlockKind, Document, Passage, Span

PRONOUNS = frozenset("he his she her it its they their who whom whose".split())
NAMED = frozenset({"person", "organization", "place"})
FITTING = {
    **dict.fromkeys("he his she her who whom whose".split(), frozenset({ActorKind.PERSON})),
    **dict.fromkeys("it its".split(), frozenset({ActorKind.BODY, ActorKind.PLACE})),
    **dict.fromkeys("they their".split(), frozenset({ActorKind.PEOPLE, ActorKind.BODY})),
}
_PART = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([a-z]+)[^()]*|(\d+)(?:\[[^\]]*\])?\)|\)")
"""What the entity column opens, `(12-person-…`, and closes, `12)` or `)`."""


@dataclass(slots=True)
class Gold:
    """A document with the mentions of its entities: place, entity, kind, and whether one is a name."""

    name: str
    text: str = ""
    blocks: list[Span] = field(default_factory=list)
    mentions: list[tuple[int, int, str, str, bool]] = field(default_factory=list)


def documents(path: Path) -> Iterator[Gold]:
    """The documents of a CoNLL-U file with GUM's entities."""
    for part in re.split(r"^# newdoc id = ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        gold = Gold(part.partition("\n")[0])
        first = 0
        open_: list[tuple[str, str, int, list[str]]] = []
        for block in part.strip().split("\n\n"):
            lines = block.splitlines()
            if gold.text and any(line.startswith("# newpar") for line in lines):
                gold.blocks.append(Span(first, len(gold.text.rstrip())))
                gold.text = gold.text.rstrip() + "\n\n"
                first = len(gold.text)
            text = next(line[9:] for line in lines if line.startswith("# text = "))
            base, at = len(gold.text), 0
            gold.text += text + " "
            for row in (line.split("\t") for line in lines if line[:1].isdigit()):
                if not row[0].isdigit():
                    continue
                at = text.index(row[1], at)
                entity = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
                _read(entity, gold, open_, (base + at, base + at + len(row[1])), row[4])
                at += len(row[1])
        gold.blocks.append(Span(first, len(gold.text.rstrip())))
        yield gold


def _read(
    entity: str, gold: Gold, open_: list[tuple[str, str, int, list[str]]], at: tuple[int, int], tag: str
) -> None:
    """Open and close what the entity column of one word says. GUM closes in the order of nesting."""
    for one in open_:
        one[3].append(tag)
    for found in _PART.finditer(entity):
        if found[1]:
            open_.append((found[1], found[2], at[0], [tag]))
        elif found[3]:
            place = max(i for i, one in enumerate(open_) if one[0] == found[3])
            _close(open_.pop(place), gold, at[1])
        else:
            _close(open_.pop(), gold, at[1])


def _close(one: tuple[str, str, int, list[str]], gold: Gold, end: int) -> None:
    key, kind, start, tags = one
    gold.mentions.append((start, end, key, kind, any(tag.startswith("NNP") for tag in tags)))


def reading_of(gold: Gold) -> Reading:
    """The document as the road reads it."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in gold.blocks)
    return annotate(Document(gold.name, gold.name, gold.text, "0" * 64, blocks=blocks), "armillary")


def entity_of(gold: Gold, at: Passage) -> str | None:
    """The entity that a name is: the narrowest mention around it, else the widest in it."""
    around = [m for m in gold.mentions if m[0] <= at.start and at.end <= m[1]]
    inside = [m for m in gold.mentions if at.start <= m[0] and m[1] <= at.end]
    if around:
        return min(around, key=lambda m: m[1] - m[0])[2]
    return max(inside, key=lambda m: m[1] - m[0])[2] if inside else None


def main() -> None:
    """Print the table, and what went wrong where that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args()
    part = "dev" if asked.dev else "train"
    counts: dict[str, Counts] = {"all": Counts()}
    wrong: list[str] = []
    for gold in documents(asked.data / "ud" / f"en_gum_open_{part}.conllu"):
        for low, count, error in counted(gold):
            counts[low] = counts.get(low, Counts()) + count
            counts["all"] += count
            wrong += [error] if error else []
    if not asked.dev:
        print(*wrong[: asked.errors], sep="\n")
    print(
        f"{'':6} {'of names':>8} {'given':>6} {'right':>6} {'precision':>9} {'recall':>7}   nearest name"
    )
    for low, all_ in sorted(counts.items(), key=lambda row: (row[0] == "all", row[0])):
        print(f"{low:6} {all_}")


@dataclass(frozen=True, slots=True)
class Counts:
    """Pronouns that stand for names; names that we give, and right ones; those of the nearest name, and right ones."""

    names: int = 0
    given: int = 0
    right: int = 0
    near: int = 0
    near_right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        ours = f"{self.names:8} {self.given:6} {self.right:6} {self._part(self.right, self.given):9} {self._part(self.right, self.names):7}"
        return f"{ours}   {self._part(self.near_right, self.near)} of {self.near}"

    @staticmethod
    def _part(some: int, every: int) -> str:
        return f"{some / every:.3f}" if every else "-"


def counted(gold: Gold) -> Iterator[tuple[str, Counts, str]]:
    """Each pronoun of a document that GUM marks: what it counts for, and the error in words."""
    reading = reading_of(gold)
    names = {key for *_, key, kind, named in gold.mentions if named and kind in NAMED}
    told = {(one.at.start, one.at.end): one.to for one in reading.references}
    for start, end, key, _, _ in gold.mentions:
        low = gold.text[start:end].casefold()
        if low not in PRONOUNS:
            continue
        to = told.get((start, end))
        near = [m for m in reading.mentions if m.at.end <= start and m.kind in FITTING[low]][-1:]
        right = to is not None and entity_of(gold, to) == key
        near_right = any(entity_of(gold, mention.at) == key for mention in near)
        error = ""
        if to is not None and not right:
            error = f"{low} = {to.words} | {gold.text[max(0, to.start - 60) : end + 60]!r}"
        yield low, Counts(key in names, to is not None, right, len(near), near_right), error


if __name__ == "__main__":
    main()
