"""The examples are what `examples/README.md` says of them."""

import re
from datetime import date
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
ESSAY = (EXAMPLES / "july-1914.md").read_text(encoding="utf-8")
REPLY = (EXAMPLES / "july-1914-reply.md").read_text(encoding="utf-8")
NOTES = (EXAMPLES / "README.md").read_text(encoding="utf-8")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = {"June": 6, "July": 7, "August": 8}
DATED = re.compile(rf"({'|'.join(DAYS)}), (\d+) (June|July|August) (1914)")


def wrong_weekdays(text: str) -> list[str]:
    found = [(m, date(int(m[4]), MONTHS[m[3]], int(m[2]))) for m in DATED.finditer(text)]
    return [m.group() for m, day in found if DAYS[day.weekday()] != m[1]]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("july-1914.md", 1500, 2500), ("july-1914-reply.md", 400, 700), ("rents.txt", 120, 180)],
)
def test_the_examples_have_their_length(name: str, least: int, most: int) -> None:
    assert least <= len((EXAMPLES / name).read_text(encoding="utf-8").split()) <= most


def test_the_contents_promise_one_section_that_is_not_there() -> None:
    promised = re.findall(r"^- (.+)$", ESSAY, re.MULTILINE)
    there = re.findall(r"^## (.+)$", ESSAY, re.MULTILINE)
    assert [title for title in promised if title not in there] == ["The Powers That Stayed Out"]
    assert [title for title in there if title not in promised] == ["Contents"]


def test_one_weekday_is_wrong_on_purpose_and_no_other() -> None:
    assert wrong_weekdays(ESSAY) == ["Monday, 28 July 1914"]
    assert wrong_weekdays(REPLY) == []


def test_the_days_that_are_counted_wrong_and_those_that_are_counted_right() -> None:
    assert "27 days pass between 28 June and 23 July" in ESSAY
    assert (date(1914, 7, 23) - date(1914, 6, 28)).days == 25
    assert "Thirty-seven days later, on 4 August 1914" in ESSAY
    assert (date(1914, 8, 4) - date(1914, 6, 28)).days == 37


def test_the_mistakes_that_the_notes_tell_of_stand_in_the_essay() -> None:
    assert "22.9 per cent, about a third" in ESSAY
    told = re.findall(r"^\| \*(.+?)\*", NOTES, re.MULTILINE)
    assert [title for title in told if f"## {title.removesuffix(',')}" not in ESSAY] == []
    quotation = "“Nobody wanted the war, and nobody would pay the price of stopping it.”"
    assert quotation in ESSAY
    assert quotation in NOTES


@pytest.mark.parametrize("name", re.findall(r"\*\*(\w+ \w+)\*\*", NOTES))
def test_each_invented_historian_is_said_to_be_invented(name: str) -> None:
    assert name in ESSAY or name in REPLY
