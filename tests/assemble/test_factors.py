"""One factor, many wordings; and what must stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build
from armillary.assemble.factors import key
from armillary.read import Bytes
from armillary.system import System


def model_of(*texts: str) -> System:
    return build(*(Bytes(f"{n}.txt", text.encode()) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the expansion of NATO", "NATO's expansion"),
        ("its rents", "the rent"),
        ("Glimbats", "glimbat"),
        ("the number of flats", "flats"),
        ("cities", "a city"),
    ],
)
def test_wordings_of_one_factor_share_a_key(one: str, two: str) -> None:
    assert key(one) == key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("war", "peace"),
        ("Russian imports", "Ukrainian imports"),
        ("news", "new"),
        ("the rise of prices", "prices"),
    ],
)
def test_different_things_stay_apart(one: str, two: str) -> None:
    assert key(one) != key(two)


@given(st.text(min_size=1, max_size=40))
def test_every_wording_has_a_key(words: str) -> None:
    assert key(words)


def test_claims_of_two_documents_meet_in_one_link() -> None:
    system = model_of("Rain causes floods.", "The rain does not cause floods. Rains caused the flood.")
    (link,) = system.links
    assert (len(link.raises), len(link.denied)) == (2, 1)
    assert system.factors[link.cause].label == "Rain"


def test_the_order_of_the_documents_changes_no_link() -> None:
    texts = (
        "Rain causes floods.",
        "Floods cause flight, and flight causes grief.",
        "Dams prevent floods.",
    )
    for order in (texts, texts[::-1]):
        system = model_of(*order)
        pairs = {
            (system.factors[ln.cause].label.lower(), system.factors[ln.effect].label.lower())
            for ln in system.links
        }
        assert pairs == {
            ("rain", "floods"),
            ("floods", "flight"),
            ("flight", "grief"),
            ("dams", "floods"),
        }


def test_a_document_that_is_given_twice_counts_once() -> None:
    text = Bytes("rain.txt", b"Rain causes floods.")
    assert len(build(text, text).claims) == 1


def test_a_thing_that_causes_itself_makes_no_link() -> None:
    system = model_of("Fear causes fear.")
    assert len(system.claims) == 1
    assert len(system.links) == 0
