"""Every rule on labels and bounds runs its example and its counter-example."""

import pytest

from armillary.annotate import numbers
from armillary.annotate.numbers import bounds, labels
from armillary.reading import Bound, Change, Number, Reading
from armillary.text import Document


def read(text: str) -> tuple[Number, ...]:
    return numbers.mark(Reading(Document("t.txt", "T", text, "0" * 64))).numbers


@pytest.mark.parametrize("rule", labels.rules(), ids=lambda rule: rule.name)
def test_a_label_is_no_number_and_its_counter_example_is_one(rule: labels.Rule) -> None:
    assert [number.at.words for number in read(rule.example)] == []
    assert read(rule.counter)


@pytest.mark.parametrize("cue", [*bounds.cues().before, *bounds.cues().after], ids=lambda cue: cue.name)
def test_a_bound_holds_in_its_example_alone(cue: bounds.Cue) -> None:
    assert all(
        (number.bound, number.approximate) == (cue.bound, cue.approximate)
        for number in read(cue.example)
    )
    assert read(cue.example)
    assert all(number.bound is Bound.EQUAL for number in read(cue.counter)[:1])


@pytest.mark.parametrize(
    "turn", [*bounds.cues().move, *bounds.cues().compared], ids=lambda turn: turn.name
)
def test_a_change_holds_in_its_example_alone(turn: bounds.Turn) -> None:
    way = Change.ROSE_BY if turn.up else Change.FELL_BY
    assert {number.change for number in read(turn.example)} == {way}
    assert {number.change for number in read(turn.counter)} == {Change.NONE}


@pytest.mark.parametrize(
    "text",
    [
        "sections 3, 4 and 5",
        "chapters 2 and 3",
        "articles 10–15",
        "the 1st and the 2nd",
        "pp. 12, 14 or 19",
    ],
)
def test_a_list_of_labels_holds_no_number(text: str) -> None:
    assert read(text) == ()


def test_a_number_in_an_address_of_the_web_is_none() -> None:
    assert [number.value for number in read("See https://example.org/a/12?b=7%208 for 5 more.")] == [5]
