"""Checks are chosen by their codes or by the beginnings of these."""

import subprocess
import sys
from pathlib import Path

import pytest

from armillary.check import CHECKS
from armillary.check.choosing import chosen
from armillary.errors import SettingsError

ALL = {rule.code for rule in CHECKS}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "armillary", "check", "bridge.txt", *words]
    (folder / "bridge.txt").write_text("It was opened on Friday, 8 May 1912, in rain.", encoding="utf-8")
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_all_checks_run_where_none_is_named() -> None:
    assert chosen(CHECKS) == ALL


def test_a_beginning_stands_for_all_codes_that_start_so() -> None:
    assert chosen(CHECKS, ["t4"]) == {code for code in ALL if code.startswith("T4")}


def test_what_is_ignored_is_left_out_of_what_is_selected() -> None:
    assert chosen(CHECKS, ["S1"], ["S102"]) == {code for code in ALL if code.startswith("S1")} - {"S102"}


def test_an_unknown_code_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match=r"no check is called 'T4011'; did you mean 'T401'\?"):
        chosen(CHECKS, ["T4011"])


def test_the_command_tells_only_what_is_selected(tmp_path: Path) -> None:
    found, left_out = run(tmp_path, "--select", "S1, T"), run(tmp_path, "--ignore", "T401")
    assert (found.returncode, "T401" in found.stdout) == (1, True)
    assert (left_out.returncode, left_out.stdout) == (0, "")


def test_the_command_refuses_an_unknown_code(tmp_path: Path) -> None:
    done = run(tmp_path, "--ignore", "C5011")
    assert (done.returncode, "did you mean 'C501'?" in done.stderr) == (2, True)
