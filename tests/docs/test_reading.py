"""docs/reading.md names steps, choices and commands that are there."""

import re
from pathlib import Path

from armillary.annotate import STEPS

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def test_every_step_is_told_in_order() -> None:
    told = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", TEXT, re.MULTILINE)
    assert told == [step.mark.__module__.split(".")[2] for step in STEPS]


def test_every_command_and_file_is_there() -> None:
    scripts = set(re.findall(r"\b((?:bench|training|tests|annotate)/[\w/]+\.(?:py|jsonl|toml))", TEXT))
    assert len(scripts) > 8
    missing = [
        name
        for name in scripts
        if not ((ROOT / name).exists() or (ROOT / "src/armillary" / name).exists())
    ]
    assert missing == []
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_every_choice_is_one_of_the_command() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    choices = re.findall(r"^\| `(--[\w-]+)[^`]*` \|", TEXT, re.MULTILINE)
    assert len(choices) == 4
    assert all(choice in commands for choice in choices)
