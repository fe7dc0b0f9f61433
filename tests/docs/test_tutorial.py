"""The tutorial does what it says: its commands are run from top to bottom, its output compared.

A block `console` holds commands after `$ ` and what they print; a block `python` holds `>>>` lines. In
both, `...` stands for anything. Blocks of other kinds are not run.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
ANYTHING = r"\s*\.\.\.\s*"


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Pairs of a command and what it is said to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, told = part.partition("\n")
        yield command, told


def tidy(output: str) -> str:
    """What is compared: blanks at line ends and empty lines do not count."""
    return "\n".join(line.rstrip() for line in output.splitlines() if line.strip())


def fits(told: str, output: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in re.split(ANYTHING, tidy(told)))
    return re.fullmatch(pattern, tidy(output), re.DOTALL) is not None


def run(command: str, folder: Path) -> str:
    """What a command prints in a shell, with our own `armillary` first on the path."""
    shell = shutil.which("bash")
    assert shell, "the tutorial needs bash"
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        [shell, "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"},
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout


def run_python(block: str, names: dict[str, object], told: list[str]) -> None:
    """Run a block with the names of those before it."""
    test = doctest.DocTestParser().get_doctest(block, names, "tutorial", "tutorial.md", 0)
    doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=told.append, clear_globs=False)
    names.update(test.globs)


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for kind, block in BLOCK.findall((ROOT / "docs/tutorial.md").read_text(encoding="utf-8")):
        if kind == "python":
            told: list[str] = []
            run_python(block, names, told)
            assert not told, "".join(told)
        else:
            for command, expected in commands(block):
                output = run(command, tmp_path)
                assert fits(expected, output), f"$ {command}\n{output}"


@pytest.mark.parametrize(
    ("told", "output", "same"),
    [
        ("one\n", "one", True),
        ("a ... d\n", "a b\nc d\n", True),
        ("a ...\nend\n", "a b\nmore\nend", True),
        ("one\n", "two", False),
        ("", "noise", False),
        ("...\n  a ...\n...\n", "\n\n  a\n", True),
        ("...", "", True),
    ],
)
def test_dots_stand_for_anything_and_nothing_else_does(told: str, output: str, same: bool) -> None:  # noqa: FBT001  a table of cases
    assert fits(told, output) is same


def test_commands_are_told_from_what_they_print() -> None:
    assert list(commands("$ one\nout\nput\n$ two\n")) == [("one", "out\nput\n"), ("two", "")]
