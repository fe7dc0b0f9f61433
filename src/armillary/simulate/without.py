"""Without: something is taken away, and we see what loses every cause that the text states for it.

    the shots → outrage → the note → the attack     without the shots, none of the three has a cause left;
    harvest → the attack                            with this claim too, the attack keeps one

A factor stands here for its change, so signs do not matter: without what lowered it, its fall has no cause either.

A factor *stands* where a chain of claims leads to it from a beginning: a factor for which no cause was stated. A
loop cannot hold itself up (well-founded support: Doyle 1979, Artificial Intelligence 12:231-272), unless it is a
beginning itself, with no cause outside it. Of one factor, what is lost is what it dominates (Lengauer and
Tarjan 1979, ACM TOPLAS 1:121-141).
"""

from collections.abc import Collection, Iterable

from armillary.run import Absence, Loss
from armillary.simulate.paths import Graph, supporting
from armillary.simulate.taken import Taken
from armillary.simulate.when import Dated
from armillary.system import System
from armillary.tangles import tangles


def without(system: System, taken: Taken, claims: Collection[str] | None = None) -> Absence:
    """What loses a stated cause. `claims`: ids of those that count, else all.

    A link falls away where no claim is left to say it, or its cause is gone or has lost all its own causes.
    """
    counted = frozenset(system.claims.ids if claims is None else claims)
    before = _graph(system, supporting(system, counted))
    after = {
        cause: ways
        for cause, ways in _graph(system, supporting(system, counted - taken.claims)).items()
        if cause not in taken.factors
    }
    standing = _standing(before, after, taken.factors)
    dated = Dated(system)
    losses = [
        _loss(system, factor, ways, after, standing, dated)
        for factor, ways in _turned(before).items()
        if factor not in taken.factors
    ]
    rows = sorted((loss for loss in losses if loss.lost), key=dated.order)
    return Absence(
        tuple(key for key in system.factors.ids if key in taken.factors),
        tuple(key for key in system.claims.ids if key in taken.claims),
        tuple(loss for loss in rows if not loss.kept),
        tuple(loss for loss in rows if loss.kept),
        dated.told_from(taken.events),
    )


def _graph(system: System, links: Iterable[str]) -> Graph:
    graph: Graph = {}
    for key in links:
        link = system.links[key]
        graph.setdefault(link.cause, []).append((link.effect, key))
    return graph


def _turned(graph: Graph) -> Graph:
    """For each factor that has a cause the pairs of a cause and the link from it."""
    turned: Graph = {}
    for cause, ways in graph.items():
        for effect, key in ways:
            turned.setdefault(effect, []).append((cause, key))
    return turned


def _standing(before: Graph, after: Graph, gone: frozenset[str]) -> set[str]:
    """What a chain still leads to from a beginning, the beginnings among it."""
    caused = _turned(before).keys()
    alone = {cause for cause in before if cause not in caused} - gone
    return _reached(after, alone | _rings(before, after))


def _rings(before: Graph, after: Graph) -> set[str]:
    """The factors of rings that are left in tangles that were a beginning: with no cause outside."""
    home = {node: number for number, part in enumerate(tangles(before)) for node in part}
    fed = {
        home[effect]
        for cause, ways in before.items()
        for effect, _ in ways
        if home[effect] != home[cause]
    }
    left = {
        cause: [way for way in ways if home[way[0]] == home[cause]]
        for cause, ways in after.items()
        if home[cause] not in fed
    }
    itself = {cause for cause, ways in left.items() if any(effect == cause for effect, _ in ways)}
    return itself.union(*(part for part in tangles(left) if len(part) > 1))


def _reached(graph: Graph, starts: Iterable[str]) -> set[str]:
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        for effect, _ in graph.get(waiting.pop(), ()):
            if effect not in reached:
                reached.add(effect)
                waiting.append(effect)
    return reached


def _loss(  # noqa: PLR0913, PLR0917  the factor, its causes, and what became of the map
    system: System,
    factor: str,
    causes: list[tuple[str, str]],
    after: Graph,
    standing: set[str],
    dated: Dated,
) -> Loss:
    left = {key for cause, _ in causes for effect, key in after.get(cause, ()) if effect == factor}
    kept = {key for cause, key in causes if key in left and cause in standing}
    lost = [key for _, key in causes if key not in kept]
    return Loss(
        factor,
        tuple(lost),
        tuple(key for _, key in causes if key in kept),
        dated.event_of(factor, [claim for key in lost for claim in system.links[key].claims]),
    )
