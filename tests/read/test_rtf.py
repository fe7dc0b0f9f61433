"""RTF: paragraphs by their styles, and for each character its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.errors import SourceError
from armillary.read import Bytes, read
from armillary.text import ByteRange, Document
from samples.drawing import DEFAULTS, blocks, sections

PROSE = "The council put a cap on rents, and because of it many owners sold their flats."
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}}{\colortbl;\red0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Quote;}{\*\cs9 Link;}}{\*\generator Riched20;}"
    r"{\info{\title Rents}{\creatim\yr2023\mo2\dy24\hr10}}"
)


def rich(body: str, head: str = HEAD) -> Document:
    return read(Bytes("rents.rtf", f"{head}{body}}}".encode("latin-1")), DEFAULTS)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard Rents rose.\par Wages fell.\par", [("paragraph", "Rents rose."), ("paragraph", "Wages fell.")]),
        ("\\pard Rents\r\n rose.\\\n", [("paragraph", "Rents rose.")]),
        (r"\pard\s1 Rents\par\pard " + PROSE + r"\par", [("heading", "Rents"), ("paragraph", PROSE)]),
        (r"\pard\s2 It is so.\par", [("quote", "It is so.")]),
        (r"\pard\li720 It is so.\par", [("quote", "It is so.")]),
        (r"\pard\li720\fi-720 Fenn, Rents.\par", [("paragraph", "Fenn, Rents.")]),
        (r"\pard\ls1{\listtext 1.\tab}One.\par", [("list_item", "One.")]),
        (r"\pard \bullet  One.\par", [("list_item", "One.")]),
        (r"\pard {\b Rents} {\i rose}\plain  again.\par", [("paragraph", "Rents rose again.")]),
        (r"\pard Caf\'e9 \ldblquote rents\rdblquote \emdash\'97 \~x\_y \{z\}\par", [("paragraph", "Café “rents”—— \u00a0x\u2011y {z}")]),
        (r"\pard \u1056?\u1077\'d1\uc0\u1085 t\uc2\u8364\'80\'80.\par", [("paragraph", "Рент€.".replace("т", "t"))]),
        (r"\pard {\f1\'d6\'e5\'ed\'fb}\par", [("paragraph", "Цены")]),
        (r"\pard \u-10180?\u-8224? house.\par", [("paragraph", "🏠 house.")]),
        (r"\pard Rents{\v fell} rose{\super 2}.\par", [("paragraph", "Rents rose².")]),
        (r"\pard {\field{\*\fldinst HYPERLINK x}{\fldrslt Rents}} rose.\par", [("paragraph", "Rents rose.")]),
        (r"\pard Rents{\pict\bin5 a{b}c ffd8} rose.{\*\unknown words}\par", [("paragraph", "Rents rose.")]),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_its_words_and_style_say(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(rich(body)) == expected


def test_a_table_is_one_block_and_notes_come_at_the_end() -> None:
    row = r"\trowd\pard\intbl {}\cell {}\par\cell\row"
    note = r"{\super \chftn{\footnote\pard\plain\chftn  See the minutes.\par}}"
    body = rf"\pard Rents rose{note}.\par {row.replace('{}', 'Year', 1).replace('{}', 'Rent')}{row.replace('{}', '1914', 1).replace('{}', '10')}\pard End of it.\par"
    assert blocks(rich(body)) == [
        ("paragraph", "Rents rose."),
        ("table", "Year\tRent\n1914\t10"),
        ("paragraph", "End of it."),
        ("footnote", "See the minutes."),
    ]


def test_title_date_and_sections_are_read() -> None:
    read_rich = rich(rf"\pard\s1 The Cap\par\pard {PROSE}\par\pard\s1 What Next\par\pard {PROSE}\par")
    assert (read_rich.title, read_rich.dated) == ("Rents", "2023-02-24")
    assert [title for _, _, title in sections(read_rich)] == ["The Cap", "What Next"]


@given(
    st.lists(
        st.sampled_from(["Rents", " ", r"\'e9", r"\u1056?", "{\\b rose}", r"\emdash ", "\n", r"\par "]),
        max_size=30,
    )
)
def test_each_character_has_the_bytes_that_say_it(parts: list[str]) -> None:
    content = f"{HEAD}\\pard Words. {''.join(parts)}}}".encode("latin-1")
    read_rich = read(Bytes("rents.rtf", content), DEFAULTS)
    for block in read_rich.blocks:
        for at in range(block.span.start, block.span.end):
            place, char = read_rich.origin_of(at), read_rich.text[at]
            if place is None:  # between the lines of a title
                assert char.isspace()
                continue
            assert isinstance(place, ByteRange)
            said = content[place.start : place.end].decode("latin-1")
            assert said == char or said.startswith("\\")


@pytest.mark.parametrize("content", [b"Rents rose.", b"{\\rtf1 " + b"{" * 2000])
def test_a_file_that_is_none_is_told(content: bytes) -> None:
    with pytest.raises(SourceError, match="is damaged"):
        read(Bytes("rents.rtf", content), DEFAULTS)
