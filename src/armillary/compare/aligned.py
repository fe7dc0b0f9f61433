"""Factors and actors side by side: who names them how often, and why two names are taken for one."""

from collections.abc import Iterable

from armillary.compare.whose import Whose
from armillary.comparison import Shared
from armillary.system import Merge, System
from armillary.text import Passage


def factors(system: System, whose: Whose) -> tuple[Shared, ...]:
    """All factors, those of most parts first."""
    rows = (
        (key, factor.label, factor.aliases, factor.reasons) for key, factor in system.factors.items()
    )
    return _ranked(rows, whose)


def actors(system: System, whose: Whose) -> tuple[Shared, ...]:
    """All actors, those of most parts first."""
    rows = ((key, actor.name, actor.mentions, actor.reasons) for key, actor in system.actors.items())
    return _ranked(rows, whose)


def _ranked(
    rows: Iterable[tuple[str, str, tuple[Passage, ...], tuple[Merge, ...]]], whose: Whose
) -> tuple[Shared, ...]:
    found = [_shared(*row, whose) for row in rows]
    return tuple(sorted(found, key=lambda row: (-row.parts, -sum(row.places))))


def _shared(
    key: str, name: str, places: tuple[Passage, ...], reasons: tuple[Merge, ...], whose: Whose
) -> Shared:
    counts = [0] * len(whose.parts)
    for place in places:
        for part in whose.of(place):
            counts[part] += 1
    across = tuple(merge for merge in reasons if set(whose.of(merge.at)) != set(whose.of(merge.like)))
    return Shared(key, name, tuple(counts), across)
