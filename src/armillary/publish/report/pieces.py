"""Pieces: a stretch of text is cut at every border of a mark, so that marks may overlap freely.

Python counts code points and browsers count UTF-16 units. With pieces there is nothing left to count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from armillary.text import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of a document that belongs to something with an id."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two borders, and the ids of all marks over it, the shortest mark first.

    `ending` are the ids of those whose last piece this is.
    """

    text: str
    ids: tuple[str, ...]
    ending: tuple[str, ...] = ()


def cut(document: Document, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of [start, end). Joined, they are its text."""
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.end - mark.start, mark.id),
    )
    opens: dict[int, list[Mark]] = {}
    borders = {start, end}
    for mark in inside:
        borders |= {max(mark.start, start), min(mark.end, end)}
        opens.setdefault(max(mark.start, start), []).append(mark)
    rank = {mark: place for place, mark in enumerate(inside)}
    open_now: list[Mark] = []
    stops = sorted(borders)
    for left, right in pairwise(stops):
        open_now = [mark for mark in open_now if mark.end > left] + opens.get(left, [])
        open_now.sort(key=rank.__getitem__)
        yield Piece(
            document.text[left:right],
            tuple(dict.fromkeys(mark.id for mark in open_now)),
            tuple(mark.id for mark in open_now if mark.end == right),
        )
