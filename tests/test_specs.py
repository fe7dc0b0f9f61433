"""The specs: prose in Markdown that runs. `specs/README.md` says how a scenario is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from armillary.annotate import annotate
from armillary.extract import extract
from armillary.findings import Argument, Claim, Sign
from armillary.reading import Holder, Modality, Speaker
from armillary.text import Block, BlockKind, Document, Passage, Span

SPECS = Path(__file__).parents[1] / "specs"
COLUMNS = ("cause", "sign", "effect", "words", "modality", "holder")
NEEDED = COLUMNS[:4]
SHARED_HALF = 0.5  # a claim's words and those of its row must share half of what either holds
UNTOLD = re.compile(r"^(?:(?:an?|the|this|that|these|those|its|their|his|her|our|my|your)\s+)+")


@dataclass(frozen=True, slots=True)
class Row:
    """One claim that a careful reader would find. A cell may hold several wordings."""

    cause: tuple[str, ...]
    effect: tuple[str, ...]
    sign: Sign
    words: str
    modality: Modality
    holder: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A heading, a sentence or more, and the claims in it."""

    name: str
    text: str
    rows: tuple[tuple[Row, ...], ...]  # the rows of one claim stand together: any of them will do
    xfail: str | None


def scenarios(markdown: str) -> Iterator[Scenario]:
    """The scenarios of one file, in order."""
    for part in re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]:
        name, *lines = part.splitlines()
        paragraphs = "\n".join(line[1:].strip() for line in lines if line.startswith(">"))
        table = [cells(line) for line in lines if line.startswith("|")]
        reason = re.search(r"^xfail: (.+)$", part, re.MULTILINE)
        yield Scenario(
            name.strip(),
            "\n\n".join(" ".join(p.split("\n")) for p in re.split(r"\n\n+", paragraphs.strip())),
            tuple(rows(table[0], table[2:])),
            reason.group(1) if reason else None,
        )


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def rows(columns: tuple[str, ...], lines: list[tuple[str, ...]]) -> Iterator[tuple[Row, ...]]:
    """One tuple for each claim: its row, and those below it that begin with "or"."""
    starts = [place for place, line in enumerate(lines) if not line[0].startswith("or ")]
    for start, end in pairwise([*starts, len(lines)]):
        yield tuple(row(dict(zip(columns, line, strict=True))) for line in lines[start:end])


def row(told: dict[str, str]) -> Row:
    assert set(NEEDED) <= set(told) <= set(COLUMNS), f"columns {sorted(told)}"
    return Row(
        cause=tuple(told["cause"].removeprefix("or ").split(" / ")),
        effect=tuple(told["effect"].split(" / ")),
        sign=Sign(told["sign"]),
        words=told["words"],
        modality=Modality(told.get("modality") or "asserted"),
        holder=told.get("holder") or "author",
    )


def document(text: str) -> Document:
    starts = [0, *(found.end() for found in re.finditer("\n\n", text)), len(text) + 2]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, end - 2)) for start, end in pairwise(starts))
    return Document("spec.txt", "Spec", text, "0" * 64, blocks=blocks)


def bare(words: str) -> str:
    """Words as they are compared: lower case, articles and possessives taken off."""
    return UNTOLD.sub("", words.lower().replace("’", "'"))


def core(argument: Argument) -> str:
    return bare(argument.core.words)


def name(holder: Holder) -> str:
    return bare(holder.words) if isinstance(holder, Passage) else str(holder)


def shared(claim: Claim, expected: Span) -> float:
    """How much of the two stretches is common to both, from 0 to 1."""
    common = min(claim.at.end, expected.end) - max(claim.at.start, expected.start)
    return max(common, 0) / (len(claim.at.words) + len(expected) - max(common, 0))


def fits(claim: Claim, told: Row, text: str) -> bool:
    """Whether a claim says what its row says."""
    start = text.index(told.words)
    return (
        core(claim.cause) in set(map(bare, told.cause))
        and core(claim.effect) in set(map(bare, told.effect))
        and (claim.sign, claim.modality) == (told.sign, told.modality)
        and name(claim.holder) == bare(told.holder)
        and shared(claim, Span(start, start + len(told.words))) >= SHARED_HALF
    )


def shown(claim: Claim) -> str:
    found = (core(claim.cause), claim.sign, core(claim.effect), claim.at.words, claim.modality)
    return " | ".join((*found, name(claim.holder), *claim.found_by))


def differences(scenario: Scenario) -> tuple[list[tuple[Row, ...]], list[str]]:
    """The rows for which no claim was found, and the claims that no row tells of."""
    found = list(extract(annotate(document(scenario.text))).claims)
    missed = []
    for told in scenario.rows:
        match = next((c for c in found if any(fits(c, row, scenario.text) for row in told)), None)
        if match is None:
            missed.append(told)
        else:
            found.remove(match)
    return missed, [shown(claim) for claim in found]


ALL = [
    pytest.param(
        scenario,
        id=f"{path.relative_to(SPECS).with_suffix('')}: {scenario.name}",
        marks=[pytest.mark.xfail(reason=scenario.xfail, strict=True)] if scenario.xfail else [],
    )
    for path in sorted((SPECS / "causes").glob("*.md"))
    for scenario in scenarios(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("scenario", ALL)
def test_the_claims_of_each_scenario_are_those_of_its_table(scenario: Scenario) -> None:
    missed, unexpected = differences(scenario)
    assert not missed
    assert not unexpected


@pytest.mark.parametrize("scenario", [param.values[0] for param in ALL])
def test_the_words_of_each_row_stand_in_its_sentence_once(scenario: Scenario) -> None:
    assert scenario.text
    told = [row for rows in scenario.rows for row in rows]
    assert [row.words for row in told if scenario.text.count(row.words) != 1] == []
    holders = {row.holder for row in told} - set(Speaker)
    assert [holder for holder in holders if holder not in scenario.text] == []


def test_no_two_scenarios_of_a_file_share_their_name() -> None:
    names = [param.id for param in ALL]
    assert len(set(names)) == len(names)
