"""Cut a text into pieces that a parser can hold, and into words. Every cut keeps its place in the text.

Two things would take time that grows with the square of the text: a paragraph that never ends, and
a long run without white space, from which spaCy takes one mark after another. The first is cut at the last
place that looks like the end of a sentence, the second is split by rule.
"""

import re
from collections.abc import Callable, Iterator

from armillary.text import Span

Places = list[tuple[int, int]]
"""[start, end) of each word."""

LONGEST_PIECE = 6000
"""Characters: two pages. No paragraph of the treebanks is as long; longer ones are rare in any text."""

_CUTS = (
    re.compile(r"[.!?…]['\"”’)\]]{0,3}\s"),
    re.compile(r"\n"),
    re.compile(r"\s"),
)
"""Where to cut a piece that is too long, best first."""

_KNOTS = re.compile(r"[^\w\s]{12,}|\S{80,}")
"""Leader dots, rules of hyphens, encoded data, addresses: what is split by rule."""
_ADDRESS = re.compile(r"(?:https?|ftp)://\S{1,2000}|www\.\S{1,2000}")
_KNOT_WORDS = re.compile(r"([\W_])\1*|[^\W_]{1,80}")
_CLOSERS = ".,;:!?)]}>\"'”’"


def pieces(text: str, stretch: Span) -> Iterator[tuple[int, int]]:
    """The stretch as one piece, or as several of at most `LONGEST_PIECE` characters."""
    start = stretch.start
    while stretch.end - start > LONGEST_PIECE:
        cut = _cut(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        yield start, cut
        start = cut
    yield start, stretch.end


def _cut(text: str, first: int, last: int) -> int:
    """The best place to cut in (first, last]."""
    for pattern in _CUTS:
        ends = [found.end() for found in pattern.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


def words(split: Callable[[str], Places], text: str, start: int, end: int) -> Places:
    """The places of the words in [start, end). `split` says where they stand in a string."""
    places: Places = []
    at = start
    for knot in _KNOTS.finditer(text, start, end):
        places += [(at + first, at + last) for first, last in split(text[at : knot.start()])]
        places += _untied(text, knot.start(), knot.end())
        at = knot.end()
    return places + [(at + first, at + last) for first, last in split(text[at:end])]


def _untied(text: str, start: int, end: int) -> Places:
    """A run without white space as an address, or as letters and marks, equal marks together."""
    places: Places = []
    if _ADDRESS.fullmatch(text, start, end):
        length = len(text[start:end].rstrip(_CLOSERS))
        places.append((start, start + length))
        start += length
    return places + [found.span() for found in _KNOT_WORDS.finditer(text, start, end)]
