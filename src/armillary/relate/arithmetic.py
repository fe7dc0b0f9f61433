"""The arithmetic of discourse networks: counts of positions become weights of ties.

X[a, j, k] is how many positions actor a holds on matter j with stance k (for or against). The formulas are
those of Discourse Network Analyzer (`Exporter.java`), also where a name says less than it seems: see *cosine*.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from armillary.network import Kind, Normalise
from armillary.relate.statements import Statement

BETWEEN = (Normalise.NO, Normalise.AVERAGE, Normalise.JACCARD, Normalise.COSINE)
TO_MATTERS = (Normalise.NO, Normalise.ACTIVITY, Normalise.PROMINENCE)
_STANCES = (True, False)
_DIGITS = 6

Counts = dict[str, dict[tuple[str, bool], int]]
"""For each actor the number of positions by matter and stance: X."""
Pair = tuple[str, str]


def ties(said: Iterable[Statement], kind: Kind, normalise: Normalise) -> dict[Pair, float]:
    """The weights between actors, each pair once, in the order in which the actors first speak."""
    counts = _counts(said)
    on: dict[str, list[str]] = defaultdict(list)
    for actor, held in counts.items():
        for matter in dict.fromkeys(matter for matter, _ in held):
            on[matter].append(actor)
    sums: dict[Pair, int] = defaultdict(int)
    for matter, actors in on.items():
        for one, other in combinations(actors, 2):
            sums[one, other] += _on_matter(counts[one], counts[other], matter, kind)
    order = {actor: place for place, actor in enumerate(counts)}
    pairs = sorted(sums, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return {pair: _divided(sums[pair], _norm(counts, *pair, normalise)) for pair in pairs}


def _on_matter(
    one: dict[tuple[str, bool], int], other: dict[tuple[str, bool], int], matter: str, kind: Kind
) -> int:
    """Pairs of positions on one matter: those of one stance, those of two, the difference, or all."""
    mine, yours = ([held.get((matter, stance), 0) for stance in _STANCES] for held in (one, other))
    agree = mine[0] * yours[0] + mine[1] * yours[1]
    differ = mine[0] * yours[1] + mine[1] * yours[0]
    match kind:
        case Kind.CONGRUENCE:
            return agree
        case Kind.CONFLICT:
            return differ
        case Kind.SUBTRACT:
            return agree - differ
    return agree + differ


def _norm(counts: Counts, one: str, other: str, normalise: Normalise) -> float:
    mine, yours = counts[one], counts[other]
    total, others = sum(mine.values()), sum(yours.values())
    match normalise:
        case Normalise.AVERAGE:
            return (total + others) / 2
        case Normalise.COSINE:
            return total * others
        case Normalise.JACCARD:
            both = sum(number * yours[key] for key, number in mine.items() if key in yours)
            alone = sum(number for key, number in mine.items() if key not in yours)
            return both + alone + sum(number for key, number in yours.items() if key not in mine)
    return 1


def affiliations(said: Iterable[Statement], normalise: Normalise) -> dict[Pair, float]:
    """The weights from actors to matters: positions for, less those against."""
    kept = list(said)
    active, prominent = Counter(one.actor for one in kept), Counter(one.matter for one in kept)
    sums: dict[Pair, int] = defaultdict(int)
    for one in kept:
        sums[one.actor, one.matter] += 1 if one.agrees else -1
    norm = {Normalise.ACTIVITY: active, Normalise.PROMINENCE: prominent}
    return {
        (actor, matter): _divided(
            weight,
            active[actor]
            if normalise is Normalise.ACTIVITY
            else prominent[matter]
            if normalise in norm
            else 1,
        )
        for (actor, matter), weight in sums.items()
    }


def _counts(said: Iterable[Statement]) -> Counts:
    counts: Counts = {}
    for one in said:
        held = counts.setdefault(one.actor, {})
        held[one.matter, one.agrees] = held.get((one.matter, one.agrees), 0) + 1
    return counts


def _divided(weight: int, norm: float) -> float:
    return round(weight / norm, _DIGITS)
