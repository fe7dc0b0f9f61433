"""Actors beside marked ones: which names are found, what is taken for one actor, and who a holder is."""

import re
from collections.abc import Iterable

from armillary.reading import Holder, Speaker
from armillary.system import System
from armillary.text import Passage, Span
from marks.claims import Paired
from marks.counts import Score, Share
from marks.loading import Marked
from marks.merging import b_cubed

_PRONOUN = re.compile(
    r"(?i)(?:i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|who|whose)"
)


def named(system: System, marked: Marked) -> Score:
    """Names found, and names that are marked. A place that is only described may be found and need not."""
    found = [
        place
        for actor in system.actors
        for place in actor.mentions
        if not _PRONOUN.fullmatch(place.words) or _actors_at(place, marked)
    ]
    places = [place for actor in marked.actors for place in actor.named]
    hit = sum(any(_meets(place, span) for place in found) for span in places)
    return Score(
        Share(sum(bool(_actors_at(place, marked)) for place in found), len(found)),
        Share(hit, len(places)),
    )


def merged(system: System, marked: Marked) -> Score:
    """B-cubed over the marked places that were found."""
    pairs = []
    taken: set[Passage] = set()
    for actor in marked.actors:
        for span in (*actor.named, *actor.described):
            places = [place for place in system.actor_at if _meets(place, span) and place not in taken]
            if places:
                best = max(
                    places, key=lambda place: (_shared(place, span), -len(place.words), -place.start)
                )
                taken.add(best)
                pairs.append((system.actor_at[best], actor.name))
    return b_cubed(pairs)


def held(paired: Paired, system: System, marked: Marked) -> Share:
    """How many of the right claims are laid to the right holder."""
    right = sum(is_holder(claim.holder, mark.holders, system, marked) for claim, mark in paired.right)
    return Share(right, len(paired.right))


def is_holder(holder: Holder, allowed: Iterable[str], system: System, marked: Marked) -> bool:
    """Whether a holder is one of these: *author*, *unknown* (no marked actor), an actor, or words of the text.

    Words name an actor where they stand at a place of its, or where most places of what they are taken for do.
    """
    if isinstance(holder, Speaker):
        return holder.value in allowed
    who = _actors_at(holder, marked) or _actors_behind(holder, system, marked)
    said = set(allowed)
    return (
        bool(who & said)
        or ("unknown" in said and not who)
        or any(words in holder.words or holder.words in words for words in said - {"author", "unknown"})
    )


def _actors_behind(holder: Passage, system: System, marked: Marked) -> set[str]:
    key = system.actor_at.get(holder)
    if key is None:
        return set()
    names = [name for place in system.actors[key].mentions for name in _actors_at(place, marked)]
    return {max(sorted(set(names)), key=names.count)} if names else set()


def _actors_at(place: Passage, marked: Marked) -> set[str]:
    return {
        actor.name
        for actor in marked.actors
        if any(_meets(place, span) for span in (*actor.named, *actor.described))
    }


def _meets(place: Passage, span: Span) -> bool:
    return place.start < span.end and span.start < place.end


def _shared(place: Passage, span: Span) -> int:
    return min(place.end, span.end) - max(place.start, span.start)
