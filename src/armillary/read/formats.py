"""The formats that are read: by which name, by which first bytes, and by whom."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from armillary.read import html, markdown, plain
from armillary.read.draft import Draft
from armillary.read.source import Bytes
from armillary.settings import Settings


def _never(_: bytes) -> bool:
    return False


_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype html|html)\b", re.IGNORECASE
)


def _is_page(content: bytes) -> bool:
    return _PAGE.match(content) is not None


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of its names, whether bytes are certainly in it, and its reader.

    `signed` is asked first, so that a PDF is read as one whatever it is called; then the name is; for a
    name that says nothing, `looks` is. What none of them says is plain text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Bytes, Settings], Draft]
    signed: Callable[[bytes], bool] = _never
    looks: Callable[[bytes], bool] = _never


FORMATS: tuple[Format, ...] = (
    Format("plain text", (".txt", ".text"), plain.read),
    Format("HTML", (".html", ".htm", ".xhtml"), html.read, looks=_is_page),
    Format("Markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.read),
)


def format_of(source: Bytes) -> Format:
    """The format of a document. Plain text where nothing says otherwise."""
    signed = next((form for form in FORMATS if form.signed(source.content)), None)
    if signed is not None:
        return signed
    suffix = PurePath(source.name).suffix.lower()
    named = next((form for form in FORMATS if suffix in form.suffixes), None)
    return named or next((form for form in FORMATS if form.looks(source.content)), FORMATS[0])
