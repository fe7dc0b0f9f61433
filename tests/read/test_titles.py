"""When two titles are one. A wrong match hides a missing section."""

import pytest

from armillary.read.titles import same, shown

ONE_SECTION = [
    ("Causes of the War", "CAUSES OF THE WAR"),
    ("Causes of the War", "1. Causes of the war"),
    ("Causes of the War", "IV) Causes of the War"),
    ("Chapter 2: Causes of the War", "Causes of the War"),
    ("Causes of the War", "The Cause of War"),
    ("The King's Peace", "The King’s Peace"),
    ("The Minister Re-elected", "The Minister Reelected"),
    ("Anti-Inflation Policy", "Anti Inflation Policy"),
    ("Rents: a history of the cap", "Rents"),
    ("Struggle for Independence", "Struggle for Independance"),
    ("Motives for Marching Toward the East", "Motives for Marching East Toward"),
    ("Why Rents Rose in the Capital", "Why the Rents Rose in the Capital City"),
    ("The ﬁrst ﬂat", "The first flat"),
    ("Élan and Decline", "Elan and decline"),
]
TWO_SECTIONS = [
    ("What the Tenants Wanted", "What the Landlords Wanted"),
    ("Rise of Rents", "Fall of Rents"),
    ("Part 1", "Part 2"),
    ("The War in 1914", "The War in 1915"),
    ("Economic Causes", "Economic Consequences"),
    ("Is the Cap Just?", "Is the Cap Not Just?"),
    ("Struggle for Land in the North", "Struggle for Land in the South"),
    (
        "How the War Changed the Price of Bread in Germany",
        "How the War Changed the Price of Bread in France",
    ),
    ("Rents", "Rents and Wages"),
    ("The Cap", "The Map"),
    ("The Phase of General Gain", "The Phase of General Loss"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), ONE_SECTION)
def test_small_differences_of_wording_are_one_section(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_SECTIONS)
def test_a_word_that_is_swapped_makes_another_section(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Rents\r\n: a history", "Rents: a history"),
        ("**Rents** and _wages_", "Rents and wages"),
        ("[Rents](#rents)", "Rents"),
        ("Rents {#rents}", "Rents"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_a_title_is_shown_on_one_line_without_marks(words: str, title: str) -> None:
    assert shown(words) == title
