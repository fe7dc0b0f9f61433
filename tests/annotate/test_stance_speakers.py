"""Who speaks: by verbs, sources, labels, citations, carried over, through pronouns; and block quotations."""

import pytest

from armillary.annotate import grammar, names, stance
from armillary.reading import Reading, Speaker, Voice, VoiceKind
from armillary.text import Block, BlockKind, Document, Span


def voices(text: str, *kinds: BlockKind) -> tuple[Voice, ...]:
    """The voices of a text whose paragraphs are parted by blank lines, each block of the kind given."""
    blocks = []
    start = 0
    for number, part in enumerate(text.split("\n\n")):
        kind = kinds[number] if kinds else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(start, start + len(part))))
        start += len(part) + 2
    document = Document("t.txt", "T", text, "0" * 64, blocks=tuple(blocks))
    return stance.mark(names.mark(grammar.mark(Reading(document)))).voices


def who(text: str) -> list[str]:
    """The holder of each quotation."""
    return [named(voice) for voice in voices(text) if voice.kind is not VoiceKind.REPORTED]


def named(voice: Voice) -> str:
    return voice.holder if isinstance(voice.holder, Speaker) else voice.holder.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is late,” said the porter.", ["the porter"]),
        ("“It is late,” Jane Roe told the guests.", ["Jane Roe"]),
        ("The porter said, “It is late.”", ["The porter"]),
        ("“It is late,” said the porter. “Go home.”", ["the porter", "the porter"]),
        ("Jane Roe, a farmer in Ames, said: “Nothing grows here.”", ["Jane Roe"]),
        ("A spokesman for the army said “all is well today”.", ["A spokesman for the army"]),
        ("President Jane Roe left, saying “I will be back.”", ["Jane Roe"]),
        ("On Monday, after the vote, the minister wrote: “We have lost.”", ["the minister"]),
        ("According to Jane Roe, “nothing works any more in this town.”", ["Jane Roe"]),
        ("A guest: “Order in the house!”", ["A guest"]),
        ("“Power tends to corrupt.” — Jane Roe, Letters", ["Jane Roe"]),
        ("“Power tends to corrupt.”J. P. Roe, Letters on Power", ["J. P. Roe"]),
        ("Then came the mayor’s warning: “The dam will break.”", ["the mayor’s"]),
        ("The plan was described as “a danger to us all” by Jane Roe.", ["Jane Roe"]),
        ("“Who is there?” Jane Roe asked.", ["Jane Roe"]),
    ],
)
def test_the_words_around_a_quotation_name_its_speaker(text: str, expected: list[str]) -> None:
    assert who(text) == expected


def test_a_speaker_is_carried_over_the_border_of_a_paragraph() -> None:
    assert who("“It is late,” said Jane Roe.\n\n“We must all go home now.”")[0] == "Jane Roe"


def test_a_colon_hands_the_next_paragraph_to_its_speaker() -> None:
    assert who("Jane Roe wrote to the board:\n\n“It is late. We must all go home.”") == ["Jane Roe"]


def test_a_line_below_a_quotation_signs_it() -> None:
    assert who("“It is late. We must all go home.”\n\n— Jane Roe, 1901") == ["Jane Roe"]


def test_a_verb_of_speech_above_hands_over_its_speaker() -> None:
    assert who("Jane Roe said that she was tired.\n\n“We must all go home now.”") == ["Jane Roe"]


def test_nobody_is_made_to_speak_where_nobody_is_said_to() -> None:
    assert who("The bridge fell in May.\n\n“We must all go home now.”") == [Speaker.UNKNOWN]


def test_a_pronoun_means_the_person_who_opens_the_nearest_sentence() -> None:
    assert who("Jane Roe met Mary Poe. “It is late today,” she said.") == ["Jane Roe"]


def test_a_title_tells_whom_he_cannot_mean() -> None:
    assert who("Mr. Roe waited. Mrs. Poe came. “It is late today,” he said.") == ["Roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peter Roe waited. Susan Poe came. “It is late today,” he said.", "Peter Roe"),
        ("Susan Poe waited. Peter Roe came. “It is late today,” she said.", "Susan Poe"),
        ("Susan Poe waited. “It is late today,” he said.", "he"),
        ("Robin Kelly waited. Kelly rose. “It is late today,” he said.", "Kelly"),
    ],
)
def test_a_given_name_tells_whom_a_pronoun_cannot_mean(text: str, expected: str) -> None:
    """*She* was taken for the man who was named last. A surname that is a given name too tells nothing."""
    assert who(text) == [expected]


def test_we_outside_of_a_quotation_is_the_author() -> None:
    assert who("We said, “It is late, and it will be later.”") == [Speaker.AUTHOR]


def test_what_stands_in_a_quotation_belongs_to_its_speaker() -> None:
    text = "“Ann said ‘go,’ and I went,” said Jane Roe."
    assert who(text) == ["Jane Roe", "Ann"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She called it “a disgrace to the city.”", VoiceKind.DIRECT),
        ("They live in the so-called “real economy” of today.", VoiceKind.SCARE),
        ("The town has its “experts” on bread.", VoiceKind.SCARE),
        ("The method known as “dry farming” is old.", VoiceKind.TERM),
        ("The word “liberty” is on every wall.", VoiceKind.TERM),
        ("He wrote the essay “On the Art of Losing” in a week.", VoiceKind.TITLE),
    ],
)
def test_words_in_marks_are_speech_or_a_name_or_held_at_a_distance(text: str, kind: VoiceKind) -> None:
    assert [voice.kind for voice in voices(text) if voice.kind is not VoiceKind.REPORTED] == [kind]


def test_words_at_a_distance_are_the_authors_own_use() -> None:
    assert who("They live in the so-called “real economy” of today.") == [Speaker.AUTHOR]


def test_as_follows_gives_the_marked_paragraph_to_the_author_who_says_we() -> None:
    (voice,) = voices(
        "We said so in a letter as follows.\n\n“The dam will break in May.” -On Dams, May 1901"
    )
    assert (voice.kind, voice.holder) == (VoiceKind.BLOCK, Speaker.AUTHOR)


def test_as_follows_gives_the_next_paragraph_without_marks_to_its_speaker() -> None:
    text = "Jane Roe explained it as follows.\n\nThe dam was old. It broke.\n\nThe town was rebuilt."
    (voice,) = voices(text)
    assert (voice.at.words, named(voice)) == ("The dam was old. It broke.", "Jane Roe")


def test_an_unmarked_quotation_with_a_title_reaches_to_the_next_heading() -> None:
    text = "Our report explained it as follows.\n\nThe End of the Dam\n\nIt was old.\n\nIt broke.\n\nLater\n\nNo more."
    p, h = BlockKind.PARAGRAPH, BlockKind.HEADING
    (voice,) = voices(text, p, p, p, p, h, p)
    assert voice.at.words == "The End of the Dam\n\nIt was old.\n\nIt broke."
    assert voice.holder is Speaker.AUTHOR


def test_a_list_of_reasons_that_follows_is_no_quotation() -> None:
    assert voices("The reasons are as follows.\n\nThe dam was old.") == ()


def test_a_quote_block_belongs_to_the_one_who_introduces_it() -> None:
    text = "Jane Roe put it like this:\n\n> The dam was old."
    (voice,) = voices(text, BlockKind.PARAGRAPH, BlockKind.QUOTE)
    assert (voice.at.words, voice.kind, named(voice)) == (
        "The dam was old.",
        VoiceKind.BLOCK,
        "Jane Roe",
    )
