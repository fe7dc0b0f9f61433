"""PDF: the text in the order of reading, and for each word the page and the box of its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.errors import SourceError
from armillary.read import Bytes, read
from armillary.settings import Settings
from armillary.text import BlockKind, Document, PageBox
from samples.drawing import DEFAULTS, blocks, of_kind, sections
from samples.pdf import HEIGHT, LEADING, LEFT, PICTURE, TOP, WIDTH, Words, lines, pdf

ONE = "The council put a cap on rents in the spring of that year, and many owners who did not"
TWO = "wish to let at the new price sold their flats. Those that were left were let at once, and the"
THREE = "queue grew."
PARAGRAPH = f"{ONE} {TWO} {THREE}"


def book(
    *pages: list[Words] | bytes, settings: Settings = DEFAULTS, info: str = "", encrypt: str = ""
) -> Document:
    return read(Bytes("rents.pdf", pdf(pages, info, encrypt)), settings)


def test_lines_are_joined_to_paragraphs_where_there_is_more_space() -> None:
    page = lines(ONE, TWO, THREE, "", ONE, TWO, THREE)
    assert blocks(book(page)) == [("paragraph", PARAGRAPH), ("paragraph", PARAGRAPH)]


def test_a_first_line_that_is_set_in_begins_a_paragraph() -> None:
    page = [
        *lines(ONE, TWO, THREE),
        *lines(ONE, x=LEFT + 15, y=TOP - 3 * LEADING),
        *lines(TWO, THREE, y=TOP - 4 * LEADING),
    ]
    assert blocks(book(page)) == [("paragraph", PARAGRAPH), ("paragraph", PARAGRAPH)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The price went up, and many of those who had let their flats sold in re-", "sponse to it.", "sold in response to it."),
        ("The price of a well-known house went up, and so did that of every well-", "known flat.", "every well-known flat."),
        ("Those who wrote against the cap were in those years said to be anti-", "council.", "to be anti-council."),
        ("The rents in the capital of the eastern half of the empire of Austria-", "Hungary.", "of Austria-Hungary."),
        ("The council met in the spring\u2014and it met again in the summer\u2014", "and fell.", "the summer\u2014and fell."),
    ],
)  # fmt: skip
def test_a_word_that_was_broken_is_made_whole(first: str, second: str, joined: str) -> None:
    assert book(lines(first, second)).text.endswith(joined)


def test_ligatures_are_their_letters_and_raised_digits_stay_raised() -> None:
    assert (
        book(lines("The \\fiat of the \\first council, and its \\final end.")).text
        == "The fiat of the first council, and its final end."
    )
    page = [
        Words("The rents rose.", 70, 700),
        Words("12", 136.6, 704, 6),
        Words("They rose again.", 150, 700),
    ]
    assert book(page).text == "The rents rose.¹² They rose again."


def test_a_paragraph_goes_on_over_the_page_past_heads_numbers_and_notes() -> None:
    def page(number: int, *rows: str) -> list[Words]:
        head = [Words("The Price of Rooms", 240, 810, 8), Words(str(number), 300, 30, 8)]
        return [*head, *lines(*rows)]

    note = lines("1 See the minutes of the council.", y=80, size=8)
    read_book = book([*page(1, ONE, TWO), *note], page(2, THREE, "", ONE), page(3, TWO, THREE))
    assert blocks(read_book) == [
        ("paragraph", PARAGRAPH),
        ("footnote", "1 See the minutes of the council."),
        ("paragraph", PARAGRAPH),
    ]


COLUMN = ("The council put a cap on rents in the", "spring, and many owners sold their flats", "rather than let them at the new price.", "Those that were left were let at once.")  # fmt: skip


def test_columns_are_read_one_after_the_other_under_a_title_over_both() -> None:
    title = [Words("The Price of Rooms in the Capital", 120, 790, 20)]
    left = [f"Left {row[0].lower()}{row[1:]}" for row in COLUMN] * 2
    right = [f"Right {row[0].lower()}{row[1:]}" for row in COLUMN] * 2
    read_book = book([*title, *lines(*left, x=60), *lines(*right, x=320)])
    assert read_book.text.index("Right") > read_book.text.rindex("Left")
    assert read_book.title == "The Price of Rooms in the Capital"


def test_sizes_make_headings_and_the_largest_of_them_is_the_title() -> None:
    page = [
        *lines("The Price of Rooms", y=780, size=22),
        *lines("Contents", y=740, size=14),
        *lines("The Cap . . . . . . . . . . . . . 1", "What Next . . . . . . . . . . . . 2", y=720),
        *lines("The Cap", y=680, size=14),
        *lines(ONE, TWO, THREE, y=650),
        *lines("Its Law", y=600, bold=True),
        *lines(ONE, TWO, THREE, y=580),
    ]
    read_book = book(page, info="/Title (Microsoft Word - rents.doc) /CreationDate (D:20230224101500Z)")
    assert (read_book.title, read_book.dated) == ("The Price of Rooms", "2023-02-24")
    assert sections(read_book) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (2, "unlisted", "Its Law"),
    ]


def test_the_title_of_the_metadata_names_a_text_that_does_not_name_itself() -> None:
    assert book(lines(ONE, TWO, THREE), info="/Title (The Price of Rooms)").title == "The Price of Rooms"


def test_lines_that_were_left_short_are_not_joined() -> None:
    assert [words for _, words in blocks(book(lines("- Flats", "- Rooms", "- Whole houses with a garden", "", "Rents", "Wages")))] == [
        "Flats", "Rooms", "Whole houses with a garden", "Rents", "Wages",
    ]  # fmt: skip


def test_rows_of_cells_are_a_table() -> None:
    rows = [("Year", "Flats", "Rent"), ("1914", "900", "10"), ("1915", "700", "12")]
    cells = [
        Words(cell, 80 + 120 * place, 700 - 14 * at)
        for at, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    assert ("table", "Year\tFlats\tRent\n1914\t900\t10\n1915\t700\t12") in blocks(
        book([*lines(ONE, TWO, THREE), *cells])
    )


def test_a_block_that_is_set_in_on_both_sides_is_a_quotation() -> None:
    quote = (
        "The enormous growth of armaments in Europe, the sense of insecurity and",
        "fear caused by them, made war inevitable.",
    )
    page = [
        *lines(ONE, TWO, THREE),
        *lines(*quote, x=LEFT + 24, y=TOP - 60),
        *lines(ONE, TWO, THREE, y=TOP - 110),
    ]
    assert of_kind(book(page), BlockKind.QUOTE) == [" ".join(quote)]


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_page_is_read_whichever_way_it_is_turned(turn: int) -> None:
    def turned(words: Words) -> Words:
        x, y = (
            (words.x, words.y),
            (HEIGHT - words.y, words.x),
            (WIDTH - words.x, HEIGHT - words.y),
            (words.y - 200, WIDTH - words.x),
        )[turn]
        return Words(words.words, x, y, words.size, words.bold, turn)

    read_book = book([turned(words) for words in lines(ONE[:60], TWO[:58].lower(), THREE)])
    assert read_book.text.split() == f"{ONE[:60]} {TWO[:58].lower()} {THREE}".split()
    place = read_book.origin_of(0)
    assert isinstance(place, PageBox)
    assert -1 <= place.left < place.right <= max(WIDTH, HEIGHT) + 1
    assert -1 <= place.bottom < place.top <= HEIGHT + 1


def test_letters_that_stand_askew_are_a_watermark() -> None:
    askew = b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET\n"
    content = b"".join(words.operators for words in lines(ONE, TWO, THREE)) + askew
    assert book(content).text == PARAGRAPH


def test_pages_that_are_pictures_are_told_and_can_be_skipped() -> None:
    pages = (lines(ONE, TWO, THREE), PICTURE, b"", PICTURE, PICTURE)
    with pytest.raises(
        SourceError, match=r"pages 2, 4-5 are pictures without text; read the rest with --skip-pictures"
    ):
        book(*pages)
    assert book(*pages, settings=Settings(skip_pictures=True)).text == PARAGRAPH


def test_slides_of_one_line_each_are_read_though_they_look_like_running_heads() -> None:
    """A talk whose every page said one line of one shape was told to hold no words."""
    assert "Rents rose in 7." in book(*[lines(f"Rents rose in {page}.") for page in range(12)]).text


def test_a_scan_holds_no_text_to_read() -> None:
    with pytest.raises(SourceError, match=r"holds no text: its pages 1-2 are pictures; .*OCR"):
        book(PICTURE, PICTURE, settings=Settings(skip_pictures=True))


def test_a_protected_file_is_told() -> None:
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >> /ID [<00> <00>]"
    with pytest.raises(SourceError, match="protected by a password"):
        book(lines(ONE), encrypt=locked)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"Rents rose.", b"%PDF-1.7\n" + b"\0\1\2" * 50])
def test_a_file_that_is_none_is_told(content: bytes) -> None:
    with pytest.raises(SourceError, match="is damaged, or no PDF"):
        read(Bytes("rents.pdf", content), DEFAULTS)


def test_a_pdf_is_known_by_its_content() -> None:
    assert read(Bytes("standard input", pdf([lines("Rents rose.")])), DEFAULTS).text == "Rents rose."


def test_letters_that_stand_miles_away_are_damage_and_cost_nothing() -> None:
    far = [Words("Far away", 9e8, 700), Words("Further", 70, -9e8), Words("Huge", 70, 500, 9e7)]
    assert book([*lines(ONE, TWO, THREE), *far]).text == PARAGRAPH


WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüéß"), min_size=3, max_size=9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORD, min_size=3, max_size=8).map(" ".join), min_size=1, max_size=40))
def test_every_word_is_read_once_and_has_its_place(rows: list[str]) -> None:
    pages = [lines(*rows[at : at + 15]) for at in range(0, len(rows), 15)]
    read_book = book(*pages)
    assert sorted(read_book.text.split()) == sorted(" ".join(rows).split())
    for at, char in enumerate(read_book.text):
        place = read_book.origin_of(at)
        if place is None:
            assert char.isspace()
            continue
        assert isinstance(place, PageBox)
        row = next(row for row in pages[place.page - 1] if abs(row.y - place.bottom) < LEADING / 2)
        assert char in row.words
