"""Prose: the documents as HTML that needs no script, every mark an element of its own.

The text of an article is the text of its document, character for character: what stands between the
blocks (blank lines, the number signs of Markdown) is kept, out of sight.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from armillary.publish.report.pieces import Mark, Piece, cut
from armillary.system import System
from armillary.text import BlockKind, Document, Passage, Section, SectionStatus

TAGS = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.QUOTE: "blockquote",
    BlockKind.TABLE: "pre",
    BlockKind.CODE: "pre",
}
"""Blocks of other kinds are paragraphs with the kind as their class; headings have their level."""

LOWEST_HEADING = 6


def escaped(text: str) -> str:
    """Text that HTML reads back as it was. A carriage return would be dropped, and NUL is not allowed."""
    return escape(text).replace("\r", "&#13;").replace("\0", "\ufffd")


def articles(system: System, more: Iterable[tuple[str, Passage]] = ()) -> str:
    """All documents, one below the other. `more` are ids and places that are marked beside the system's own."""
    marks = marks_of(system, more)
    several = len(system.documents) > 1
    return "\n".join(
        _article(key, document, marks.get(id(document), []), titled=several)
        for key, document in system.documents.items()
    )


def marks_of(system: System, more: Iterable[tuple[str, Passage]] = ()) -> dict[int, list[Mark]]:
    """For each document (by identity), what is marked in it, in the order of the text."""
    marks: dict[int, list[Mark]] = {}
    tables = (("claims", system.claims), ("events", system.events), ("quotations", system.quotations))
    places = [(key, row.at) for _, table in tables for key, row in table.items()]
    places += [(key, figure.number.at) for key, figure in system.figures.items()]
    places += [(key, value.at) for key, row in system.series.items() for value in row.values]
    places += [(key, position.at) for key, position in system.positions.items()]
    for key, problem in system.problems.items():
        places += [(key, passage) for passage in (problem.at, *problem.see)]
    places += more
    for key, at in places:
        marks.setdefault(id(at.document), []).append(Mark(at.start, at.end, key))
    for found in marks.values():
        found.sort(key=lambda mark: (mark.start, mark.end))
    return marks


def _article(key: str, document: Document, marks: list[Mark], *, titled: bool) -> str:
    head = f"<h2>{escaped(document.title)}</h2>" if titled else ""
    sections = {
        section.span.start: (place, section)
        for place, section in enumerate(document.sections)
        if section.status is not SectionStatus.PROMISED
    }
    parts = [f'<article class="document" id="{key}">{head}{contents(key, document)}<div class="words">']
    for part, inside in shared_out(stretches(document), marks):
        html = "".join(map(_piece, cut(document, part.start, part.end, inside)))
        parts.append(_stretch(key, part, document.text[part.start : part.end], html, sections))
    parts.append("</div></article>")
    return "".join(parts)


def contents(key: str, document: Document) -> str:
    """The sections, those that the text promises and does not hold among them. Empty where there are none."""
    if not document.sections:
        return ""
    missing = sum(section.status is SectionStatus.PROMISED for section in document.sections)
    there = len(document.sections) - missing
    told = f"{there} section{'s' * (there != 1)}" + (
        f", {missing} promised and not there" * (missing > 0)
    )
    entries = sorted(
        enumerate(document.sections), key=lambda entry: entry[1].status is SectionStatus.PROMISED
    )
    lines = "".join(_entry(key, place, section) for place, section in entries)
    return f'<details class="contents"><summary>{told}</summary><ol>{lines}</ol></details>'


def _entry(key: str, place: int, section: Section) -> str:
    level = min(section.level, LOWEST_HEADING)
    if section.status is SectionStatus.PROMISED:
        return f'<li class="level{level} promised">{escaped(section.title)} <em>promised, not there</em></li>'
    return f'<li class="level{level}"><a href="#{key}.{place + 1}">{escaped(section.title)}</a></li>'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block, or what stands between two blocks: then `kind` is None."""

    start: int
    end: int
    kind: BlockKind | None


def stretches(document: Document) -> Iterator[Stretch]:
    """The blocks and what stands between them; joined, they are the whole text."""
    end = 0
    for block in document.blocks:
        if block.span.start > end:
            yield Stretch(end, block.span.start, None)
        yield Stretch(block.span.start, block.span.end, block.kind)
        end = block.span.end
    if end < len(document.text):
        yield Stretch(end, len(document.text), None)


def shared_out(parts: Iterable[Stretch], marks: list[Mark]) -> Iterator[tuple[Stretch, list[Mark]]]:
    """Each stretch with the marks that reach into it. Marks come in the order of their starts."""
    waiting = iter([*marks, None])
    coming = next(waiting)
    held: list[Mark] = []
    for part in parts:
        while coming and coming.start < part.end:
            held.append(coming)
            coming = next(waiting)
        yield part, held
        held = [mark for mark in held if mark.end > part.end]


def _stretch(
    key: str, part: Stretch, text: str, html: str, sections: dict[int, tuple[int, Section]]
) -> str:
    if part.kind is None:
        if not text.strip():
            return html
        seen = any(character.isalnum() for character in text)
        return f'<p dir="auto" class="loose">{html}</p>' if seen else f"<span hidden>{html}</span>"
    if part.kind is BlockKind.HEADING:
        place, section = sections.get(part.start, (None, None))
        level = min(section.level + 1 if section else 2, LOWEST_HEADING)
        anchor = "" if place is None else f' id="{key}.{place + 1}"'
        return f'<h{level} dir="auto"{anchor}>{html}</h{level}>'
    tag = TAGS.get(part.kind, "p")
    return f'<{tag} dir="auto" class="{part.kind}">{html}</{tag}>'


def _piece(piece: Piece) -> str:
    """A piece of text; a claim that ends here leaves its id, which print shows as a margin note."""
    text = escaped(piece.text)
    if not piece.ids:
        return text
    letters = " ".join(dict.fromkeys(key[0] for key in piece.ids))
    notes = " ".join(key for key in piece.ending if key.startswith("c"))
    end = f' data-end="{notes}"' if notes else ""
    return f'<span class="m {letters}" data-ids="{" ".join(piece.ids)}"{end}>{text}</span>'
