"""The times of a document: found, understood, told from somewhere, joined into ranges."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.annotate.times import lengths, ranges, story, surroundings
from armillary.annotate.times.calendar import Point, at_grain, parsed, stepped
from armillary.annotate.times.dates import meaning_of
from armillary.annotate.times.meaning import Base, Meaning
from armillary.annotate.times.rules import Match, find
from armillary.annotate.times.telling import Told
from armillary.reading import Reading, Time
from armillary.text import Block, BlockKind, Document, Passage, Span

UNREAD = frozenset({BlockKind.CODE, BlockKind.CONTENTS})
CITING = frozenset({BlockKind.REFERENCE, BlockKind.TABLE, BlockKind.FOOTNOTE, BlockKind.CAPTION})
FOUR_FIGURES = 1000
OLD_YEARS = 150  # between years of three figures that bear each other out
NEWS_YEARS = 1  # an article whose years mostly lie this close to its date is news
ESSAY_SHARE = 0.1  # of the years said: a text with fewer about its own date is a story
FIRST = 3  # times among which news has its own date


@dataclass(frozen=True, slots=True)
class Found:
    """A match, what it says, and in what kind of block."""

    match: Match
    meaning: Meaning
    cited: bool
    event: Passage | None = None


def mark(reading: Reading) -> Reading:
    """The reading with its times, in the order of the text, and the date that it was found to have."""
    times, dated = _read(reading.document)
    return replace(reading, times=tuple(ranges.joined(reading.document, times)), dated=dated)


def unjoined(document: Document) -> list[Time]:
    """The times with both ends of a range apart, as TimeML has them."""
    return _read(document)[0]


def _read(document: Document) -> tuple[list[Time], Time | None]:
    found = list(_anchored(document.text, list(_believed(list(_found(document))))))
    dateline = None if document.dated else _dateline(document.text, found)
    now = dateline.meaning.point if dateline else parsed(document.dated)
    told = list(_told(document.text, found))
    values = story.values(told, story.Frame(now, _manner(found, now)))
    times = [
        Time(
            document.passage(each.match.start, each.match.end),
            each.meaning.type,
            value,
            mod=each.meaning.mod,
            anchor=each.event,
            distance=None
            if each.event is None
            else lengths.distance(each.meaning.unit, each.meaning.shift, vague=each.meaning.vague),
        )
        for each, value in zip(found, values, strict=True)
    ]
    return times, times[found.index(dateline)] if dateline else None


def _found(document: Document) -> Iterator[Found]:
    for block in document.blocks or _whole(document.text):
        if block.kind in UNREAD:
            continue
        span = block.span
        for match in find(document.text, span.start, span.end, lambda found: _says(found) is not None):
            meaning = _says(match)
            if meaning is not None:
                event = surroundings.event(document, match) if meaning.base is Base.EVENT else None
                cited = block.kind in CITING or surroundings.cited(document.text, match)
                yield Found(match, meaning, cited, event)


def _says(match: Match) -> Meaning | None:
    return meaning_of(match.rule, match.slots)


def _whole(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()


def _believed(found: list[Found]) -> Iterator[Found]:
    """Without years of three figures that no year of their era bears out, the others with their sign."""
    old = sorted(
        {
            each.meaning.year
            for each in found
            if each.meaning.year and each.meaning.year < FOUR_FIGURES and not each.meaning.old
        }
    )
    for each in found:
        year = each.meaning.year
        if not (each.meaning.old and year):
            yield each
            continue
        near = next((other for other in old if abs(abs(other) - year) <= OLD_YEARS), None)
        if near is not None:
            yield replace(each, meaning=replace(each.meaning, year=-year if near < 0 else year))


def _anchored(text: str, found: list[Found]) -> Iterator[Found]:
    """*Two days after 3 May 1808* told from that date; with no event behind it, from the story."""
    for place, each in enumerate(found):
        if each.meaning.base is not Base.EVENT:
            yield each
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        point = (
            after.meaning.point if after and text[each.match.end : after.match.start].isspace() else None
        )
        if point is not None:
            there = stepped(point, each.meaning.unit, each.meaning.shift or 0)
            value = at_grain(there, "D" if there.exact else each.meaning.unit)
            yield replace(each, meaning=replace(each.meaning, value=value), event=None)
        elif each.event is None:
            yield replace(each, meaning=replace(each.meaning, base=Base.STORY))
        else:
            yield each


def _dateline(text: str, found: list[Found]) -> Found | None:
    """The date that stands alone on one of the first lines."""
    for each in found[:FIRST]:
        point = each.meaning.point
        if point is not None and point.month and surroundings.dateline(text, each.match):
            return each
    return None


def _manner(found: list[Found], now: Point | None) -> story.Manner:
    """News where most years that are said are about its own, an essay where some are, else a story."""
    points = [each.meaning.point for each in found if not each.cited]
    said = [point for point in points if point is not None]
    near = sum(now is not None and abs(point.year - now.year) <= NEWS_YEARS for point in said)
    if now is None or (said and near < ESSAY_SHARE * len(said)):
        return story.Manner.STORY
    if now in said[:FIRST] or 2 * near >= len(said):
        return story.Manner.NEWS
    return story.Manner.ESSAY


def _told(text: str, found: list[Found]) -> Iterator[Told]:
    last: Match | None = None
    for each in found:
        around = surroundings.of(text, each.match, last)
        yield Told(each.meaning, around, cited=each.cited)
        last = each.match
