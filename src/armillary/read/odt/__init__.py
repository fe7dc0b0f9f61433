"""ODT: the paragraphs of an OpenDocument text by their styles. The way back is the paragraph and the character.

White space is collapsed as the standard says; changes that were tracked, comments and hidden text are left
out. Footnotes and endnotes come at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree import ElementTree as ET

from armillary.errors import SourceError
from armillary.read.archive import Archive, attribute, local
from armillary.read.canvas import Canvas, Run
from armillary.read.dates import iso
from armillary.read.docx.styles import TITLE, Look, named
from armillary.read.draft import Draft
from armillary.read.dress import kind_of
from armillary.read.odt.words import Words, words_of
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind, ParagraphRange

_PART = "content.xml"
_DEEPEST = 20  # styles that stand over each other in a ring
_SKIPPED = frozenset(
    "tracked-changes sequence-decls user-field-decls variable-decls forms annotation table-columns table-column "
    "table-header-columns index-title-template table-of-content-source bibliography-source illustration-index-source "
    "soft-page-break".split()
)
_INDEXES = {"table-of-content": BlockKind.CONTENTS, "bibliography": BlockKind.REFERENCE}
_OTHER_INDEXES = frozenset(
    {"illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"}
)


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a paragraph stands in: lists, an index, the cell of a table."""

    lists: int = 0
    index: BlockKind | None = None
    cell: tuple[int, int, int] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    element: ET.Element
    number: int
    words: Words
    inside: _Inside


@dataclass(slots=True)
class _Walk:
    """Goes through the text once, and counts its paragraphs and tables."""

    count: int = 0
    tables: int = 0
    notes: list[ET.Element] = field(default_factory=list)

    def paragraphs(self, root: ET.Element, inside: _Inside) -> Iterator[_Paragraph]:
        for child in root:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, inside)
            elif name == "table":
                yield from self._table(child, inside)
            elif name == "list":
                yield from self.paragraphs(child, _Inside(inside.lists + 1, inside.index, inside.cell))
            elif name in _INDEXES or name in _OTHER_INDEXES:
                kind = _INDEXES.get(name, BlockKind.REFERENCE)
                yield from self.paragraphs(child, _Inside(inside.lists, kind, inside.cell))
            elif name not in _SKIPPED:
                yield from self.paragraphs(child, inside)

    def _paragraph(self, element: ET.Element, inside: _Inside) -> Iterator[_Paragraph]:
        self.count += 1
        words = words_of(element)
        self.notes += words.notes
        yield _Paragraph(element, self.count, words, inside)
        for box in words.boxes:
            yield from self.paragraphs(box, inside)

    def _table(self, element: ET.Element, inside: _Inside) -> Iterator[_Paragraph]:
        self.tables += 1
        table = self.tables if not inside.cell else inside.cell[0]
        for at, row in enumerate(_rows(element)):
            for place, cell in enumerate(row):
                here = inside.cell or (table, at, place)
                yield from self.paragraphs(cell, _Inside(0, inside.index, here))


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(child)


def read(source: Bytes, _: Settings) -> Draft:
    """An OpenDocument text as pieces. Errors: `SourceError` for one that is damaged, protected or a zip bomb."""
    archive = Archive(source)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        message = f"{source.name} is protected by a password; open it and save it without one"
        raise SourceError(message)
    root = archive.tree(_PART)
    styles = _styles(root, archive.tree("styles.xml") if "styles.xml" in archive else None)
    walk = _Walk()
    canvas = Canvas()
    body = next((child for child in root if local(child) == "body"), root)
    for table, group in groupby(walk.paragraphs(body, _Inside()), key=lambda one: one.inside.cell[:1]):
        found = list(group)
        if not (table and canvas.table(_cells(found))):
            for paragraph in found:
                _block(canvas, paragraph, styles)
    for note in list(walk.notes):
        for paragraph in walk.paragraphs(note, _Inside()):
            canvas.block(BlockKind.FOOTNOTE, [_run(paragraph)])
    return _draft(canvas, archive)


def _draft(canvas: Canvas, archive: Archive) -> Draft:
    found: dict[str, str] = {}
    if "meta.xml" in archive:
        for element in archive.tree("meta.xml").iter():
            found.setdefault(local(element), (element.text or "").strip())
    titled = any(piece.kind is BlockKind.HEADING and piece.level == TITLE for piece in canvas.pieces)
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=None if titled else found.get("title") or None,
        dated=iso(found.get("creation-date", "")) or iso(found.get("date", "")),
        knows_headings=canvas.has_headings,
    )


def _styles(content: ET.Element, shared: ET.Element | None) -> dict[str, Look]:
    """For each paragraph style, by its name, what it makes of a paragraph: a style or one that it stands under says."""
    found: dict[str, ET.Element] = {}
    for root in (shared, content) if shared is not None else (content,):
        found.update(
            (attribute(style, "name"), style)
            for style in root.iter()
            if local(style) == "style" and attribute(style, "family") == "paragraph"
        )
    return {name: _inherited(name, found) for name in found}


def _inherited(name: str, found: Mapping[str, ET.Element]) -> Look:
    for _ in range(_DEEPEST):
        look = named(name)
        if look.kind is not None or name not in found:
            return look
        shown_as = named(attribute(found[name], "display-name"))
        if shown_as.kind is not None:
            return shown_as
        name = attribute(found[name], "parent-style-name")
    return Look()


def _block(canvas: Canvas, paragraph: _Paragraph, styles: Mapping[str, Look]) -> None:
    name = attribute(paragraph.element, "style-name")
    look = styles.get(name) or named(name)
    inside = paragraph.inside
    kind, level = look.kind, look.level
    if inside.index is not None:
        kind, level = inside.index, max(level, 1)
    elif local(paragraph.element) == "h":
        outline = attribute(paragraph.element, "outline-level", "1")
        kind, level = BlockKind.HEADING, max(int(outline), 1) if outline.isdigit() else 1
    elif kind is None and inside.lists:
        kind, level = BlockKind.LIST_ITEM, inside.lists
    canvas.block(kind or kind_of(paragraph.words.shown), [_run(paragraph)], level)


def _run(paragraph: _Paragraph) -> Run:
    words = paragraph.words.shown
    return Run(words, ParagraphRange(_PART, paragraph.number, 0, len(words)))


def _cells(paragraphs: list[_Paragraph]) -> list[list[list[list[Run]]]]:
    return [
        [
            [[_run(one)] for one in cell if one.words.shown]
            for _, cell in groupby(row, key=lambda one: one.inside.cell)
        ]
        for _, row in groupby(paragraphs, key=lambda one: one.inside.cell[:2])
    ]
