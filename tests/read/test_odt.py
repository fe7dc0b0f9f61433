"""ODT: paragraphs by their styles, and for each character its paragraph."""

import pytest

from armillary.errors import SourceError
from armillary.read import Bytes, read
from armillary.text import Document, ParagraphRange
from samples.containers import odt
from samples.drawing import DEFAULTS, blocks, sections

PROSE = "The council put a cap on rents, and because of it many owners sold their flats."


def text(body: str, name: str = "rents.odt", **parts: str) -> Document:
    return read(Bytes(name, odt(body, **parts)), DEFAULTS)


def p(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Rents rose."), [("paragraph", "Rents rose.")]),
        (p("Rents\n   rose<text:s text:c='2'/>twice<text:tab/>or<text:line-break/>so"), [("paragraph", "Rents rose  twice\tor\nso")]),
        (p("Rents <text:span>rose</text:span> <text:a>again</text:a>."), [("paragraph", "Rents rose again.")]),
        (p("Rents<office:annotation><text:p>no</text:p></office:annotation> rose."), [("paragraph", "Rents rose.")]),
        (p("It is so.", "Quotations"), [("quote", "It is so.")]),
        (p("It is so.", "P1"), [("quote", "It is so.")]),
        (p("x = 1", "Preformatted_20_Text"), [("code", "x = 1")]),
        (f"<text:list><text:list-item>{p('One.')}</text:list-item></text:list>", [("list_item", "One.")]),
        (f"<text:tracked-changes>{p('Gone.')}</text:tracked-changes>{p('Here.')}", [("paragraph", "Here.")]),
        (f"<text:bibliography><text:index-body>{p('Fenn, Rents.')}</text:index-body></text:bibliography>", [("reference", "Fenn, Rents.")]),
        (p(f"Out.<draw:frame><draw:text-box>{p('In.')}</draw:text-box></draw:frame>"), [("paragraph", "Out."), ("paragraph", "In.")]),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_its_style_says(body: str, expected: list[tuple[str, str]]) -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    )
    assert blocks(text(body, styles=styles)) == expected


def test_headings_and_the_index_make_sections_and_the_title_is_none() -> None:
    index = f"<text:table-of-content><text:index-body>{p('The Cap<text:tab/>1')}{p('What Next<text:tab/>2')}</text:index-body></text:table-of-content>"
    read_text = text(
        p("The Price of Rooms", "Title") + index + h("The Cap") + p(PROSE) + h("Its Law", 2) + p(PROSE)
    )
    assert read_text.title == "The Price of Rooms"
    assert sections(read_text) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (2, "unlisted", "Its Law"),
    ]


def test_a_table_is_one_block() -> None:
    def row(*cells: str) -> str:
        return (
            "<table:table-row>"
            + "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
            + "</table:table-row>"
        )

    table = f"<table:table><table:table-header-rows>{row('Year', 'Rent')}</table:table-header-rows>{row('1914', '10')}</table:table>"
    assert blocks(text(p(PROSE) + table))[1:] == [("table", "Year\tRent\n1914\t10")]


def test_notes_come_at_the_end() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('See the minutes.')}</text:note-body></text:note>"
    read_text = text(p(f"Rents rose{note}.") + p(PROSE))
    assert blocks(read_text) == [
        ("paragraph", "Rents rose."),
        ("paragraph", PROSE),
        ("footnote", "See the minutes."),
    ]
    assert read_text.origin_of(read_text.text.index("minutes")) == ParagraphRange("content.xml", 3, 8, 9)


def test_title_and_date_are_those_of_the_metadata() -> None:
    meta = "<dc:title>Rents</dc:title><meta:creation-date>2023-02-24T10:00:00</meta:creation-date>"
    read_text = text(p(PROSE), meta=meta)
    assert (read_text.title, read_text.dated) == ("Rents", "2023-02-24")


def test_a_protected_file_is_told() -> None:
    with pytest.raises(SourceError, match="protected by a password"):
        text(p(PROSE), manifest="<encryption-data/>")
