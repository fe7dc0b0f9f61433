"""The README's commands and its Python run as they stand, on an essay of ours."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import armillary

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.split("#")[0].split() for line in re.findall(r"^    (armillary .+)$", TEXT, re.MULTILINE)
]
CODE = re.findall(r"^```python\n(.+?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "examples" / "rents.txt", tmp_path / "essay.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_do_what_the_readme_says(folder: Path) -> None:
    assert COMMANDS
    for _, *arguments in COMMANDS:
        kept = [argument for argument in arguments if argument != "--open"]  # no browser in a test
        command = [sys.executable, "-m", "armillary", *kept]
        done = subprocess.run(command, cwd=folder, env=os.environ, check=False, capture_output=True)
        assert done.returncode in ({0, 1} if kept[0] == "check" else {0}), done.stderr.decode()
    assert {"essay.html", "essay.json"} <= {path.name for path in folder.iterdir()}


def test_the_python_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CODE
    for block in CODE:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102  our own README
    assert "flats lowers rents | Fewer flats led to higher rents" in capsys.readouterr().out
    assert (folder / "essay.html").is_file()


def test_the_pages_that_it_leads_to_are_there() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", TEXT)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_version_has_a_heading_in_the_changelog() -> None:
    assert f"## {armillary.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
