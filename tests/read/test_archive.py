"""Containers are opened within bounds: bombs are refused, and damage is told."""

import zipfile

import pytest

from armillary.errors import SourceError
from armillary.read import Bytes, archive, read
from armillary.read.archive import LARGEST_PART, Archive, tree_of
from samples.containers import docx, odt, packed, w_p
from samples.drawing import DEFAULTS

BOMB = '<!DOCTYPE b [<!ENTITY a "rents"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    content = packed({"word/document.xml": b" " * (LARGEST_PART + 1)})
    with pytest.raises(SourceError, match="unpacks to more than is safe to read"):
        read(Bytes("rents.docx", content), DEFAULTS)


def test_a_part_that_was_packed_too_densely_is_refused() -> None:
    content = packed({"word/document.xml": b" " * (9 * 2**20)})
    with pytest.raises(SourceError, match="unpacks to more than is safe to read"):
        read(Bytes("rents.docx", content), DEFAULTS)


def test_a_part_that_lies_about_its_size_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", 10)
    opened = Archive(Bytes("rents.zip", packed({"a": b"12345678901"})))
    opened._zip.NameToInfo["a"].file_size = 5  # noqa: SLF001  as a forged directory has it
    with pytest.raises(SourceError, match=r"is damaged|more than is safe"):
        opened.read("a")


def test_many_parts_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_SUM", 15)
    opened = Archive(Bytes("rents.zip", packed({"a": b"1234567890", "b": b"1234567890"})))
    assert opened.read("a") == b"1234567890"
    with pytest.raises(SourceError, match="more than is safe"):
        opened.read("b")


def test_entities_are_refused_before_they_are_expanded() -> None:
    with pytest.raises(SourceError, match="could hold an entity bomb"):
        read(Bytes("rents.docx", packed({"word/document.xml": BOMB})), DEFAULTS)


def test_endless_depth_is_refused() -> None:
    with pytest.raises(SourceError, match="stand inside each other"):
        tree_of(b"<a>" * 5000 + b"</a>" * 5000, "rents.docx")


def test_every_cut_of_a_document_is_read_or_told() -> None:
    for content in (docx(w_p("Rents rose.")), odt("<text:p>Rents rose.</text:p>")):
        for length in range(0, len(content), 7):
            with pytest.raises(SourceError):
                read(Bytes("rents.docx", content[:length]), DEFAULTS)


def test_every_flipped_byte_of_a_document_is_read_or_told() -> None:
    content = docx(w_p("Rents rose."))
    for at in range(0, len(content), 5):
        flipped = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        try:
            assert read(Bytes("rents.docx", flipped), DEFAULTS).text
        except SourceError as error:
            assert "rents.docx" in str(error)  # noqa: PT017  either is right, as long as it says which file


def test_a_zip_of_something_else_is_told() -> None:
    with pytest.raises(SourceError, match="is a zip file, and no document that is known"):
        read(Bytes("rents.zip", packed({"rents.csv": "1,2"}, zipfile.ZIP_STORED)), DEFAULTS)


@pytest.mark.parametrize(
    ("begins", "what"), [(b"\x89PNG\r\n", "a picture"), (b"\x1f\x8b\x08", "a compressed file")]
)
def test_what_is_certainly_no_document_is_named(begins: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read(Bytes("rents.txt", begins + b"\0" * 20), DEFAULTS)
