"""DOCX: the paragraphs of a Word file by their styles. The way back is the paragraph and the character.

Text that was deleted under *track changes* is left out, what was added is read; hidden text, comments and
what fields compute from are left out. Footnotes and endnotes come at the end.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from armillary.read.archive import Archive, attribute, local
from armillary.read.canvas import Canvas, Run
from armillary.read.dates import iso
from armillary.read.docx.paragraphs import Paragraph, Walk
from armillary.read.docx.styles import LEAST_INDENT, TITLE, Look, of_properties, styles_of
from armillary.read.draft import Draft
from armillary.read.dress import kind_of
from armillary.read.source import Bytes
from armillary.settings import Settings
from armillary.text import BlockKind, ParagraphRange

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_BOLD_SPACE = 2  # a line all in bold stands out as one with more space before it does
_TEMPLATE_DATE = "2013-12-23T23:15:00Z"  # of the template of python-docx, in each file that it makes
_NO_TITLES = ("microsoft word", "untitled", "document", "slide")


def read(source: Bytes, _: Settings) -> Draft:
    """A Word file as pieces. Errors: `SourceError` for one that is damaged, protected or a zip bomb."""
    archive = Archive(source)
    main = _main_part(archive)
    root = archive.tree(main)
    folder = main.rpartition("/")[0]
    styles = styles_of(archive.tree(f"{folder}/styles.xml")) if f"{folder}/styles.xml" in archive else {}
    canvas = Canvas()
    _draw(canvas, Walk().paragraphs(root), main, styles)
    for part in _NOTES:
        if part in archive:
            _draw_notes(canvas, archive, part, styles)
    title, dated = _metadata(archive)
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=None if _has_title(canvas) else title,
        dated=dated,
        knows_headings=canvas.has_headings,
    )


def _main_part(archive: Archive) -> str:
    """The part that holds the text, as the container says."""
    if "_rels/.rels" in archive:
        for relation in archive.tree("_rels/.rels"):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target", _MAIN).lstrip("/")
    return _MAIN


def _draw(
    canvas: Canvas, paragraphs: Iterable[Paragraph], part: str, styles: Mapping[str, Look]
) -> None:
    """Put paragraphs on the canvas; those of a table together."""
    for table, group in groupby(paragraphs, key=lambda paragraph: paragraph.cell[:1]):
        found = list(group)
        if table and canvas.table(_rows(found, part)):
            continue
        for paragraph in found:
            _block(canvas, paragraph, part, styles)


def _run(paragraph: Paragraph, part: str) -> Run:
    place = ParagraphRange(part, paragraph.number, 0, len(paragraph.words))
    return Run(paragraph.words, place)


def _rows(paragraphs: Iterable[Paragraph], part: str) -> list[list[list[list[Run]]]]:
    return [
        [
            [[_run(one, part)] for one in cell if one.words]
            for _, cell in groupby(row, key=lambda one: one.cell)
        ]
        for _, row in groupby(paragraphs, key=lambda one: one.cell[:2])
    ]


def _block(canvas: Canvas, paragraph: Paragraph, part: str, styles: Mapping[str, Look]) -> None:
    look = _look(paragraph, styles)
    kind = look.kind
    if kind is None and paragraph.is_contents:
        kind = BlockKind.CONTENTS
    if kind is None and look.is_listed:
        kind = BlockKind.LIST_ITEM
    if kind is None:
        kind = kind_of(paragraph.words)
        if kind is BlockKind.PARAGRAPH and look.indent >= LEAST_INDENT:
            kind = BlockKind.QUOTE
    level = max(look.level, 1) if kind in {BlockKind.LIST_ITEM, BlockKind.CONTENTS} else look.level
    canvas.block(kind, [_run(paragraph, part)], level, _BOLD_SPACE if look.is_bold else 1)


def _look(paragraph: Paragraph, styles: Mapping[str, Look]) -> Look:
    """What a paragraph is by itself, and by its style where it does not say."""
    properties = paragraph.properties
    own = Look() if properties is None else of_properties(properties)
    style = Look()
    for child in properties if properties is not None else ():
        if local(child) == "pStyle":
            style = styles.get(attribute(child, "val"), style)
    if style.kind is not None and own.kind is None:
        own = own._replace(kind=style.kind, level=style.level)
    return own._replace(
        is_listed=own.is_listed or style.is_listed,
        indent=own.indent or style.indent,
        is_bold=paragraph.is_bold or style.is_bold,
    )


def _draw_notes(canvas: Canvas, archive: Archive, part: str, styles: Mapping[str, Look]) -> None:
    """The notes of a part; the lines between text and notes are stored as notes too, and are left out."""
    walk = Walk()
    for note in archive.tree(part):
        paragraphs = list(walk.paragraphs(note))
        if attribute(note, "type") in {"", "normal"}:
            for paragraph in paragraphs:
                if _look(paragraph, styles).kind is not BlockKind.HEADING:
                    canvas.block(BlockKind.FOOTNOTE, [_run(paragraph, part)])


def _has_title(canvas: Canvas) -> bool:
    """Whether a paragraph is in the style *Title*: it goes before the title of the file's properties."""
    return any(piece.kind is BlockKind.HEADING and piece.level == TITLE for piece in canvas.pieces)


def _metadata(archive: Archive) -> tuple[str | None, str | None]:
    """Title and date of the file's properties, unless the title is one that a program gave it."""
    if "docProps/core.xml" not in archive:
        return None, None
    found = {local(child): (child.text or "").strip() for child in archive.tree("docProps/core.xml")}
    title = found.get("title", "")
    dates = [
        found.get(name, "") for name in ("created", "modified") if found.get(name) != _TEMPLATE_DATE
    ]
    dated = next((day for words in dates if (day := iso(words))), None)
    return (None if title.lower().startswith(_NO_TITLES) else title or None), dated
