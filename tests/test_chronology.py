"""When it happened: stretches of time against Python's own calendar, and orders that are never false."""

import json
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build, wire
from armillary.chronology import DAY, bounds, day_number, edtf, written
from armillary.read import Bytes
from armillary.system import System

FIRST, LAST = date(1, 1, 1), date(9999, 12, 1)
YEARS = st.integers(1900, 1999)


def model_of(text: str) -> System:
    return build(Bytes("a.txt", text.encode()))


@given(st.dates(FIRST, LAST))
def test_days_are_counted_as_python_counts_them(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() - 1
    assert written(number * DAY, 0) == day.isoformat()


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_a_day_of_any_age_is_written_as_it_was(year: int, month: int, day: int) -> None:
    sign = "-" if year < 0 else ""
    assert written(day_number(year, month, day) * DAY, 0) == f"{sign}{abs(year):04}-{month:02}-{day:02}"


@given(st.dates(date(2, 1, 1), LAST))
def test_weeks_are_those_of_the_iso_calendar(day: date) -> None:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    assert str(bounds(f"{year:04}-W{week:02}")) == f"{monday}/{monday + timedelta(days=6)}"


@pytest.mark.parametrize(
    ("value", "mod", "stretch", "form"),
    [
        ("1914-07", None, "1914-07-01/1914-07-31", "1914-07"),
        ("1989/1991", None, "1989-01-01/1991-12-31", "1989/1991"),
        ("199X", None, "1990-01-01/1999-12-31", "199X"),
        ("196", None, "1960-01-01/1969-12-31", "196X"),
        ("18", None, "1800-01-01/1899-12-31", "18XX"),
        ("BC0044-03-15", None, "-0043-03-15/-0043-03-15", "-0043-03-15"),
        ("2023-SU", None, "2023-06-01/2023-09-30", "2023-22"),
        ("1914-WI", None, "1913-12-01/1915-03-31", "1914-24"),
        ("2023-Q3", None, "2023-07-01/2023-09-30", "2023-35"),
        ("1914-07-28T11:00", None, "1914-07-28T11:00/1914-07-28T11:00", "1914-07-28T11:00:00"),
        ("1914-07-28TMO", None, "1914-07-28/1914-07-28T11:59", "1914-07-28"),
        ("2023-02", "APPROX", "2023-01-04/2023-03-28", "2023-02~"),
        ("1999", "START", "1999-01-01/1999-07-02", "1999"),
        ("1999", "END", "1999-07-02/1999-12-31", "1999"),
    ],
)
def test_a_time_as_a_stretch_and_as_edtf(value: str, mod: str | None, stretch: str, form: str) -> None:
    assert (str(bounds(value, mod)), edtf(value, mod)) == (stretch, form)


@pytest.mark.parametrize(
    "value", ["XXXX-02-09", "PRESENT_REF", "P2D", "1914-02-30", "1914-13", "", None]
)
def test_what_has_no_year_has_no_place(value: str | None) -> None:
    assert bounds(value) is None


def test_what_is_doubted_has_a_question_mark() -> None:
    assert edtf("2023-02", uncertain=True) == "2023-02?"
    assert edtf("2023-02", "APPROX", uncertain=True) == "2023-02%"
    assert edtf("XXXX-02-09") == "XXXX-02-09"
    assert edtf("P2D") is None


@given(st.lists(st.tuples(YEARS, YEARS).map(sorted), min_size=1, max_size=7))
def test_places_count_what_is_certainly_before_and_after(spans: list[list[int]]) -> None:
    """Against all pairs; and an order is never false: overlapping stretches share a place."""
    text = " ".join(
        f"From {a} to {b} Rome besieged Veii." if a < b else f"In {a} Rome besieged Veii."
        for a, b in spans
    )
    system = model_of(text)
    moments = list(system.timeline)
    assert len(moments) == len(spans)
    stretch = {moment.event: (moment.earliest, moment.latest) for moment in moments}
    for moment in moments:
        first, last = stretch[moment.event]
        earlier = sum(other[1] < first for other in stretch.values() if other[1] and first)
        later = sum(other[0] > last for other in stretch.values() if other[0] and last)
        assert (moment.first_place, moment.last_place) == (earlier + 1, len(spans) - later)
    for one, other in combinations(moments, 2):
        if (one.first_place or 0) > (other.last_place or 0):
            assert (one.earliest or "") > (other.latest or "")


def test_the_order_of_telling_stands_beside_the_order_of_happening() -> None:
    system = model_of("In 1918 the war ended. In 1914 the war began. In 1916 Rome besieged Veii.")
    assert [(moment.first_place, moment.told) for moment in system.timeline] == [(1, 2), (2, 3), (3, 1)]


def test_what_did_not_happen_has_no_place() -> None:
    system = model_of("Rome did not attack Veii in 1914. Rome attacked Veii in 1915.")
    assert [moment.when for moment in system.timeline] == ["1915"]


def test_contradictory_dates_give_a_model_and_a_note() -> None:
    """The attack is told from the invasion, and the invasion from the attack: both stay."""
    text = (
        "Two days after the invasion, Rome attacked Veii. Two days after the attack, Veii invaded Rome."
    )
    system = model_of(text)
    assert len(system.timeline) == len(system.events)
    assert any("chronology" in note for note in system.notes)
    assert wire.parse(wire.dump(system)) == system


def test_a_timeline_comes_back_from_its_file_and_a_foreign_event_is_refused() -> None:
    system = model_of("Rome attacked Veii on 3 May 1951. Two days after the attack, Veii left Rome.")
    model = json.loads(wire.dump(system))
    assert wire.parse(json.dumps(model).encode()) == system
    assert [row["anchor"] for row in model["timeline"]] == [None, "e1"]
    model["timeline"][0]["event"] = "e9"
    with pytest.raises(Exception, match=r"no row has the id 'e9'"):
        wire.parse(json.dumps(model).encode())
