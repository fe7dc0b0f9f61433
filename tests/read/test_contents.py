"""The table of contents in every dress: what it promises, and what is there."""

import pytest

from armillary.text import BlockKind, Document, SectionStatus
from samples.drawing import document, of_kind, sections

PROSE = "The council put a cap on rents, and because of it many owners sold their flats."
BODY = f"The Cap\n\n{PROSE}\n\nThe Shortage\n\n{PROSE}\n\nA Digression\n\n{PROSE}\n"
TABLES = {
    "slashes": "The cap/ The Shortage/ What Next/",
    "slashes with space": "The Cap / The Shortage / What Next",
    "bullets": "The Cap • The Shortage • What Next",
    "bars": "The Cap | The Shortage | What Next",
    "semicolons": "The Cap; The Shortage; What Next",
    "dashes": "The Cap – The Shortage – What Next",
    "a label": "Contents: The Cap; The Shortage; What Next",
    "numbers in a line": "Contents: 1. The Cap. 2. The Shortage. 3. What Next.",
    "a numbered list": "Contents\n\n1. The Cap\n2. The Shortage\n3. What Next",
    "a bulleted list": "TABLE OF CONTENTS\n\n- The Cap\n- The Shortage\n- What Next",
    "lines": "Contents\nThe Cap\nThe Shortage\nWhat Next",
    "lines apart": "Contents\n\nThe Cap\n\nThe Shortage\n\nWhat Next\n",
    "dotted leaders": "The Cap ........... 3\nThe Shortage ...... 9\nWhat Next ........ 12",
    "leaders and a heading": "Contents\n\nThe Cap . . . . . 3\nThe Shortage . . . 9\nWhat Next . . . . 12",
    "tabs and pages": "Contents\n\nThe Cap\t3\nThe Shortage\t9\nWhat Next\t12",
    "capitals": "CONTENTS\n\nTHE CAP\nTHE SHORTAGE\nWHAT NEXT",
}
LEVELLED = {
    "links": "- [The Cap](#the-cap)\n- [The Shortage](#the-shortage)\n- [What Next](#what-next)",
    "a heading and links": "## Contents\n\n1. [The Cap](#a)\n2. [The Shortage](#b)\n3. [What Next](#c)",
    "a heading and a list": "## Table of contents\n\n* The Cap\n* The Shortage\n* What Next",
    "a line in italics": "*The Cap / The Shortage / What Next*",
}


def statuses(read: Document) -> dict[str, SectionStatus]:
    return {section.title.lower(): section.status for section in read.sections}


EXPECTED = {
    "what next": SectionStatus.PROMISED,
    "the cap": SectionStatus.PRESENT,
    "the shortage": SectionStatus.PRESENT,
    "a digression": SectionStatus.UNLISTED,
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_dress_of_a_plain_text_promises_the_same(table: str) -> None:
    read = document(f"The Price of Rooms\n\n{table}\n\n\n{PROSE}\n\n{BODY}")
    assert read.title == "The Price of Rooms"
    assert statuses(read) == EXPECTED


@pytest.mark.parametrize("table", LEVELLED.values(), ids=LEVELLED)
def test_every_dress_of_markdown_promises_the_same(table: str) -> None:
    body = (
        BODY.replace("The Cap\n", "## The Cap\n")
        .replace("The Sh", "## The Sh")
        .replace("A Dig", "## A Dig")
    )
    assert statuses(document(f"# Rents\n\n{table}\n\n{PROSE}\n\n{body}", "essay.md")) == EXPECTED


def test_a_missing_section_stands_where_the_table_promises_it() -> None:
    read = document(f"The Cap / The Shortage / What Next\n\n{BODY}")
    (missing,) = [section for section in read.sections if section.status is SectionStatus.PROMISED]
    assert read.at(missing.span).words == "What Next"


def test_without_a_table_every_section_is_present() -> None:
    assert {section.status for section in document(f"{PROSE}\n\n{BODY}").sections} == {
        SectionStatus.PRESENT
    }


def test_a_table_ends_where_the_first_section_begins() -> None:
    read = document(
        f"Contents\n\nThe Cap\n\nThe Shortage\n\nThe Cap\n\n{PROSE}\n\nThe Shortage\n\n{PROSE}"
    )
    assert sections(read) == [(1, "present", "The Cap"), (1, "present", "The Shortage")]
    assert of_kind(read, BlockKind.CONTENTS) == ["Contents", "The Cap", "The Shortage"]


def test_entries_are_as_deep_as_their_indent_or_number() -> None:
    table = "Contents\n\n1. Rents\n1.1. The Cap\n1.2. The Shortage\n2. Wages\n"
    read = document(f"{table}\n\n\n{PROSE}\n\nThe Cap\n\n{PROSE}\n")
    assert [(level, title) for level, status, title in sections(read) if status == "promised"] == [
        (1, "Rents"),
        (2, "The Shortage"),
        (1, "Wages"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Rents rose; wages fell; people left and/or stayed.",
        "News / Sport / Weather",
        "The cap / the shortage / what next",
    ],
)
def test_parts_that_are_no_sections_are_no_contents(line: str) -> None:
    assert of_kind(document(f"{PROSE}\n\n{line}\n\n{PROSE}"), BlockKind.CONTENTS) == []


def test_numbers_with_a_label_in_a_table_of_figures_are_no_contents() -> None:
    figures = "Flats to let\t900\nFlats sold\t700\nFlats empty\t1200"
    assert of_kind(document(f"{PROSE}\n\n{figures}\n\n{PROSE}"), BlockKind.CONTENTS) == []


def test_a_second_table_adds_what_the_first_does_not_promise() -> None:
    made = "- [Rents](#r)\n- [Contents](#c)\n- [The Cap](#a)\n- [The Shortage](#b)"
    body = f"# Rents\n\n## Contents\n\n- The Cap\n- What Next\n\n## The Cap\n\n{PROSE}\n\n## The Shortage\n\n{PROSE}"
    read = document(f"{made}\n\n{body}", "essay.md")
    assert sections(read) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (1, "present", "The Shortage"),
    ]


def test_a_later_list_under_the_word_outline_is_no_second_table() -> None:
    read = document(
        f"The Cap / The Shortage / What Next\n\n{BODY}\n\nOutline\n\n- Rent control\n- Land tax\n"
    )
    assert "Rent control" in of_kind(read, BlockKind.LIST_ITEM)
