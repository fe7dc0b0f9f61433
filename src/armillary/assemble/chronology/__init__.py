"""Chronology: the events of a system on one timeline, as far as the text orders them.

    "The dam broke on 3 May 1951. Two days after the flood the council resigned."   →   3 May; 5 May, told from e1

Each event has a stretch in which it must have been. One is before another where all of its stretch is, or
where the text says so. The rest stays open: two events of *1914* have no order.

What is denied, or said of a world that was not, or under a condition, has no place on it.
"""

from armillary.assemble.chronology.anchors import anchors
from armillary.assemble.chronology.places import places
from armillary.assemble.chronology.stretches import Told, settle
from armillary.chronology import Moment, edtf
from armillary.findings import Event
from armillary.reading import Modality
from armillary.system import Table

_HAPPENS = frozenset({Modality.ASSERTED, Modality.HEDGED, Modality.INTENDED})


_NOWHERE = (None, None)


def chart(events: Table[Event]) -> tuple[tuple[Moment, ...], tuple[str, ...]]:
    """The moments in the order of happening, as far as it is known, and what was left out, in words."""
    kept = {key: event for key, event in events.items() if event.modality in _HAPPENS}
    told = {
        key: Told(event, anchor)
        for (key, event), anchor in zip(kept.items(), anchors(kept), strict=True)
    }
    settled = settle(told)
    where = places(settled.bounds, settled.before)
    after: dict[str, list[str]] = {key: [] for key in kept}
    for one, others in settled.before.items():
        for other in others:
            after[other].append(one)
    moments = [
        Moment(
            event=key,
            when=_when(event),
            earliest=settled.earliest(key),
            latest=settled.latest(key),
            first_place=where.get(key, _NOWHERE)[0],
            last_place=where.get(key, _NOWHERE)[1],
            told=place,
            anchor=told[key].anchor,
            after=tuple(after[key]),
            before=tuple(settled.before[key]),
        )
        for place, (key, event) in enumerate(kept.items(), 1)
    ]
    moments.sort(key=_order)
    return tuple(moments), settled.notes


def _order(moment: Moment) -> tuple[bool, int, int, int]:
    """What is placed first, by its places; the rest in the order of telling."""
    first, last = moment.first_place, moment.last_place
    return first is None, first or 0, last or 0, moment.told


def _when(event: Event) -> str | None:
    if event.time is None or event.time.distance is not None:
        return None
    return edtf(event.time.value, event.time.mod, uncertain=event.modality is Modality.HEDGED)
