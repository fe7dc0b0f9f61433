"""Block quotations: whole paragraphs that belong to somebody, with marks or without.

    The board put it as follows:          the board
    <paragraph between marks>, <Markdown quote>, or a paragraph set apart

A paragraph that introduces one ends with a colon, or with *as follows* and its like. Between marks the
quotation ends with its marks; without, it is one paragraph, but for one that opens with a title of its
own: that reaches to the next heading. Who speaks is the subject of the introduction; *we* is the author.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase, owner
from armillary.annotate.stance.subjects import first_subject, subject
from armillary.annotate.stance.verbs import is_cue
from armillary.text import BlockKind, Span

_MOST = 12
"""How many paragraphs an unmarked quotation may have."""
_BEFORE_NAME = 4
"""Words from the dash of a signature to the name: *— the late Sir Edward Grey*."""
_TITLE = 20
"""How many words the title may have that opens an unmarked quotation of several paragraphs."""
_FOLLOW = frozenset({"follows", "following", "below", "this", "thus"})
_IMPERSONAL = frozenset({"it", "this", "that", "these", "there", "which"})
_EXPLAINED = frozenset(
    "explained written shown described stated set expressed made noted put said discussed analysed analyzed summed summarised summarized argued".split()
)


@dataclass(frozen=True, slots=True)
class Quoting:
    """A stretch of whole paragraphs that is a block quotation, and what its introduction says.

    `by` is None where the introduction names nobody. `ours` tells that it names the author.
    """

    start: int
    end: int
    by: Phrase | None
    ours: bool


def blocks(page: Page, quotes: Sequence[Quoted]) -> tuple[Quoting, ...]:
    """All block quotations that have no marks of their own, and those marked ones that are introduced."""
    openings = {quote.opens: quote for quote in quotes if quote.depth == 0}
    found: list[Quoting] = []
    for number, block in enumerate(page.blocks):
        if found and block.span.start < found[-1].end:
            continue
        introduced = _introduction(page, number)
        marked = openings.get(block.span.start)
        if introduced is not None and marked is not None:
            found.append(Quoting(marked.start, marked.end, *introduced))
        elif found and block.kind is BlockKind.QUOTE and (signed := _signed(page, block.span)):
            found[-1] = replace(found[-1], by=found[-1].by or signed)
        elif block.kind is BlockKind.QUOTE and marked is None:
            found.append(Quoting(*_bare(page, block.span), *(introduced or (None, False))))
        elif (
            block.kind is BlockKind.LIST_ITEM
        ):  # what was asked for, point by point, is in nobody's words
            continue
        elif introduced is not None and _follows(page, number - 1):
            found.append(Quoting(block.span.start, _last(page, number), *introduced))
    return tuple(found)


def _signed(page: Page, span: Span) -> Phrase | None:
    """The name under a quotation: *— Lord Acton, 1887*."""
    start, _ = _bare(page, span)
    first = page.at(start)
    if page.lows[first] not in {"—", "–", "-", "―"}:
        return None
    near = range(first + 1, min(first + 1 + _BEFORE_NAME, page.at(span.end)))
    return next((Phrase(at, page.mentions[at][1]) for at in near if at in page.mentions), None)


def _bare(page: Page, span: Span) -> tuple[int, int]:
    """A Markdown quote without the signs that set it apart."""
    first, last = page.at(span.start), page.at(span.end)
    while first < last and page.lows[first] == ">":
        first += 1
    return (
        (page.starts[first], page.reading.tokens[last - 1].end)
        if first < last
        else (span.start, span.end)
    )


def _introduction(page: Page, number: int) -> tuple[Phrase | None, bool] | None:
    """Who the paragraph before says will speak; None where it introduces nobody."""
    if number == 0 or page.blocks[number - 1].kind is BlockKind.QUOTE:
        return None
    span = page.blocks[number - 1].span
    last = page.at(span.end)
    if last == 0 or page.starts[last - 1] < span.start:
        return None
    colon = page.lows[last - 1] == ":"
    if not colon and not _follows(page, number - 1):
        return None
    first, end = page.sentence(last - 1)
    row = range(first, end)
    return _by_verb(page, row) or _by_noun(page, row) or ((None, False) if _tells(page, row) else None)


def _by_verb(page: Page, row: range) -> tuple[Phrase | None, bool] | None:
    authors = words().sets["authors"]
    if page.lows[row[0]] in {"we", "i"}:
        return None, True
    for at in range(len(row) - 1, -1, -1):
        if is_cue(page, row, at):
            by = subject(page, row, at)
            if by is not None and page.lows[by.first] not in _IMPERSONAL:
                return by, page.lows[by.first] in authors
    return None


def _by_noun(page: Page, row: range) -> tuple[Phrase | None, bool] | None:
    """The owner of the words that are announced: the bishop, of *from the bishop's letter*, say."""
    sets = words().sets
    for at in range(len(row) - 1, -1, -1):
        if page.lows[row[at]] in sets["speech_nouns"] | sets["work_nouns"]:
            by = owner(page, row, at)
            if by is not None:
                return by, page.lows[by.first] in sets["authors"]
    return None


def _tells(page: Page, row: range) -> bool:
    """Whether the sentence, *It was explained as follows*, speaks of words at all."""
    by = first_subject(page, row, len(row))
    return bool(_EXPLAINED & set(page.lows[row[0] : row[-1]])) and by is not None


def _follows(page: Page, number: int) -> bool:
    """Whether a paragraph ends with *as follows* and its like."""
    last = page.at(page.blocks[number].span.end)
    ending = page.lows[max(0, last - 4) : last]
    return bool(_FOLLOW & set(ending[-3:])) and ending[-1:] in {(".",), (":",)}


def _last(page: Page, number: int) -> int:
    """Where an unmarked quotation that begins with a paragraph ends."""
    blocks_here = page.blocks
    span = blocks_here[number].span
    if not _is_title(page, number):
        return span.end
    end = span.end
    for block in blocks_here[number + 1 : number + _MOST]:
        if _heading_between(page, end, block.span.start):
            break
        end = block.span.end
    return end


def _is_title(page: Page, number: int) -> bool:
    """Whether a paragraph is a line without a full stop: the title of what is quoted."""
    span = page.blocks[number].span
    first, last = page.at(span.start), page.at(span.end)
    return 0 < last - first <= _TITLE and page.lows[last - 1] not in {".", "!", "?", ":"}


def _heading_between(page: Page, start: int, end: int) -> bool:
    """Whether a heading stands between two places."""
    return bisect_left(page.headings, start) < bisect_left(page.headings, end)
