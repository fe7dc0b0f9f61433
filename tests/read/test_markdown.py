"""Markdown: the text unchanged, the marks before the words outside of the blocks."""

from pathlib import Path

import pytest

from armillary.text import Document
from samples.drawing import blocks, document, sections

EXAMPLES = Path(__file__).parents[2] / "examples"


def markdown(text: str) -> Document:
    return document(text, "essay.md")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("# Rents\n\nText.", "heading", "Rents"),
        ("## Rents ##\n\nText.", "heading", "Rents"),
        ("Rents\n=====\n\nText.", "heading", "Rents"),
        ("Rents and\nwages\n---\n\nText.", "heading", "Rents and\nwages"),
        ("#Rents rose.", "paragraph", "#Rents rose."),
        ("- Rents rose.\n- Wages fell.", "list_item", "Rents rose."),
        ("12) Rents rose.", "list_item", "Rents rose."),
        ("- [x] Rents rose.", "list_item", "Rents rose."),
        ("- one\n\n  Rents rose.", "list_item", "Rents rose."),
        ("- one\n  - Rents rose.", "list_item", "Rents rose."),
        ("> Rents rose.", "quote", "Rents rose."),
        ("> > Rents rose.", "quote", "Rents rose."),
        ("> - Rents rose.", "quote", "Rents rose."),
        ("> Rents rose\n> again.", "quote", "Rents rose\n> again."),
        ("> # Rents\n\nText.", "quote", "Rents"),
        ("Text.[^1]\n\n[^1]: Rents rose.", "footnote", "Rents rose."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("a | b\n--|--\n1 | 2", "table", "a | b\n--|--\n1 | 2"),
        (
            "```python\nrents = 1\n\n# no heading\n```\n\nText.",
            "code",
            "```python\nrents = 1\n\n# no heading\n```",
        ),
        ("Text.\n\n    rents = 1\n    wages = 2", "code", "rents = 1\n    wages = 2"),
        ("<!-- a\n\nnote -->\n\nText.", "code", "<!-- a\n\nnote -->"),
        ("<div>\nrents\n</div>\n\nText.", "code", "<div>\nrents\n</div>"),
        (
            "Text.\n\n[rents]: https://example.org 'Rents'",
            "reference",
            "[rents]: https://example.org 'Rents'",
        ),
        ("Rents rose\nagain and again.", "paragraph", "Rents rose\nagain and again."),
        ("**Rents** rose *again*.", "paragraph", "**Rents** rose *again*."),
    ],
)
def test_a_block_of_each_kind_leaves_its_marks_out(text: str, kind: str, words: str) -> None:
    read = markdown(text)
    assert read.text == text
    assert (kind, words) in blocks(read)


def test_the_first_heading_above_all_others_is_the_title_and_no_section() -> None:
    read = markdown(
        "# The Price of *Rooms*\n\nText.\n\n## The Cap\n\nText.\n\n### Its Law\n\nText.\n\n## Wages\n\nText."
    )
    assert read.title == "The Price of Rooms"
    assert sections(read) == [
        (1, "present", "The Cap"),
        (2, "present", "Its Law"),
        (1, "present", "Wages"),
    ]


def test_of_several_highest_headings_the_first_names_the_document_and_all_are_sections() -> None:
    read = markdown("# The Cap\n\nText.\n\n# Wages\n\nText.")
    assert read.title == "The Cap"
    assert [title for _, _, title in sections(read)] == ["The Cap", "Wages"]


def test_the_metadata_at_the_top_give_title_and_date_and_are_not_prose() -> None:
    read = markdown("---\ntitle: 'The Cap'\ndate: 2023-02-24T10:00\ntags: [rents]\n---\n\nRents rose.")
    assert (read.title, read.dated) == ("The Cap", "2023-02-24")
    assert [kind for kind, _ in blocks(read)] == ["code", "paragraph"]


def test_a_line_at_the_top_that_is_never_closed_is_no_metadata() -> None:
    assert blocks(markdown("---\n\nRents rose.")) == [("paragraph", "Rents rose.")]


def test_without_any_heading_titles_are_told_by_their_look() -> None:
    prose = "The council put a cap on rents, and because of it many owners sold."
    read = markdown(f"{prose}\n\n**The Price of Rooms**\n\n{prose}")
    assert sections(read) == [(1, "present", "The Price of Rooms")]


def test_our_example_promises_one_section_that_is_not_there() -> None:
    read = document((EXAMPLES / "july-1914.md").read_text(encoding="utf-8"), "july-1914.md")
    assert [title for _, status, title in sections(read) if status == "promised"] == [
        "The Powers That Stayed Out"
    ]
    assert [status for _, status, _ in sections(read)].count("present") == 7
