"""The stretch in which each event must have been: by its date, and by the event that it is told from.

    the flood on 3 May, *two days after the flood*   →   5 May
    the flood in May, *weeks after the flood*        →   not before 1 May
    no date for the flood                            →   after it, and that is all

Where a date and the words clash, the date stands, the words are left out, and a note says so.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from armillary.chronology import DAY, bounds, written
from armillary.findings import Event

_DISTANCE = re.compile(
    r"-?P(?P<count>X|\d{1,6})(?P<unit>DE|CE|[YQMWD])|-?PT(?P<clock>X|\d{1,6})(?P<small>[HMS])"
)
_YEAR = 365.2425 * DAY
_MINUTES = {
    "D": (DAY, 0.0), "W": (7 * DAY, 3.0 * DAY), "M": (_YEAR / 12, _YEAR / 24), "Q": (_YEAR / 4, _YEAR / 8),
    "Y": (_YEAR, _YEAR / 2), "DE": (10 * _YEAR, 5 * _YEAR), "CE": (100 * _YEAR, 50 * _YEAR),
    "H": (60, 30.0), "S": (1 / 60, 1.0),
}  # fmt: skip
"""How long a unit is, and how far off one may be who counts in it: half a unit, but none in days."""
_SMALL_MINUTE = (1, 1.0)
LOOSE = 0.15
"""How far a distance that is called rough may be off, as a share; as for lengths in `check/spans.py`."""
MOST_ROUNDS = 20
"""How often bounds are passed on along chains of events that are told from each other."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the id of the one that its time is told from, None where it is told from none."""

    event: Event
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """A first and a last minute, each None where nothing bounds it."""

    first: int | None = None
    last: int | None = None

    def before(self, other: "Open") -> bool:
        """Whether all of it is before all of the other, as far as both are bounded."""
        return self.last is not None and other.first is not None and self.last < other.first

    def meet(self, other: "Open") -> "Open | None":
        """What both have in common, None where that is nothing."""
        first = max((one for one in (self.first, other.first) if one is not None), default=None)
        last = min((one for one in (self.last, other.last) if one is not None), default=None)
        return None if first is not None and last is not None and last < first else Open(first, last)


@dataclass(frozen=True, slots=True)
class Settled:
    """The stretch of each event, those that the text puts before others by its word, and what clashed."""

    bounds: dict[str, Open]
    before: dict[str, list[str]]
    notes: tuple[str, ...]

    def earliest(self, key: str) -> str | None:
        """The first day as ISO 8601."""
        first = self.bounds[key].first
        return None if first is None else written(first, 0)

    def latest(self, key: str) -> str | None:
        """The last day as ISO 8601."""
        last = self.bounds[key].last
        return None if last is None else written(last, DAY - 1)


def settle(told: Mapping[str, Told]) -> Settled:
    """The stretches of all events. `told` is in the order of the text."""
    stretch = {key: _own(one.event) for key, one in told.items()}
    before: dict[str, list[str]] = {key: [] for key in told}
    notes = []
    open_ = [(key, one.anchor, one.event) for key, one in told.items() if one.anchor is not None]
    for _ in range(MOST_ROUNDS):
        if sum(_pass_on(stretch, *one) for one in open_) == 0:
            break
    for key, anchor, event in open_:
        first, second = (key, anchor) if _is_back(event) else (anchor, key)
        fits = stretch[key].meet(_moved(stretch[anchor], _distance(event))) is not None
        if fits and not _reaches(second, first, before):
            before[first].append(second)
        else:
            notes.append(_clash(event, told[anchor].event))
    return Settled(stretch, before, tuple(notes))


def _own(event: Event) -> Open:
    if event.time is None or event.time.anchor is not None:
        return Open()
    told = bounds(event.time.value, event.time.mod)
    return Open() if told is None else Open(told.first, told.last)


def _pass_on(stretch: dict[str, Open], key: str, anchor: str, event: Event) -> bool:
    """Narrow both by each other. Says whether either changed; what clashes changes nothing."""
    least, most = _distance(event)
    later = stretch[key].meet(_moved(stretch[anchor], (least, most)))
    back = (None if most is None else -most, None if least is None else -least)
    earlier = stretch[anchor].meet(_moved(stretch[key], back))
    if later is None or earlier is None:
        return False
    moved = (later, earlier) != (stretch[key], stretch[anchor])
    stretch[key], stretch[anchor] = later, earlier
    return moved


def _moved(stretch: Open, by: tuple[int | None, int | None]) -> Open:
    """A stretch moved by at least and at most so many minutes; None is without end."""
    least, most = by
    return Open(
        None if stretch.first is None or least is None else stretch.first + least,
        None if stretch.last is None or most is None else stretch.last + most,
    )


def _distance(event: Event) -> tuple[int | None, int | None]:
    """How long after its anchor an event was, at least and at most, in minutes; negative before it."""
    time = event.time
    found = _DISTANCE.fullmatch((time and time.distance) or "")
    if found is None or time is None:
        return None, None
    least, most = _length(found, time.mod)
    if not _is_back(event):
        return least, most
    return (None if most is None else -most), -least


def _length(found: re.Match[str], mod: str | None) -> tuple[int, int | None]:
    count = found["count"] or found["clock"]
    if count == "X":
        return 0, None
    size, slack = _SMALL_MINUTE if found["small"] == "M" else _MINUTES[found["unit"] or found["small"]]
    length = int(count) * size
    slack += length * LOOSE if mod == "APPROX" else 0
    grain = 1 if found["small"] else DAY
    match mod:
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return math.floor(length / grain) * grain, None
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return 0, math.ceil(length / grain) * grain
    least, most = math.floor((length - slack) / grain), math.ceil((length + slack) / grain)
    return max(0, least) * grain, most * grain


def _is_back(event: Event) -> bool:
    return event.time is not None and (event.time.distance or "").startswith("-")


def _reaches(start: str, goal: str, before: Mapping[str, list[str]]) -> bool:
    """Whether the text's own words lead from one event to another already."""
    seen, waiting = {start}, [start]
    while waiting:
        for other in before[waiting.pop()]:
            if other == goal:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return start == goal


def _clash(event: Event, anchor: Event) -> str:
    one, other = (" ".join(each.at.words.split())[:_SHOWN] for each in (event, anchor))
    return f"the chronology leaves out that {one!r} is told from {other!r}: their dates do not fit it"
