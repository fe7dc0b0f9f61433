"""Who and what a text names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import grammar, names, times
from armillary.annotate.names.lists import lists
from armillary.reading import ActorKind, Mention, Reading
from armillary.text import Block, BlockKind, Document, Span


def read(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Mention, ...]:
    blocks = (Block(kind, Span(0, len(text))),) if text else ()
    reading = grammar.mark(Reading(Document("t.txt", "T", text, "0" * 64, blocks=blocks)))
    return names.mark(times.mark(reading)).mentions


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.at.words, mention.kind.value) for mention in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She met John Fairbank in Lisbon.", [("John Fairbank", "person"), ("Lisbon", "place")]),
        ("They praised J. M. Keynes twice.", [("J. M. Keynes", "person")]),
        ("We saw Ludwig van Beethoven there.", [("Ludwig van Beethoven", "person")]),
        ("Then Bashar al-Assad left Damascus.", [("Bashar al-Assad", "person"), ("Damascus", "place")]),
        ("It read Mary Wollstonecraft's book.", [("Mary Wollstonecraft", "person")]),
        ("It sued the Bank of England.", [("Bank of England", "body")]),
        ("It asked the Ministry of Defence.", [("Ministry of Defence", "body")]),
        ("He joined the Labour Party in Leeds.", [("Labour Party", "body"), ("Leeds", "place")]),
        ("She wrote for the New York Times.", [("New York Times", "body")]),
        ("He sailed the Gulf of Finland.", [("Gulf of Finland", "place")]),
        ("They crossed the Drina River.", [("Drina River", "place")]),
        ("It left Austria-Hungary weak.", [("Austria-Hungary", "place")]),
        ("The fall of the Ottoman Empire came.", [("Ottoman Empire", "place")]),
        ("In Bosnia and Herzegovina it rained.", [("Bosnia and Herzegovina", "place")]),
        ("The treaty bound NATO and the EU.", [("NATO", "body"), ("EU", "body")]),
        ("A Geneva-based office closed.", [("Geneva", "place")]),
        ("They fought in St. Petersburg then.", [("St. Petersburg", "place")]),
        ("It broke the Treaty of Utrecht.", [("Treaty of Utrecht", "other")]),
    ],
)
def test_names_have_their_extent_and_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Serbs and the Croats agreed.", [("Serbs", "people"), ("Croats", "people")]),
        ("Then the French were beaten.", [("French", "people")]),
        ("Prussian troops crossed over.", [("Prussian troops", "body")]),
        ("They met Dutch colonial officials.", [("Dutch colonial officials", "people")]),
        ("A Serbian answer came.", []),
        ("The French answer came.", []),
        ("The Bolsheviks won.", [("Bolsheviks", "people")]),
        ("It split the Social Democrats.", [("Social Democrats", "people")]),
        ("It armed the Bosnian Serbs.", [("Bosnian Serbs", "people")]),
    ],
)
def test_a_people_is_named_by_a_noun_and_not_by_an_adjective_alone(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("We met President Abraham Lincoln there.", "Abraham Lincoln", "President"),
        ("So did Dr. Rosalind Franklin then.", "Rosalind Franklin", "Dr."),
        ("It angered Secretary of State John Hay.", "John Hay", "Secretary of State"),
        ("It angered Foreign Minister Aristide Briand.", "Aristide Briand", "Foreign Minister"),
    ],
)
def test_a_title_stays_out_of_the_name_and_is_kept_beside_it(text: str, name: str, office: str) -> None:
    (mention,) = read(text)
    assert (mention.at.words, mention.kind) == (name, ActorKind.PERSON)
    assert mention.office is not None
    assert mention.office.words == office


@pytest.mark.parametrize(
    "text", ["They met the Foreign Minister.", "The General slept.", "Then the King came."]
)
def test_an_office_alone_names_nobody(text: str) -> None:
    assert found(text) == []


def test_a_surname_that_is_no_office_stays_in_the_name() -> None:
    assert found("They read Alexander Pope aloud.") == [("Alexander Pope", "person")]


def test_the_text_says_what_its_own_abbreviation_stands_for() -> None:
    text = "The Organization of Petrified Forests (OPF) met. Later OPF closed."
    assert found(text)[1:] == [("OPF", "body"), ("OPF", "body")]


def test_a_surname_is_of_the_kind_of_the_full_name_in_the_same_text() -> None:
    text = "It was Edmund Harrowgate who said so. The rest is for Harrowgate to say."
    assert found(text) == [("Edmund Harrowgate", "person"), ("Harrowgate", "person")]


@pytest.mark.parametrize(
    "text",
    [
        "However, nothing came of it.",
        "On Monday, 3 May 1920, it rained. In March it snowed.",
        "THE WHOLE OF EUROPE SHOUTED AT BERLIN ON THAT DAY.",
        "I think I know. So do I.",
        "“Never,” they said. Nobody spoke.",
    ],
)
def test_what_owes_its_capital_to_its_place_names_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE, BlockKind.CONTENTS]
)
def test_only_prose_is_searched(kind: BlockKind) -> None:
    assert read("They met John Fairbank in Lisbon.", kind) == ()


def test_a_name_may_go_over_a_line_end_and_not_over_a_paragraph() -> None:
    assert found("He came to New\nYork.") == [("New\nYork", "place")]
    assert ("Lisbon", "place") in found("He came to Lisbon\n\nMadrid was next.")


@pytest.mark.parametrize(
    "bad", ["X. " * 2000, "San " * 2000, "AA " * 2000, "A of " * 2000, "von Al-" * 2000]
)
def test_long_lines_of_one_thing_end(bad: str) -> None:
    assert all(len(mention.at.words) < 200 for mention in read(bad))


PIECES = st.sampled_from(
    [
        "Ann Webb ", "NATO", "the Bank of England's ", "Dr. ", "St. ", "of ", "and ", "Żółć ", "e\u0301E\u0301 ", "ﬁnland ", "Ǆungla ",
        "عمان ", "🙂", "\r\n", "\n\n", "— ", "“", "”", "(OPF) ", "Organization of Petrified Forests ", "al-Assad ", "d’Estaing ",
        "French ", "troops ", "the ", "U.S. ", "& ", "-", ". ", "’s ", "65th Air Division", "May ", "x",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_stand_in_order_apart_and_hold_their_words(text: str) -> None:
    mentions = read(text)
    assert all(text[m.at.start : m.at.end] == m.at.words.strip() for m in mentions)
    assert all(one.at.end <= other.at.start for one, other in pairwise(mentions))
    assert mentions == read(text)


def test_lists_hold_single_names_with_a_capital() -> None:
    known = lists()
    assert all(
        name == name.strip() and name[0].isupper() for name in known.places | known.cities | known.given
    )
    assert all(word == word.lower() for word in known.common)
    assert "Austria" in known.places
    assert "austria" not in known.common
