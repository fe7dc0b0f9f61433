"""The specs of chronology: prose in Markdown that runs, with when each event was and from what it is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from armillary import build
from armillary.chronology import Moment
from armillary.read import Bytes
from armillary.system import System

SPECS = Path(__file__).parents[2] / "specs/chronology"
COLUMNS = ("event", "earliest", "latest", "from")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A heading, a text, and its events in the order of happening; `..` where nothing bounds one."""

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


def fits(system: System, moment: Moment, row: tuple[str, ...]) -> bool:
    """Whether a moment is that of a row: its event begins where the words do, or holds them."""
    words, earliest, latest, told_from = row
    anchor = "" if moment.anchor is None else system.events[moment.anchor].at.words
    return (
        words in system.events[moment.event].at.words
        and (moment.earliest or "..", moment.latest or "..") == (earliest, latest)
        and (told_from in anchor if told_from else not anchor)
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
def test_each_event_of_a_scenario_is_when_its_table_says(scenario: Scenario) -> None:
    system = build(Bytes("spec.txt", scenario.text.encode()))
    missed = [
        row for row in scenario.rows if not any(fits(system, moment, row) for moment in system.timeline)
    ]
    assert not missed, [(system.events[m.event].at.words, m) for m in system.timeline]
