"""Moods: cues, reaches, words that only look like cues."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from armillary.annotate import grammar, stance
from armillary.reading import Modality, Mood, Reading
from armillary.text import Document

RULES = tomllib.loads(
    files("armillary.annotate.stance").joinpath("moods.toml").read_text(encoding="utf-8")
)["cue"]


def moods(text: str) -> tuple[Mood, ...]:
    return stance.mark(grammar.mark(Reading(Document("t.txt", "T", text, "0" * 64)))).moods


def phrases(rule: dict[str, str]) -> set[str]:
    return {phrase.strip() for phrase in rule["words"].split("|")}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "modality" in rule], ids=lambda rule: rule["name"]
)
def test_every_cue_marks_its_example_and_leaves_its_counter_example(rule: dict[str, Any]) -> None:
    assert any(
        m.modality == rule["modality"] and m.cue.words.lower() in phrases(rule)
        for m in moods(rule["example"])
    )
    assert not any(m.cue.words.lower() in phrases(rule) for m in moods(rule["counter"]))


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "modality" not in rule], ids=lambda rule: rule["name"]
)
def test_what_only_looks_like_a_cue_marks_nothing(rule: dict[str, Any]) -> None:
    assert moods(rule["example"]) == ()
    assert moods(rule["counter"])


@pytest.mark.parametrize(
    ("text", "modality", "scope"),
    [
        ("The dam did not break, but the road did.", Modality.NEGATED, "The dam did not break"),
        ("The king, however, did not sign.", Modality.NEGATED, "The king, however, did not sign"),
        ("He came because Ann and Bob did not.", Modality.NEGATED, "Ann and Bob did not"),
        ("The dam broke and may flood the town.", Modality.HEDGED, "may flood the town"),
        (
            "If the dam breaks, the town drowns.",
            Modality.CONDITIONAL,
            "If the dam breaks, the town drowns",
        ),
        (
            "The town drowns if the dam breaks.",
            Modality.CONDITIONAL,
            "The town drowns if the dam breaks",
        ),
        (
            "Should the dam break, the town drowns.",
            Modality.CONDITIONAL,
            "Should the dam break, the town drowns",
        ),
        ("Had he known, the dam stood.", Modality.COUNTERFACTUAL, "Had he known, the dam stood"),
        (
            "They built it in order to stop the river; it broke.",
            Modality.INTENDED,
            "in order to stop the river",
        ),
        ("The numbers must have been inflated.", Modality.HEDGED, "The numbers must have been inflated"),
        ("Did the dam break?", Modality.HEDGED, "Did the dam break?"),
        ("It isn’t old.", Modality.NEGATED, "It isn’t old"),
    ],
)
def test_a_mood_reaches_over_its_clause(text: str, modality: Modality, scope: str) -> None:
    assert (modality, scope) in [(mood.modality, mood.scope.words) for mood in moods(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It broke on May 5.",
        "They feared the might of Rome.",
        "No, it broke.",
        "She said it would break.",
    ],
)
def test_the_same_letters_may_be_another_word(text: str) -> None:
    assert moods(text) == ()
