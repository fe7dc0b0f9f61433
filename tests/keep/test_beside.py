"""Facts beside a document are taken, and bad ones keep out that document alone."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from armillary.beside import MOST_BYTES, facts_beside
from armillary.errors import SettingsError
from armillary.fleet import Alone
from armillary.gathering import Gathered, gather
from armillary.keep import opened
from armillary.keep.store import Facts
from armillary.settings import Settings

RULES = Settings(language_model="none", witnesses="rules")


def add(corpus: Path, folder: Path, facts: dict[str, Facts] | None = None) -> Gathered:
    with opened(corpus, to_write=True) as kept:
        return gather([folder], kept, RULES, facts or {}, Alone())


def rows(corpus: Path, sql: str) -> list[tuple[object, ...]]:
    with opened(corpus, to_write=False) as kept:
        return list(kept.ask(sql)[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "speeches"
    place.mkdir()
    (place / "one.txt").write_text("Drought raises prices.")
    (place / "two.txt").write_text("Rain causes mud.")
    (place / "one.txt.toml").write_text('author = "Adler"\ndate = 1912-05-03\n')
    return place


def test_facts_beside_a_document_are_taken_and_a_table_goes_before_them(
    tmp_path: Path, folder: Path
) -> None:
    corpus = tmp_path / "c.armillary"
    assert add(corpus, folder) == Gathered(read=2)
    told = "SELECT name, author, body, dated, year FROM documents ORDER BY name"
    assert rows(corpus, told)[0] == ("one.txt", "Adler", None, "1912-05-03", 1912)
    assert add(corpus, folder) == Gathered(unchanged=2)
    (folder / "one.txt.toml").write_text("date = 1913\nbody = 'Left'")
    assert add(corpus, folder) == Gathered(read=1, unchanged=1)
    assert rows(corpus, told)[0] == ("one.txt", None, "Left", "1913", 1913)
    add(corpus, folder, {"one.txt": Facts("Brandt")})
    assert rows(corpus, told)[0][1:3] == ("Brandt", None)


def test_a_bad_file_of_facts_keeps_out_its_document_alone(tmp_path: Path, folder: Path) -> None:
    corpus = tmp_path / "c.armillary"
    add(corpus, folder)
    (folder / "two.txt.toml").write_text("author = ")
    assert add(corpus, folder) == Gathered(unchanged=1, troubled=1)
    ((document, reason),) = rows(corpus, "SELECT document, reason FROM problems")
    assert str(document).endswith("two.txt")
    assert "two.txt.toml" in str(reason)
    (folder / "two.txt.toml").unlink()
    assert add(corpus, folder) == Gathered(read=1, unchanged=1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"author = ", "cannot read a.txt.toml"),
        (b"\xff\xfe", "cannot read a.txt.toml"),
        (b"writer = 'Adler'", "'writer', which is none of author, body, date"),
        (b"author = ['Adler']", "author must be words"),
        (b"#" * (MOST_BYTES + 1), "too large"),
    ],
)
def test_what_tells_no_facts_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.txt.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=message):
        facts_beside(tmp_path / "a.txt")


def test_ctrl_c_stops_with_a_line_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Drought {number} raises prices. Rain causes mud. " * 120)
    corpus = tmp_path / "c.armillary"
    how = ["--language-model", "none", "--witnesses", "rules", "--workers", "2"]
    command = [
        sys.executable,
        "-m",
        "armillary",
        "corpus",
        "add",
        str(folder),
        "--to",
        str(corpus),
        *how,
    ]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not corpus.exists():
        time.sleep(0.05)
    time.sleep(2.5)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the leader and to those who read
    told = run.communicate(timeout=60)[1]
    assert run.returncode == 130, told
    assert "stopped" in told
    assert "Traceback" not in told
    after = add(corpus, folder)
    assert after.read + after.unchanged == 30
    assert len(rows(corpus, "SELECT DISTINCT document FROM documents")) == 30
