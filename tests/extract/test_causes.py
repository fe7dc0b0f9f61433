"""Causal claims: every rule against its own example and counter-example, and what must never happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import annotate
from armillary.extract import extract
from armillary.extract.causes.rules import Rule, rules
from armillary.findings import Claim
from armillary.text import Document

WORDS = (
    "because", "due to", "leads to", "causes", "caused by", "the more", "the less", "if", "so", "that", "this", "prevents",
    "rents", "war", "fewer", "not", "would have", ",", ".", ";", "“", "”", "and", "in order to", "the cause of", "is", "🌍",
    "שלום", "ﬁre", "e\u0301lite", "\r\n", "As a result,", "made", "scarce", "without", "there", "to", "by", "(", ")", "it",
)  # fmt: skip


def claims(text: str) -> tuple[Claim, ...]:
    return extract(annotate(Document("t.txt", "T", text, "0" * 64))).claims


def bare(words: str) -> str:
    return words.casefold().removeprefix("the ").removeprefix("a ")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    found = [
        (bare(claim.cause.core.words), bare(claim.effect.core.words), claim.sign)
        for claim in claims(rule.example.text)
        if f"rule:{rule.name}" in claim.found_by
    ]
    sign = rule.example.sign
    assert (bare(rule.example.cause), bare(rule.example.effect), sign) in found


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_is_silent_on_its_counter_example(rule: Rule) -> None:
    assert claims(rule.counter) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_gives_claims_with_their_words_or_none(text: str) -> None:
    for claim in claims(text):
        for passage in (
            claim.at,
            claim.cause.at,
            claim.cause.core,
            claim.effect.at,
            claim.effect.core,
            *claim.cue,
        ):
            assert text[passage.start : passage.end] == passage.words
        assert claim.cause.core != claim.effect.core


@pytest.mark.parametrize(
    "text",
    [
        "because because because",
        "Because Ltd owns the Cause Célèbre Hotel.",
        "x = 1 if y else 2; return x",
        "",
    ],
)
def test_where_nothing_is_claimed_nothing_is_found(text: str) -> None:
    assert claims(text) == ()


def test_a_sentence_of_five_thousand_words_ends() -> None:
    text = "the war caused the famine and " * 900
    assert len(claims(text)) > 100


def test_this_points_to_the_effect_of_the_claim_before() -> None:
    first, second = claims("The cap reduced the supply of flats. This raised rents.")
    assert (second.cause.at.words, second.cause.core.words) == ("This", first.effect.core.words)
    assert second.cause.stands_for == first.effect.at
    assert second.sign == "lowers"  # less supply, higher rents
