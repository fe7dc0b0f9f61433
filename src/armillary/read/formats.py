"""The formats that are read: by which name, by which first bytes, and by whom."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from armillary.errors import SourceError
from armillary.read.draft import Draft
from armillary.read.source import Bytes
from armillary.settings import Settings

Reader = Callable[[Bytes, Settings], Draft]
"""Takes bytes with a name, and the choices of the user, and gives a draft."""


def _never(_: bytes) -> bool:
    return False


_PDF_HEAD = 1024
_ZIP = b"PK\x03\x04"
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype html|html)\b", re.IGNORECASE
)


def _by(reader: str) -> Reader:
    """The reader of a format, loaded when its first document comes: a plain text waits for no other."""

    def read(source: Bytes, settings: Settings) -> Draft:
        draft: Draft = import_module(f"armillary.read.{reader}").read(source, settings)
        return draft

    return read


def _is_page(content: bytes) -> bool:
    return _PAGE.match(content) is not None


def _is_pdf(content: bytes) -> bool:
    """Whether the mark of a PDF stands near the beginning, as viewers take it."""
    return b"%PDF-" in content[:_PDF_HEAD] and b"\0" not in content[: content.find(b"%PDF-")]


def _is_rtf(content: bytes) -> bool:
    return content.startswith(b"{\\rtf")


def _holds(mark: bytes) -> Callable[[bytes], bool]:
    """Whether bytes are a zip file with this mark in it: the name of a part, or the type it gives itself."""
    return lambda content: content.startswith(_ZIP) and mark in content


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of its names, whether bytes are certainly in it, and its reader.

    `signed` is asked first, so that a PDF is read as one whatever it is called; then the name is; for a
    name that says nothing, `looks` is. What none of them says is plain text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    signed: Callable[[bytes], bool] = _never
    looks: Callable[[bytes], bool] = _never


FORMATS: tuple[Format, ...] = (
    Format("plain text", (".txt", ".text"), _by("plain")),
    Format("PDF", (".pdf",), _by("pdf"), signed=_is_pdf),
    Format("Word", (".docx", ".docm", ".dotx"), _by("docx"), signed=_holds(b"word/")),
    Format("OpenDocument", (".odt", ".ott"), _by("odt"), signed=_holds(b"opendocument.text")),
    Format("RTF", (".rtf",), _by("rtf"), signed=_is_rtf),
    Format("EPUB", (".epub",), _by("epub"), signed=_holds(b"application/epub+zip")),
    Format("HTML", (".html", ".htm", ".xhtml"), _by("html"), looks=_is_page),
    Format("Markdown", (".md", ".markdown", ".mdown", ".mkd"), _by("markdown")),
)


_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file, or one with a password; open it and save it as .docx without one",
    ),
    (b"\x89PNG", "a picture; read its text with a program for that, and give the text"),
    (b"\xff\xd8\xff", "a picture; read its text with a program for that, and give the text"),
    (b"GIF8", "a picture; read its text with a program for that, and give the text"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "a compressed archive; unpack it first"),
    (b"Rar!", "a compressed archive; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
)


def format_of(source: Bytes) -> Format:
    """The format of a document. Plain text where nothing says otherwise.

    Errors: `SourceError` for what is certainly no document, with what it is.
    """
    for beginning, what in _FOREIGN:
        if source.content.startswith(beginning):
            message = f"{source.name} is {what}"
            raise SourceError(message)
    suffix = PurePath(source.name).suffix.lower()
    named = [form for form in FORMATS if suffix in form.suffixes]
    signed = [form for form in FORMATS if form.signed(source.content)]
    both = [form for form in named if form in signed]
    looks = [form for form in FORMATS if form.looks(source.content)]
    chosen = next(iter((*both, *signed, *named, *looks, FORMATS[0])))
    if chosen.name == "plain text" and source.content.startswith(_ZIP):
        message = f"{source.name} is a zip file, and no document that is known; unpack it first"
        raise SourceError(message)
    return chosen
