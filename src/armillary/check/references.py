"""S2: cross-references against the headings that they point to.

"see section 5", and the numbered headings end with 3  →  S201
"""

import re
from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.system import Severity, System
from armillary.text import PROSE, BlockKind, Document

FEWEST = 2
"""With fewer numbered headings of a kind, a number is no sign that headings are counted."""

_HEADING = re.compile(
    r"[#\s]{0,10}(?:(chapter|section)\s{1,3})?(\d{1,3})(?:[.:)]\s|\s|$)", re.IGNORECASE
)
_POINTER = re.compile(
    r"\b(?:(?:see(?:\s{1,3}also)?|(?:more|further|discussed|described|explained|shown|argued|set out)(?:\s{1,3}\w{1,12}){0,3}?\s{1,3}in)"
    r"\s{1,3}(?P<a>chapter|section)\s{1,3}(?P<m>\d{1,3})"
    r"|as\s{1,3}(?P<b>chapter|section)\s{1,3}(?P<n>\d{1,3})\s{1,3}(?:shows|showed|argues|argued|explains)\b)"
    r"(?!\d|[.(]\d|\s{0,3}\(|,?\s{1,3}(?:of|in)\b)",
    re.IGNORECASE,
)


def _nothing(system: System, _: Held) -> Iterator[Clash]:
    quoted = {(words.at.document.sha256, words.at.start, words.at.end) for words in system.quotations}
    for document in system.documents:
        numbers = _numbers(document)
        own = [(start, end) for sha256, start, end in quoted if sha256 == document.sha256]
        for found in _pointers(document):
            kind, number = (found["a"] or found["b"]).lower(), int(found["m"] or found["n"])
            there = numbers.get(kind, set())
            inside = any(start <= found.start() < end for start, end in own)
            if len(there) >= FEWEST and number not in there and not inside:
                message = f"there is no {kind} {number}; the last one is {max(there)}"
                yield message, document.passage(found.start(), found.end()), ()


def _pointers(document: Document) -> Iterator[re.Match[str]]:
    for block in document.blocks:
        if block.kind in PROSE:
            yield from _POINTER.finditer(document.text, block.span.start, block.span.end)


def _numbers(document: Document) -> dict[str, set[int]]:
    """The numbers of the headings by what these call themselves, *section* where they do not say."""
    numbers: dict[str, set[int]] = {}
    for block in document.blocks:
        found = _HEADING.match(document.text, block.span.start, block.span.end)
        if block.kind is BlockKind.HEADING and found is not None:
            numbers.setdefault((found[1] or "section").lower(), set()).add(int(found[2]))
    return numbers


NOTHING = Rule("S201", "a cross-reference to nothing", Severity.WARNING, _nothing)
