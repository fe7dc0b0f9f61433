"""The joining of claims: how long it takes and how it grows, and loops beside networkx.

    python bench/assemble.py                    # 1,000, 10,000 and 100,000 claims; loops on random maps
    python bench/assemble.py --claims 1000      # one size
    python bench/assemble.py --pairs            # wordings that are one or two, of gold/wordings.tsv

Claims are drawn with a seed: factors of two to five words out of some thousand nouns, in the shapes that prose
has (*the growth of X*, *X's Y*, *Y in Z*, *they Xed the Y*), in documents of 100 claims. One core; times are of
this machine, the ratio beside networkx is of one run.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path

import networkx as nx

from armillary.annotate import annotate
from armillary.assemble import assemble, loops
from armillary.assemble.factors.forms import table
from armillary.findings import Argument, Claim, Findings, Sign
from armillary.read import Bytes, read
from armillary.reading import Modality, Speaker
from armillary.settings import Settings
from armillary.system import Factor, Link, Support, Table
from armillary.text import Document, Passage

SIZES = (1_000, 10_000, 100_000)
CLAIMS_A_DOCUMENT = 100
MAPS = ((50, 100), (100, 200), (200, 400), (60, 180), (100, 300))
LENGTH = 8
PAIRS = Path(__file__).parents[1] / "gold/wordings.tsv"


def main() -> None:
    """Print the curve, the loops and the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="*", default=SIZES)
    parser.add_argument("--pairs", action="store_true", help="only the pairs of wordings")
    parser.add_argument("--errors", action="store_true", help="print the pairs that went wrong")
    asked = parser.parse_args()
    pairs(show=asked.errors)
    if not asked.pairs:
        curve(asked.claims)
        beside_networkx()


def curve(sizes: list[int]) -> None:
    """Seconds for each size, and how they grow."""
    print(f"\n{'claims':>8} {'factors':>8} {'seconds':>8} {'us/claim':>9} {'MB':>6}")
    spent = []
    for size in sizes:
        found = list(findings(size, random.Random(1)))  # noqa: S311  a seeded test, no secret
        start = time.process_time()
        system = assemble(found, Settings(longest_loop=2, most_loops=1))
        spent.append((size, time.process_time() - start))
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:8,} {len(system.factors):8,} {spent[-1][1]:8.2f} {spent[-1][1] / size * 1e6:9.0f} {megabytes:6.0f}"
        )
    for (small, before), (large, after) in pairwise(spent):
        print(
            f"  {large / small:.0f} times the claims take {after / before:.1f} times as long: "
            f"exponent {log(after / before) / log(large / small):.2f}, "
            f"n log n would have {1 + log(log(large) / log(small)) / log(large / small):.2f}"
        )


def findings(size: int, chance: random.Random) -> Iterator[Findings]:
    """Documents of drawn claims."""
    nouns = sorted({noun for noun in table("noun") if not noun.endswith("ing")})
    for number in range(max(1, size // CLAIMS_A_DOCUMENT)):
        sides = [
            (wording(nouns, chance), wording(nouns, chance)) for _ in range(min(size, CLAIMS_A_DOCUMENT))
        ]
        lines = [f"{cause} led to {effect}." for cause, effect in sides]
        name = f"{number}.txt"
        document = Document(name, name, "\n".join(lines), f"{number:064d}")
        claims, at = [], 0
        for (cause, effect), line in zip(sides, lines, strict=True):
            end = at + len(line) - 1
            claims.append(
                claim(document.passage(at, at + len(cause)), document.passage(end - len(effect), end))
            )
            at += len(line) + 1
        yield Findings(document, claims=tuple(claims))


def wording(nouns: list[str], chance: random.Random) -> str:
    """A factor in one of the shapes that prose has. Few heads are common and many are rare, as in prose."""
    first, second, third = (nouns[int(len(nouns) * chance.random() ** 2)] for _ in range(3))
    return chance.choice(
        (
            f"the {first}",
            first,
            f"the {first} of {second}",
            f"{second} {first}",
            f"the {second}'s {first}",
            f"the lack of {first} in the {second}",
            f"{first} in the {second} of {third}",
            f"this {first}",
            f"the {second} of the {third} was a {first}",
            f"they lost the {first} of {second}",
        )
    )


def claim(cause: Passage, effect: Passage) -> Claim:
    """A plain claim of the author's."""
    return Claim(
        at=cause.document.passage(cause.start, effect.end),
        cause=Argument(cause, cause),
        effect=Argument(effect, effect),
        cue=(),
        sign=Sign.RAISES,
        modality=Modality.ASSERTED,
        holder=Speaker.AUTHOR,
        belief=0.7,
        found_by=("rule:to",),
    )


def beside_networkx() -> None:
    """The same loops as networkx finds, with their signs, and the ratio of the times."""
    print(
        f"\n{'factors':>8} {'links':>6} {'loops':>8} {'ours s':>8} {'networkx s':>10} {'ratio':>6}  equal"
    )
    for seed, (nodes, ways) in enumerate(MAPS):
        drawn = nx.gnm_random_graph(nodes, ways, seed=seed, directed=True)
        factors = Table.numbered("f", (Factor(str(n), ()) for n in range(nodes)))
        links = Table.numbered(
            "l",
            (
                Link(f"f{a + 1}", f"f{b + 1}", raises=("c1",), belief=0.7, support=Support(1, 1, 1, 1))
                for a, b in drawn.edges
            ),
        )
        start = time.process_time()
        ours = loops.search(links, factors, LENGTH, 10**7).loops
        middle = time.process_time()
        theirs = list(nx.simple_cycles(drawn, LENGTH))
        end = time.process_time()
        equal = {_turned([int(f[1:]) - 1 for f in loop.factors]) for loop in ours} == set(
            map(_turned, theirs)
        )
        equal = equal and len(ours) == len(theirs)
        print(
            f"{nodes:8} {ways:6} {len(ours):8,} {middle - start:8.3f} {end - middle:10.3f} "
            f"{(end - middle) / (middle - start):6.1f}  {'yes' if equal else 'NO'}"
        )


def _turned(nodes: list[int]) -> tuple[int, ...]:
    """A loop from its smallest factor on."""
    at = nodes.index(min(nodes))
    return tuple(nodes[at:] + nodes[:at])


def pairs(*, show: bool) -> None:
    """How many pairs of wordings are told rightly to be one factor or two."""
    right = {"one": 0, "two": 0}
    every = {"one": 0, "two": 0}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        truth, one, other = line.split("\t")
        every[truth] += 1
        found = "one" if together(one, other) else "two"
        right[truth] += found == truth
        if show and found != truth:
            print(f"  {truth}, not {found}: {one} | {other}")
    print(
        f"pairs that are one: {right['one']} of {every['one']}; that are two: {right['two']} of {every['two']}"
    )


def together(one: str, other: str) -> bool:
    """Whether a text that names both names one factor."""
    text = "".join(f"Some said that {words} led to xx.\n\n" for words in (one, other))
    reading = annotate(read(Bytes("pair.txt", text.encode()), Settings()))
    document = reading.document
    claims = []
    for words in (one, other):
        start = document.text.index(f"that {words} led") + len("that ")
        end = start + len(words)
        claims.append(claim(document.passage(start, end), document.passage(end + 8, end + 10)))
    system = assemble([Findings(document, mentions=reading.mentions, claims=tuple(claims))], Settings())
    return system.factor_at[claims[0].cause.core] == system.factor_at[claims[1].cause.core]


if __name__ == "__main__":
    main()
