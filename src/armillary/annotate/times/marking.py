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
    now = parsed(document.dated)
    news = is_news(found, now)
    for place, (match, meaning) in enumerate(found):
        told.append(
            story.Told(
                meaning,
                _aside(document.text, match, found[place - 1][0] if place else None),
                _ahead(document.text, match),
            )
        )
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


_AHEAD = re.compile(
    r"\b(?:will|shall|would|'ll|to be|plan(?:s|ned|ning)?|scheduled|expect(?:s|ed)?|upcoming|due|set to|until|by|next)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?]\s")


def _ahead(text: str, match: Match) -> bool:
    """Whether the sentence speaks of what is to come."""
    before = text[max(0, match.start - 120) : match.start]
    after = text[match.end : match.end + 80]
    ends = list(_ENDS.finditer(before))
    sentence = before[ends[-1].end() if ends else 0 :] + _ENDS.split(after, maxsplit=1)[0]
    return _AHEAD.search(sentence) is not None


_HAD = re.compile(r"\b(?:had|since|of|from)\b[^.!?;]{0,40}$", re.IGNORECASE)
_RANGE = re.compile(r"\s{0,2}(?:[-–—/]|to|and|until|through)\s{0,2}")


def _aside(text: str, match: Match, before: Match | None) -> bool:
    """Whether a time looks away from the story: it ends a range, or stands in brackets."""
    if (
        before is not None
        and match.start - before.end < 12
        and _RANGE.fullmatch(text, before.end, match.start)
    ):
        return True
    opened = text.rfind("(", max(0, match.start - 60), match.start)
    return opened >= 0 and text.find(")", opened, match.start) < 0
