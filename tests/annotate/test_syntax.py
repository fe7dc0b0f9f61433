"""A parser's marks on our words."""

import pytest

from armillary.annotate import annotate
from armillary.errors import SettingsError
from armillary.text import Document

DOCUMENT = Document(
    "t.txt",
    "T",
    "Well-kept roads in Kent don’t cause accidents. The union objected in May 1912.",
    "0" * 64,
)


def test_words_stay_as_they_were_and_take_tags_and_heads() -> None:
    plain, read = annotate(DOCUMENT), annotate(DOCUMENT, "armillary")
    assert [(t.start, t.end, t.low) for t in read.tokens] == [
        (t.start, t.end, t.low) for t in plain.tokens
    ]
    assert read.sentences == plain.sentences
    assert all(token.pos is None for token in plain.tokens)
    assert all(token.pos is not None and token.head is not None for token in read.tokens)


def test_a_head_is_a_word_of_the_same_sentence() -> None:
    reading = annotate(DOCUMENT, "armillary")
    for sentence in reading.sentences:
        assert all(
            sentence.first <= (token.head or 0) < sentence.last
            for token in reading.tokens[sentence.first : sentence.last]
        )


def test_our_parser_reads_only_sentences_with_a_name_or_a_time() -> None:
    reading = annotate(
        Document("t.txt", "T", "Roads cause accidents. Kent objected.", "0" * 64), "armillary"
    )
    first, second = reading.sentences
    assert all(token.head is None for token in reading.tokens[first.first : first.last])
    assert all(token.head is not None for token in reading.tokens[second.first : second.last])


def test_a_language_model_that_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match="xx_none_lg"):
        annotate(DOCUMENT, "xx_none_lg")
