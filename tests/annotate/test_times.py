"""Times are found with their values, told from the right year, and keep off their false friends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate.times import mark
from armillary.reading import Reading, Time, TimeType
from armillary.text import Block, BlockKind, Document, Span


def times(text: str, dated: str | None = None, blocks: tuple[Block, ...] = ()) -> tuple[Time, ...]:
    return mark(Reading(Document("t.txt", "T", text, "0" * 64, dated, blocks))).times


def values(text: str, dated: str | None = None) -> dict[str, str | None]:
    return {time.at.words: time.value for time in times(text, dated)}


def test_the_year_is_carried_over_its_end() -> None:
    text = "The flood came in November 1833. In January the dyke was mended."
    assert values(text)["January"] == "1834-01"


def test_a_small_step_back_stays_in_the_year() -> None:
    text = "The flood came in April 1833. In February the ice had held."
    assert values(text)["February"] == "1833-02"


def test_what_comes_later_has_a_say_in_what_came_before() -> None:
    text = "It began in 1833. By August the mill stood. In March it ran. On 2 May 1834 it burned."
    assert values(text)["March"] == "1834-03"


def test_a_story_with_few_dates_moves_on_over_decades() -> None:
    text = "In 1905 the mill was built. In 1933 it burned. In May it rose again. By 1941 it was full."
    assert values(text)["May"] == "1933-05"


def test_only_a_year_that_is_said_leaps() -> None:
    text = "By January 1941 it was full. On 3 March, it closed. In 1987 it was a museum."
    assert values(text)["3 March"] == "1941-03-03"


def test_a_flashback_does_not_move_the_story() -> None:
    text = (
        "On 3 June 1911 the strike began. The owner had already in 1905 cut wages. On 9 June it ended."
    )
    assert values(text)["9 June"] == "1911-06-09"


@pytest.mark.parametrize(
    "aside",
    [
        "(Marlow 1987, p. 3)",
        "See “The Weavers” (March 1987).",
        "(a reprint of 1987)",
        "Writing in 1987, Marlow found no cause.",
    ],
)
def test_the_date_of_a_cited_work_does_not_move_the_story(aside: str) -> None:
    text = f"On 3 June 1911 the strike began. {aside} By 9 July it was over."
    assert values(text)["9 July"] == "1911-07-09"


def test_a_block_of_references_does_not_move_the_story() -> None:
    first, cited, last = (
        "The strike began on 3 June 1911.",
        "Marlow, A. Looms. May 2014.",
        "In July it ended.",
    )
    text = f"{first}\n{cited}\n{last}"
    starts = (0, len(first) + 1, len(first) + len(cited) + 2)
    kinds = (BlockKind.PARAGRAPH, BlockKind.REFERENCE, BlockKind.PARAGRAPH)
    blocks = tuple(
        Block(kind, Span(start, start + len(words)))
        for kind, start, words in zip(kinds, starts, (first, cited, last), strict=True)
    )
    assert {time.at.words: time.value for time in times(text, blocks=blocks)}["July"] == "1911-07"


def test_news_is_told_from_its_date() -> None:
    text = "The council met on Thursday and will meet again on Monday. Last year it met in October."
    found = values(text, "2009-11-06")
    assert found["Thursday"] == "2009-11-05"
    assert found["Monday"] == "2009-11-09"
    assert found["Last year"] == "2008"


ESSAY = (
    "In 1905 the mill was built. In 1933 it burned. In 1950 it was sold. Since 2022 it has been closed. "
)


def test_news_compares_a_month_with_that_of_the_year_before() -> None:
    """The same month was taken for the month of writing, and *a year ago* for another time."""
    news = values(
        "Rents rose by a tenth in February, compared to the same month a year ago.", "1914-03-05"
    )
    assert news == {"February": "1914-02", "the same month a year ago": "1913-02"}


def test_an_essay_tells_last_year_from_its_date_and_a_bare_month_from_the_story() -> None:
    found = values(ESSAY + "Last year a buyer came. In 1951, before August, it had run.", "2023-02")
    assert found["Last year"] == "2022"
    assert found["August"] == "1951-08"


def test_a_story_tells_last_year_from_where_it_is() -> None:
    found = values(
        "In 1905 the mill was built. In 1933 it burned. The orders of last year were lost.", "2023-02"
    )
    assert found["last year"] == "1932"


def test_a_line_with_a_date_dates_the_document_and_is_reported() -> None:
    text = "Rents again\n\nLeeds, 14 March 2008\n\nLast year rents rose by a third."
    reading = mark(Reading(Document("t.txt", "T", text, "0" * 64)))
    assert reading.dated is not None
    assert reading.dated.at.words == "14 March 2008"
    assert {time.at.words: time.value for time in reading.times}["Last year"] == "2007"


def test_a_date_inside_a_sentence_does_not_date_the_document() -> None:
    assert mark(Reading(Document("t", "T", "It burned on 14 March 2008.", "0" * 64))).dated is None


def test_without_any_date_the_year_stays_open() -> None:
    assert values("Last year it burned in September.") == {"Last year": "XXXX", "September": "XXXX-09"}


def test_a_time_told_from_an_event_keeps_the_event() -> None:
    [time] = times("Two days after the great flood, the bridge fell.")
    assert time.anchor is not None
    assert (time.at.words, time.anchor.words) == ("Two days after", "the great flood")


def test_a_time_told_from_a_date_has_a_value() -> None:
    assert values("A week after 3 May 1808 it rained.")["A week after"] == "1808-05-10"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("the talks of 1989-1991 failed", "1989-1991", "1989/1991"),
        ("the talks of 1915–17 failed", "1915–17", "1915/1917"),
        ("during 1989 to 1991 they failed", "1989 to 1991", "1989/1991"),
        ("between 1989 and 1991 they failed", "1989 and 1991", "1989/1991"),
        ("wars in 431-404 BC", "431-404 BC", "BC0431/BC0404"),
    ],
)
def test_a_range_of_years_is_one_time(text: str, words: str, value: str) -> None:
    assert values(text) == {words: value}


def test_two_years_that_are_no_range_are_two_times() -> None:
    assert values("It rained in 1989 and 1991.") == {"1989": "1989", "1991": "1991"}


@pytest.mark.parametrize(
    "text",
    [
        "They march to the sea and may fall there.",
        "The fall of the city; a second chance; the third man.",
        "Some 2,000 men and 1500 women left.",
        "See No. 10 and page 1914 and section 4.2.",
        "The October Revolution is a name.",
        "It cost $1950 and weighed 1999 tons.",
        "They won by 6-7 and 3:2.",
        "The A380s and an F16 flew.",
        "He took his turn, a march past, a spring of steel.",
    ],
)
def test_false_friends_are_left_alone(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early 1914", "START"),
        ("by the end of 1914", "END"),
        ("around 1914", "APPROX"),
        ("at least three years", "EQUAL_OR_MORE"),
        ("nearly two weeks", "LESS_THAN"),
        ("in 1914", None),
    ],
)
def test_a_modifier_is_kept(text: str, mod: str | None) -> None:
    assert [time.mod for time in times(text)] == [mod]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("every two years", TimeType.SET, "P2Y"),
        ("several decades", TimeType.DURATION, "PXDE"),
        ("two and a half hours", TimeType.DURATION, "PT2.5H"),
        ("twenty-five minutes", TimeType.DURATION, "PT25M"),
        ("a fortnight", TimeType.DURATION, "P2W"),
        ("the first Tuesday of November 1912", TimeType.DATE, "1912-11-05"),
        ("Easter 1916", TimeType.DATE, "1916-04-23"),
        ("9:34 p.m., March 19, 1888", TimeType.TIME, "1888-03-19T21:34"),
        ("the late 19th century", TimeType.DATE, "18"),
    ],
)
def test_a_time_has_its_type_and_value(text: str, kind: TimeType, value: str) -> None:
    assert [(time.type, time.value) for time in times(text)] == [(kind, value)]


def test_code_and_tables_of_contents_are_not_read() -> None:
    text = "May 1914 … 3"
    assert times(text, blocks=(Block(BlockKind.CONTENTS, Span(0, len(text))),)) == ()


PIECES = st.sampled_from(
    "On the 3rd of May 1808 , in 44 BC – two days later 🌍 e\u0301 ﬁn שלום \r\n \n\n . ( ) ’99 “ ” 31 June 10:57 p.m. "
    "1915-16 0000-00-00 99/99/9999 half past 9999999999 years ago every last Monday of next spring".split(
        " "
    )
)


@given(
    st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from([None, "2008", "2008-03", "2008-03-14"])
)
def test_times_stand_in_order_and_apart_whatever_the_text(text: str, dated: str | None) -> None:
    found = times(text, dated)
    for before, after in pairwise(found):
        assert before.at.end <= after.at.start
    for time in found:
        assert text[time.at.start : time.at.end] == time.at.words
        assert time.at.words == time.at.words.strip()


@given(st.text(max_size=200))
def test_any_text_can_be_read_twice_with_the_same_result(text: str) -> None:
    assert times(text) == times(text)
