"""Quotations with their works, works as texts cite them, and who is for or against what."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.extract import voices
from armillary.findings import Findings, Stance
from armillary.reading import (
    ActorKind,
    Mention,
    Reading,
    Sentence,
    Speaker,
    Token,
    Voice,
    VoiceKind,
)
from armillary.text import Block, BlockKind, Document, Passage, Span

RULES = tomllib.loads(
    files("armillary.extract.voices.positions").joinpath("positions.toml").read_text(encoding="utf-8")
)["rule"]


def read(text: str, *names: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    """One paragraph that is one sentence, with these words as names."""
    document = Document("t.txt", "T", text, "0" * 64, blocks=(Block(kind, Span(0, len(text))),))
    tokens = []
    start = 0
    for word in text.replace(".", " .").replace(",", " ,").split():
        start = text.index(word, start)
        tokens.append(Token(start, start + len(word), word.lower()))
        start += len(word)
    sentence = Sentence(Span(0, len(text)), 0, len(tokens))
    mentions = tuple(Mention(passage(document, name), ActorKind.BODY) for name in names)
    return Reading(document, tuple(tokens), (sentence,), mentions)


def passage(document: Document, words: str) -> Passage:
    start = document.text.index(words)
    return document.passage(start, start + len(words))


def find(reading: Reading) -> Findings:
    return voices.find(reading, Findings(reading.document))


@pytest.mark.parametrize(
    ("text", "title", "by", "dated"),
    [
        ("She says so in *The Iron Timetable* (1961).", "The Iron Timetable", None, "1961"),
        ("We wrote the essay _On Frost_ in spring.", "On Frost", None, None),
        ("See our article On the Great Frost(January 2021) for more.", "On the Great Frost", None, "2021-01"),
        ("A paper of the Dam Board,Holding Water: A Study(April 2019) says so.", "Holding Water: A Study", None, "2019-04"),
        ("The dam broke(The Daily Ledger, February 9, 2023).", "The Daily Ledger", None, "2023-02-09"),
        ("“The dam broke.”J. P. Roe,Letters on Water", "Letters on Water", "J. P. Roe", None),
        ("“The dam broke.” -The end of the dam, May 3rd, 1901", "The end of the dam", None, "1901-05-03"),
    ],
)  # fmt: skip
def test_a_work_is_cited_in_many_ways(text: str, title: str, by: str | None, dated: str | None) -> None:
    (work,) = find(read(text)).works
    assert (work.title, work.by, work.dated) == (title, by, dated)


@pytest.mark.parametrize(
    ("line", "title", "by", "dated"),
    [
        ("ON RAILWAYS, May 3rd, 1899", "ON RAILWAYS", None, "1899-05-03"),
        (
            "Roe, J. (1961). The Iron Timetable. Ames: Line Press.",
            "The Iron Timetable",
            "Roe, J.",
            "1961",
        ),
    ],
)
def test_a_list_of_works_is_read_line_by_line(line: str, title: str, by: str | None, dated: str) -> None:
    (work,) = find(read(line, kind=BlockKind.REFERENCE)).works
    assert (work.title, work.by, work.dated) == (title, by, dated)


@pytest.mark.parametrize(
    "text", ["The Dam (1961) broke.", "*Very* old dams broke.", "It broke (May 3, 1901)."]
)
def test_emphasis_and_years_alone_cite_nothing(text: str) -> None:
    assert find(read(text)).works == ()


def test_a_quotation_knows_the_work_behind_it() -> None:
    reading = read("“The dam broke.”J. P. Roe,Letters on Water")
    at = passage(reading.document, "The dam broke.")
    voice = Voice(at, VoiceKind.DIRECT, passage(reading.document, "J. P. Roe"))
    (quotation,) = find(Reading(reading.document, voices=(voice,))).quotations
    assert quotation.work is not None
    assert quotation.work.title == "Letters on Water"


def test_a_block_quotation_knows_the_work_that_introduces_it() -> None:
    reading = read("We said in our article On the Great Frost(May 1901) as follows.\n\nIt froze.")
    voice = Voice(passage(reading.document, "It froze."), VoiceKind.BLOCK, Speaker.AUTHOR)
    (quotation,) = find(Reading(reading.document, voices=(voice,))).quotations
    assert quotation.work is not None
    assert (quotation.work.title, quotation.work.dated) == ("On the Great Frost", "1901-05")


def test_reported_speech_is_no_quotation() -> None:
    reading = read("The mayor said it broke.")
    voice = Voice(passage(reading.document, "it broke"), VoiceKind.REPORTED, Speaker.UNKNOWN)
    assert find(Reading(reading.document, voices=(voice,))).quotations == ()


@pytest.mark.parametrize(
    ("text", "name", "stance", "matter"),
    [
        ("Austria rejected the offer.", "Austria", Stance.AGAINST, "the offer"),
        ("Austria did not support the plan.", "Austria", Stance.AGAINST, "the plan"),
        ("Austria may support the plan.", "Austria", Stance.UNCLEAR, "the plan"),
        ("The plan was condemned by Austria.", "Austria", Stance.AGAINST, "The plan"),
    ],
)
def test_a_verb_of_taking_sides_gives_a_position(
    text: str, name: str, stance: Stance, matter: str
) -> None:
    (position,) = find(read(text, name)).positions
    assert not isinstance(position.holder, Speaker)
    assert (position.holder.words, position.stance, position.on.words) == (name, stance, matter)


def test_we_take_the_side_of_the_one_whose_words_they_are() -> None:
    (position,) = find(read("We support the plan.")).positions
    assert position.holder is Speaker.AUTHOR


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_every_rule_takes_a_side_in_its_example_and_none_in_its_counter_example(
    rule: dict[str, str],
) -> None:
    known = ("Labour Party", "Mara Fenn", "Austria", "Japan", "Brazil", "Ada Byron", "Paul Dirac")
    names = [name for name in known if name in rule["example"]]
    (position,) = find(read(rule["example"], *names)).positions
    assert position.stance == rule["stance"]
    names = [name for name in known if name in rule["counter"]]
    assert find(read(rule["counter"], *names)).positions == ()


@given(st.text(alphabet=st.sampled_from("Aab ,.()-“”*_1920\n\r🌍ﬁש\u0301é"), max_size=80))
def test_works_stand_in_the_text_in_order(text: str) -> None:
    found = find(
        Reading(
            Document(
                "t.txt",
                "T",
                text,
                "0" * 64,
                blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else (),
            )
        )
    )
    assert all(text[work.at.start : work.at.end] == work.at.words for work in found.works)
    assert all(a.at.end <= b.at.start for a, b in zip(found.works, found.works[1:], strict=False))
