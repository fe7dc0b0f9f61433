"""EPUB: the chapters of a book in the order of its spine, each read as a page without menus around it."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from armillary.errors import EncodingError, SourceError
from armillary.read import html
from armillary.read.archive import Archive, attribute, local
from armillary.read.canvas import Canvas
from armillary.read.dates import iso
from armillary.read.draft import ByteCounter, Draft
from armillary.read.encoding import decode
from armillary.read.html.flow import Flow
from armillary.read.html.metadata import declared_encoding
from armillary.read.html.tokens import tokens_of
from armillary.read.source import Bytes
from armillary.settings import Settings

_CONTAINER = "META-INF/container.xml"
_PROTECTED = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/html+xml"})


def read(source: Bytes, _: Settings) -> Draft:
    """A book as pieces. Errors: `SourceError` for one that is damaged, protected or a zip bomb."""
    archive = Archive(source)
    place = _package_place(archive)
    package = archive.tree(place)
    canvas = Canvas()
    for part in _spine(package, place):
        if part in archive:
            _draw_chapter(canvas, archive, part)
    metadata = {
        local(element): (element.text or "").strip() for element in reversed(list(package.iter()))
    }
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=" ".join(metadata.get("title", "").split()) or None,
        dated=iso(metadata.get("date", "")),
        knows_headings=canvas.has_headings,
    )


def _package_place(archive: Archive) -> str:
    """Where the list of the book's files is, as the container says."""
    for element in archive.tree(_CONTAINER).iter():
        if local(element) == "rootfile":
            return attribute(element, "full-path")
    message = f"{archive.name} is damaged: it does not say where its chapters are"
    raise SourceError(message)


def _spine(package: ET.Element, place: str) -> Iterator[str]:
    """The names of the parts to read, in order."""
    folder = PurePosixPath(place).parent
    parts: dict[str, str] = {}
    for item in package.iter():
        if local(item) == "item" and attribute(item, "media-type") in _PAGES:
            name = unquote(attribute(item, "href").partition("#")[0])
            parts[attribute(item, "id")] = normpath(str(folder / name))
    for item in package.iter():
        if local(item) == "itemref" and attribute(item, "idref") in parts:
            yield parts[attribute(item, "idref")]


def _draw_chapter(canvas: Canvas, archive: Archive, part: str) -> None:
    """Put all that a chapter shows on the canvas."""
    page = Bytes(f"{archive.name} ({part})", archive.read(part))
    try:
        decoded = decode(page, declared_encoding(page.content))
    except (EncodingError, SourceError) as error:
        if _PROTECTED in archive:
            message = f"{archive.name} is protected against reading (DRM); a copy without it can be read"
            raise SourceError(message) from error
        raise
    flow = Flow().read(tokens_of(decoded.text), is_xml=True)
    html.draw(canvas, flow, flow.chunks, ByteCounter(decoded), part)
