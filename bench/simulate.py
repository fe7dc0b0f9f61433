"""Seconds of a simulation, and of loops and paths beside networkx in the same run.

    python bench/simulate.py [--runs N]
    python bench/simulate_fcmpy.py          the same steps beside fcmpy

Maps are random, seeded, four links a factor. Each figure is the least and the median of N runs on one core.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import networkx as nx
import numpy as np

from armillary.assemble import loops
from armillary.run import Push, Rule, Transfer, Way
from armillary.simulate import ensemble
from armillary.simulate.paths import Graph, Steps, search
from armillary.system import Factor, Table, link
from armillary.weights import Arrow

LINKS_EACH = 4
LONGEST = 8
MOST = 1_000_000


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    for factors, members in ((200, 1000), (10_000, 1)):
        arrows = drawn(factors)
        seconds = timed(partial(pushed, factors, arrows, members), runs)
        told(
            f"{factors} factors, {len(arrows)} links, {members} members, with and without the push",
            seconds,
        )
    paths(runs)
    rings(runs)


def drawn(factors: int, links: int = LINKS_EACH) -> list[Arrow]:
    """Some links a factor, no two on one pair, some with an open sign or in doubt."""
    random = np.random.default_rng(1)
    pairs = sorted(
        {(int(a), int(b)) for a, b in random.integers(0, factors, (factors * links, 2)) if a != b}
    )
    return [
        Arrow(a, b, 0.5, float(random.choice([0.0, 1.0, 0.5])), float(random.choice([1.0, 0.5])))
        for a, b in pairs
    ]


def pushed(factors: int, arrows: list[Arrow], members: int) -> None:
    """One push on the first factor."""
    names = [f"f{place}" for place in range(factors)]
    ensemble.run(
        names,
        arrows,
        [Push("f0", Way.UP)],
        rule=Rule.KOSKO,
        transfer=Transfer.SIGMOID,
        members=members,
        seed=1,
    )


def paths(runs: int) -> None:
    """All paths of at most six links between two factors of a map of 200."""
    graph: Graph = {}
    for place, arrow in enumerate(drawn(200)):
        graph.setdefault(f"f{arrow.cause}", []).append((f"f{arrow.effect}", f"l{place}"))
    theirs = nx.DiGraph([(a, b) for a, ways in graph.items() for b, _ in ways])
    ours = sorted(nodes for nodes, _ in search(graph, "f0", "f100", 6, Steps()))
    if ours != sorted(map(tuple, nx.all_simple_paths(theirs, "f0", "f100", cutoff=6))):
        message = "the paths differ from those of networkx"
        raise SystemExit(message)
    mine = timed(lambda: list(search(graph, "f0", "f100", 6, Steps())), runs)
    other = timed(lambda: list(nx.all_simple_paths(theirs, "f0", "f100", cutoff=6)), runs)
    told(f"{len(ours)} paths of at most 6 links in 200 factors", mine)
    told("the same by networkx", other)
    print(f"networkx takes {statistics.median(other) / statistics.median(mine):.1f} times as long")


def rings(runs: int) -> None:
    """All loops of at most eight links, in maps of two, three and four links a factor."""
    for factors, links in ((200, 2), (100, 3), (100, 4)):
        rows = [link(f"f{arrow.cause}", f"f{arrow.effect}", ()) for arrow in drawn(factors, links)]
        table = Table.numbered("l", [replace(row, raises=("c1",)) for row in rows])
        names = Table(
            tuple(Factor(f"f{n}", ()) for n in range(factors)), tuple(f"f{n}" for n in range(factors))
        )
        theirs = nx.DiGraph([(row.cause, row.effect) for row in rows])
        ours = {turned(loop.factors) for loop in loops.search(table, names, LONGEST, MOST).loops}
        if ours != {turned(tuple(ring)) for ring in nx.simple_cycles(theirs, length_bound=LONGEST)}:
            message = "the loops differ from those of networkx"
            raise SystemExit(message)
        mine = timed(partial(loops.search, table, names, LONGEST, MOST), runs)
        other = timed(lambda graph=theirs: list(nx.simple_cycles(graph, length_bound=LONGEST)), runs)  # type: ignore[misc]
        told(
            f"{len(ours)} loops of at most {LONGEST} links in {factors} factors, {len(rows)} links", mine
        )
        told("the same by networkx", other)
        print(f"networkx takes {statistics.median(other) / statistics.median(mine):.1f} times as long")


def turned(ring: tuple[str, ...]) -> tuple[str, ...]:
    """The same ring, begun with its first name."""
    place = ring.index(min(ring))
    return ring[place:] + ring[:place]


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each run."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def told(what: str, seconds: list[float]) -> None:
    """One line."""
    print(f"{what}: least {min(seconds):.4f} s, median {statistics.median(seconds):.4f} s")


if __name__ == "__main__":
    main()
