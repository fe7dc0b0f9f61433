"""Units: every form is found, none takes another's place, and dimensions agree with pint's."""

import tomllib
from importlib.resources import files

import pint
import pytest

from armillary.annotate import numbers
from armillary.annotate.numbers import units
from armillary.reading import Reading
from armillary.text import Document

ENTRIES = tomllib.loads(
    files("armillary.annotate.numbers").joinpath("units.toml").read_text(encoding="utf-8")
)
FORMS = [(form, unit.name) for form, unit in units.table().words.items() if unit.name != "pound"]
SIGNS = [(form, unit.name) for form, unit in units.table().symbols.items()]
PINT = {
    "length": "[length]", "area": "[length]**2", "volume": "[length]**3", "mass": "[mass]", "time": "[time]",
    "temperature": "[temperature]", "angle": "", "speed": "[length]/[time]", "energy": "[energy]", "power": "[power]",
    "pressure": "[pressure]", "force": "[force]", "frequency": "[frequency]", "data": "",
    "substance": "[substance]", "sound": "", "ratio": "", "radiation": None, "electricity": None,
}  # fmt: skip


def unit_of(text: str) -> list[str | None]:
    return [
        number.unit for number in numbers.mark(Reading(Document("t.txt", "T", text, "0" * 64))).numbers
    ]


@pytest.mark.parametrize(("form", "name"), FORMS)
def test_every_word_for_a_unit_is_read_after_a_hyphen_or_a_blank(form: str, name: str) -> None:
    assert name in {*unit_of(f"a 12-{form} thing"), *unit_of(f"It had 12 {form}.")}


@pytest.mark.parametrize(("sign", "name"), SIGNS)
def test_every_symbol_of_a_unit_is_read_after_digits(sign: str, name: str) -> None:
    assert name in {*unit_of(f"It had 12.5{sign}."), *unit_of(f"It had 12.5 {sign}.")}


@pytest.mark.parametrize(
    ("sign", "name"), [(sign, unit.name) for sign, unit in units.table().before.items()]
)
def test_every_sign_of_a_currency_is_read_before_digits(sign: str, name: str) -> None:
    assert unit_of(f"It cost {sign}12.") == [name] or unit_of(f"It cost {sign} 12.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "5 A levels",
        "the 3 in the box",
        "5 won medals",
        "2 bars sold beer",
        "7 second graders",
        "12 points of light",
        "4 real friends",
    ],
)
def test_a_common_word_is_no_unit(text: str) -> None:
    assert [unit for unit in unit_of(text) if unit not in {None, "bar", "point"}] == []


def test_a_pound_is_money_beside_words_of_money_and_else_a_weight() -> None:
    assert unit_of("She paid 30 pounds for it.") == ["GBP"]
    assert unit_of("The dog weighed 30 pounds.") == ["pound"]


def test_a_rate_is_named_after_both_units() -> None:
    assert unit_of("It held 5 grams per litre and 3 µg/m³.") == [
        "gram per litre",
        "microgram per cubic metre",
    ]


@pytest.mark.parametrize(
    ("dimension", "name"), [(dim, name) for dim, entries in ENTRIES.items() for name in entries]
)
def test_a_dimension_agrees_with_pint(dimension: str, name: str) -> None:
    registry = _registry()
    known = ENTRIES[dimension][name].get("pint", name)
    wanted = PINT[dimension]
    if known and wanted is not None:
        assert registry.Quantity(1, registry.parse_units(known)).check(wanted)


_KEPT: list[pint.UnitRegistry[float]] = []


def _registry() -> "pint.UnitRegistry[float]":
    if not _KEPT:
        _KEPT.append(pint.UnitRegistry())
    return _KEPT[0]
