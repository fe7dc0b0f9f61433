"""Sections: which parts the document has, which it promises, and where each reaches to."""

from collections.abc import Sequence

from armillary.read.draft import Piece
from armillary.read.entries import Entry
from armillary.read.titles import hints, key, same, shown
from armillary.text import BlockKind, Section, SectionStatus, Span

MOST_COMPARED = 20_000
"""Pairs of titles that are compared word by word; spellings that are equal need no comparing."""


def build(text: str, pieces: Sequence[Piece], entries: Sequence[Entry]) -> tuple[Section, ...]:
    """The sections in the order of the text, those that are only promised at their line in the contents.

    A section reaches from its heading to the next heading that is not below it. A heading of level 0
    is the title of the whole, and no section.
    """
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING and piece.level > 0]
    titles = [shown(text[piece.start : piece.end]) for piece in headings]
    kept = _matched(titles, entries)
    depths = sorted({piece.level for piece in headings})
    sections = [
        Section(
            title,
            depths.index(piece.level) + 1,
            Span(piece.start, _reach(text, headings, at)),
            _status(at, kept, entries),
        )
        for at, (piece, title) in enumerate(zip(headings, titles, strict=True))
    ]
    missing = [entry for place, entry in enumerate(entries) if place not in kept]
    sections += [
        Section(entry.title, entry.level, Span(entry.start, entry.end), SectionStatus.PROMISED)
        for entry in missing
    ]
    return tuple(sorted(sections, key=lambda section: section.span))


def _status(at: int, kept: dict[int, int], entries: Sequence[Entry]) -> SectionStatus:
    listed = at in kept.values() or not entries
    return SectionStatus.PRESENT if listed else SectionStatus.UNLISTED


def _reach(text: str, headings: Sequence[Piece], at: int) -> int:
    """Where the section of a heading ends: at the next heading that is not below it."""
    level = headings[at].level
    return next((later.start for later in headings[at + 1 :] if later.level <= level), len(text))


def _matched(titles: Sequence[str], entries: Sequence[Entry]) -> dict[int, int]:
    """For each entry, by its place, the place of the heading that keeps its promise.

    Equal spellings first, each heading once and in order; then the wordings that differ a little.
    """
    kept: dict[int, int] = {}
    by_key: dict[str, list[int]] = {}
    for at, title in enumerate(titles):
        by_key.setdefault(key(title), []).append(at)
    for place, entry in enumerate(entries):
        waiting = by_key.get(key(entry.title))
        if waiting:
            kept[place] = waiting.pop(0)
    free = {at for waiting in by_key.values() for at in waiting}
    by_hint: dict[str, list[int]] = {}
    for at in sorted(free):
        for hint in hints(titles[at]):
            by_hint.setdefault(hint, []).append(at)
    compared = 0
    for place, entry in enumerate(entries):
        if place in kept or compared > MOST_COMPARED:
            continue
        near = sorted({at for hint in hints(entry.title) for at in by_hint.get(hint, ()) if at in free})
        compared += len(near)
        found = next((at for at in near if same(titles[at], entry.title)), None)
        if found is not None:
            kept[place] = found
            free.remove(found)
    return kept
