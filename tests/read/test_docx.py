"""DOCX: paragraphs by their styles, and for each character its paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.errors import SourceError
from armillary.read import Bytes, read
from armillary.text import Document, ParagraphRange
from samples.containers import docx, w_p, w_style
from samples.drawing import DEFAULTS, blocks, sections

RAISED = '<w:vertAlign w:val="superscript"/>'
PROSE = "The council put a cap on rents, and because of it many owners sold their flats."


def word(body: str, name: str = "rents.docx", **parts: str) -> Document:
    return read(Bytes(name, docx(body, **parts)), DEFAULTS)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (w_p("Rents rose."), [("paragraph", "Rents rose.")]),
        (w_p("Rents", "heading1") + w_p(PROSE), [("heading", "Rents"), ("paragraph", PROSE)]),
        (w_p("It is so.", "Quote"), [("quote", "It is so.")]),
        (w_p("One.", "ListBullet"), [("list_item", "One.")]),
        (w_p("One.", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'), [("list_item", "One.")]),
        (w_p("One.", "ListBullet", '<w:numPr><w:numId w:val="0"/></w:numPr>'), [("list_item", "One.")]),
        (w_p("It is so.", properties='<w:ind w:left="720"/>'), [("quote", "It is so.")]),
        (w_p("Fenn, Rents.", properties='<w:ind w:left="720" w:hanging="720"/>'), [("paragraph", "Fenn, Rents.")]),
        (w_p("Rents in 1914", "caption"), [("caption", "Rents in 1914")]),
        (w_p("x = 1", "HTMLPreformatted"), [("code", "x = 1")]),
        (w_p("") + w_p("Rents rose.") + w_p(" "), [("paragraph", "Rents rose.")]),
        (f"<w:p>{run('Rents')}<w:r><w:tab/><w:t>rose</w:t><w:br/><w:t>again.</w:t></w:r></w:p>", [("paragraph", "Rents\trose\nagain.")]),
        (f"<w:p>{run('Rents ')}<w:del>{run('fell')}</w:del><w:ins>{run('rose')}</w:ins>.</w:p>", [("paragraph", "Rents rose")]),
        (f"<w:p>{run('Rents')}{run(' never', '<w:vanish/>')}{run(' rose')}</w:p>", [("paragraph", "Rents rose")]),
        (f"<w:p>{run('In 10')}{run('2', RAISED)}</w:p>", [("paragraph", "In 10²")]),
        (f"<w:p><w:hyperlink>{run('Rents')}</w:hyperlink><w:fldSimple>{run(' rose')}</w:fldSimple></w:p>", [("paragraph", "Rents rose")]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Rents</w:t><w:footnoteReference/></w:r></w:p>", [("paragraph", "Rents")]),
        ('<w:p><w:r><w:sym w:char="2022"/><w:sym w:char="F0B7"/><w:t>Rents</w:t></w:r></w:p>', [("paragraph", "•Rents")]),
        (f"<w:sdt><w:sdtContent>{w_p('Rents rose.')}</w:sdtContent></w:sdt>", [("paragraph", "Rents rose.")]),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_its_style_says(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(word(body)) == expected


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:drawing><w:txbxContent>{w_p('In the box.')}</w:txbxContent></w:drawing>"
    both = f"<mc:AlternateContent xmlns:mc='x'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Before</w:t>{both}<w:t> and after.</w:t></w:r></w:p>"
    assert blocks(word(body)) == [("paragraph", "Before and after."), ("paragraph", "In the box.")]


def test_a_table_is_one_block_and_a_table_that_sets_the_page_is_prose() -> None:
    def table(*cells: str) -> str:
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"

    inner = table(w_p("10"), w_p("20"))
    assert blocks(word(table(w_p("1914"), w_p("low") + w_p("old"), inner))) == [
        ("table", "1914\tlow old\t10 20")
    ]
    assert blocks(word(table(w_p(PROSE)))) == [("paragraph", PROSE)]


def test_headings_and_contents_make_sections_and_the_title_is_none() -> None:
    body = (
        w_p("The Price of Rooms", "Title")
        + w_p("The Cap\t1", "toc1") + w_p("Its Law\t2", "toc2") + w_p("What Next\t3", "toc1")
        + w_p("The Cap", "heading1") + w_p(PROSE) + w_p("Its Law", "heading2") + w_p(PROSE)
    )  # fmt: skip
    read_word = word(body)
    assert read_word.title == "The Price of Rooms"
    assert sections(read_word) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (2, "present", "Its Law"),
    ]


def test_a_style_of_ones_own_is_what_it_is_based_on() -> None:
    styles = (
        w_style("heading 1")
        + w_style("House", '<w:basedOn w:val="heading1"/>')
        + w_style("Ring", '<w:basedOn w:val="Ring"/>')
    )
    body = (
        w_p("Rents", "House")
        + w_p(PROSE, "Ring")
        + w_p("Wages", properties='<w:outlineLvl w:val="1"/>')
        + w_p(PROSE)
    )
    read_word = read(Bytes("rents.docx", docx(body, styles)), DEFAULTS)
    assert [kind for kind, _ in blocks(read_word)] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_bold_line_is_a_heading_where_no_style_makes_one() -> None:
    bold = f"<w:p>{run('What the landlords did', '<w:b/>')}</w:p>"
    assert ("heading", "What the landlords did") in blocks(
        word(w_p(PROSE) + w_p(PROSE) + bold + w_p(PROSE))
    )
    assert ("heading", "What the landlords did") not in blocks(
        word(w_p(PROSE) * 2 + w_p("What the landlords did") + w_p(PROSE))
    )


def test_notes_come_at_the_end_without_the_lines_above_them() -> None:
    notes = f'<w:footnote w:type="separator">{w_p("----")}</w:footnote><w:footnote>{w_p("See the minutes.")}</w:footnote>'
    read_word = word(w_p(PROSE), footnotes=notes)
    assert blocks(read_word)[1:] == [("footnote", "See the minutes.")]
    place = read_word.origin_of(read_word.text.index("minutes"))
    assert place == ParagraphRange("word/footnotes.xml", 2, 8, 9)


def test_title_and_date_are_those_of_the_properties() -> None:
    core = "<dc:title>Rents</dc:title><dcterms:created>2023-02-24T10:00:00Z</dcterms:created>"
    read_word = word(w_p(PROSE), core=core)
    assert (read_word.title, read_word.dated) == ("Rents", "2023-02-24")
    assert word(w_p(PROSE), core="<dc:title>Microsoft Word - Document1</dc:title>").title == "rents"


def test_a_title_may_go_on_in_the_next_paragraphs() -> None:
    read_word = word(
        w_p("The Price of Rooms", "Title") + w_p(": how a cap made a shortage") + w_p(PROSE)
    )
    assert read_word.title == "The Price of Rooms: how a cap made a shortage"


def test_the_date_of_a_library_s_template_is_no_date() -> None:
    core = "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    assert word(w_p(PROSE), core=core).dated is None


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&>"), max_size=20)


@given(st.lists(WORDS, max_size=8))
def test_each_character_has_its_place_in_its_paragraph(paragraphs: list[str]) -> None:
    content = docx("".join(w_p(words) for words in ["Rents.", *paragraphs]))
    read_word = read(Bytes("rents.docx", content), DEFAULTS)
    for block in read_word.blocks:
        for at in range(block.span.start, block.span.end):
            place = read_word.origin_of(at)
            assert isinstance(place, ParagraphRange)
            assert ["Rents.", *paragraphs][place.number - 1][place.start] == read_word.text[at]


def test_a_word_file_is_known_by_its_content() -> None:
    assert word(w_p("Rents rose."), name="standard input").text == "Rents rose."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (docx(w_p("Rents."))[:200], "is damaged"),
        (b"\xd0\xcf\x11\xe0 old", "old Word file, or one with a password"),
        (b"Rents rose.", "is damaged"),
        (docx("<w:p>"), "is damaged: mismatched tag"),
    ],
)
def test_a_file_that_is_none_is_told(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(Bytes("rents.docx", content), DEFAULTS)
