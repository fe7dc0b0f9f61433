"""Bytes become characters in the encoding that fits, or not at all."""

import codecs

import pytest

from armillary.errors import EncodingError, SourceError
from armillary.read import Bytes, read
from armillary.read.encoding import decode
from armillary.settings import Settings

ENGLISH = "The café’s prices rose – again."
ICELANDIC = "Það er bæði ósk mín og von að þú hafir það gott á nýju ári."
RUSSIAN = "Цены выросли, и выросли снова."


def text_of(content: bytes, encoding: str | None = None) -> str:
    return read(Bytes("rents.txt", content), Settings(encoding=encoding)).text


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, "عاد الغلاء", "Rents 🏠 rose"])
def test_utf_8_is_read_with_and_without_a_mark(text: str) -> None:
    assert text_of(text.encode()) == text
    assert text_of(codecs.BOM_UTF8 + text.encode()) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_utf_16_and_32_are_read_with_a_mark(mark: bytes, encoding: str) -> None:
    assert text_of(mark + RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("text", [ENGLISH, ICELANDIC, "CAFÉ” und Schöße", "naïve"])
def test_western_text_in_one_byte_is_read_as_windows_1252(text: str) -> None:
    assert text_of(text.encode("windows-1252")) == text


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5", "shift-jis"])
def test_other_text_in_one_byte_is_refused_and_can_be_named(encoding: str) -> None:
    with pytest.raises(EncodingError, match="name its encoding with --encoding"):
        text_of(RUSSIAN.encode(encoding))
    assert text_of(RUSSIAN.encode(encoding), encoding) == RUSSIAN


def test_a_foreign_word_in_another_encoding_is_not_guessed() -> None:
    with pytest.raises(EncodingError):
        text_of(("Rents rose. " * 20 + "Цены росли.").encode("windows-1251"))


def test_damaged_utf_8_names_the_byte_its_offset_and_its_line() -> None:
    content = "Rents — they rose.\nThe café — too.\n".encode() + b"And \xff then."
    with pytest.raises(EncodingError, match=r"byte 0xFF at offset 44 \(line 3\)"):
        text_of(content)


def test_a_wrong_name_of_an_encoding_names_the_byte() -> None:
    with pytest.raises(EncodingError, match="not in ascii: the byte 0xC3 at offset 7"):
        text_of(ENGLISH.encode(), "ascii")


@pytest.mark.parametrize("encoding", ["utf-8", "utf_8_sig", "utf-16", "utf-16-le"])
def test_a_mark_is_dropped_whichever_way_the_encoding_is_named(encoding: str) -> None:
    bare = encoding.replace("_sig", "")
    mark = {"utf-16": b""}.get(bare, "\ufeff".encode(bare))
    content = mark + RUSSIAN.encode(bare)
    assert text_of(content, encoding) == RUSSIAN
    decoded = decode(Bytes("rents.txt", content), encoding)
    assert content[decoded.start :].decode(decoded.encoding) == RUSSIAN


def test_a_nul_byte_makes_a_binary_file() -> None:
    with pytest.raises(SourceError, match=r"binary file.* NUL byte at offset 5 \(line 1\)"):
        text_of(b"Rents\0rose")
    with pytest.raises(SourceError, match="binary file"):
        text_of("Rents\0rose".encode("utf-16"))


def test_utf_16_without_a_mark_is_told_with_the_order_of_its_bytes() -> None:
    for order in ("le", "be"):
        with pytest.raises(SourceError, match=f"--encoding utf-16-{order}"):
            text_of(("Rents rose. " * 20).encode(f"utf-16-{order}"))


def test_control_codes_make_a_binary_file_unless_they_are_few() -> None:
    with pytest.raises(SourceError, match="control codes"):
        text_of(bytes(range(1, 128)))
    assert text_of(b"Rents rose.\x1a\n" + b"They rose again and again. " * 20)
