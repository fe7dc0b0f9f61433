"""The specs of positions: prose in Markdown that runs. `specs/README.md` says how a scenario is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from armillary.annotate import annotate
from armillary.annotate.parser import OURS
from armillary.extract import extract
from armillary.findings import Position
from armillary.reading import Holder, Speaker
from armillary.text import Block, BlockKind, Document, Span

SPECS = Path(__file__).parents[2] / "specs/positions"
COLUMNS = ("holder", "stance", "on", "by")
ARTICLE = re.compile(r"^(?:(?:an?|the|its|their|his|her)\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A heading, a text, and every position in it."""

    name: str
    text: str
    rows: tuple[tuple[str, ...], ...]
    xfail: str | None


def scenarios(markdown: str) -> Iterator[Scenario]:
    for part in re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]:
        name, *lines = part.splitlines()
        text = " ".join(line[1:].strip() for line in lines if line.startswith(">"))
        table = [
            tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            for line in lines
            if line.startswith("|")
        ]
        reason = re.search(r"^xfail: (.+)$", part, re.MULTILINE)
        assert table[0] == COLUMNS, name
        yield Scenario(name.strip(), text, tuple(table[2:]), reason.group(1) if reason else None)


def bare(words: str) -> str:
    return ARTICLE.sub("", words.strip(" *_")).casefold()


def name(holder: Holder) -> str:
    return holder.value if isinstance(holder, Speaker) else bare(holder.words)


def told(position: Position) -> tuple[str, ...]:
    return (
        name(position.holder),
        position.stance.value,
        bare(position.on.words),
        name(position.attributed_by),
    )


def row(cells: tuple[str, ...]) -> tuple[str, ...]:
    holder, stance, on, by = cells
    return bare(holder), stance, bare(on), bare(by)


ALL = [
    pytest.param(
        scenario,
        id=f"{path.stem}: {scenario.name}",
        marks=[pytest.mark.xfail(reason=scenario.xfail, strict=True)] if scenario.xfail else [],
    )
    for path in sorted(SPECS.glob("*.md"))
    for scenario in scenarios(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("scenario", ALL)
def test_the_positions_of_each_scenario_are_those_of_its_table(scenario: Scenario) -> None:
    text = scenario.text
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = Document("spec.txt", "Spec", text, "0" * 64, blocks=blocks)
    found = extract(annotate(document, OURS)).positions
    assert sorted(map(told, found)) == sorted(map(row, scenario.rows))
