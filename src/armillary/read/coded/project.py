"""`.qdpx`: a project of REFI-QDA. Its links between codes become claims.

A link that is named `+` or `-` has that sign, any other *unclear*. Its words are each passage that is coded with
both ends; where there is none, the link itself. Places count code points of the plain text of a source.
"""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from armillary.errors import SourceError
from armillary.read.archive import Archive, attribute, local
from armillary.read.coded.coding import Coding, Linked, sign_of
from armillary.read.source import Bytes
from armillary.text import Document

_FOLDER = "internal://"
Spans = dict[str, list[tuple[int, int]]]


def read(source: Bytes, texts: Sequence[Document]) -> list[Coding]:
    """The sources that are text, with the links whose ends are coded there; the other links apart."""
    del texts
    archive = Archive(source)
    root = archive.tree("project.qde")
    codes = {attribute(one, "guid"): attribute(one, "name") for one in _all(root, "Code")}
    links = [
        (attribute(one, "originGUID"), attribute(one, "targetGUID"), attribute(one, "name"))
        for one in _all(root, "Link")
        if {attribute(one, "originGUID"), attribute(one, "targetGUID")} <= codes.keys()
    ]
    found, shown = [], set[tuple[str, str, str]]()
    for one in _all(root, "TextSource"):
        coding = Coding(
            f"{source.name} ({attribute(one, 'name')})", attribute(one, "name"), "", "refi-qda"
        )
        coding.text = _text(archive, one)
        spans = _spans(one)
        for link in links:
            for span in _both(spans, link[0], link[1]):
                coding.links.append(Linked(codes[link[0]], codes[link[1]], sign_of(link[2]), span))
                shown.add(link)
        found.append(coding)
    bare = Coding(source.name, attribute(root, "name") or source.name, "", "refi-qda")
    bare.links = [Linked(codes[a], codes[b], sign_of(c)) for a, b, c in links if (a, b, c) not in shown]
    return [one for one in found if one.links or one.text] + ([bare] if bare.links else [])


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for one in root.iter() if local(one) == name)


def _text(archive: Archive, source: ET.Element) -> str:
    """The plain text of a source, inside the project or in a file beside it."""
    inside = next((one.text or "" for one in source if local(one) == "PlainTextContent"), None)
    if inside is not None:
        return inside
    path = attribute(source, "plainTextPath")
    if not path.startswith(_FOLDER):
        message = f"{archive.name}: the text of {attribute(source, 'name')!r} is not in the project"
        raise SourceError(message)
    name = path.removeprefix(_FOLDER)
    folder = "sources" if f"sources/{name}" in archive else "Sources"
    try:
        return archive.read(f"{folder}/{name}").decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        message = f"{archive.name}: the text of {attribute(source, 'name')!r} is not in UTF-8"
        raise SourceError(message) from error


def _spans(source: ET.Element) -> Spans:
    """For each code the passages that carry it. Errors: `SourceError` for a place that is no number."""
    spans: Spans = {}
    for one in _all(source, "PlainTextSelection"):
        try:
            span = int(attribute(one, "startPosition")), int(attribute(one, "endPosition"))
        except ValueError as error:
            message = f"a selection of {attribute(source, 'name')!r} has no place: {error}"
            raise SourceError(message) from error
        for reference in _all(one, "CodeRef"):
            spans.setdefault(attribute(reference, "targetGUID"), []).append(span)
    return spans


def _both(spans: Spans, cause: str, effect: str) -> list[tuple[int, int]]:
    """The passages that carry both codes: equal ones, or the wider of two of which one holds the other."""
    found: dict[tuple[int, int], None] = {}
    for one in spans.get(cause, ()):
        for other in spans.get(effect, ()):
            wide = min(one[0], other[0]), max(one[1], other[1])
            if wide in {one, other}:
                found[wide] = None
    return list(found)
