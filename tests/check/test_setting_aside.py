"""Findings are set aside by their words: the entry survives edits, and never holds for a look-alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build
from armillary.check.setting_aside import entry_for, parted
from armillary.errors import ReviewError
from armillary.filing import beside, load, put
from armillary.outcome import Lost, Outcome
from armillary.read import Bytes
from armillary.system import System

TEXT = "The bridge was opened on Friday, 8 May 1912, in heavy rain. Nobody came.\n"
MOVED = "A new beginning.\n\n" + TEXT + "\nA new end.\n"


def system_of(text: str) -> System:
    return build(Bytes("bridge.txt", text.encode()))


def after_edit(text: str, edited: str) -> Outcome:
    """What comes of the edited text, where all findings of the text were set aside."""
    asides = [entry_for(problem, "We know.") for problem in system_of(text).problems]
    assert asides
    return parted("bridge.txt", system_of(edited), asides)


@pytest.mark.parametrize(
    "edited",
    [
        TEXT,
        MOVED,
        TEXT.replace("in heavy rain", "in fog"),
        TEXT.replace("The bridge was opened", "They opened the bridge"),
        TEXT.replace(" 1912, in", " 1912,\nin"),
        TEXT.replace("on Friday", "on\nFriday"),
    ],
)
def test_an_entry_survives_edits_around_its_words(edited: str) -> None:
    outcome = after_edit(TEXT, edited)
    assert [aside.because for _, aside in outcome.asides] == ["We know."]
    assert (outcome.problems, outcome.orphans) == ((), ())


@pytest.mark.parametrize(
    ("edited", "why"),
    [
        (TEXT.replace("Friday, ", ""), Lost.WORDS),
        ("The school was closed on Friday, 8 May 1912, since it was cold.", Lost.WORDS),
        (TEXT + TEXT, Lost.TWICE),
    ],
)
def test_an_entry_without_its_words_is_told_and_holds_for_nothing_else(edited: str, why: Lost) -> None:
    outcome = after_edit(TEXT, edited)
    assert ([orphan.why for orphan in outcome.orphans], outcome.asides) == ([why], ())
    assert len(outcome.problems) == len(system_of(edited).problems)


def test_an_entry_does_not_hold_once_the_other_side_of_the_clash_has_changed() -> None:
    text = "They had 20 days between 3 May 1912 and 8 May 1912 to lay the planks."
    outcome = after_edit(text, text.replace("8 May", "9 May"))
    assert [orphan.why for orphan in outcome.orphans] == [Lost.OTHERS]


def test_an_entry_is_told_where_nothing_is_found_any_more() -> None:
    aside = entry_for(system_of(TEXT).problems[0], "We know.")
    quiet = System(documents=system_of(TEXT).documents)
    assert [orphan.why for orphan in parted("bridge.txt", quiet, [aside]).orphans] == [Lost.QUIET]


@given(because=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_what_is_written_comes_back(because: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("aside") / "x.toml"
    aside = entry_for(system_of("🌍 “שלום” It was Friday, 8 May 1912 e\u0301").problems[0], because)
    put(path, aside)
    put(path, aside)
    assert load(path).asides == (aside,)


def test_what_the_person_wrote_into_the_file_stays(tmp_path: Path) -> None:
    path = beside(tmp_path / "bridge.txt")
    path.write_text("# mine\n", encoding="utf-8")
    put(path, entry_for(system_of(TEXT).problems[0], "We know."))
    assert path.name == "bridge.txt.review.toml"
    assert path.read_text(encoding="utf-8").startswith("# mine\n")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("[[aside]]\ncode = 3", r"line 1: the entry \[\[aside\]\] needs the text code"),
        ("aside = 3", "under a line"),
        ("[[aside]", "cannot read"),
    ],
)
def test_a_damaged_file_is_refused_in_words(tmp_path: Path, lines: str, said: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(ReviewError, match=said):
        load(path)
