"""The review file: read back as written, the rest left letter by letter, and nothing lost by whatever happens."""

import errno
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.anchor import Anchor
from armillary.errors import OutputError, ReviewError
from armillary.filing import beside, keeping, load, put, remove
from armillary.findings import Sign
from armillary.reading import Modality
from armillary.review import Aside, Correction, Entry, Kind, Review, Same, Verdict

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FULL = WORDS.map(lambda words: " ".join(f"x{words}".split()))
ANCHORS = st.builds(Anchor, FULL, WORDS, WORDS)
CORRECTIONS = st.builds(
    Correction,
    ANCHORS,
    FULL,
    FULL,
    st.none() | st.sampled_from(Verdict),
    st.booleans(),
    st.none() | st.sampled_from(Sign),
    st.none() | st.sampled_from(Modality),
    st.none() | FULL,
    WORDS,
)
NAMES = st.builds(
    Same, st.sampled_from(Kind), st.lists(WORDS, min_size=2, max_size=3).map(tuple), st.booleans(), WORDS
)
ASIDES = st.builds(Aside, WORDS, WORDS, WORDS, WORDS, WORDS, st.lists(WORDS, max_size=2).map(tuple))
ENTRIES = st.one_of(CORRECTIONS, NAMES, ASIDES)


def entry(name: str, because: str = "") -> Correction:
    return Correction(Anchor(name, "before ", " behind"), "a", "b", Verdict.ACCEPTED, because=because)


def all_of(review: Review) -> set[Entry]:
    return {*review.claims, *review.names, *review.asides}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reviews")


@given(st.lists(ENTRIES, max_size=6))
def test_what_is_written_comes_back_in_any_order_and_goes_again(
    folder: Path, entries: list[Entry]
) -> None:
    one, other = folder / "one.toml", folder / "other.toml"
    for path in (one, other):
        path.unlink(missing_ok=True)
    for said in entries:
        put(one, said)
    kept_now = all_of(load(one))
    assert kept_now <= set(entries)
    for said in sorted(kept_now, key=repr, reverse=True):
        put(other, said)
    assert all_of(load(other)) == kept_now
    if entries:
        assert one.read_bytes() == other.read_bytes()
        tomllib.loads(one.read_text(encoding="utf-8"))
    before = one.read_bytes() if entries else b""
    for said in kept_now:
        put(one, said)
    assert (one.read_bytes() if entries else b"") == before
    for said in kept_now:
        assert remove(one, said) == said
    assert load(one) == Review()


def test_a_change_leaves_every_other_line_as_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    for name in "bdf":
        put(path, entry(name))
    text = path.read_text().replace(
        '[[claim]]\nquote = "d"', '# my own remark\n[[claim]]\nquote   =   "d"'
    )
    path.write_text(text)
    put(path, entry("c"))
    put(path, entry("f", "a reason"))
    after = path.read_text()
    assert '# my own remark\n[[claim]]\nquote   =   "d"' in after
    assert [said.at.quote for said in load(path).claims] == ["b", "c", "d", "f"]
    remove(path, entry("c"))
    remove(path, entry("f"))
    assert path.read_text() == text[: text.index('[[claim]]\nquote = "f"')].rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("[[claim]]\nquote = 'a'\nprefix = ", "line 3"),
        ("# one\n[[claim]]\nquote = 'a", "line 3"),
        ("[[claim]]\nquote = 3", r"line 1: the entry \[\[claim\]\] needs the text quote"),
        ("[[claims]]\nquote = 'a'", r"of no known kind; there are \[\[claim\]\]"),
        ("[[aside]]\ncod = 'a'", "unknown name 'cod'"),
        ("claim = 3", "under a line"),
        ("\n[[factors]]\nsame = ['a']", "line 2.*two wordings"),
        (
            "[[claim]]\nquote='a'\nprefix=''\nsuffix=''\ncause='a'\neffect='b'\nsign='up'",
            "it takes raises, lowers",
        ),
        ("[[claim.more]]\nx = 1", "under a line"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_nothing_is_overwritten(
    tmp_path: Path, lines: str, said: str
) -> None:
    path = beside(tmp_path / "essay.txt")
    path.write_text(lines, encoding="utf-8")
    for act in (load, lambda there: put(there, entry("a"))):
        with pytest.raises(ReviewError, match=said):
            act(path)
    assert path.read_text(encoding="utf-8") == lines


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"# one\n# \xff\n")
    with pytest.raises(ReviewError, match="line 2 is not UTF-8"):
        load(path)


WRITER = """
import sys
from pathlib import Path
from armillary.anchor import Anchor
from armillary.filing import put
from armillary.review import Correction
for number in range(int(sys.argv[3])):
    put(Path(sys.argv[1]), Correction(Anchor(f"{sys.argv[2]}{number:04}", "", ""), "a", "b", turned=True))
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    both = [writer(path, name, 30) for name in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    for one in both:
        assert one.stdout is not None
        one.stdout.close()
    names = [said.at.quote for said in load(path).claims]
    assert names == [f"{name}{number:04}" for name in "ab" for number in range(30)]
    assert list(tmp_path.iterdir()) == [path]


def test_an_editor_that_saves_in_between_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.toml"
    told: list[int] = []
    put(path, entry("a"))

    def synced(handle: int) -> None:
        del handle
        if not told:
            told.append(1)
            path.write_text(path.read_text() + "# by an editor\n")

    monkeypatch.setattr(os, "fsync", synced)
    put(path, entry("b"))
    assert "# by an editor" in path.read_text()
    assert [said.at.quote for said in load(path).claims] == ["a", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_leaves_a_whole_file_with_all_that_it_said_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    running = writer(path, "a", 100_000)
    assert running.stdout is not None
    with running.stdout as told:
        seen = [told.readline() for _ in range(25)]
        running.send_signal(signal.SIGKILL)
        seen += told.readlines()
    running.wait()
    assert len(load(path).claims) >= len([line for line in seen if line.endswith(b"\n")])


@pytest.mark.parametrize("full", ["fsync", "replace"])
def test_a_full_disk_leaves_the_file_as_it_was_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    path = tmp_path / "x.toml"
    put(path, entry("a"))
    before = path.read_bytes()

    def no_space(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    owner: object = os if full == "fsync" else Path
    monkeypatch.setattr(owner, full, no_space)
    with pytest.raises(OutputError, match="No space left on device; it is as it was"):
        put(path, entry("b"))
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])
    monkeypatch.undo()
    put(path, entry("b"))
    assert len(load(path).claims) == 2


def test_a_link_to_a_review_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    put(real, entry("a"))
    link.symlink_to(real)
    put(link, entry("b"))
    assert link.is_symlink()
    assert len(load(real).claims) == 2
    assert keeping.text_of(tmp_path / "none.toml") == ""


@pytest.mark.parametrize("document", [".", "..", "x" * 255, "a.txt/b.txt"])
def test_what_can_have_no_review_file_has_none(tmp_path: Path, document: str) -> None:
    """A folder was once told of as a fault of ours: its name is empty."""
    (tmp_path / "a.txt").write_text("A.")
    assert load(beside(tmp_path / document)) == Review()
