"""The command line as a person meets it: what it writes, what it says, and how it ends."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ESSAY = "# Rents\n\nThe cap reduced the number of flats. Fewer flats led to higher rents. Higher rents led to a cap.\n"


def run(*words: str | Path, cwd: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "armillary", *map(str, words)]
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, check=False)


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    """What it said to the person. A traceback is never among it."""
    said = done.stderr.decode()
    assert "Traceback" not in said + done.stdout.decode()
    return said


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "rents.md"
    path.write_text(ESSAY, encoding="utf-8")
    return path


def test_build_writes_one_model_of_all_documents(essay: Path) -> None:
    other = essay.with_name("other.txt")
    other.write_text("War caused famine.", encoding="utf-8")
    done = run("build", essay, other, "-o", "both.json", cwd=essay.parent)
    assert done.returncode == 0, done.stderr
    model = json.loads((essay.parent / "both.json").read_bytes())
    assert [document["name"] for document in model["documents"]] == ["rents.md", "other.txt"]
    assert "4 claims by 1 holder, 1 loop" in told(done)


def test_build_writes_one_file_for_each_document_into_a_folder(essay: Path) -> None:
    twin = essay.with_suffix(".txt")
    twin.write_text("War caused famine.", encoding="utf-8")
    done = run("build", essay, twin, "-o", "models/", "--to", "json", "--to", "csv", cwd=essay.parent)
    assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in (essay.parent / "models").iterdir())
    assert made == ["rents.md.csv", "rents.md.json", "rents.txt.csv", "rents.txt.json"]


def test_standard_input_and_output_are_written_as_a_dash(tmp_path: Path) -> None:
    done = run("build", "-", "-o", "-", cwd=tmp_path, given=ESSAY.encode())
    assert json.loads(done.stdout)["claims"]
    assert list(tmp_path.iterdir()) == []


def test_one_bad_document_does_not_stop_the_others(essay: Path) -> None:
    done = run("build", "missing.txt", essay, "-o", "models/", cwd=essay.parent)
    assert done.returncode == 3
    assert "missing.txt" in told(done)
    assert (essay.parent / "models" / "rents.json").exists()


def test_a_document_is_never_overwritten_by_its_own_page(essay: Path) -> None:
    page = essay.with_suffix(".json")
    page.write_text(ESSAY, encoding="utf-8")
    done = run("build", essay, page, "-o", page, cwd=essay.parent)
    assert done.returncode == 5
    assert "would be overwritten" in told(done)
    assert page.read_text(encoding="utf-8") == ESSAY


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("build", "rents.md", "-o", "model"), 2, "name it model.json"),
        (("build", "rents.md", "--to", "jsn"), 2, "did you mean 'json'"),
        (("build", "rents.md", "-o", "m.json", "--open"), 2, "--open shows a page"),
        (("build", "rents.md", "-o", "m.json", "--dated", "soon"), 2, "'soon' is no date"),
        (("build", "."), 3, "folder"),
        (("build", "empty.txt", "-o", "e.json"), 3, "empty.txt"),
        (("build", "dots.txt", "-o", "e.json"), 3, "dots.txt"),
        (("build", "nul.txt", "-o", "e.json"), 3, "nul.txt"),
        (("build", "rents.md", "-o", "rents.md/x.json"), 5, "cannot write"),
        (("serve", "nowhere"), 2, "nowhere is no folder"),
        (("serve", "--port", "99999"), 2, "port 99999 cannot be used"),
        (("show", "rents.md", "claims"), 2, "build one first"),
        (("show", "broken.json", "claims"), 4, "cut off"),
        (("show", "none.json", "claims"), 4, "cannot read"),
        (("export", "broken.json", "--to", "html"), 4, "cut off"),
        (("biuld", "rents.md"), 2, "No such command"),
        ((), 2, "Usage"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    essay: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    for name, content in (
        ("empty.txt", b""),
        ("dots.txt", b"... !? ..."),
        ("nul.txt", b"a\0b\0c"),
        ("broken.json", b'{"format": "arm'),
    ):
        essay.with_name(name).write_bytes(content)
    done = run(*words, cwd=essay.parent)
    assert said in told(done)
    assert done.returncode == code
    assert essay.read_text(encoding="utf-8") == ESSAY


def test_show_tells_loops_as_stories(tmp_path: Path) -> None:
    text = "Fear causes flight. Flight causes fear. Flight does not cause fear, Ida Holm said."
    (tmp_path / "fear.txt").write_text(text, encoding="utf-8")
    run("build", "fear.txt", "-o", "m.json", cwd=tmp_path)
    told = run("show", "m.json", "loops", cwd=tmp_path).stdout.decode()
    for line in (
        "o1 reinforcing: Fear → flight → Fear",
        "   Fear raises flight",
        "      raises: “Fear causes flight” (c1, the author, asserted)",
        "      denies: “Flight does not cause fear” (c3, Ida Holm, negated)",
    ):
        assert line in told.splitlines()


def test_show_prints_a_table_or_csv(essay: Path) -> None:
    run("build", essay, "-o", "m.json", cwd=essay.parent)
    done = run("show", "m.json", "claims", cwd=essay.parent)
    assert b"lowers" in done.stdout
    done = run("show", "m.json", "claims", "--csv", cwd=essay.parent)
    assert done.stdout.splitlines()[0].startswith(b"id,document,start,end,words,cause,effect")
    done = run("show", "m.json", "klaims", cwd=essay.parent)
    assert (done.returncode, "did you mean 'claims'" in told(done)) == (2, True)


def test_simulate_tells_directions_and_why_tells_words(essay: Path) -> None:
    run("build", essay, "-o", "m.json", cwd=essay.parent)
    done = run("simulate", "m.json", "--push", "the cap=up", "--csv", cwd=essay.parent)
    assert "Direction" not in told(done)
    rows = {line.split(",")[1]: line.split(",")[2:5] for line in done.stdout.decode().splitlines()}
    assert rows["flats"] == ["0", "1", "0"]
    assert "Direction, not size" in told(run("simulate", "m.json", "--push", "cap=up", cwd=essay.parent))
    done = run("why", "m.json", "cap", "rents", cwd=essay.parent)
    assert "Fewer flats led to higher rents" in done.stdout.decode()
    for words, said in (
        (("simulate", "m.json", "--push", "cap"), "is no push"),
        (("simulate", "m.json"), "nothing is pushed"),
        (("simulate", "m.json", "--push", "flat=up", "--runs", "0"), "at least 1"),
        (("why", "m.json", "rents", "flots"), "the nearest: 'flats'"),
        (("why", "m.json", "rents", "rents"), "one factor, not two"),
    ):
        done = run(*words, cwd=essay.parent)
        assert (done.returncode, said in told(done)) == (2, True), done.stderr


def test_check_prints_like_a_linter_and_ends_with_one_where_something_was_found(tmp_path: Path) -> None:
    (tmp_path / "day.txt").write_text(
        "The war began.\nOn Monday, 28 July 1914, Austria declared war.", encoding="utf-8"
    )
    done = run("check", "day.txt", cwd=tmp_path)
    assert done.stdout.decode() == "day.txt:2:4 T401 1914-07-28 was a Tuesday, not a Monday\n"
    assert done.returncode == 1
    assert run("check", "day.txt", "--exit-zero", cwd=tmp_path).returncode == 0


def test_check_ends_with_zero_where_nothing_was_found(essay: Path) -> None:
    assert run("check", essay, cwd=essay.parent).returncode == 0


def test_a_finding_is_set_aside_with_a_reason_and_told_when_its_words_are_gone(tmp_path: Path) -> None:
    day = tmp_path / "day.txt"
    day.write_text("On Monday, 28 July 1914, Austria declared war.", encoding="utf-8")
    done = run("set-aside", "day.txt:1:4", "--because", "We know.", cwd=tmp_path)
    assert (done.returncode, "T401" in told(done)) == (0, True)
    done = run("check", "day.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "0 findings, 1 set aside" in told(done)
    day.write_text("On Tuesday, 28 July 1914, Austria declared war.", encoding="utf-8")
    assert "“Monday, 28 July 1914”: its words are gone" in told(run("check", "day.txt", cwd=tmp_path))


@pytest.mark.parametrize(
    ("place", "reason", "said"),
    [
        ("day.txt:9:4", "We know.", "the nearest finding is in line 1"),
        ("day.txt", "We know.", "write it as essay.txt:43:12"),
        ("day.txt:1:4", " ", "the reason is empty"),
    ],
)
def test_what_cannot_be_set_aside_is_said_in_words(
    tmp_path: Path, place: str, reason: str, said: str
) -> None:
    (tmp_path / "day.txt").write_text("On Monday, 28 July 1914, war was declared.", encoding="utf-8")
    done = run("set-aside", place, "--because", reason, cwd=tmp_path)
    assert (done.returncode, said in told(done)) == (2, True), done.stderr


def test_explain_prints_the_page_of_a_check_or_lists_them(tmp_path: Path) -> None:
    assert run("explain", "t401", cwd=tmp_path).stdout.startswith(b"# T401: a weekday")
    assert b"T402  error" in run("explain", cwd=tmp_path).stdout
    done = run("explain", "T411", cwd=tmp_path)
    assert (done.returncode, "did you mean 'T401'" in told(done)) == (2, True)


def test_an_old_result_stands_where_a_new_one_cannot_be_made(essay: Path) -> None:
    run("build", essay, "-o", "m.json", cwd=essay.parent)
    old = (essay.parent / "m.json").read_bytes()
    essay.write_bytes(b"\0")
    assert run("build", essay, "-o", "m.json", cwd=essay.parent).returncode == 3
    assert (essay.parent / "m.json").read_bytes() == old


def test_the_schema_and_the_version_are_printed(tmp_path: Path) -> None:
    assert json.loads(run("schema", cwd=tmp_path).stdout)["$ref"] == "#/$defs/Model"
    assert run("--version", cwd=tmp_path).stdout.startswith(b"armillary 0.")


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['armillary', '--help']\ntry:\n import armillary.cli; armillary.cli.main()\nexcept SystemExit: print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    for heavy in (
        b"'numpy'",
        b"'networkx'",
        b"'msgspec'",
        b"'spacy'",
        b"'rich'",
        b"'armillary.pipeline'",
    ):
        assert heavy not in done.stdout


def test_ctrl_c_leaves_the_old_result_as_it_was(essay: Path) -> None:
    old = essay.with_name("m.json")
    old.write_text("old", encoding="utf-8")
    command = [sys.executable, "-m", "armillary", "build", "-", "-o", str(old)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=essay.parent
    ) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(3)  # it waits for the rest of standard input
        running.send_signal(signal.SIGINT)
        assert running.wait() == 130
        assert running.stderr is not None
        assert b"stopped" in running.stderr.read()
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in essay.parent.iterdir()) == ["m.json", "rents.md"]
