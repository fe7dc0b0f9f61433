"""Seconds of a simulation, and of paths beside networkx in the same run.

    python bench/simulate.py [--runs N]

Maps are random, seeded, four links a factor. Each figure is the least and the median of N runs on one core.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import networkx as nx
import numpy as np

from armillary.run import Push, Rule, Transfer, Way
from armillary.simulate import ensemble
from armillary.simulate.paths import Graph, Steps, search
from armillary.weights import Arrow

LINKS_EACH = 4


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


def drawn(factors: int) -> list[Arrow]:
    """Four links a factor, no two on one pair, some with an open sign or in doubt."""
    random = np.random.default_rng(1)
    pairs = sorted(
        {(int(a), int(b)) for a, b in random.integers(0, factors, (factors * LINKS_EACH, 2)) if a != b}
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
