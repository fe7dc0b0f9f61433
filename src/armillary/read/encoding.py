"""Bytes become characters, in the one encoding that fits, or not at all.

The order is fixed, so that the same bytes always give the same text:

1. the encoding that the user names;
2. the one that a byte-order mark names (UTF-8, UTF-16, UTF-32); the mark is dropped;
3. UTF-8, if every byte fits;
4. Windows-1252, of which Latin-1 is a part, if the bytes that are not ASCII are few enough for a
   Western language and do not look like damaged UTF-8.

Anything else is an error that names the byte. A wrong guess would give words that nobody wrote.
"""

import codecs
import re
from dataclasses import dataclass

from armillary.errors import EncodingError, SourceError
from armillary.read.source import Bytes

MOST_HIGH = 0.45
"""Of the letters of a text in Windows-1252, at most this share may be outside ASCII.

One sentence of Icelandic has up to 0.34, other Western languages less; Cyrillic, Greek, Hebrew and
Arabic in their own one-byte encodings have over 0.9. `tests/read/test_encoding.py` holds both sides.
"""

MOST_CONTROLS = 0.02
"""Above this share of control characters the file is no text. Random bytes have 0.11, texts 0."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_NO_WESTERN_WORD = re.compile(rb"[\xc0-\xff]{5}")
_TWO_BYTES_AND_MORE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MANY_ZEROS = 0.25


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and the byte at which it begins (after a mark)."""

    text: str
    encoding: str
    start: int


def decode(source: Bytes, chosen: str | None) -> Decoded:
    """The text of these bytes.

    Errors: `EncodingError` with the first byte that does not fit, its offset and its line;
    `SourceError` for bytes that are no text in any encoding.
    """
    decoded = _decoded(source, chosen)
    _refuse_binary(source, decoded)
    return decoded


def _decoded(source: Bytes, chosen: str | None) -> Decoded:
    content = source.content
    marked = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), None)
    if chosen is not None:
        return _strictly(source, chosen, 0)
    if marked is not None:
        mark, encoding = marked
        return _strictly(source, encoding, len(mark))
    if b"\0" in content:
        raise SourceError(_zeros(source))
    try:
        return Decoded(content.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError as error:
        if _is_western(content):
            return _strictly(source, "windows-1252", 0)
        raise EncodingError(_does_not_fit(source, error)) from error


def _strictly(source: Bytes, chosen: str, start: int) -> Decoded:
    encoding = codecs.lookup(chosen).name.removesuffix("-sig")
    try:
        text = source.content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        error.start += start
        raise EncodingError(_does_not_fit(source, error)) from error
    except UnicodeError as error:  # of `idna` and `utf-16` without a mark, for example
        message = f"{source.name} is not in {encoding}: {error}; name another with --encoding"
        raise EncodingError(message) from error
    if start == 0 and encoding in {"utf-16", "utf-32"}:
        return _of_named_width(source, text, encoding)
    if start == 0 and text.startswith(_MARK):  # the user named the encoding, and there was a mark
        return Decoded(text[1:], encoding, len(_MARK.encode(encoding)))
    return Decoded(text, encoding, start)


def _of_named_width(source: Bytes, text: str, encoding: str) -> Decoded:
    """`utf-16` drops the mark itself and says no order; the order is in the mark, or the machine's own."""
    for mark, name in _MARKS:
        if source.content.startswith(mark) and name.startswith(encoding):
            return Decoded(text, name, len(mark))
    return Decoded(text, f"{encoding}-le", 0)


def _is_western(content: bytes) -> bool:
    """Whether bytes that are not UTF-8 read well as Windows-1252."""
    high = len(_HIGH.findall(content))
    fitting = sum(len(found) for found in _TWO_BYTES_AND_MORE.findall(content))
    damaged = fitting > high - fitting
    if damaged or _NO_WESTERN_WORD.search(content):
        return False
    return high <= MOST_HIGH * len(_LETTER.findall(content)) and _fits_1252(content)


def _fits_1252(content: bytes) -> bool:
    return not any(byte in content for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _does_not_fit(source: Bytes, error: UnicodeDecodeError) -> str:
    at = error.start
    line = source.content.count(b"\n", 0, at) + 1
    byte = source.content[at] if at < len(source.content) else 0
    return (
        f"{source.name} is not in {error.encoding}: the byte 0x{byte:02X} at offset {at} (line {line}) "
        "does not fit; name its encoding with --encoding, for example --encoding windows-1251"
    )


def _zeros(source: Bytes) -> str:
    at = source.content.index(0)
    line = source.content.count(b"\n", 0, at) + 1
    share = source.content.count(0) / len(source.content)
    if share > _MANY_ZEROS and not any(source.content[at % 2 :: 2][:64]):
        order = "le" if at % 2 else "be"
        return (
            f"{source.name} looks like UTF-16 without a byte-order mark; "
            f"read it with --encoding utf-16-{order}"
        )
    return (
        f"{source.name} is a binary file, not a text: there is a NUL byte at offset {at} (line {line}); "
        "save it as plain text, or name its encoding with --encoding"
    )


def _refuse_binary(source: Bytes, decoded: Decoded) -> None:
    text = decoded.text
    if "\0" in text:
        at = text.index("\0")
        message = f"{source.name} is a binary file, not a text: character {at} is a NUL"
        raise SourceError(message)
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > MOST_CONTROLS * len(text):
        message = (
            f"{source.name} is a binary file, not a text: {controls} of its {len(text)} characters "
            "are control codes; save it as plain text"
        )
        raise SourceError(message)
