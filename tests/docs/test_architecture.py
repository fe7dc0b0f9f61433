"""docs/architecture.md shows the road as it is: its layers, its nouns, its verbs and their lists."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "armillary"
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
NOUNS = re.findall(r"^\| `(\w+)` \| `(\w+)\.py` \|", TEXT, re.MULTILINE)
VERBS = re.findall(r"^\| `(\w+)/` \|[^|]+\|([^|]+)\|", TEXT, re.MULTILINE)


def test_the_layers_are_those_that_the_machine_guards() -> None:
    drawn = re.findall(r"^```\n(cli\n.+?)\n```$", TEXT, re.MULTILINE | re.DOTALL)
    assert [block.splitlines() for block in drawn] == [CONTRACTS["contracts"][0]["layers"]]


@pytest.mark.parametrize(("noun", "file"), NOUNS)
def test_each_noun_stands_in_its_file(noun: str, file: str) -> None:
    assert hasattr(import_module(f"armillary.{file}"), noun)


@pytest.mark.parametrize(("verb", "lists"), VERBS)
def test_each_verb_holds_the_list_that_it_is_said_to_hold(verb: str, lists: str) -> None:
    module = import_module(f"armillary.{verb}")
    assert all(isinstance(getattr(module, name), tuple) for name in re.findall(r"`([A-Z]+)`", lists))


def test_no_verb_is_left_out() -> None:
    layer = next(layer for layer in CONTRACTS["contracts"][0]["layers"] if "read |" in layer)
    assert [verb for verb, _ in VERBS] == layer.split(" | ")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
