"""The times of a document: found, understood, told from somewhere, joined into ranges."""

import re
from collections.abc import Iterable
from dataclasses import replace

from armillary.annotate.times import ranges, story
from armillary.annotate.times.calendar import Point, parsed
from armillary.annotate.times.meaning import Base, Meaning, meaning_of
from armillary.annotate.times.rules import Match, find
from armillary.reading import Reading, Time
from armillary.text import Block, BlockKind, Document, Span

UNREAD = frozenset({BlockKind.CODE, BlockKind.CONTENTS})
OLD_YEARS = 150  # between years of three figures that bear each other out
NEWS_YEARS = 1  # an article whose years mostly lie this close to its date is news


def mark(reading: Reading) -> Reading:
    """The reading with its times, in the order of the text."""
    return replace(reading, times=tuple(ranges.joined(reading.document, unjoined(reading.document))))


def unjoined(document: Document) -> list[Time]:
    """The times with both ends of a range apart, as TimeML has them."""
    found: list[tuple[Match, Meaning]] = []
    told: list[story.Told] = []
    for block in document.blocks or _whole(document.text):
        if block.kind in UNREAD:
            continue
        for match in find(document.text, block.span.start, block.span.end):
            meaning = meaning_of(match)
            if meaning is not None:
                found.append((match, meaning))
    found = _believed(found)
    now = parsed(document.dated)
    news = is_news(found, now)
    last: Match | None = None
    for match, meaning in found:
        told.append(_told(document.text, match, meaning, last))
        last = match
    values = story.values(told, now, news=news)
    return [
        Time(document.passage(match.start, match.end), meaning.type, value)
        for (match, meaning), value in zip(found, values, strict=True)
    ]


def _whole(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()


def is_news(found: list[tuple[Match, Meaning]], now: Point | None) -> bool:
    """Whether times without a year are told from the day of writing: most years said are about it."""
    if now is None:
        return False
    years = [meaning.year for _, meaning in found if meaning.year is not None]
    near = sum(abs(year - now.year) <= NEWS_YEARS for year in years)
    first = next((meaning.point for _, meaning in found if meaning.year is not None), None)
    return first == now or 2 * near >= len(years)


def _believed(found: list[tuple[Match, Meaning]]) -> list[tuple[Match, Meaning]]:
    """Without years of three figures that no year of their era bears out, the others with their sign."""
    old = [
        meaning.year for _, meaning in found if meaning.year and meaning.year < 1000 and not meaning.old
    ]
    kept = []
    for match, meaning in found:
        if meaning.old and meaning.year:
            near = [year for year in old if abs(abs(year) - meaning.year) <= OLD_YEARS]
            if not near:
                continue
            meaning = replace(meaning, year=-meaning.year if near[0] < 0 else meaning.year)  # noqa: PLW2901
        kept.append((match, meaning))
    return kept


_FUTURE = (
    r"will|shall|would|'ll|to be|plans?|planned|planning|scheduled|expect(?:s|ed)?|upcoming|due|set to"
)
_AHEAD_BEFORE = re.compile(rf"\b(?:{_FUTURE}|until|by|next)\b", re.IGNORECASE)
_AHEAD_AFTER = re.compile(rf"(?:[^.!?\n]{{0,12}}\b)?(?:{_FUTURE})\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][”\"')]?\s|\n")
_RANGE = re.compile(r"\s{0,2}(?:[-–—/]|to|and|until|through)\s{0,2}(?:the )?")
SENTENCE = 300  # characters, at most, between two times of one sentence


def _told(text: str, match: Match, meaning: Meaning, last: Match | None) -> story.Told:
    """A meaning with what the words around it say of its place in the story."""
    between = text[last.end : match.start] if last and match.start - last.end < SENTENCE else "\n"
    return story.Told(
        meaning,
        aside=_aside(text, match, between),
        ahead=_ahead(text, match),
        fresh=_ENDS.search(between) is not None,
        quoted=_quoted(text, match),
    )


def _ahead(text: str, match: Match) -> bool:
    """Whether the sentence speaks of what is to come."""
    before = text[max(0, match.start - 120) : match.start]
    ends = list(_ENDS.finditer(before))
    if _AHEAD_BEFORE.search(before, ends[-1].end() if ends else 0):
        return True
    return _AHEAD_AFTER.match(text, match.end, match.end + 40) is not None


def _aside(text: str, match: Match, between: str) -> bool:
    """Whether a time looks away from the story: it ends a range, or stands in brackets."""
    if _RANGE.fullmatch(between):
        return True
    opened = text.rfind("(", max(0, match.start - 60), match.start)
    return opened >= 0 and text.find(")", opened, match.start) < 0


def _quoted(text: str, match: Match) -> bool:
    before = text[max(0, match.start - 500) : match.start]
    line = before[before.rfind("\n") + 1 :]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1
