"""The specs of events: prose in Markdown that runs. `specs/README.md` says how a scenario is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from armillary.annotate import annotate
from armillary.annotate.parser import OURS
from armillary.extract import extract
from armillary.findings import Event
from armillary.reading import Speaker
from armillary.text import Block, BlockKind, Document, Passage, Span

SPECS = Path(__file__).parents[2] / "specs/events"
COLUMNS = ("what", "who", "whom", "time", "words", "modality", "holder")
SHARED_HALF = 0.5  # an event's words and those of its row must share half of what either holds
ARTICLE = re.compile(r"^(?:(?:an?|the|its|their|his|her)\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A heading, a sentence or more, and the events in it, a cell for each column."""

    name: str
    text: str
    rows: tuple[dict[str, str], ...]
    xfail: str | None


def scenarios(markdown: str) -> Iterator[Scenario]:
    """The scenarios of one file, in order."""
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
        rows = tuple(dict(zip(COLUMNS, row, strict=True)) for row in table[2:])
        yield Scenario(name.strip(), text, rows, reason.group(1) if reason else None)


def bare(words: str) -> str:
    return ARTICLE.sub("", words.replace("’", "'")).lower()


def part(passage: Passage | None) -> str:
    return "" if passage is None else bare(passage.words)


def fits(event: Event, row: dict[str, str], text: str) -> bool:
    """Whether an event says what its row says."""
    start = text.index(row["words"])
    common = min(event.at.end, start + len(row["words"])) - max(event.at.start, start)
    whole = max(event.at.end, start + len(row["words"])) - min(event.at.start, start)
    told = {name: set(map(bare, row[name].split(" / "))) for name in ("what", "who", "whom", "holder")}
    holder = event.holder.words if isinstance(event.holder, Passage) else event.holder
    return (
        part(event.what) in told["what"]
        and part(event.who) in told["who"]
        and part(event.whom) in told["whom"]
        and (event.time.value if event.time else "") == row["time"]
        and event.modality == (row["modality"] or "asserted")
        and bare(holder) == bare(row["holder"] or Speaker.AUTHOR)
        and common / whole >= SHARED_HALF
    )


def shown(event: Event) -> str:
    found = (part(event.what), part(event.who), part(event.whom), event.time and event.time.value)
    return " | ".join(map(str, (*found, event.at.words, event.modality, event.holder)))


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
def test_the_events_of_each_scenario_are_those_of_its_table(scenario: Scenario) -> None:
    assert [row["words"] for row in scenario.rows if scenario.text.count(row["words"]) != 1] == []
    block = Block(BlockKind.PARAGRAPH, Span(0, len(scenario.text)))
    document = Document("spec.txt", "Spec", scenario.text, "0" * 64, blocks=(block,))
    found = list(extract(annotate(document, OURS)).events)
    missed = []
    for row in scenario.rows:
        match = next((event for event in found if fits(event, row, scenario.text)), None)
        if match is None:
            missed.append(row)
        else:
            found.remove(match)
    assert not missed, [shown(event) for event in found]
    assert [shown(event) for event in found] == []
