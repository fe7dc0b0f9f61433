"""Sentences and words by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import grammar
from armillary.reading import Reading
from armillary.text import Block, BlockKind, Document, Span


def read(text: str) -> Reading:
    return grammar.mark(Reading(Document("t.txt", "T", text, "0" * 64)))


def sentences(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in read(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Hale met Dr. Wu. They left.", ["Mr. Hale met Dr. Wu.", "They left."]),
        ("The U.S. Senate met. The U.S. It left.", ["The U.S. Senate met.", "The U.S.", "It left."]),
        (
            "It grew by 3.5 per cent. See No. 10 and e.g. this.",
            ["It grew by 3.5 per cent.", "See No. 10 and e.g. this."],
        ),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("J. M. Keynes wrote it. It sold.", ["J. M. Keynes wrote it.", "It sold."]),
        ("Wait... what? No", ["Wait... what?", "No"]),
        ("see example.org for it", ["see example.org for it"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_words_keep_apostrophes_hyphens_and_decimals_together() -> None:
    assert [t.low for t in read("Don’t re-read 1,234.5 of 29.6%.").tokens] == [
        "don't", "re-read", "1,234.5", "of", "29.6%", ".",
    ]  # fmt: skip


def test_headings_have_no_sentences() -> None:
    text = "A Heading\n\nA sentence."
    blocks = (Block(BlockKind.HEADING, Span(0, 9)), Block(BlockKind.PARAGRAPH, Span(11, len(text))))
    reading = grammar.mark(Reading(Document("t.txt", "T", text, "0" * 64, blocks=blocks)))
    assert [text[s.span.start : s.span.end] for s in reading.sentences] == ["A sentence."]


@given(st.text(alphabet=st.sampled_from("aB9 .,!?\r\n“”’'\"-🌍ﬁשל\u0301é…%("), max_size=80))
def test_tokens_cover_all_but_blanks_and_sentences_cover_all_tokens(text: str) -> None:
    reading = read(text)
    covered = {offset for t in reading.tokens for offset in range(t.start, t.end)}
    missed = [text[i] for i in range(len(text)) if i not in covered]
    assert all(c.isspace() or c == "\u0301" for c in missed)
    assert [s.first for s in reading.sentences[1:]] == [s.last for s in reading.sentences[:-1]]
    assert all(a.end <= b.start for a, b in zip(reading.tokens, reading.tokens[1:], strict=False))


def test_a_text_without_a_full_stop_is_cut_into_sentences_that_end() -> None:
    reading = read("word " * 5000)
    assert len(reading.sentences) > 1
    assert max(s.last - s.first for s in reading.sentences) <= grammar.LONGEST_SENTENCE
