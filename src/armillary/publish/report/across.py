"""Across: a comparison as the page shows it, every row with an id that leads to words on both sides."""

from typing import Any

from armillary.comparison import Comparison
from armillary.findings import Event, Position
from armillary.publish.report.excerpts import Book
from armillary.publish.report.voices import Voices
from armillary.text import Passage

Json = dict[str, Any]

HEAPS = ("raises", "lowers", "unclear", "denied")


def across(comparison: Comparison, books: dict[int, Book], voices: Voices) -> Json:
    """The whole of the tab *Compare*: links with what each part says, and pairs of passages."""
    pairs = [
        *_positions(comparison, books, voices),
        *_dates(comparison, books),
        *_reuse(comparison, books),
    ]
    return {
        "parts": [{"name": part.name, "documents": len(part.documents)} for part in comparison.parts],
        "links": [
            {
                "id": link.key,
                "standing": link.standing.value,
                "sides": [{heap: getattr(side, heap) for heap in HEAPS} for side in link.sides],
            }
            for link in comparison.links
        ],
        "pairs": [{"id": f"x{place}", **pair} for place, pair in enumerate(pairs, start=1)],
        "distances": [
            {
                "parts": row.parts,
                "overall": None if row.overall is None else round(row.overall, 3),
                "common": None if row.common is None else round(row.common, 3),
                "factors": row.shared_factors,
            }
            for row in comparison.distances
        ],
        "factors": [
            {"id": row.key, "counts": row.places, "same": [str(reason) for reason in row.reasons]}
            for row in comparison.factors
            if row.parts > 1
        ],
    }


def shared_words(comparison: Comparison) -> list[tuple[str, Passage]]:
    """The id and the places of all words that two parts share, so that the text can mark them."""
    before = len(comparison.positions) + len(comparison.dates)
    return [
        (f"x{before + place}", at)
        for place, row in enumerate(comparison.reuse, start=1)
        for at in row.places
    ]


def _positions(comparison: Comparison, books: dict[int, Book], voices: Voices) -> list[Json]:
    ids = comparison.system.positions.id_of

    def side(position: Position) -> Json:
        who = voices.name_of(position.holder)
        return {
            "says": f"{who} is {position.stance.value}",
            **_excerpt(books, position.at, ("cause", position.on)),
        }

    return [
        {
            "what": "positions",
            "told": " ".join(row.positions[0].on.words.split()),
            "evidence": [ids(position) for position in row.positions],
            "parts": row.parts,
            "sides": [side(position) for position in row.positions],
        }
        for row in comparison.positions
    ]


def _dates(comparison: Comparison, books: dict[int, Book]) -> list[Json]:
    ids = comparison.system.events.id_of

    def side(event: Event) -> Json:
        parts = [("time", event.time.at)] if event.time else []
        value = event.time.value if event.time else None
        return {"says": value or "", **_excerpt(books, event.at, *parts)}

    return [
        {
            "what": "dates",
            "told": " or ".join(event.time.value or "" for event in row.events if event.time),
            "evidence": [ids(event) for event in row.events],
            "parts": row.parts,
            "sides": [side(event) for event in row.events],
        }
        for row in comparison.dates
    ]


def _reuse(comparison: Comparison, books: dict[int, Book]) -> list[Json]:
    return [
        {
            "what": "words",
            "told": f"{row.words:,} words",
            "evidence": [],
            "parts": row.parts,
            "sides": [
                {"says": "in a quotation" if quoted else "", **_excerpt(books, at)}
                for at, quoted in zip(row.places, row.quoted, strict=True)
            ],
        }
        for row in comparison.reuse
    ]


def _excerpt(books: dict[int, Book], at: Passage, *parts: tuple[str, Passage]) -> Json:
    return books[id(at.document)].excerpt(at, *parts)
