"""Quotations: where they stand, what they are, and whose words they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import grammar, names, stance
from armillary.reading import Reading, Speaker, Voice, VoiceKind
from armillary.text import Block, BlockKind, Document, Span


def read(text: str) -> Reading:
    """The reading of a text whose paragraphs are parted by blank lines."""
    blocks = []
    start = 0
    for part in text.split("\n\n"):
        if part:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    document = Document("t.txt", "T", text, "0" * 64, blocks=tuple(blocks))
    return stance.mark(names.mark(grammar.mark(Reading(document))))


def quotations(text: str) -> list[Voice]:
    return [voice for voice in read(text).voices if voice.kind is not VoiceKind.REPORTED]


def spoken(text: str) -> list[tuple[str, str]]:
    """The words and the holder of each quotation."""
    return [(voice.at.words, named(voice)) for voice in quotations(text)]


def named(voice: Voice) -> str:
    return voice.holder if isinstance(voice.holder, Speaker) else voice.holder.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is late,” said the porter.", ["It is late,"]),
        ('"It is late," said the porter. "Go home."', ["It is late,", "Go home."]),
        ("‘It’s late,’ said the porter. ‘I’m tired.’", ["It’s late,", "I’m tired."]),
        ("„Es ist so“, sagte er.", ["Es ist so"]),
        ("«Il est tard», dit-il. He said »so«.", ["Il est tard", "so"]),
        ("“He said ‘go’ to us,” she wrote.", ["He said ‘go’ to us,", "go"]),
        ('"He said "go" to us," she wrote.', ['He said "go" to us,', "go"]),
        ("He lost ‘the will to live‛, she said.", ["the will to live"]),
        ("''It is late,'' said the porter.", ["It is late,"]),
        ("The workers’ flat and the boys’ dog were gone.", []),
        ("It’s 6'2\" tall and the '90s are over.", []),
    ],
)
def test_marks_of_any_style_are_paired(text: str, expected: list[str]) -> None:
    assert [voice.at.words for voice in quotations(text)] == expected


def test_a_quotation_goes_on_in_paragraphs_that_repeat_its_mark() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” said Jane Roe."
    assert spoken(text) == [("One.\n\n“Two.\n\n“Three,", "Jane Roe")]


def test_a_mark_without_a_partner_ends_with_its_paragraph() -> None:
    first = quotations("“It is late, said the porter.\n\nHe left.\n\nShe stayed.")[0]
    assert first.at.words == "It is late, said the porter."


@given(st.text(alphabet=st.sampled_from("aB ,.?“”‘’\"'«»„‛\n\r🌍ﬁשל\u0301é:—"), max_size=80))
def test_marks_stand_in_the_text_in_order(text: str) -> None:
    found = read(text)
    places = [(voice.at.start, -voice.at.end) for voice in found.voices]
    assert places == sorted(places)
    assert all(text[v.at.start : v.at.end] == v.at.words for v in found.voices)
    assert all(text[m.scope.start : m.scope.end] == m.scope.words for m in found.moods)
    assert all(mood.scope.holds(mood.cue) for mood in found.moods)
