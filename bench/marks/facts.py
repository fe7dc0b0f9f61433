"""Events, figures, quotations and positions beside marked ones: how many are found, and how many of those are right.

The marks name some of each kind and not all, so what is found beside them is not counted against us.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from armillary.findings import Event, Figure, Position, Quotation
from armillary.system import System
from armillary.text import Passage
from marks.counts import Share
from marks.loading import Fact, Marked
from marks.people import is_holder

Row = TypeVar("Row")
_CLOSE = 1e-3
"""Values this close, relative to their size, are equal."""
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
"""EDTF's numbers and TIMEX3's letters."""
_DAY = 10


def of(system: System, marked: Marked) -> dict[str, Share]:
    """The figures of a document, by name: found ones of all marked, right ones of those found."""
    told: dict[str, Share] = {}
    for kind, (rows, place, rights) in _KINDS.items():
        facts = [fact for fact in marked.facts if fact.kind == kind]
        pairs = [(fact, _best(fact, rows(system), place)) for fact in facts]
        met = [(fact, row) for fact, row in pairs if row is not None]
        told[f"{kind}s found"] = Share(len(met), len(facts))
        for name, key, is_right in rights:
            asked = [(fact, row) for fact, row in met if key in fact.raw]
            right = sum(is_right(row, fact, system, marked) for fact, row in asked)
            told[name] = Share(right, len(asked))
    return told


def _best(fact: Fact, rows: Iterable[Row], place: Callable[[Row], Passage]) -> Row | None:
    """The row that shares most with the place of a mark; of a figure, one of equal value."""
    near = [
        row
        for row in rows
        if place(row).start < fact.at.end and fact.at.start < place(row).end and _fits(row, fact)
    ]
    return max(near, key=lambda row: _likeness(place(row), fact), default=None)


def _fits(row: object, fact: Fact) -> bool:
    if isinstance(row, Figure):
        value = float(fact.raw["value"])
        return abs(row.number.value - value) <= _CLOSE * abs(value)
    return not isinstance(row, Event) or row.time is not None


def _likeness(at: Passage, fact: Fact) -> float:
    shared = min(at.end, fact.at.end) - max(at.start, fact.at.start)
    return shared / (max(at.end, fact.at.end) - min(at.start, fact.at.start))


def _dated(event: Event, fact: Fact, _: System, __: Marked) -> bool:
    value = None if event.time is None else event.time.value
    return value is not None and _same_time(value, _timex(fact.raw["time"]))


def _timex(edtf: str) -> str:
    """A time as TIMEX3 writes it: *2021-21* as *2021-SP*, *198X* as *198*; `~` tells no other time."""
    plain = edtf.rstrip("~?%")
    year, dash, season = plain.partition("-")
    return f"{year}-{_SEASONS[season]}" if dash and season in _SEASONS else plain.rstrip("X")


def _same_time(ours: str, marked: str) -> bool:
    """Equal, or our hour of the marked day."""
    return ours == marked or (len(marked) == _DAY and ours.startswith(f"{marked}T"))


def _measured(figure: Figure, fact: Fact, _: System, __: Marked) -> bool:
    return figure.number.unit in fact.any_of("unit")


def _counts(figure: Figure, fact: Fact, _: System, __: Marked) -> bool:
    """What a figure is of: the marked words stand in ours or ours in them."""
    words = "" if figure.of is None else figure.of.words.casefold()
    return bool(words) and any(
        one.casefold() in words or words in one.casefold() for one in fact.any_of("of")
    )


def _said(quotation: Quotation, fact: Fact, system: System, marked: Marked) -> bool:
    return is_holder(quotation.speaker, fact.any_of("speaker"), system, marked)


def _stands(position: Position, fact: Fact, system: System, marked: Marked) -> bool:
    stances, holders = fact.any_of("stance"), fact.any_of("holder")
    return position.stance.value in stances and is_holder(position.holder, holders, system, marked)


_Right = Callable[[Any, Fact, System, Marked], bool]
_Kind = tuple[Callable[[System], Any], Callable[[Any], Passage], tuple[tuple[str, str, _Right], ...]]
_KINDS: dict[str, _Kind] = {
    "event": (lambda s: s.events, lambda e: e.at, (("dates of events", "time", _dated),)),
    "figure": (
        lambda s: s.figures,
        lambda f: f.number.at,
        (("units of figures", "unit", _measured), ("figures of what", "of", _counts)),
    ),
    "quotation": (
        lambda s: s.quotations,
        lambda q: q.at,
        (("speakers of quotations", "speaker", _said),),
    ),
    "position": (lambda s: s.positions, lambda p: p.at, (("sides of positions", "stance", _stands),)),
}
