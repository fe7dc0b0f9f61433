"""What a link rests on: our belief that we read it, and who says it. Two numbers, never one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.assemble.evidence import belief, support
from armillary.findings import Argument, Claim, Sign
from armillary.reading import Holder, Modality, Speaker
from armillary.system import Support
from armillary.text import Document


def said(
    words: str,
    document: str = "a.txt",
    holder: str | None = None,
    sure: float = 0.7,
    rule: str = "because",
) -> Claim:
    home = Document(document, document, f"{words} {holder or ''}", "0" * 64)
    at = home.passage(0, len(words))
    who: Holder = Speaker.AUTHOR if holder is None else home.passage(len(words) + 1, len(home.text))
    side = Argument(at, at)
    return Claim(at, side, side, (), Sign.RAISES, Modality.ASSERTED, who, sure, (f"rule:{rule}",))


def nobody(_: Holder) -> str | None:
    return None


def test_one_claim_gives_its_own_belief() -> None:
    assert belief([said("rain raises rents")]) == 0.7


def test_another_sentence_adds_and_another_rule_adds_more() -> None:
    one, same, other = (
        said("rain raises rents"),
        said("rents rise as it rains"),
        said("rents rise as it rains", rule="as"),
    )
    assert 0.7 < belief([one, same]) < belief([one, other]) == pytest.approx(0.91)


def test_a_repeated_sentence_adds_nothing() -> None:
    assert belief([said("rain raises rents")] * 10_000) == 0.7


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_belief_is_a_probability_and_no_less_than_that_of_any_claim(sure: list[float]) -> None:
    found = belief([said(f"rain {n} raises rents", sure=one) for n, one in enumerate(sure)])
    assert max(sure) - 1e-4 <= found <= 1


@pytest.mark.parametrize(
    ("claims", "counted"),
    [
        ([said("rain raises rents")] * 3, Support(1, 1, 1, 1)),
        ([said("rain raises rents"), said("Rain raises rents!", "b.txt")], Support(1, 1, 1, 1)),
        ([said("rain raises rents"), said("rents go up with rain", "b.txt")], Support(2, 2, 2, 2)),
        (
            [said("rain raises rents"), said("rents go up with rain", holder="Ida Holm")],
            Support(1, 2, 2, 2),
        ),
        ([said("rain raises rents"), said("rents go up with rain")], Support(1, 1, 2, 1)),
        ([], Support(0, 0, 0, 0)),
    ],
)
def test_support_counts_voices_and_not_sentences(claims: list[Claim], counted: Support) -> None:
    assert support(claims, nobody) == counted


def test_a_copy_with_a_word_changed_is_no_second_source() -> None:
    long = "the ministry of works said on Monday that the heavy rain of the spring has raised the rents"
    copy = long.replace("Monday", "Tuesday")
    assert support([said(long), said(copy, "b.txt")], nobody) == Support(1, 1, 1, 1)
