"""Numbers in text: values, units, bounds, changes; and what is no number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import numbers
from armillary.reading import Bound, Change, Number, Reading, Time, TimeType
from armillary.text import Document


def read(text: str) -> tuple[Number, ...]:
    return numbers.mark(Reading(Document("t.txt", "T", text, "0" * 64))).numbers


def values(text: str) -> list[tuple[float, str | None]]:
    return [(round(number.value, 6), number.unit) for number in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 1,234.5 km of road.", [(1234.5, "kilometre")]),
        ("They mined 1 234 tons.", [(1234, "ton")]),
        ("It cost $500 million, or €3bn.", [(5e8, "USD"), (3e9, "EUR")]),
        ("Some 29.6% agreed.", [(29.6, "percent")]),
        ("Twenty-three thousand came.", [(23000, None)]),
        ("Two dozen eggs and half a million hens.", [(24, None), (500_000, None)]),
        ("Three quarters of them, or two thirds.", [(0.75, None), (0.666667, None)]),
        ("It rose by a third.", [(0.333333, None)]),
        ("He is 5 feet 2 inches tall.", [(5.166667, "foot")]),
        ("One in five agreed.", [(0.2, None)]),
        ("It was −5 °C.", [(-5, "degree Celsius")]),
        ("It drove at 50 km/h.", [(50, "kilometre per hour")]),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert values(text) == expected


def test_a_number_inside_a_time_is_none() -> None:
    text = "In 1914 some 300 ships sailed."
    document = Document("t.txt", "T", text, "0" * 64)
    time = Time(document.passage(3, 7), TimeType.DATE, "1914")
    marked = numbers.mark(Reading(document, times=(time,)))
    assert [number.value for number in marked.numbers] == [300]


def test_both_ends_of_a_range_know_each_other() -> None:
    low, high = read("It takes 10 to 15 per cent.")
    assert (low.unit, high.unit) == ("percent", "percent")
    assert (low.low, low.high) == (high.low, high.high) == (10, 15)


def test_words_before_a_number_bound_it() -> None:
    assert [number.bound for number in read("More than 300, at least twelve and up to 9.")] == [
        Bound.MORE_THAN, Bound.AT_LEAST, Bound.AT_MOST,
    ]  # fmt: skip


def test_a_change_says_from_where_and_to_where() -> None:
    assert [number.change for number in read("It fell from 5 to 3.")] == [
        Change.FELL_FROM,
        Change.FELL_TO,
    ]


def test_a_vague_number_is_the_least_it_can_mean() -> None:
    (number,) = read("Hundreds of thousands fled.")
    assert (number.value, number.approximate, number.bound) == (100_000, True, Bound.AT_LEAST)


@given(st.text(alphabet=st.sampled_from("a1290., -–\r\n$€%½xkm()[]“oftw🌍ﬁשל\u0301é/:"), max_size=80))
def test_numbers_stand_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = read(text)
    assert all(text[n.at.start : n.at.end] == n.at.words for n in found)
    assert all(a.at.end <= b.at.start for a, b in pairwise(found))
