"""Actors: one actor, many names. Whoever holds a voice, a claim or a position is an actor too.

    "the European Commission … the Commission … Ursula von der Leyen … von der Leyen … she"
    → European Commission (2 mentions), Ursula von der Leyen (3 mentions)

Names are tied by rules, each with its reason; what no rule ties stays apart. Rules look at names and
never at the order of documents, so that it changes no merge. Cost grows with the number of names.
"""

from collections import Counter
from collections.abc import Sequence

from armillary.assemble.actors.named import Named, described_kind, gather, key_of
from armillary.assemble.actors.ties import RULES, apart, by_hand
from armillary.assemble.union import Union
from armillary.findings import Corrections, Findings
from armillary.reading import ActorKind
from armillary.system import Actor, Merge


def merge(findings: Sequence[Findings], corrections: Corrections | None = None) -> tuple[Actor, ...]:
    """The actors of these documents, in the order in which they are first named."""
    corrections = corrections or Corrections()
    names = gather(findings)
    union = Union(len(names))
    apart(names, corrections.apart, union)
    reasons = _unite(names, union, corrections)
    groups: dict[int, list[Named]] = {}
    for at, named in enumerate(names):
        groups.setdefault(union.root(at), []).append(named)
    told: dict[int, list[Merge]] = {}
    for at, row in reasons:
        told.setdefault(union.root(at), []).append(row)
    for group in _undone(groups, corrections):
        groups[len(names) + len(groups)] = [group]
    ranked = sorted(groups.items(), key=lambda item: min(_rank(named) for named in item[1]))
    return tuple(_actor(group, told.get(root, [])) for root, group in ranked)


def _undone(groups: dict[int, list[Named]], corrections: Corrections) -> list[Named]:
    """What a person takes from an actor that is no name of it: a pronoun, a description. Each is an actor of its own."""
    told = {frozenset(map(_plain, pair)) for pair in corrections.apart}
    parted: dict[tuple[int, str], Named] = {}
    for group in groups.values() if told else ():
        keys = {named.key for named in group}
        for named in group:
            for row in list(named.pointed):
                words = _plain(row.at.words)
                if any(frozenset((words, key)) in told for key in keys):
                    named.pointed.remove(row)
                    fresh = Named(named.document, words, described_kind(words), described=True)
                    parted.setdefault((named.document, words), fresh).places.append(row.at)
    return list(parted.values())


def _plain(words: str) -> str:
    """Words as corrections compare them."""
    return key_of(words, ActorKind.OTHER)


def _rank(named: Named) -> tuple[int, int, int]:
    """Where a name first stands."""
    return min((named.document, place.start, -place.end) for place in named.all_places)


def _unite(names: list[Named], union: Union, corrections: Corrections) -> list[tuple[int, Merge]]:
    """Let every rule tie its names. Gives one reason for each pair of different words that it ties."""
    reasons: dict[tuple[str, str], tuple[int, Merge]] = {}
    for found in (by_hand(names, corrections.one), *(rule(names, union) for rule in RULES)):
        for tie in found:
            if union.root(tie.alias) == union.root(tie.name) or not union.join(tie.alias, tie.name):
                continue
            if tie.because is not None:
                alias, name = names[tie.alias], names[tie.name]
                row = Merge(alias.first, name.first, tie.because)
                reasons.setdefault((alias.key, name.key), (tie.alias, row))
    return list(reasons.values())


def _actor(group: list[Named], reasons: list[Merge]) -> Actor:
    pointed = [row for named in group for row in named.pointed]
    places = [
        (named.document, place.start, -place.end, place) for named in group for place in named.all_places
    ]
    kinds = Counter(
        named.kind for named in group for _ in named.places if named.kind is not ActorKind.OTHER
    )
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind), default=ActorKind.OTHER)
    mentions = tuple(place for *_, place in sorted(places, key=lambda row: row[:3]))
    return Actor(_name(group, kind), kind, mentions, (*reasons, *pointed))


def _name(group: list[Named], kind: ActorKind) -> str:
    """The fullest name of a person, of others the name that stands most often."""
    uses = Counter(words for named in group for words in named.wordings)
    if kind is ActorKind.PERSON:
        return max(
            uses,
            key=lambda words: (len(words.split()), "." not in words, uses[words], len(words), words),
        )
    return max(uses, key=lambda words: (uses[words], -len(words), words))
