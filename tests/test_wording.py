"""The words of a text as numbers: equal where the words are, with the place of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import wording as module
from armillary.wording import grams, wording

TEXTS = st.text(st.sampled_from(list("aA bé’'-.\r\n🙂ﬁאבe\u0301\u200d 7")), max_size=60)


def words(text: str) -> list[str]:
    found = wording(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Bridge — closed!", "the bridge closed"),
        ("Don’t go", "don't go"),
        ("caf\u00e9 na\u00efve", "cafe\u0301 naive"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_case_accents_marks_and_soft_hyphens_say_nothing(one: str, two: str) -> None:
    assert wording(one).numbers.tolist() == wording(two).numbers.tolist()


def test_other_words_have_other_numbers() -> None:
    text = " ".join(f"word{number} {number}" for number in range(5000))
    assert len(set(wording(text).numbers.tolist())) == 10_000
    assert len(set(wording("ab ba aab aba").numbers.tolist())) == 4


def test_a_word_is_told_without_the_marks_at_its_ends() -> None:
    assert words("‘Tis the dogs’ “don’t” 🙂 (ﬁn)") == ["Tis", "the", "dogs", "don’t", "ﬁn"]


@given(TEXTS)
def test_words_stand_where_they_are_said_to_and_never_meet(text: str) -> None:
    found = wording(text)
    last = 0
    for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True):
        assert last <= start < end <= len(text)
        assert any(letter.isalnum() for letter in text[start:end])
        assert not any(letter.isspace() for letter in text[start:end])
        last = end


@given(TEXTS)
def test_a_text_read_in_parts_has_the_same_words(text: str) -> None:
    whole = wording(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", 7)
        parts = wording(text)
    if max(map(len, text.split(" ")), default=0) < 7:
        assert parts.numbers.tolist() == whole.numbers.tolist()
        assert parts.starts.tolist() == whole.starts.tolist()


def test_a_run_of_three_words_is_known_by_their_order() -> None:
    assert len(set(grams(wording("one two three one three two").numbers).tolist())) == 4
    assert len(grams(wording("one two").numbers)) == 0
