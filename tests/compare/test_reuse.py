"""Words that two documents share are found as far as they go on, and at their exact places."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from armillary import pipeline
from armillary.compare.reuse import matches
from armillary.read import Bytes
from armillary.settings import Settings

WORDS = st.lists(st.sampled_from("abcd"), max_size=24)
RULES = Settings(language_model="none", witnesses="rules")


@given(WORDS, WORDS)
def test_each_run_agrees_and_can_be_made_no_longer(one: list[str], other: list[str]) -> None:
    for start, there, count in matches(one, other, 3):
        assert one[start : start + count] == other[there : there + count]
        assert start == 0 or there == 0 or one[start - 1] != other[there - 1]
        after, beyond = start + count, there + count
        assert after == len(one) or beyond == len(other) or one[after] != other[beyond]


@given(WORDS, WORDS)
def test_no_shared_word_is_left_out(one: list[str], other: list[str]) -> None:
    """What a search of all pairs finds is covered, as long as no run of words is a formula."""
    covered = {at for _, there, count in matches(one, other, 3) for at in range(there, there + count)}
    often = any(
        sum(one[at : at + 3] == one[place : place + 3] for at in range(len(one))) > 16
        for place in range(len(one))
    )
    for start, there in product(range(len(one) - 2), range(len(other) - 2)):
        if not often and one[start : start + 3] == other[there : there + 3]:
            assert set(range(there, there + 3)) <= covered


def test_words_are_found_across_line_ends_marks_and_emoji() -> None:
    one = Bytes("a.txt", "🙂 He said so: “the\r\ngreat grey owl, alas, flew off” at noon.".encode())
    other = Bytes("b.txt", "I deny that The great grey owl alas flew off. ﬁne".encode())
    (found,) = pipeline.compare([one], [other], settings=RULES).reuse
    assert [" ".join(place.words.split()) for place in found.places] == [
        "the great grey owl, alas, flew off",
        "The great grey owl alas flew off",
    ]
    assert found.words == 7
    assert found.quoted == (True, False)


def test_a_formula_that_fills_a_text_takes_no_square_of_time() -> None:
    text = ["so", "it", "goes"] * 20_000
    assert matches(text, text, 5) == []
