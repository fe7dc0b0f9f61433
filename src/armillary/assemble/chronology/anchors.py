"""Which event a time is told from: *two days after the intervention* → the event *NATO intervened in Kosovo*.

The anchor must name what happened, in any form of the word (*intervened*, *intervention*), before anything
else that it says; the names in it must stand in the event too. Of several that fit, the one that shares most words
with it, then the nearest before it, then the nearest behind.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from armillary.assemble.factors.forms import stem, table, verb_of
from armillary.findings import Event
from armillary.text import Passage

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEADS = frozenset("of in on at by to for from with against between over near".split())
_SMALL = _LEADS | frozenset(
    "a an the this that these those his her its their our my your and or was were had has been is be did".split()
)
_OTHER = frozenset(
    "first second third fourth fifth last next other another previous earlier later new final".split()
)
"""What tells an event from another of its kind: it must stand in the event too."""
_LIGHT = frozenset(
    map(stem, "hold occur happen begin start end take come strike hit break follow finish".split())
)
"""Verbs that say no more than that it happened: *the election was held*, *the war broke out*."""
_BEGINS = 6
"""Words of the anchor among which what happened must be named."""
NEAREST = 200
"""Events of one kind, to either side, among which the anchor is looked for: bounds the work."""


Kinds = dict[tuple[int, str], list["_Named"]]
"""For each document and stem the events that it may name, in the order of the text."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An event as an anchor may name it: the stems that say what happened, and all its stems."""

    key: str
    at: Passage
    what: frozenset[str]
    stems: frozenset[str]


def anchors(events: Mapping[str, Event]) -> Iterator[str | None]:
    """For each event the id of that from which its time is told, None where it is told from none."""
    kinds: Kinds = {}
    if any(event.time is not None and event.time.anchor is not None for event in events.values()):
        for key, event in events.items():
            named = _named(key, event)
            for one in sorted(named.what):
                kinds.setdefault((id(event.at.document), one), []).append(named)
    for key, event in events.items():
        yield _anchor(key, event, kinds)


def _named(key: str, event: Event) -> _Named:
    parts = [part for part in (event.at, event.who, event.whom) if part is not None]
    stems = frozenset(_stem(word) for part in parts for word in _words(part))
    what = set() if event.what is None else {_stem(word) for word in _words(event.what)}
    if what & _LIGHT:
        what |= {_stem(head) for part in (event.who, event.whom) if (head := _head(part))}
    return _Named(key, event.at, frozenset(what or stems), stems)


def _head(part: Passage | None) -> str | None:
    """The last word of a noun phrase before what leads on: *the election of a mayor* → election."""
    head = None
    for word in () if part is None else _words(part, small=True):
        if head is not None and word.casefold() in _LEADS:
            break
        head = word if word.casefold() not in _SMALL else head
    return head


def _words(part: Passage, *, small: bool = False) -> list[str]:
    words = _WORD.findall(part.words)
    return words if small else [word for word in words if word.casefold() not in _SMALL]


def _stem(word: str) -> str:
    return stem(re.sub(r"['’]s$", "", word.casefold()))


def _anchor(key: str, event: Event, kinds: Kinds) -> str | None:
    anchor = None if event.time is None else event.time.anchor
    if anchor is None or event.time is None or event.time.distance is None:
        return None
    words = _WORD.findall(anchor.words[: _own_words(event, anchor)])
    stems = [_stem(word) for word in words]
    ranked = [
        (
            _meet(anchor, one.at),
            -len(one.stems & set(stems)),
            one.at.start > anchor.start,
            abs(one.at.start - anchor.start),
            one.key,
        )
        for place, named in enumerate(stems[:_BEGINS])
        if words[place].casefold() not in _SMALL
        for one in _near(kinds.get((id(anchor.document), named), ()), anchor.start)
        if one.key != key and _fits(words, stems, place, one)
    ]
    return min(ranked)[-1] if ranked else None


def _own_words(event: Event, anchor: Passage) -> int:
    """Where in its anchor the event itself begins: *two days after the flood | the council resigned*."""
    inside = [
        part.start - anchor.start
        for part in (event.who, event.what)
        if part is not None and anchor.holds(part)
    ]
    return min(inside, default=len(anchor.words))


def _is_past(word: str) -> bool:
    """Whether a word is a past form of a verb: *fell*, *ended*; *fall* and *attack* may be nouns."""
    return word in table("irregular-verb") or (word.endswith("ed") and verb_of(word) not in {None, word})


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _near(named: Sequence[_Named], start: int) -> Sequence[_Named]:
    place = bisect_left(named, start, key=lambda one: one.at.start)
    return named[max(0, place - NEAREST) : place + NEAREST]


def _fits(words: Sequence[str], stems: Sequence[str], place: int, event: _Named) -> bool:
    """Whether nothing that the anchor says around what happened is of another event."""
    is_clause = _is_past(words[place].casefold())
    for word, one in zip(words[:place], stems[:place], strict=True):
        must = is_clause or word[0].isupper() or word.casefold() in _OTHER
        if must and word.casefold() not in _SMALL and one not in event.stems:
            return False
    behind = place + 1
    if not is_clause and (behind >= len(words) or words[behind].casefold() not in _LEADS):
        return True
    while behind < len(words) and words[behind].casefold() in _SMALL:
        behind += 1
    return behind >= len(words) or words[behind].islower() or stems[behind] in event.stems
