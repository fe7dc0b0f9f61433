"""Reported speech: whose claim it is, and how far it reaches."""

import tomllib
from importlib.resources import files

import pytest

from armillary.annotate import grammar, names, stance
from armillary.reading import Reading, Speaker, VoiceKind
from armillary.text import Document

VERBS = tomllib.loads(
    files("armillary.annotate.stance").joinpath("words.toml").read_text(encoding="utf-8")
)["verbs"]


def read(text: str) -> Reading:
    return stance.mark(names.mark(grammar.mark(Reading(Document("t.txt", "T", text, "0" * 64)))))


def reported(text: str) -> list[tuple[str, str]]:
    """Who reports what."""
    return [
        (voice.holder if isinstance(voice.holder, Speaker) else voice.holder.words, voice.at.words)
        for voice in read(text).voices
        if voice.kind is VoiceKind.REPORTED
    ]


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("The mayor said that the bridge was safe.", "The mayor", "the bridge was safe"),
        ("The mayor said the bridge was safe.", "The mayor", "the bridge was safe"),
        ("The mayor said on Monday that it was safe.", "The mayor", "it was safe"),
        ("The doctor told reporters he was well.", "The doctor", "he was well"),
        ("The mayor said that it was safe, but it fell.", "The mayor", "it was safe"),
        ("According to Jane Roe, the dam was old.", "Jane Roe", "the dam was old"),
        ("The dam was old, according to Jane Roe.", "Jane Roe", "The dam was old"),
        ("The dam was old, the mayor said.", "the mayor", "The dam was old"),
        ("The dam was old, said Jane Roe, a farmer.", "Jane Roe", "The dam was old"),
        ("In the mayor’s view, the dam was old.", "the mayor’s", "the dam was old"),
        ("The mayor’s claim that the dam was old is bold.", "The mayor’s", "the dam was old is bold"),
        ("Jane Roe blamed the builders for the delay.", "Jane Roe", "the builders for the delay"),
        ("The judge asked whether the dam was old.", "The judge", "whether the dam was old"),
        ("It was reported that the dam was old.", Speaker.UNKNOWN, "the dam was old"),
    ],
)
def test_a_report_has_a_holder_and_an_end(text: str, holder: str, content: str) -> None:
    assert reported(text) == [(holder, content)]


def test_two_verbs_with_one_subject_have_one_holder() -> None:
    text = "Foreign papers claim that the dam broke, and report that the town was flooded."
    assert reported(text) == [
        ("Foreign papers", "the dam broke"),
        ("Foreign papers", "the town was flooded"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We believe that the dam was old.",
        "The mayor held on to that seat.",
        "This shows that the dam was old.",
        "The state that the dam protects is small.",
        "In gauzy films, he said nothing.",
    ],
)
def test_the_authors_own_claims_and_other_words_are_no_reports(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize("rule", VERBS, ids=lambda rule: rule["name"])
def test_every_group_of_verbs_reads_its_example_and_leaves_its_counter_example(
    rule: dict[str, str],
) -> None:
    assert read(rule["example"]).voices
    assert not read(rule["counter"]).voices


def test_what_stands_in_a_report_belongs_to_its_holder() -> None:
    reading = read("The mayor said that the dam was old, but it held.")
    start = reading.document.text.index("dam")
    holder = reading.holder_of(reading.document.passage(start, start + 3))
    assert not isinstance(holder, Speaker)
    assert holder.words == "The mayor"
