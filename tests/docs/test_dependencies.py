"""Every dependency is written up: what for, upkeep, licence, what else was weighed."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = {
    (package["name"], package.get("version"))
    for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
}
ENTRY = re.compile(r"^\| `(?P<name>[\w.-]+)` \|(?P<cells>.*)\|$", re.MULTILINE)
ENTRIES = {
    entry["name"]: [cell.strip() for cell in entry["cells"].split("|")]
    for entry in ENTRY.finditer((ROOT / "docs/dependencies.md").read_text(encoding="utf-8"))
}
NEEDED = [
    *PROJECT["project"]["dependencies"],
    *(name for extra in PROJECT["project"]["optional-dependencies"].values() for name in extra),
    *(name for group in PROJECT["dependency-groups"].values() for name in group),
    *PROJECT["build-system"]["requires"],
]
NAMES = sorted({re.split(r"[<>=!~\[; ]", needed)[0] for needed in NEEDED})


@pytest.mark.parametrize("name", NAMES)
def test_each_dependency_has_an_entry_with_every_cell_filled(name: str) -> None:
    assert name in ENTRIES, f"docs/dependencies.md has no entry for {name}"
    assert len(ENTRIES[name]) == 4
    assert all(ENTRIES[name])


def test_no_entry_is_left_over() -> None:
    assert sorted(ENTRIES) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if any(name == known for known, _ in LOCKED)])
def test_the_version_that_is_told_is_a_locked_one(name: str) -> None:
    told = ENTRIES[name][2].split(",")[0]
    assert (name, told) in LOCKED
