"""Two years that are the ends of one range become one time: *1989-1991* is `1989/1991`."""

import re
from collections.abc import Iterator

from armillary.reading import Time, TimeType
from armillary.text import Document

_YEAR = re.compile(r"(?:BC)?[0-9]{4}")
_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s(?:to|until|through|and)\s")
_OPENS = re.compile(
    r"\b(?:from|during|between|of|in|for|over|throughout)\s(?:the years\s)?$", re.IGNORECASE
)


def joined(document: Document, times: list[Time]) -> Iterator[Time]:
    """The times, with each range of years as one."""
    place = 0
    while place < len(times):
        first = times[place]
        second = times[place + 1] if place + 1 < len(times) else None
        if second is not None and _one(document.text, first, second):
            yield Time(
                document.passage(first.at.start, second.at.end),
                TimeType.DATE,
                f"{first.value}/{second.value}",
            )
            place += 2
        else:
            yield first
            place += 1


def _one(text: str, first: Time, second: Time) -> bool:
    if not (_YEAR.fullmatch(first.value or "") and _YEAR.fullmatch(second.value or "")):
        return False
    if _DASH.fullmatch(text, first.at.end, second.at.start):
        return True
    opens = _OPENS.search(text[max(0, first.at.start - 24) : first.at.start])
    link = _TO.fullmatch(text, first.at.end, second.at.start)
    return (
        link is not None
        and opens is not None
        and (link.group().strip() != "and" or "etween" in opens.group())
    )
