"""docs/commands.md tells of every command, option, exit code, setting and form."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from armillary import errors
from armillary.cli import armillary
from armillary.publish import FORMS
from armillary.read import FORMATS
from armillary.read.formats import Format
from armillary.settings import Checking, Settings

TEXT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.+?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
COMMANDS = sorted(armillary.commands.items())
OPTIONS = [
    pytest.param(name, option, flag, id=f"{name} {flag}")
    for name, command in COMMANDS
    for option in command.params
    if isinstance(option, click.Option)
    for flag in option.opts
]
KEYS = [field.name for field in fields(Settings) if field.name != "check"] + [
    f"check.{field.name}" for field in fields(Checking)
]
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ArmillaryError)
]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_each_command_has_help_and_a_section(name: str, command: click.Command) -> None:
    assert command.help, f"{name} is missing its help"
    assert f"armillary {name}" in SECTIONS


@pytest.mark.parametrize(("name", "option", "flag"), OPTIONS)
def test_each_option_has_help_and_stands_in_its_section(
    name: str, option: click.Option, flag: str
) -> None:
    assert option.help, f"{flag} of {name} is missing its help"
    assert re.search(rf"`{re.escape(flag)}\b", SECTIONS[f"armillary {name}"])


def test_no_section_tells_of_a_command_that_is_not_there() -> None:
    told = [title.removeprefix("armillary ") for title in SECTIONS if title.startswith("armillary ")]
    assert sorted(told) == [name for name, _ in COMMANDS]


@pytest.mark.parametrize("kind", KINDS)
def test_each_error_stands_beside_its_exit_code(kind: type[errors.ArmillaryError]) -> None:
    row = next(line for line in SECTIONS["Exit codes"].splitlines() if f"`{kind.__name__}`" in line)
    assert row.startswith(f"| {kind.exit_code} |")


@pytest.mark.parametrize("key", KEYS)
def test_each_setting_is_explained(key: str) -> None:
    assert f"| `{key}` |" in SECTIONS["Settings"]


def test_each_form_is_named() -> None:
    assert all(f"`{form.name}`" in SECTIONS["armillary build"] for form in FORMS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_that_is_read_is_told_with_its_endings(form: Format) -> None:
    row = next(line for line in SECTIONS["What is read"].splitlines() if f"| {form.name} |" in line)
    assert all(f"`{suffix}`" in row for suffix in form.suffixes)
