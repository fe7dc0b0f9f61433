"""Series: values given one after another for one thing, each bound to its place and its words.

"72% of Czechs and 93% of Poles agreed."            Czechs 72, Poles 93
"A, B and C voted 99%, 98%, 87%, respectively."     A 99, B 98, C 87
"It rose from 10% in 1990 to 20% in 2000."          1990 10, 2000 20
"quartz (62%), feldspar (25%) and mica (13%)"       quartz 62, feldspar 25, mica 13
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from armillary.extract.figures import phrases
from armillary.extract.figures.heads import Place
from armillary.findings import Datum, Figure, Series
from armillary.reading import Reading
from armillary.text import Passage

Item = tuple[Figure, Place]

APART = 12
"""Tokens between two values of a series at most."""

LIST = 40
"""Tokens before or after the values in which the list of their names must stand."""

_JOINS = frozenset({",", ";", "and", "but", "while", "to", "or", "with", "(", ")", "the", "in", "those"})
_LEADING = frozenset({"in", "for", "among", "at", "against"})
_WHOLE = frozenset({"the", "these", "those", "all"})
_COUNTS = dict(enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2))
_SEPARATORS = frozenset({",", "and", "or", ";", "&"})


def of_sentence(reading: Reading, items: list[Item]) -> Iterator[Series]:
    """The series of one sentence, from its figures in order."""
    for run in _runs(items):
        if _says_respectively(run):
            bound = _respectively(reading, run)
        else:
            bound = _each(reading, run) or _by_turns(run)
        if bound:
            yield _series(run, bound)


def _runs(items: list[Item]) -> Iterator[list[Item]]:
    """Figures of one unit that follow each other closely, at least two."""
    run: list[Item] = []
    for item in items:
        if item[0].number.low is not None:  # the ends of a range are one value
            continue
        if run and (
            run[-1][0].number.unit != item[0].number.unit or item[1].before - run[-1][1].after > APART
        ):
            if len(run) > 1:
                yield run
            run = []
        run.append(item)
    if len(run) > 1:
        yield run


def _series(run: list[Item], bound: list[tuple[str, Item]]) -> Series:
    values = tuple(Datum(of, figure.number.value, figure.number.at) for of, (figure, _) in bound)
    return Series(_what(run), run[0][0].number.unit, values)


def _what(run: list[Item]) -> str:
    """What the values tell of: the words before the first of them, or those after the last."""
    first, last = run[0][1], run[-1][1]
    for at in range(first.before - 1, max(first.first, first.before - LIST) - 1, -1):
        if first.low(at) in phrases.words().level:
            subject = phrases.backward(first.tokens, at, first.first)
            if subject:
                return _words(first, *subject)
    end = last.last
    while end > last.after and (
        last.low(end - 1) == "respectively" or not last.low(end - 1)[:1].isalnum()
    ):
        end -= 1
    at = last.after
    while at < end and (last.low(at) == "respectively" or not last.low(at)[:1].isalnum()):
        at += 1
    led = at < end and last.low(at) in {"to", "for"}
    while (
        at < end
        and not led
        and not (
            phrases.is_verb_like(last.tokens[at]) or last.low(at) in {"would", "will", "were", "are"}
        )
    ):
        at += 1
    if at < end:
        return _words(last, at, end)
    verb = next(
        (
            at
            for at in range(first.before - 1, max(first.first, first.before - LIST) - 1, -1)
            if phrases.is_verb_like(first.tokens[at])
        ),
        None,
    )
    return _words(first, verb, verb + 1) if verb is not None else _words(first, first.before, last.after)


def _words(place: Place, first: int, last: int) -> str:
    document = place.number.at.document
    return " ".join(document.text[place.tokens[first].start : place.tokens[last - 1].end].split())


def _respectively(reading: Reading, run: list[Item]) -> list[tuple[str, Item]] | None:
    """Names and values in two lists of one length, with *respectively*."""
    place, last = run[0][1], run[-1][1]
    first, end = _around(run)
    if not all(_listed(place, left[1].after, right[1].before) for left, right in pairwise(run)):
        return None
    names = _names(reading, place, first, place.before, len(run)) or _names(
        reading, place, last.after, end, len(run)
    )
    return [(name.words, item) for name, item in zip(names, run, strict=True)] if names else None


def _says_respectively(run: list[Item]) -> bool:
    """Whether two lists belong together in their order; where they do not fit, there is no series."""
    return any(run[0][1].low(at) == "respectively" for at in range(*_around(run)))


def _around(run: list[Item]) -> tuple[int, int]:
    """The tokens in which the names of a run may stand."""
    first, last = run[0][1], run[-1][1]
    return max(first.first, first.before - LIST), min(first.last, last.after + LIST)


def _listed(place: Place, first: int, last: int) -> bool:
    return all(place.low(at) in _SEPARATORS for at in range(first, last))


def _names(reading: Reading, place: Place, first: int, last: int, count: int) -> list[Passage] | None:
    """`count` phrases with only commas and *and* between them, the last such list before the verb."""
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        if len(found) == count and _sums_up(place, at, count):
            break
        phrase = _name(place, at, last)
        if phrase is None:
            if len(found) == count and not _goes_on(place, at):
                break
            found = found if place.low(at) in _SEPARATORS else []
            at += 1
            continue
        if found and not _listed(place, found[-1][1], max(at, found[-1][1])):
            found = []
        found.append(phrase)
        at = phrase[1]
        if len(found) == count and not _goes_on(place, at):
            break
    if len(found) != count:
        return None
    return [reading.document.passage(place.tokens[a].start, place.tokens[b - 1].end) for a, b in found]


def _sums_up(place: Place, at: int, count: int) -> bool:
    """Whether the list is taken up again as a whole: *…, the three cities respectively voted …*."""
    while place.low(at) in _SEPARATORS:
        at += 1
    return place.low(at) in _WHOLE and place.low(at + 1) in {_COUNTS.get(count), str(count)}


def _goes_on(place: Place, at: int) -> bool:
    return place.low(at) in _SEPARATORS and place.low(at + 1) != "respectively"


def _name(place: Place, at: int, last: int) -> tuple[int, int] | None:
    """A phrase of a list; where it is written large, only its large words."""
    found = phrases.forward(place.tokens, at, last, plural=False)
    if found is None or found[0] - at > 1:
        return None
    text = place.number.at.document.text
    large = text[place.tokens[found[0]].start].isupper()
    end = found[0]
    while end < found[1] and not (large and text[place.tokens[end].start].islower()):
        end += 1
    return (found[0], end) if end > found[0] else None


def _each(reading: Reading, run: list[Item]) -> list[tuple[str, Item]] | None:
    """Each value with its own words: a time, what stands in brackets, or what it is of."""
    if not all(_near(left[1], right[1]) for left, right in pairwise(run)):
        return None
    named = [(_own(reading, item), item) for item in run]
    if any(_led(item[1]) for item in run):  # *97% of voters in Donetsk, 98% in Luhansk*
        named = [(_behind_of(item[1]) or name, item) for name, item in named]
    kept = [(name, item) for name, item in named if name is not None]
    distinct = len({name for name, _ in kept}) == len(kept)
    return kept if len(kept) == len(run) and distinct else None


def _led(place: Place) -> bool:
    """Whether a word that leads to a place or a group stands right behind a value: *98% in Luhansk*."""
    return place.low(place.after) in _LEADING


def _behind_of(place: Place) -> str | None:
    """What *in* leads to behind what the value is of: *97% of voters in Donetsk*."""
    if place.low(place.after) != "of":
        return None
    of = phrases.forward(place.tokens, place.after + 1, place.last, plural=False)
    if of is None or place.low(of[1]) not in _LEADING:
        return None
    found = phrases.forward(place.tokens, of[1] + 1, place.last, plural=False)
    return _words(place, *found) if found else None


def _by_turns(run: list[Item]) -> list[tuple[str, Item]] | None:
    """A name and its value by turns: *Leeds voted 41 per cent, York 52 per cent and Hull 63 per cent*."""
    bound = []
    start = _first_name(run[0][1])
    for number, item in enumerate(run):
        place = item[1]
        end = place.before
        while start < end and place.low(start) in _SEPARATORS:
            start += 1
        name = phrases.forward(place.tokens, start, end, plural=False)
        if name is None or (number and name[1] != end) or not _is_large(place, name[0]):
            return None
        bound.append((_words(place, *name), item))
        start = place.after
        follows = run[number + 1][1].before if number + 1 < len(run) else start
        while start < follows and place.low(start) not in _SEPARATORS:
            start += 1
    return bound if len({name for name, _ in bound}) == len(bound) else None


def _first_name(place: Place) -> int:
    """Where the first name of a list may stand: behind a colon, else at the beginning of the clause."""
    for at in range(place.before - 1, max(place.first, place.before - LIST) - 1, -1):
        if place.low(at) in {":", ";"}:
            return at + 1
    return place.first


def _is_large(place: Place, at: int) -> bool:
    return place.number.at.document.text[place.tokens[at].start].isupper()


def _near(left: Place, right: Place) -> bool:
    """Whether two values stand in one enumeration: a mark or a word of joining between them."""
    return any(left.low(at) in _JOINS for at in range(left.after, right.before))


def _own(reading: Reading, item: Item) -> str | None:
    """The words that tell one value from the others of its series."""
    figure, place = item
    time = _time_after(reading, place)
    if time is not None:
        return time.words
    if _led(place):
        found = phrases.forward(place.tokens, place.after + 1, place.last, plural=False)
        if found:
            return _words(place, *found)
    if place.number.unit is None and place.low(place.before - 1) not in {"(", "["}:
        return None  # two ships and three forts are no series
    return figure.of.words if figure.of else None


def _time_after(reading: Reading, place: Place) -> Passage | None:
    """The time right behind a value: *in 1990*."""
    if place.low(place.after) not in {"in", "on", "by"} or place.after + 1 >= place.last:
        return None
    start, end = (
        place.tokens[place.after + 1].start,
        place.tokens[min(place.after + 2, place.last - 1)].start,
    )
    found = bisect_left(reading.times, start, key=lambda time: time.at.start)
    if found < len(reading.times) and reading.times[found].at.start <= end:
        return reading.times[found].at
    return None
