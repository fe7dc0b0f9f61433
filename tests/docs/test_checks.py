"""Each check has its page, and the examples on it behave as the page says."""

import re
from pathlib import Path

import pytest

import armillary
from armillary.check import CHECKS
from armillary.check.rule import Rule

PAGES = Path(__file__).parents[2] / "docs" / "checks"
HEADINGS = [
    "Why it matters",
    "When it is wrong",
    "An example that triggers it",
    "An example that does not",
]
EXAMPLE = re.compile(r"^```(text|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENDING = {"text": "txt", "markdown": "md"}


def page(rule: Rule) -> str:
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The parts of a page by heading. The examples have headings of their own, which are none here."""
    _, *parts = re.split(rf"^## ({'|'.join(HEADINGS)})$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def codes(section: str, folder: Path) -> list[set[str]]:
    """The codes that each example of a section triggers."""
    found: list[set[str]] = []
    for kind, text in EXAMPLE.findall(section):
        file = folder / f"example{len(found)}.{ENDING[kind]}"
        file.write_text(text, encoding="utf-8")
        found.append({problem.code for problem in armillary.build(file).problems})
    return found


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_each_check_has_a_page_of_the_same_shape_and_a_row(rule: Rule) -> None:
    assert page(rule).startswith(f"# {rule.code}: {rule.name}\n")
    assert list(sections(page(rule))) == HEADINGS
    row = rf"^\| \[{rule.code}\]\({rule.code}\.md\) \| .+ \| {rule.severity} \|$"
    assert re.search(row, (PAGES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_the_example_that_triggers_does(rule: Rule, tmp_path: Path) -> None:
    found = codes(sections(page(rule))["An example that triggers it"], tmp_path)
    assert found
    assert all(rule.code in example for example in found)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_the_example_that_does_not_trigger_does_not(rule: Rule, tmp_path: Path) -> None:
    found = codes(sections(page(rule))["An example that does not"], tmp_path)
    assert found
    assert all(rule.code not in example for example in found)


def test_no_page_is_left_over() -> None:
    assert sorted(path.stem for path in PAGES.glob("[A-Z][0-9]*.md")) == sorted(
        rule.code for rule in CHECKS
    )
