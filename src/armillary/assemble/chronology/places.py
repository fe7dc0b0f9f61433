"""Places in the order of happening: how many events are certainly before each, and how many certainly after.

An event whose stretch ends before another's begins is before it; so two sorted lists of ends count them in
n log n. What the text orders by its own word comes on top: those chains are followed, up to a bound.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain

from armillary.assemble.chronology.stretches import Open

MOST_FOLLOWED = 1000
"""Events of one chain that are followed: a chain of words (*a day after the day after …*) is short."""


def places(
    bounds: Mapping[str, Open], before: Mapping[str, Sequence[str]]
) -> dict[str, tuple[int, int]]:
    """The first and the last place that each event can have, counted from 1; of those that are placed alone."""
    linked = {*(one for one, others in before.items() if others), *chain.from_iterable(before.values())}
    bounds = {key: open_ for key, open_ in bounds.items() if open_ != Open() or key in linked}
    ends = sorted(open_.last for open_ in bounds.values() if open_.last is not None)
    starts = sorted(open_.first for open_ in bounds.values() if open_.first is not None)
    after: dict[str, list[str]] = {}
    for one, others in before.items():
        for other in others:
            after.setdefault(other, []).append(one)
    found = {}
    for key, open_ in bounds.items():
        earlier = 0 if open_.first is None else bisect_left(ends, open_.first)
        later = 0 if open_.last is None else len(starts) - bisect_right(starts, open_.last)
        earlier += sum(not bounds[one].before(open_) for one in _chain(key, after))
        later += sum(not open_.before(bounds[one]) for one in _chain(key, before))
        found[key] = (earlier + 1, len(bounds) - later)
    return found


def _chain(key: str, ways: Mapping[str, Sequence[str]]) -> list[str]:
    """All that is reached from an event by the text's own word."""
    reached = dict.fromkeys(ways.get(key, ()))
    waiting = list(reached)
    while waiting and len(reached) < MOST_FOLLOWED:
        for other in ways.get(waiting.pop(), ()):
            if other not in reached and other != key:
                reached[other] = None
                waiting.append(other)
    return list(reached)
