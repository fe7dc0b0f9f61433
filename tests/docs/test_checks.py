"""Each check has its page, and the examples on it behave as the page says."""

import re
from pathlib import Path

import pytest

import armillary
from armillary import pipeline
from armillary.check import CHECKS
from armillary.check.rule import Rule
from armillary.settings import Checking, Settings
from armillary.system import System

PAGES = Path(__file__).parents[2] / "docs" / "checks"
HEADINGS = [
    "Why it matters",
    "When it is wrong",
    "An example that triggers it",
    "An example that does not",
]
EXAMPLE = re.compile(
    r"^```(?P<kind>text|markdown|csv)(?: (?P<held>[\w./-]+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
"""A document, or with a name behind the kind a file that its reader holds: in `sources/`, or facts."""

ENDING = {"text": "txt", "markdown": "md"}


def page(rule: Rule) -> str:
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The parts of a page by heading. The examples have headings of their own, which are none here."""
    _, *parts = re.split(rf"^## ({'|'.join(HEADINGS)})$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def codes(section: str, folder: Path) -> list[set[str]]:
    """The codes that each example of a section triggers, beside all that the section holds."""
    found = list(EXAMPLE.finditer(section))
    for example in found:
        if example["held"]:
            file = folder / example["held"]
            file.parent.mkdir(exist_ok=True)
            file.write_text(example["text"], encoding="utf-8")
    settings = Settings(check=held(folder))
    holdings = pipeline.gather(settings)
    return [
        {problem.code for problem in pipeline.checked(system, settings, holdings).problems}
        for system in (_system(example, folder) for example in found if not example["held"])
    ]


def held(folder: Path) -> Checking:
    """What the files in a folder of examples are for: `sources/`, and tables of facts."""
    sources = folder / "sources"
    facts = tuple(sorted(map(str, folder.glob("*.csv"))))
    return Checking(sources=str(sources) if sources.is_dir() else None, facts=facts)


def _system(example: re.Match[str], folder: Path) -> System:
    file = folder / f"example{example.start()}.{ENDING[example['kind']]}"
    file.write_text(example["text"], encoding="utf-8")
    return armillary.build(file)


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
