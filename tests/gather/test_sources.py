"""A folder of sources becomes a library, whatever lies in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from armillary.errors import HoldingsError
from armillary.gather import sources
from armillary.gather.shelf import Shelf
from armillary.holdings import Library
from armillary.read import Bytes, read
from armillary.settings import Settings
from armillary.text import Document
from samples.pdf import lines, pdf

SUFFIXES = (".txt", ".pdf", ".md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "sources"
    (inside / "below").mkdir(parents=True)
    (inside / "one.txt").write_text("The bridge was closed for a year.", encoding="utf-8")
    (inside / "below" / "two.md").write_text("# Two\n\nThe river took it in March.", encoding="utf-8")
    return inside


class Reader:
    """Reads, and keeps the names of what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, name: str, content: bytes) -> Document:
        self.asked.append(name)
        return read(Bytes(name, content), Settings())


def gathered(folder: Path, reader: Callable[[str, bytes], Document] | None = None) -> Library:
    return sources(folder, reader or Reader(), suffixes=SUFFIXES, shelf=Shelf(folder.parent / "shelf"))


def names(library: Library) -> list[str]:
    return [volume.document.name for volume in library.volumes]


def test_all_documents_are_held_in_order_of_their_names(folder: Path) -> None:
    (folder / "picture.jpeg").write_bytes(b"\xff\xd8\xff")
    (folder / ".hidden.txt").write_text("Not this.", encoding="utf-8")
    assert names(gathered(folder)) == [str(Path("below", "two.md")), "one.txt"]


def test_a_broken_document_is_named_and_the_rest_is_held(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    library = gathered(folder)
    assert len(library.volumes) == 2
    (line,) = library.skipped
    assert "broken.pdf" in line


def test_links_that_loop_come_to_an_end(folder: Path) -> None:
    (folder / "below" / "up").symlink_to(folder)
    (folder / "again").symlink_to(folder / "below")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    library = gathered(folder)
    assert len(library.volumes) == 2
    assert ["nowhere.txt" in line for line in library.skipped] == [True]


def test_a_file_that_goes_away_while_it_is_read_is_named(folder: Path) -> None:
    def vanishing(name: str, content: bytes) -> Document:
        (folder / "one.txt").unlink(missing_ok=True)
        return read(Bytes(name, content), Settings())

    library = gathered(folder, vanishing)
    assert names(library) == [str(Path("below", "two.md"))]
    assert ["one.txt cannot be read" in line for line in library.skipped] == [True]


def test_only_what_changed_is_read_again(folder: Path) -> None:
    first, second, third = Reader(), Reader(), Reader()
    gathered(folder, first)
    before = gathered(folder, second)
    (folder / "one.txt").write_text("The bridge was mended.", encoding="utf-8")
    after = gathered(folder, third)
    assert (len(first.asked), second.asked, third.asked) == (2, [], ["one.txt"])
    assert [volume.document.text for volume in before.volumes][1] == "The bridge was closed for a year."
    assert [volume.document.text for volume in after.volumes][1] == "The bridge was mended."


def test_what_is_taken_from_the_shelf_is_what_was_put_there(folder: Path) -> None:
    (folder / "pages.pdf").write_bytes(
        pdf([lines("The first page of it."), lines("The second page of it.")])
    )
    (folder / "odd.txt").write_text("Emoji 🙂 and e\u0301 and אב.", encoding="utf-8")
    read_now, taken = gathered(folder), gathered(folder)
    for one, two in zip(read_now.volumes, taken.volumes, strict=True):
        assert (one.document, one.pages) == (two.document, two.pages)
        assert one.wording.starts.tolist() == two.wording.starts.tolist()
    (pages,) = (volume for volume in taken.volumes if volume.pages)
    at = pages.document.text.index("second")
    assert pages.place(pages.document.passage(at, at + 6)) == "pages.pdf, page 2"


@pytest.mark.parametrize("damage", [b"", b"no zip", b"PK\x03\x04 half"])
def test_a_damaged_shelf_is_read_again(folder: Path, damage: bytes) -> None:
    gathered(folder)
    for kept in (folder.parent / "shelf").iterdir():
        kept.write_bytes(damage)
    reader = Reader()
    assert len(gathered(folder, reader).volumes) == 2
    assert len(reader.asked) == 2


def test_a_shelf_that_cannot_be_written_is_done_without(folder: Path) -> None:
    blocked = folder.parent / "file"
    blocked.write_text("no folder", encoding="utf-8")
    library = sources(folder, Reader(), suffixes=SUFFIXES, shelf=Shelf(blocked))
    assert len(library.volumes) == 2


def test_equal_files_are_one_volume(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "one.txt").read_bytes())
    assert len(gathered(folder).volumes) == 2


@pytest.mark.parametrize(
    ("name", "said"), [("gone", "there is no folder"), ("empty", "holds no documents")]
)
def test_a_folder_without_documents_is_refused_in_words(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(HoldingsError, match=said):
        gathered(tmp_path / name)


def test_a_single_document_may_be_named_instead(folder: Path) -> None:
    assert names(gathered(folder / "one.txt")) == ["one.txt"]
