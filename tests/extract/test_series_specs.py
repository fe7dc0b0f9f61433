"""The specs of series: prose in Markdown that runs. `specs/README.md` says how a scenario is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from armillary.annotate import annotate
from armillary.annotate.parser import OURS
from armillary.extract import extract
from armillary.findings import Series
from armillary.text import Block, BlockKind, Document, Span

SPECS = Path(__file__).parents[2] / "specs/series"
COLUMNS = ("what", "unit", "values")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A heading, a text, and every series in it; ` / ` parts wordings that are equally good."""

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


def fits(series: Series, row: tuple[str, ...]) -> bool:
    what, unit, values = row
    told = [value.rpartition(" ")[::2] for value in values.split("; ")]
    return (
        series.what in what.split(" / ")
        and series.unit == unit
        and len(told) == len(series.values)
        and all(
            datum.of in names.split(" / ") and datum.value == float(number)
            for datum, (names, number) in zip(series.values, told, strict=True)
        )
    )


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
def test_the_series_of_each_scenario_are_those_of_its_table(scenario: Scenario) -> None:
    text = scenario.text
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = Document("spec.txt", "Spec", text, "0" * 64, blocks=blocks)
    found = extract(annotate(document, OURS)).series
    shown = [(one.what, one.unit, [(datum.of, datum.value) for datum in one.values]) for one in found]
    assert len(found) == len(scenario.rows), shown
    assert all(any(fits(one, row) for one in found) for row in scenario.rows), shown
    assert all(
        text[datum.at.start : datum.at.end] == datum.at.words for one in found for datum in one.values
    )
