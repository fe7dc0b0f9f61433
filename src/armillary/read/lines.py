"""Lines of a plain text, and which of them belong to one paragraph.

Two ways of writing have to be told apart, often in one file: lines that were broken to a width
(*hard-wrapped*: a paragraph is many lines) and lines that are whole paragraphs.

    the subject speaks its own        The subject speaks its own importance.
    importance.                       The next line is the next paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

WIDEST = 120
"""A line of more characters was not broken to a width. Plain texts are wrapped at 60 to 100."""

NARROWEST = 40
"""Lines that are all shorter were broken because the writer wished it."""

LEAST_RUNNING = 0.3
"""Lines are hard-wrapped if at least this share of them runs on from the line before.

Measured by `bench/read_wrapping.py`: 0.94 in the Federalist Papers, which are wrapped; 0.28 in a novel with a
sentence to a line, much of it speech; 0 in essays with a paragraph to a line.
"""

SHORT = 0.6
"""In hard-wrapped prose a line below this share of the width ends where the writer wished."""

_FEW = 4  # breaks in a chunk; with fewer the whole text decides
_TAB = 4
_STOP = re.compile(r"[.!?…:;。؟।][\'\"”’»)\]*_]{0,4}$")
_LISTING = re.compile(r"[.!?…:;,。؟،](?: and| or)?[\'\"”’»)\]*_]{0,4}$")
_RULE = re.compile(r"[-*_=~#•·.+—–<>|\s]+")
LIST_MARK = re.compile(
    r"""(?: [-*+•◦▪‣·●○■]
          | \(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]  |  \(?[a-z][.)]  |  \([A-Z]\)  |  \(?[ivxl]{2,6}[.)]  |  \(?[IVXL]{2,6}[.)]
        )[ \t\u00a0]+(?=\S)""",
    re.VERBOSE,
)
"""A bullet or a number before the words of a list item. No single capital: *A. Hamilton wrote*."""

QUOTE_MARK = re.compile(r"(?:>[ \t]*){1,20}")
"""What stands before a quoted line in mail and in Markdown."""


class Line(NamedTuple):
    """A line without the white space on either side. It is blank where start is end."""

    start: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        """How many characters, the indent not counted."""
        return self.end - self.start


class Paragraph(NamedTuple):
    """Lines that belong together, and how many blank lines stand before them."""

    lines: tuple[Line, ...]
    space: int

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end


def is_rule(words: str) -> bool:
    """Whether a line only parts others: `* * *`, `-----`. It holds no words."""
    return _RULE.fullmatch(words) is not None


def ends_in_stop(text: str, end: int) -> bool:
    """Whether a sentence, or a part of one, ends at an offset. Looks at the last few characters only."""
    return _STOP.search(text, max(0, end - 6), end) is not None


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """All lines of [start, end), blank ones too. Every line end that Unicode knows counts."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        bare = line.strip()
        left = len(line) - len(line.lstrip()) if bare else 0
        yield Line(at + left, at + left + len(bare), len(line[:left].expandtabs(_TAB)))
        at += len(line)


def chunks_of(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Lines with no blank line between them and one or more on either side."""
    gathered: list[Line] = []
    space = before = 0
    for line in lines:
        if line.start < line.end:
            if not gathered:
                before, space = space, 0
            gathered.append(line)
            continue
        if gathered:
            yield Paragraph(tuple(gathered), before)
            gathered = []
        space += 1
    if gathered:
        yield Paragraph(tuple(gathered), before)


def width_of(text: str, chunks: Iterable[Paragraph]) -> int:
    """The width to which these lines were broken, 0 where a line is a paragraph."""
    running: list[int] = []
    breaks = 0
    for chunk in chunks:
        for before, line in pairwise(chunk.lines):
            breaks += 1
            if before.width <= WIDEST and runs_on(text, before, line):
                running.append(before.width)
    if not running or len(running) < LEAST_RUNNING * breaks:
        return 0
    running.sort()
    width = running[len(running) * 9 // 10]
    return width if width >= NARROWEST else 0


def paragraphs_of(text: str, chunk: Paragraph, width: int) -> Iterator[Paragraph]:
    """The paragraphs of a chunk, in a text whose lines were broken to `width`."""
    if len(chunk.lines) > _FEW:
        width = width_of(text, [chunk])
    gathered = [chunk.lines[0]]
    space = chunk.space
    for before, line in pairwise(chunk.lines):
        if _is_item(text, line):
            listed = _is_item(text, chunk.lines[0])
            parts = listed or _LISTING.search(text, max(0, before.end - 9), before.end) is not None
        else:
            parts = _parts(text, gathered[0], before, line, width)
        if parts:
            yield Paragraph(tuple(gathered), space)
            gathered, space = [], 0
        gathered.append(line)
    yield Paragraph(tuple(gathered), space)


def runs_on(text: str, before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of a sentence, as far as its first character can tell."""
    first = _first(text, line)
    if first.islower():
        return True
    cased = first.isupper() and not text[line.start : line.end].isupper()
    return not cased and not ends_in_stop(text, before.end)


def _first(text: str, line: Line) -> str:
    """The first character of a line, after the marks of a quotation."""
    mark = QUOTE_MARK.match(text, line.start, line.end)
    return text[mark.end()] if mark is not None and mark.end() < line.end else text[line.start]


def _is_item(text: str, line: Line) -> bool:
    return LIST_MARK.match(text, line.start, line.end) is not None


def _parts(text: str, first: Line, before: Line, line: Line, width: int) -> bool:
    """Whether a new paragraph begins with a line. `first` is the first line of the old one."""
    if (text[line.start] == ">") != (text[before.start] == ">"):
        return True
    if line.indent > first.indent and _is_item(text, first):
        return False
    if _first(text, line).islower() and not ends_in_stop(text, before.end):
        return before.width > WIDEST
    if not width or before.width < SHORT * width:
        return True
    return line.indent > before.indent + 1 and ends_in_stop(text, before.end)
