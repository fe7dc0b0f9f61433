"""The colours can be told from their ground, light and dark, and the page stays small."""

import re
from pathlib import Path

import pytest

from armillary.errors import OutputError
from armillary.publish.report import template

TOKENS = (Path(__file__).parents[2] / "ui/src/tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in TOKENS.split("@media", maxsplit=1)
)
GROUNDS = ("paper", "sheet", "well", "hover")
INKS = ("ink", "soft", "raises", "lowers", "unclear")
MOST_BYTES = 280_000


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_stand_out_from_their_ground(scheme: dict[str, str], ground: str, ink: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_chosen_stands_out_twice(scheme: dict[str, str]) -> None:
    assert contrast(scheme["ink"], scheme["chosen"]) >= 4.5
    assert contrast(scheme["chosen-edge"], scheme["paper"]) >= 3
    assert contrast(scheme["edge"], scheme["sheet"]) >= 3


def test_the_template_stays_small() -> None:
    try:
        size = len(template().encode())
    except OutputError as error:
        pytest.skip(str(error))
    assert size <= MOST_BYTES
