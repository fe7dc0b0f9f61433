"""Bad input is one clear line; and what is there is read, wherever it comes from."""

import hashlib
from pathlib import Path

import pytest

from armillary.errors import NothingToRead, SourceError
from armillary.read import Bytes, read
from armillary.settings import Settings
from armillary.text import Document
from samples.drawing import DEFAULTS, document


def test_a_file_is_read_by_path_or_by_name(tmp_path: Path) -> None:
    path = tmp_path / "rents.txt"
    path.write_text("Rents rose.", encoding="utf-8")
    by_path, by_name = read(path, DEFAULTS), read(str(path), DEFAULTS)
    assert by_path == by_name
    assert (by_path.name, by_path.text) == ("rents.txt", "Rents rose.")
    assert by_path.sha256 == hashlib.sha256(b"Rents rose.").hexdigest()


def test_bytes_are_called_by_the_name_they_have() -> None:
    assert str(Bytes("standard input", b"Rents rose.")) == "standard input"
    assert read(Bytes("standard input", b"Rents rose."), DEFAULTS).title == "standard input"


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "rents.txt").touch()
    with pytest.raises(SourceError, match=r"there is no file .*rent\.txt; did you mean '.*rents\.txt'"):
        read(tmp_path / "rent.txt", DEFAULTS)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no folder"):
        read(tmp_path / "no" / "rents.txt", DEFAULTS)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder; name the documents in it"):
        read(tmp_path, DEFAULTS)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (tmp_path / "rents.txt").touch()
    with pytest.raises(SourceError, match="may not be read"):
        read(tmp_path / "rents.txt", DEFAULTS)


def test_a_device_is_no_document() -> None:
    with pytest.raises(SourceError, match="is a device"):
        read("/dev/zero", DEFAULTS)


@pytest.mark.parametrize("text", ["Rents rose.\nWages fell.", "Rents rose. " * 40, "a\0b"])
def test_a_text_given_for_a_path_is_told(text: str) -> None:
    with pytest.raises(SourceError, match=r"no path of a file|no file|cannot read"):
        read(text, DEFAULTS)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "... — ?!", "* * *\n\n-----"])
def test_where_there_are_no_words_there_is_nothing_to_read(text: str) -> None:
    with pytest.raises(NothingToRead, match="nothing to read"):
        document(text)


def test_an_unknown_name_is_read_as_text() -> None:
    assert document("Rents rose.", "rents.essay").text == "Rents rose."


def test_the_date_that_the_user_gives_goes_before_the_one_in_the_document() -> None:
    text = "---\ndate: 2020-01-01\n---\n\nRents rose."
    assert document(text, "rents.md").dated == "2020-01-01"
    assert document(text, "rents.md", Settings(dated="1914-07")).dated == "1914-07"


def test_a_line_of_many_megabytes_is_one_block() -> None:
    text = "the rents rose and " * 500_000
    assert [len(block.span) for block in document(text).blocks] == [len(text) - 1]


def test_ten_thousand_rows_are_one_table() -> None:
    rows = "\n".join(f"{row}\t{row * 2}\t{row * 3}" for row in range(10_000))
    assert len(document(f"Rents rose.\n\n{rows}\n").blocks) == 2


def test_the_same_bytes_give_the_same_document() -> None:
    def once() -> Document:
        return document("Rents\n\nThe rents rose, and they rose again.\n\nThe Cap\n\nIt failed at once.")

    assert once() == once()
