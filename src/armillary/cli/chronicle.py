"""The timeline as a person reads it: place, time, words, and what it is told from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armillary.chronology import Moment
    from armillary.rows import Cell
    from armillary.system import System


def chronicle(system: "System") -> list[dict[str, "Cell"]]:
    """One row for each event, in the order of happening."""
    return [_row(system, moment) for moment in system.timeline]


def _row(system: "System", moment: "Moment") -> dict[str, "Cell"]:
    event = system.events[moment.event]
    return {
        "place": _place(moment.first_place, moment.last_place),
        "told": moment.told,
        "when": when(moment),
        "event": moment.event,
        "words": event.at.words,
        "said as": "" if event.time is None else event.time.at.words,
        "from": moment.anchor,
        "modality": event.modality.value,
    }


def _place(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def when(moment: "Moment") -> str:
    """The date as the text gives it; else the stretch that it must lie in."""
    if moment.when is not None and not moment.when.startswith("XXXX"):
        return moment.when
    if moment.earliest == moment.latest:
        return moment.earliest or moment.when or "?"
    return f"{moment.earliest or '..'}/{moment.latest or '..'}"
