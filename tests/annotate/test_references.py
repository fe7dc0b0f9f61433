"""Whom pronouns mean: the scenarios of `specs/references/`, and what holds for any text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import annotate
from armillary.reading import Reading
from armillary.text import Block, BlockKind, Document, Span

SPECS = Path(__file__).parents[2] / "specs/references"
COLUMNS = ("pronoun", "in", "name")
Row = tuple[str, ...]


def scenarios() -> Iterator[tuple[str, str, list[Row], str | None]]:
    """Name, text, rows and the reason for which it fails, of each heading."""
    for path in sorted(SPECS.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, *lines = part.splitlines()
            text = " ".join(line[1:].strip() for line in lines if line.startswith(">"))
            table = [
                tuple(cell.strip() for cell in line.strip("|").split("|"))
                for line in lines
                if line.startswith("|")
            ]
            assert table[0] == COLUMNS
            reason = re.search(r"^xfail: (.+)$", part, re.MULTILINE)
            yield f"{path.stem}: {name}", text, table[2:], reason and reason[1]


def reading_of(text: str) -> Reading:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return annotate(Document("t.txt", "T", text, "0" * 64, blocks=blocks), "armillary")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            text, rows, id=name, marks=pytest.mark.xfail(reason=why, strict=True) if why else ()
        )
        for name, text, rows, why in scenarios()
    ],
)
def test_a_scenario_finds_its_references_and_no_other(text: str, rows: list[Row]) -> None:
    found = [(one.at.start, one.at.words, one.to.words) for one in reading_of(text).references]
    told = []
    for pronoun, within, name in rows:
        assert text.count(within) == 1
        told.append((text.index(within) + within.index(pronoun), pronoun, name.split(" / ")))
    assert [(start, words) for start, words, _ in found] == [row[:2] for row in sorted(told)]
    assert all(name in row[2] for (*_, name), row in zip(found, sorted(told), strict=True))


PIECES = st.sampled_from(
    "Ida|Holm Peter|Lang Norway NATO the|Serbs minister he she it its they her his who and , . “ ” said left when 🎈 ﬁsh \r\n שלום".split(
        " "
    )
).map(lambda piece: piece.replace("|", " "))


@given(st.lists(PIECES, max_size=25).map(" ".join).filter(str.strip))
def test_a_reference_points_from_a_pronoun_back_to_a_name_in_order(text: str) -> None:
    reading = reading_of(text)
    names = {mention.at for mention in reading.mentions}
    starts = [one.at.start for one in reading.references]
    assert starts == sorted(set(starts))
    for one in reading.references:
        assert one.to in names
        assert one.to.end <= one.at.start
        assert text[one.at.start : one.at.end] == one.at.words
