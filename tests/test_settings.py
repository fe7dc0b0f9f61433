"""A setting that means nothing is refused at once, with the nearest that means something."""

from pathlib import Path

import pytest

from armillary.errors import SettingsError
from armillary.settings import FILE, Settings, load


@pytest.mark.parametrize("dated", ["1914", "1914-07", "1914-07-28", "2024-02-29"])
def test_a_date_may_be_known_to_the_year_the_month_or_the_day(dated: str) -> None:
    assert Settings(dated=dated).dated == dated


@pytest.mark.parametrize("dated", ["July 1914", "1914-13", "2023-02-29", "14-07-28", "1914-7", ""])
def test_what_is_no_date_is_refused_with_the_forms_that_are(dated: str) -> None:
    with pytest.raises(SettingsError, match="write it as 2023, 2023-02 or 2023-02-24"):
        Settings(dated=dated)


def test_an_unknown_encoding_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean 'latin-1'"):
        Settings(encoding="latn-1")


def test_a_codec_that_is_no_encoding_of_text_is_refused() -> None:
    with pytest.raises(SettingsError, match="no encoding is called 'base64'"):
        Settings(encoding="base64")


def test_the_file_can_set_a_truth_value(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("skip_pictures = true\n")
    assert load(tmp_path).skip_pictures


@pytest.mark.parametrize(
    ("line", "wants"),
    [
        ('skip_pictures = "yes"', "true or false"),
        ("dated = 1914", "a text"),
        ("longest_loop = true", "a whole number"),
        ("longest_loop = 0", "at least 1"),
        ("longest_lop = 3", "did you mean 'longest_loop'"),
    ],
)
def test_a_setting_of_another_type_says_what_it_takes(tmp_path: Path, line: str, wants: str) -> None:
    (tmp_path / FILE).write_text(line)
    with pytest.raises(SettingsError, match=wants):
        load(tmp_path)


def test_the_table_check_says_which_checks_run(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('dated = "1914"\n[check]\nselect = ["S"]\nexit_zero = true\n')
    settings = load(tmp_path)
    assert (settings.dated, settings.check.select, settings.check.exit_zero) == ("1914", ("S",), True)


@pytest.mark.parametrize(
    ("lines", "wants"),
    [
        ('check = "S"', "takes a table"),
        ('[check]\nselect = "S"', "sets check.select to 'S'; it takes a list of texts"),
        ('[check]\nselekt = ["S"]', "did you mean 'select'"),
    ],
)
def test_a_fault_in_the_table_check_is_named(tmp_path: Path, lines: str, wants: str) -> None:
    (tmp_path / FILE).write_text(lines)
    with pytest.raises(SettingsError, match=wants):
        load(tmp_path)
