"""Nothing without its words: a passage that does not fit cannot be made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.errors import WordsError
from armillary.findings import Sign
from armillary.system import Table
from armillary.text import Document, Passage, Span, cover

TEXT = "A 🌍 cap,\r\nthe union replies, keeps rents down. ﬁn שלום e\u0301"
DOCUMENT = Document("rents.txt", "Rents", TEXT, "0" * 64)


@given(st.integers(-3, len(TEXT) + 3), st.integers(-3, len(TEXT) + 3))
def test_a_passage_holds_its_words_or_cannot_be_made(start: int, end: int) -> None:
    if 0 <= start < end <= len(TEXT):
        assert DOCUMENT.passage(start, end).words == TEXT[start:end]
    else:
        with pytest.raises(WordsError):
            DOCUMENT.passage(start, end)


def test_other_words_at_a_place_are_refused_with_both_shown() -> None:
    with pytest.raises(WordsError, match=r"'cat'.*'cap'"):
        Passage(DOCUMENT, 4, 7, "cat")


def test_an_empty_span_cannot_be_made() -> None:
    with pytest.raises(WordsError):
        Span(3, 3)


def test_cover_holds_all_that_it_covers() -> None:
    both = cover(DOCUMENT.passage(12, 15), DOCUMENT.passage(4, 7))
    assert (both.start, both.end) == (4, 15)


def test_lines_and_columns_count_from_one() -> None:
    assert DOCUMENT.position(0) == (1, 1)
    assert DOCUMENT.position(TEXT.index("the")) == (2, 1)


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        (Sign.RAISES, Sign.RAISES, Sign.RAISES),
        (Sign.LOWERS, Sign.LOWERS, Sign.RAISES),
        (Sign.RAISES, Sign.LOWERS, Sign.LOWERS),
        (Sign.LOWERS, Sign.UNCLEAR, Sign.UNCLEAR),
    ],
)
def test_signs_multiply_and_unclear_stays_unclear(one: Sign, two: Sign, both: Sign) -> None:
    assert one.times(two) is both
    assert two.times(one) is both


def test_a_table_knows_its_rows_by_id_by_place_and_by_value() -> None:
    table = Table.numbered("c", ["first", "second"])
    assert (table["c2"], table[0], table.id_of("second")) == ("second", "first", "c2")
    assert "c3" not in table
