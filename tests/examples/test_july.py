"""The July essay and its reply, built: the loops, the planted mistakes and the clashes are found."""

from pathlib import Path

import pytest

import armillary
from armillary import System

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANTED = [
    ("S101", "The Powers That Stayed Out"),
    ("N301", "a third"),
    ("T402", "27 days"),
    ("T401", "28 July 1914"),
    ("Q201", "Nobody wanted the war, and nobody would pay the price of stopping it."),
]
SPEAKERS = [
    ("Without the blank cheque", "Lotte Silberquell"),
    ("and without the note", "Lotte Silberquell"),
    ("every reason for war", "The Emperor"),
    ("Alliances spread", "Edmund Harrowgate"),
    ("The timetables left", "Edmund Harrowgate"),
    ("Russian mobilisation made", "Pavel Winterbourne"),
    ("They feared weakness", "Pavel Winterbourne"),
    ("The enormous growth", "Edward Grey"),
    ("Nobody wanted the war", "unnamed"),
]
WRONG = {
    "every reason for war": "*he* is taken for the last man named, not for the one spoken of",
}


@pytest.fixture(scope="module")
def essay() -> System:
    return armillary.build(EXAMPLES / "july-1914.md")


@pytest.fixture(scope="module")
def both() -> System:
    return armillary.build(EXAMPLES / "july-1914.md", EXAMPLES / "july-1914-reply.md")


def loops(system: System) -> set[tuple[str, frozenset[str]]]:
    return {
        (
            loop.polarity,
            frozenset(system.factors[key].label.lower().removeprefix("the ") for key in loop.factors),
        )
        for loop in system.loops
    }


def test_fear_and_arms_feed_themselves_and_conferences_hold_fear_back(essay: System) -> None:
    assert {
        ("reinforcing", frozenset({"mobilisation", "fear"})),
        ("reinforcing", frozenset({"armaments", "insecurity"})),
        ("balancing", frozenset({"fear", "conferences"})),
    } <= loops(essay)


def test_the_checks_find_the_planted_mistakes_and_nothing_else_of_their_kind(essay: System) -> None:
    found = [(problem.code, problem.at.words) for problem in essay.problems if problem.code != "Q201"]
    planted = [mistake for mistake in PLANTED if mistake[0] != "Q201"]
    assert [code for code, _ in found] == [code for code, _ in planted]
    assert all(words in there for (_, there), (_, words) in zip(found, planted, strict=True))


def test_the_quotation_that_nobody_is_named_for_is_found_and_no_other(essay: System) -> None:
    found = [problem.at.words for problem in essay.problems if problem.code == "Q201"]
    assert found == [words for code, words in PLANTED if code == "Q201"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param(
            words,
            speaker,
            marks=[pytest.mark.xfail(reason=WRONG[words])] if words in WRONG else [],
            id=words,
        )
        for words, speaker in SPEAKERS
    ],
)
def test_each_quotation_has_its_speaker(essay: System, words: str, speaker: str) -> None:
    found = next(quote for quote in essay.quotations if quote.at.words.startswith(words))
    assert essay.holder_name(found.speaker) == speaker


@pytest.mark.parametrize(
    "pair",
    [
        ("armaments", "insecurity"),
        ("delay", "sympathy for austria"),
        ("mobilisation", "fear"),
        ("conferences", "fear"),
    ],
)
def test_essay_and_reply_meet_on_one_link_with_both_signs(both: System, pair: tuple[str, str]) -> None:
    links = {
        (both.factors[link.cause].label.lower(), both.factors[link.effect].label.lower()): link
        for link in both.links
    }
    assert links[pair].raises
    assert links[pair].lowers
    assert len({both.claims[key].at.document.name for key in links[pair].claims}) == 2


@pytest.mark.parametrize("name", ["Silberquell", "Harrowgate", "Winterbourne"])
def test_each_historian_holds_claims(essay: System, name: str) -> None:
    assert [claim for claim in essay.claims if name in essay.holder_name(claim.holder)]


def test_the_order_of_mobilisation_has_two_dates(both: System) -> None:
    dates = {
        (time.at.document.name, time.value)
        for time in both.times
        if time.at.words in {"30 July 1914", "29 July 1914"}
    }
    assert dates == {("july-1914.md", "1914-07-30"), ("july-1914-reply.md", "1914-07-29")}
