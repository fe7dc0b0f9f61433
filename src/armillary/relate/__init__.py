"""Relate: actors by what they are for and against. Who agrees with whom, and who is in conflict.

A for the tax, B for the tax, C against it   →   A and B are congruent, both are in conflict with C
"""

from collections import Counter

from armillary.errors import SettingsError
from armillary.network import Count, Kind, Network, Node, Normalise, Tie
from armillary.relate.arithmetic import BETWEEN, TO_MATTERS, affiliations, ties
from armillary.relate.statements import Statement, counted, statements
from armillary.system import System
from armillary.text import Passage


def relate(
    system: System,
    kind: Kind = Kind.CONGRUENCE,
    normalise: Normalise = Normalise.NO,
    count: Count = Count.DOCUMENT,
) -> Network:
    """The network of those who hold the positions of a system.

    Errors: `SettingsError` for a normalisation that does not go with the kind.
    """
    goes = TO_MATTERS if kind is Kind.AFFILIATION else BETWEEN
    if normalise not in goes:
        names = ", ".join(one.value for one in goes)
        message = f"{normalise.value} does not go with {kind.value}: it takes {names}"
        raise SettingsError(message)
    said, notes = statements(system)
    kept = counted(said, count)
    weights = affiliations(kept, normalise) if kind is Kind.AFFILIATION else ties(kept, kind, normalise)
    named = {one.actor: one.name for one in kept} | {one.matter: one.about for one in kept}
    rests = _rests(kept)
    made = tuple(
        Tie(one, other, weight, *_evidence(rests, one, other, named, kind))
        for (one, other), weight in weights.items()
        if weight
    )
    return Network(kind, normalise, count, _nodes(kept, kind), made, notes)


def _nodes(kept: list[Statement], kind: Kind) -> tuple[Node, ...]:
    told = Counter(one.actor for one in kept)
    about = Counter(one.matter for one in kept)
    actors = {one.actor: Node(one.actor, one.name, one.of, told[one.actor]) for one in kept}
    if kind is not Kind.AFFILIATION:
        return tuple(actors.values())
    matters = {one.matter: Node(one.matter, one.about, "matter", about[one.matter]) for one in kept}
    return (*actors.values(), *matters.values())


Rests = dict[str, dict[str, list[Statement]]]
"""For each actor and matter what the actor says of it."""


def _rests(kept: list[Statement]) -> Rests:
    rests: Rests = {}
    for one in kept:
        rests.setdefault(one.actor, {}).setdefault(one.matter, []).append(one)
    return rests


def _evidence(
    rests: Rests, one: str, other: str, named: dict[str, str], kind: Kind
) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """The matters that a tie rests on, and the words of both ends on them."""
    if kind is Kind.AFFILIATION:
        return (named[other],), tuple(said.at for said in rests[one][other])
    shared = [matter for matter in rests[one] if matter in rests[other]]
    kept = [matter for matter in shared if _counts(rests[one][matter], rests[other][matter], kind)]
    words = (said.at for matter in kept for side in (one, other) for said in rests[side][matter])
    return tuple(named[matter] for matter in kept), tuple(words)


def _counts(one: list[Statement], other: list[Statement], kind: Kind) -> bool:
    """Whether two actors' positions on a matter are of the kind that is asked for."""
    mine, yours = {said.agrees for said in one}, {said.agrees for said in other}
    if kind is Kind.CONGRUENCE:
        return bool(mine & yours)
    return kind is not Kind.CONFLICT or mine != yours or len(mine) > 1
