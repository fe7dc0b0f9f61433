"""The house rules that no linter knows: steps in order, files that one can read, public names that are true."""

from pathlib import Path

import pytest

import armillary
from armillary.annotate import STEPS
from armillary.check import CHECKS
from armillary.publish import FORMS

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 500
FILES = sorted((ROOT / "src").rglob("*.py"))


def test_no_step_needs_what_a_later_one_gives() -> None:
    given: set[str] = set()
    for step in STEPS:
        assert set(step.needs) <= given, step
        given |= set(step.gives)


def test_the_public_names_are_exactly_those_that_are_told() -> None:
    assert sorted(armillary.__all__) == armillary.__all__
    for name in armillary.__all__:
        assert getattr(armillary, name) is not None
    with pytest.raises(AttributeError, match="'biuld'"):
        _ = armillary.biuld


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_file_says_what_it_is_for_and_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines
    assert lines[0].startswith(('"""', 'r"""'))
    assert len(lines) <= LONGEST_FILE


def test_codes_and_forms_are_told_once() -> None:
    codes = [rule.code for rule in CHECKS]
    assert len(set(codes)) == len(codes)
    assert len({form.name for form in FORMS}) == len(FORMS)
