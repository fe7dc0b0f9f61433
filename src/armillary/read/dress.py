"""What a paragraph is by its own words: a caption, a reference, a footnote, a line of a table.

    Figure 3. Rents, 2010 to 2020                      caption
    The Rent Cap and After, March 3rd, 2021            reference
    [4] See the council's minutes.                     footnote

A rule speaks only where it is all but sure: what no rule takes is prose, and prose is read for claims.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from armillary.text import BlockKind

MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{MONTH} {_DAY},? \d{{4}}|{_DAY} {MONTH},? \d{{4}}|{MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}))"
)
"""A date that is written out, as a reference ends in one."""

LONGEST = 400
"""No rule looks at a paragraph of more characters: captions and references are short."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for the beginning of a paragraph, with one that it takes and one that it must not."""

    name: str
    kind: BlockKind
    pattern: re.Pattern[str]
    example: str
    counter: str


RULES: tuple[Rule, ...] = (
    Rule(
        "a bullet before the words",
        BlockKind.LIST_ITEM,
        re.compile(r"[•◦▪‣·●○■*+-][ \t\u00a0]+\w"),
        "• The rents rose.",
        "*Rents* rose.",
    ),
    Rule(
        "a figure's or table's number and a stop",
        BlockKind.CAPTION,
        re.compile(
            r"(?:Figure|Fig\.|Table|Chart|Map|Plate|Exhibit|Diagram|Graph|Box|Photo|Illustration|Image)"
            r"\s+(?:\d{1,3}(?:\.\d{1,3})?|[IVX]{1,5}|[A-Z])\s?[.:–—|]\s"
        ),
        "Figure 3. Rents, 2010 to 2020",
        "Table 1 shows that rents rose after 2010.",
    ),
    Rule(
        "a photograph's label",
        BlockKind.CAPTION,
        re.compile(r"(?:Photo(?:graph)?|Image|Picture|Credit|Source)s?(?: credit| by)?: \S.{0,150}$"),
        "Photo: The harbour in 1914",
        "Source after source told the same story.",
    ),
    Rule(
        "a footnote in brackets",
        BlockKind.FOOTNOTE,
        re.compile(r"(?:\[\^?[\w-]{1,20}\]:|\[\d{1,3}\]|\[[a-z*†‡]\])[ \t]\S"),
        "[4] See the council's minutes of that week.",
        "[The council] had no answer.",
    ),
    Rule(
        "a footnote after a raised number or a dagger",
        BlockKind.FOOTNOTE,
        re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}|[†‡§]{1,2}) ?[^\W\d_]"),
        "² The figures are those of the census.",
        "2 The figures are those of the census.",
    ),
    Rule(
        "a title and its date, alone on a line",
        BlockKind.REFERENCE,
        re.compile(
            rf"(?=\S{{1,40}} \S{{1,40}} \S)[“\"‘'*_\[]?[^\W_](?:(?![.!?] [A-Z][a-z]).){{8,220}}?"
            rf"[,.:;!?”\"’*_)\]–—-]{{1,3}} \(?{DATE}\)?$"
        ),
        "The Rent Cap and After, March 3rd, 2021",
        "The council met again, and the cap was raised on 3 March 2021.",
    ),
    Rule(
        "a surname, initials and a year in brackets",
        BlockKind.REFERENCE,
        re.compile(
            r"[A-Z][\w’'-]{1,30}, (?:[A-Z]\.[ -]?){1,4}.{0,150}?\(\d{4}[a-z]?(?:, [A-Z]\w{2,8})?\)"
        ),
        "Fenn, M. (2019). Letting go. Harbour Press.",
        "Fenn, M.P. for the harbour, spoke again.",
    ),
    Rule(
        "a surname, a forename, a title and a year at the end",
        BlockKind.REFERENCE,
        re.compile(
            r"[A-Z][\w’'-]{1,30}, (?:[A-Z][\w’'-]{0,20}\.? ){0,2}[A-Z][\w’'-]{0,20}\. "
            r".{5,250}\b(?:1[5-9]|20)\d\d\b[\w():,–-]{0,20}\.?$"
        ),
        "Oldacre, Marguerite. The Open Hand. London: Quill, 1974.",
        "Fenn, Oldacre and others met. They agreed in 1974.",
    ),
    Rule(
        "an address on the web, alone",
        BlockKind.REFERENCE,
        re.compile(r"<?(?:https?://|www\.)\S{3,300}$"),
        "https://example.org/rents",
        "https://example.org/rents has the figures.",
    ),
)


def kind_of(words: str) -> BlockKind:
    """What a paragraph is by its own words: prose unless a rule takes it."""
    if len(words) > LONGEST:
        return BlockKind.PARAGRAPH
    line = " ".join(words.split())
    return next((rule.kind for rule in RULES if rule.pattern.match(line)), BlockKind.PARAGRAPH)


_CELL_GAPS = (re.compile(r"\t+| {3,}| *\| *"), re.compile(r"[,;](?! )"))
_LEAST_ROWS = 3
_SAME_SHAPE = 0.8


def is_table(rows: Sequence[str]) -> bool:
    """Whether lines without a blank one between them are the rows of a table.

    Cells are parted by tabs, bars, three and more spaces, or by commas and semicolons without a space behind
    them; nearly all rows have equally many.
    """
    return len(rows) >= _LEAST_ROWS and any(_are_cells(rows, gap) for gap in _CELL_GAPS)


def _are_cells(rows: Sequence[str], gap: re.Pattern[str]) -> bool:
    if not gap.search(rows[0].strip()):
        return False
    cells = [len([cell for cell in gap.split(row.strip()) if cell]) for row in rows]
    usual = max(set(cells), key=lambda count: (cells.count(count), count))
    return usual > 1 and cells.count(usual) >= _SAME_SHAPE * len(rows)
