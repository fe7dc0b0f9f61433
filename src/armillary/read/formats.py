"""The formats that are read: by which name, by which first bytes, and by whom."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from armillary.read import markdown, plain
from armillary.read.draft import Draft
from armillary.read.source import Bytes
from armillary.settings import Settings


def _never(_: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of its names, whether bytes are certainly in it, and its reader.

    `signed` is asked first, so that a PDF is read as one whatever it is called; then the name is.
    What neither says is plain text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Bytes, Settings], Draft]
    signed: Callable[[bytes], bool] = _never


FORMATS: tuple[Format, ...] = (
    Format("plain text", (".txt", ".text"), plain.read),
    Format("Markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.read),
)


def format_of(source: Bytes) -> Format:
    """The format of a document. Plain text where nothing says otherwise."""
    signed = next((form for form in FORMATS if form.signed(source.content)), None)
    if signed is not None:
        return signed
    suffix = PurePath(source.name).suffix.lower()
    return next((form for form in FORMATS if suffix in form.suffixes), FORMATS[0])
