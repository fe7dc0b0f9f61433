"""What stands around the text of every page: running heads, page numbers. It is no part of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from armillary.read.pdf.columns import Line

OUTERMOST = 2
"""Running heads stand among so many lines from the top and the bottom of a page."""

LEAST_PAGES = 3
"""What stands at one height on so many pages, numbers apart, is a running head; of two pages, on both."""

LEAST_SHARE = 0.2
"""... if those are at least this share of all pages: left and right pages may differ, and chapters too."""

_NEAR = 6.0
_NUMBER = re.compile(
    r"[\W_]{0,4}(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/|\|) ?\d{1,4})?[\W_]{0,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages without running heads and page numbers."""
    heads = _heads(pages)
    return [_within(lines, heads) for lines in pages]


def _outer(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines nearest to the top, and those nearest to the bottom."""
    by_height = sorted(lines, key=lambda line: -line.base)
    return by_height[:OUTERMOST], by_height[-OUTERMOST:]


def _heads(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """The words, numbers apart, that stand at one height on many pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        here: set[tuple[str, int]] = set()
        for line in (line for outer in _outer(lines) for line in outer):
            here.update((_form(line), band) for band in _bands(line))
        seen.update(here)
    least = max(min(LEAST_PAGES, max(len(pages), 2)), LEAST_SHARE * len(pages))
    return {head for head, count in seen.items() if count >= least and head[0]}


def _form(line: Line) -> str:
    """The words of a line with all numbers as one."""
    return _DIGITS.sub("#", " ".join(line.words.casefold().split()))


def _bands(line: Line) -> Iterable[int]:
    """The heights that count as that of the line: its own, and the next, as no two pages are set alike."""
    band = int(line.base // _NEAR)
    return (band, band + 1)


def _within(lines: Sequence[Line], heads: set[tuple[str, int]]) -> list[Line]:
    """The lines of one page without what runs on all."""
    top, bottom = _outer(lines)
    outer = {id(line) for line in (*top, *bottom)}
    edges = {id(line) for line in (*top[:1], *bottom[-1:])}
    if len(lines) < 2:  # noqa: PLR2004  a lone line is the text
        edges = set()
    return [
        line
        for line in lines
        if not (id(line) in outer and any((_form(line), band) in heads for band in _bands(line)))
        and not (id(line) in edges and _NUMBER.fullmatch(line.words))
    ]


def usual_size(pages: Iterable[Sequence[Line]]) -> float:
    """The size of the letters of most of the text, in points; 1 where there is none."""
    weights: defaultdict[float, int] = defaultdict(int)
    for lines in pages:
        for line in lines:
            weights[round(line.size, 1)] += len(line.words)
    return max(weights, key=lambda size: (weights[size], -size), default=1.0)
