"""S1 and S2: the order of what is counted out.

"Contents: Stone / Iron", and the text has Iron before Stone  →  S103
"1. Stone", "2. Iron", "4. Rope"                               →  S202: number 3 is missing
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.system import Severity, System
from armillary.text import PROSE, Block, BlockKind, Document, Passage, Section, SectionStatus

_NUMBER = re.compile(r"[\s>*_]{0,12}(\d{1,3})[.)]\s{1,9}")
_HEADING = re.compile(
    r"[#\s]{0,10}(?:(?:chapter|section|part)\s{1,3})?(\d{1,3})(?:[.:)]\s|\s)", re.IGNORECASE
)
_INLINE = re.compile(r"(?<![\w)(])\((\d{1,2})\)(?=\s\w)")
FEWEST = 3
"""Fewer numbers than these are no count."""

_WORD = re.compile(r"\w+")


def _other_order(system: System, _: Held) -> Iterator[Clash]:
    for document in system.documents:
        present = [section for section in document.sections if section.status is SectionStatus.PRESENT]
        placed = [(at, section) for section in present if (at := _in_contents(document, section))]
        kept = _longest_rising([at.start for at, _ in placed])
        for number, (at, section) in enumerate(placed):
            if number not in kept:
                heading = document.passage(section.span.start, _line_end(document, section))
                message = f"the section “{section.title}” stands elsewhere than the contents say"
                yield message, heading, (at,)


def _in_contents(document: Document, section: Section) -> Passage | None:
    """The only place in the table of contents that has the title of a section."""
    words = _WORD.findall(section.title)
    if not words:
        return None
    title = re.compile(r"(?<!\w)" + r"\W{1,6}".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    blocks = (block for block in document.blocks if block.kind is BlockKind.CONTENTS)
    found = [
        hit
        for block in blocks
        for hit in title.finditer(document.text, block.span.start, block.span.end)
    ]
    return document.passage(found[0].start(), found[0].end()) if len(found) == 1 else None


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of the longest row of numbers that rises."""
    best: list[
        tuple[int, int]
    ] = []  # for each place: how long the row is that ends there, and what was before
    for place, number in enumerate(numbers):
        before = [other for other in range(place) if numbers[other] < number]
        last = max(before, key=lambda other: best[other][0], default=-1)
        best.append((best[last][0] + 1 if last >= 0 else 1, last))
    place = max(range(len(best)), key=lambda other: best[other][0], default=-1)
    kept: set[int] = set()
    while place >= 0:
        kept.add(place)
        place = best[place][1]
    return kept


def _line_end(document: Document, section: Section) -> int:
    end = document.text.find("\n", section.span.start, section.span.end)
    return section.span.end if end <= section.span.start else end


def _gap(system: System, _: Held) -> Iterator[Clash]:
    for document in system.documents:
        yield from _gaps(_items(document), "the list")
        yield from _gaps(_headings(document), "the row of headings")
        for block in document.blocks:
            if block.kind in PROSE:
                found = _INLINE.finditer(document.text, block.span.start, block.span.end)
                yield from _gaps([_counted(document, hit) for hit in found], "the count")


_Counted = tuple[int, Passage]


def _items(document: Document) -> list[_Counted]:
    """The numbered items of lists. Other blocks between two items do not end a list; a heading does."""
    items: list[_Counted] = []
    for block in document.blocks:
        line = (
            document.text.rfind("\n", 0, block.span.start) + 1
        )  # the number may stand before the block
        found = _NUMBER.match(document.text, line, block.span.end)
        if block.kind is BlockKind.HEADING:
            items.append((0, document.at(block.span)))
        elif block.kind is BlockKind.LIST_ITEM and found is not None:
            items.append(_counted(document, found))
    return items


def _headings(document: Document) -> list[_Counted]:
    return [
        _counted(document, found)
        for block in document.blocks
        if block.kind is BlockKind.HEADING and (found := _heading(document, block)) is not None
    ]


def _heading(document: Document, block: Block) -> re.Match[str] | None:
    return _HEADING.match(document.text, block.span.start, block.span.end)


def _counted(document: Document, found: re.Match[str]) -> _Counted:
    return int(found[1]), document.passage(found.start(1), found.end(1))


def _gaps(items: Sequence[_Counted], what: str) -> Iterator[Clash]:
    """Where a row that starts with 1 leaves a number out."""
    row: list[_Counted] = []
    for number, at in [*items, (0, None)]:
        if at is not None and row and number > row[-1][0]:
            row.append((number, at))
            continue
        if len(row) >= FEWEST and row[0][0] == 1:
            for (before, there), (after, here) in pairwise(row):
                if after == before + 2:
                    yield f"{what} goes from {before} to {after}", here, (there,)
        row = [(number, at)] if at is not None and number else []


OTHER_ORDER = Rule(
    "S103", "a section in another place than the contents say", Severity.WARNING, _other_order
)
GAP = Rule("S202", "a number that is left out", Severity.WARNING, _gap)
