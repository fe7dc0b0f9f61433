"""Texts that are nearly the same are known, whatever their letters; others are not."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from armillary.likeness import ALIKE, LEAST_WORDS, alike, copies, signature

WORDS = [f"word{number}" for number in range(400)]
ODD = "🌧️ ﬁne\r\ncafé cafe\u0301 שלום \u202eright\u202c to-left "


def text(seed: int, count: int = 120) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)  # noqa: S311  texts, not secrets


def changed(words: list[str], every: int) -> list[str]:
    return [f"other{place}" if place % every == 0 else word for place, word in enumerate(words)]


def test_a_text_with_every_tenth_word_changed_is_a_copy_and_one_with_half_is_none() -> None:
    whole = text(1)
    held = [
        signature(" ".join(words)) for words in (whole, changed(whole, 10), changed(whole, 2), text(2))
    ]
    found = copies(held)
    assert {place: copy.of for place, copy in found.items()} == {1: 0}
    assert found[1].alike >= ALIKE


def test_a_text_that_is_like_a_copy_and_not_like_its_source_is_a_source() -> None:
    whole = text(1, 400)
    chain = [whole]
    for step in range(8):
        chain.append(chain[-1][40:] + text(20 + step, 40))
    found = copies([signature(" ".join(words)) for words in chain])
    sources = {copy.of for copy in found.values()}
    assert found
    assert not sources & set(found)
    assert len(sources) > 1


def test_a_short_text_is_no_copy() -> None:
    assert signature(" ".join(WORDS[: LEAST_WORDS - 1])) is None
    assert copies([signature("Drought raises prices.")] * 2) == {}
    assert copies([]) == {}


def test_case_and_marks_do_not_count() -> None:
    one = signature("The Senator said, “Don’t tax bread!” and sat down. " + " ".join(WORDS[:30]))
    other = signature("the senator said dont TAX bread and sat down " + " ".join(WORDS[:30]))
    assert one is not None
    assert other is not None
    assert alike(one, other) == 1


@given(st.text(max_size=40), st.integers(0, 3))
def test_any_text_has_one_signature_and_is_a_copy_of_itself(odd: str, seed: int) -> None:
    whole = ODD + odd + " ".join(text(seed, 60))
    one, other = signature(whole), signature(whole)
    assert one is not None
    assert other is not None
    assert np.array_equal(one, other)
    assert copies([one, other])[1].of == 0


def test_a_signature_is_the_same_in_every_version() -> None:
    """It is kept in corpora: where a new version of the library makes another, their format must change."""
    held = signature(" ".join(WORDS[:50]))
    assert held is not None
    assert held[:3].tolist() == [3211588944, 1451731435, 754294767]
