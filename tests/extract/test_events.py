"""Dated events."""

from armillary import build
from armillary.read import Bytes
from armillary.system import System


def model_of(text: str) -> System:
    return build(Bytes("t.txt", text.encode()))


def test_an_event_is_the_clause_around_its_date() -> None:
    system = model_of("Nothing moved in spring; on 28 July 1914 Austria-Hungary declared war on Serbia.")
    event = next(event for event in system.events if event.time and event.time.value == "1914-07-28")
    assert event.at.words == "28 July 1914 Austria-Hungary declared war on Serbia"
    assert {place.words for place in event.places} >= {"Serbia"}


def test_a_duration_alone_is_no_event() -> None:
    assert len(model_of("It lasted for three days.").events) == 0


def test_two_dates_in_one_clause_are_one_event() -> None:
    assert len(model_of("He stayed in Kiel from 5 July 1914 until 27 July 1914.").events) == 1


def test_a_settled_pronoun_takes_part_and_an_open_one_does_not() -> None:
    system = build(Bytes("a.txt", b"Ida Holm sold the mill in 1919. She moved to Turin in 1920."))
    assert [[system.actor_at[at] for at in event.actors] for event in system.events] == [["a1"], ["a1"]]
    system = build(Bytes("a.txt", b"Ida Holm met Ada Berg in 1919. She moved to Turin in 1920."))
    assert system.events[1].actors == ()
