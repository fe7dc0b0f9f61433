"""The paragraphs of a part of a Word file, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from armillary.read.archive import attribute, local
from armillary.read.canvas import raised
from armillary.read.docx.styles import is_on

_SKIPPED = frozenset(
    "del moveFrom delText instrText footnoteReference endnoteReference commentReference annotationRef footnoteRef "
    "endnoteRef pPr rPr sectPr softHyphen tblPr tblGrid trPr tcPr sdtPr fldData proofErr".split()
)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is shown, its number in its part, and whether all of its words are bold.

    `cell` names the table, the row and the cell that it stands in, () outside of tables.
    """

    number: int
    properties: ET.Element | None
    words: str = ""
    is_bold: bool = False
    is_contents: bool = False
    cell: tuple[int, int, int] | tuple[()] = ()


@dataclass(slots=True)
class Walk:
    """Goes through a part once, and counts its paragraphs and tables."""

    count: int = 0
    tables: int = 0
    _boxes: list[ET.Element] = field(default_factory=list)

    def paragraphs(self, root: ET.Element, *, is_contents: bool = False) -> Iterator[Paragraph]:
        """All paragraphs under an element. Those of a text box come after the one that it is tied to."""
        for child in root:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, is_contents=is_contents)
            elif name == "tbl":
                yield from self._table(child, is_contents=is_contents)
            elif name == "sdt":
                yield from self.paragraphs(child, is_contents=is_contents or _is_contents(child))
            elif name == "AlternateContent":
                yield from self.paragraphs(_choice(child), is_contents=is_contents)
            elif name not in _SKIPPED and len(child):
                yield from self.paragraphs(child, is_contents=is_contents)

    def _paragraph(self, element: ET.Element, *, is_contents: bool) -> Iterator[Paragraph]:
        self.count += 1
        properties = next((child for child in element if local(child) == "pPr"), None)
        found = Paragraph(self.count, properties, is_contents=is_contents)
        outer, self._boxes = self._boxes, []
        pieces = list(self._words(element, bold=False))
        found.words = "".join(words for words, _ in pieces)
        found.is_bold = bool(pieces) and all(bold or words.isspace() for words, bold in pieces)
        boxes, self._boxes = self._boxes, outer
        yield found
        for box in boxes:
            yield from self.paragraphs(box, is_contents=is_contents)

    def _words(self, element: ET.Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
        """The words of a paragraph, each with whether it is bold."""
        for child in element:
            name = local(child)
            if name == "t":
                yield child.text or "", bold
            elif name in _BREAKS:
                yield _BREAKS[name], bold
            elif name == "sym":
                yield _symbol(child), bold
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "r":
                yield from self._run(child)
            elif name == "AlternateContent":
                yield from self._words(_choice(child), bold=bold)
            elif name not in _SKIPPED:
                yield from self._words(child, bold=bold)

    def _run(self, run: ET.Element) -> Iterator[tuple[str, bool]]:
        """The words of one run; hidden ones are left out, raised digits are."""
        properties = next((child for child in run if local(child) == "rPr"), None)
        if properties is None:
            yield from self._words(run, bold=False)
            return
        if is_on(properties, "vanish"):
            return
        lifts = any(
            local(child) == "vertAlign" and attribute(child, "val") == "superscript"
            for child in properties
        )
        for words, bold in self._words(run, bold=is_on(properties, "b")):
            yield raised(words) if lifts else words, bold

    def _table(self, element: ET.Element, *, is_contents: bool) -> Iterator[Paragraph]:
        """The paragraphs of a table and of those inside it, which count as its own."""
        self.tables += 1
        table = self.tables
        for at, row in enumerate(_rows(element)):
            for place, cell in enumerate(child for child in row if local(child) in {"tc", "sdt"}):
                for paragraph in self.paragraphs(cell, is_contents=is_contents):
                    paragraph.cell = (table, at, place)
                    yield paragraph


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    """The rows of a table, but not of those inside it."""
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(child)


def _choice(element: ET.Element) -> ET.Element:
    """Of two ways to show one thing, the newer: reading both would read it twice."""
    return next((child for child in element if local(child) == "Choice"), element)


def _is_contents(element: ET.Element) -> bool:
    """Whether a content control is the one that holds the table of contents."""
    galleries = (
        attribute(inside, "val") for inside in element.iter() if local(inside) == "docPartGallery"
    )
    return any(gallery == "Table of Contents" for gallery in galleries)


def _symbol(element: ET.Element) -> str:
    """A character of a symbol font; those that mean nothing outside of their font are left out."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return "" if code in _PRIVATE or code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)  # noqa: PLR2004  Unicode's ends
