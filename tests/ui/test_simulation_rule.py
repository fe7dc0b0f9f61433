"""The page's rule, in TypeScript, is Python's: on the same vectors, the same draws and the same ensembles."""

import json
import math
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import build_page
import networkx as nx
import numpy as np
import pytest

from armillary.publish.report import facts
from armillary.run import Push, Rule, Run, Transfer, Way
from armillary.simulate import ensemble
from armillary.weights import Arrow, arrows
from samples.rents import rents

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests/simulate/vectors.json").read_text(encoding="utf-8"))["vectors"]
SEEDS = [0, 1, 7, 2**32, 2**40 + 7, 2**53 - 1]
COMBINATIONS = [
    (rule, transfer)
    for rule in Rule
    for transfer in Transfer
    if rule is not Rule.RESCALED or transfer in {Transfer.SIGMOID, Transfer.BIVALENT}
]
HEAPS: dict[str, Any] = {"raises": [], "lowers": [], "unclear": [], "denied": []}
FIELDS = ("cause", "effect", "size", "raising", "present")
MARGIN = 1e-9
"""The two add up and take tangents with other last digits; nothing that is shown has so many."""
HARNESS = """
import * as page from "./page.mjs";
import { readFileSync } from "node:fs";

const calls = {
  steps({ size, arrows, rule, transfer, hold, state, count }) {
    const of = page.net(size, arrows, rule);
    const weights = Float64Array.from(of.places, place => arrows[place].weight);
    const held = { places: Object.keys(hold).map(Number), values: Object.values(hold) };
    const states = [];
    let now = Float64Array.from(state);
    for (let step = 0; step < count; step++) {
      const after = new Float64Array(size);
      page.step(of, weights, rule, transfer, now, held, after);
      states.push([...(now = after)]);
    }
    const end = page.settle(of, weights, rule, transfer, Float64Array.from(state), held);
    return { states, period: end.period, step: end.step };
  },
  draws: ({ seed, count }) => {
    const draws = new page.Draws(seed);
    return Array.from({ length: count }, (_, place) => draws.at(count - 1 - place)).reverse();
  },
  arrows: ({ links, factors, modality }) =>
    page.arrowsOf(links, new Map(factors.map((id, place) => [id, place])), id => modality[id]),
  ways: ({ arrows, pushed, end, most }) => page.waysTo(arrows, pushed, end, most),
  address({ query }) {
    const written = new URLSearchParams();
    page.writeTrial(page.parsedTrial(new URLSearchParams(query)), written);
    return Object.fromEntries(written);
  },
  run: plan => page.finished(page.run(plan)),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(([name, plan]) => calls[name](plan))));
"""
Ask = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the page's own code, run by Node: pairs of a call and what it takes, as JSON."""
    bundler = ROOT / "ui/node_modules/rolldown/bin/cli.mjs"
    try:
        node, _ = build_page.tools()
    except build_page.BuildError as error:
        pytest.skip(str(error))
    if not bundler.is_file():
        pytest.skip("the page's packages are not installed: run `make setup`")
    folder = tmp_path_factory.mktemp("page")
    source = ROOT / "ui/src/simulate/index.ts"
    subprocess.run(
        [node, bundler, source, "-f", "esm", "-o", folder / "page.mjs"], check=True, capture_output=True
    )
    (folder / "ask.mjs").write_text(HARNESS, encoding="utf-8")

    def asked(*calls: tuple[str, Any]) -> list[Any]:
        done = subprocess.run(
            [node, folder / "ask.mjs"],
            input=json.dumps(calls),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answers: list[Any] = json.loads(done.stdout)
        return answers

    return asked


def rows(weights: list[list[float]]) -> list[dict[str, float]]:
    return [{"cause": cause, "effect": effect, "weight": weight} for cause, effect, weight in weights]


def test_each_vector_worked_by_hand_is_stepped_the_same_way(ask: Ask) -> None:
    calls = [
        (
            "steps",
            {
                "size": len(vector["states"][0]),
                "arrows": rows(vector["weights"]),
                "rule": vector["rule"],
                "transfer": vector["transfer"],
                "hold": vector.get("hold", {}),
                "state": vector["states"][0],
                "count": len(vector["states"]) - 1,
            },
        )
        for vector in VECTORS
    ]
    for vector, told in zip(VECTORS, ask(*calls), strict=True):
        for ours, theirs in zip(vector["states"][1:], told["states"], strict=True):
            assert theirs == pytest.approx(ours, abs=1e-12), vector["name"]
        assert told["period"] == vector["period"], vector["name"]


def test_the_same_seed_draws_the_same_numbers_to_the_last_bit(ask: Ask) -> None:
    told = ask(*[("draws", {"seed": seed, "count": 41}) for seed in SEEDS])
    for seed, numbers in zip(SEEDS, told, strict=True):
        assert numbers == np.random.Generator(np.random.Philox(key=seed)).random(41).tolist()


def test_links_become_the_same_arrows(ask: Ask) -> None:
    system = rents()
    (told,) = ask(
        (
            "arrows",
            {
                "links": [HEAPS | link for link in facts.page(system)["links"]],
                "factors": system.factors.ids,
                "modality": {key: claim.modality.value for key, claim in system.claims.items()},
            },
        )
    )
    ours = [
        (arrow.cause, arrow.effect, arrow.size, arrow.raising, arrow.present)
        for arrow in arrows(system, system.claims.ids)
    ]
    assert [tuple(row[name] for name in FIELDS) for row in told] == ours


def random_map(number: int) -> tuple[int, list[Arrow]]:
    """A map in which something of each kind is open: signs, presence, an arrow to itself."""
    random = np.random.default_rng(number)
    size = int(random.integers(3, 12))
    pairs = {(int(a), int(b)) for a, b in random.integers(0, size, (2 * size, 2))}
    return size, [
        Arrow(a, b, float(random.uniform(0.2, 0.8)), float(random.choice([0, 0.5, 1, 0.7])), present)
        for a, b in sorted(pairs)
        for present in [float(random.choice([0.5, 1, 0.9]))]
    ]


def plan_of(size: int, drawn: list[Arrow], pushes: list[Push], run: Run) -> dict[str, Any]:
    return {
        "size": size,
        "arrows": [{name: getattr(arrow, name) for name in FIELDS} for arrow in drawn],
        "pushes": [{"place": int(push.factor[1:]), "way": push.way} for push in pushes],
        "rule": run.rule,
        "transfer": run.transfer,
        "members": run.members,
        "seed": run.seed,
    }


def compare(run: Run, told: dict[str, Any]) -> None:
    """Shares, endings and the certificate are equal, the differences but for their last digits."""
    endings = run.endings
    assert told["certified"] == run.certified
    assert told["endings"] == {
        "steady": endings.steady,
        "cycles": endings.cycles,
        "neither": endings.neither,
        "lastStep": endings.last_step,
        "longestPeriod": endings.longest_period,
    }
    for effect in run.effects:
        row = told["effects"][int(effect.factor[1:])]
        assert (row["rises"], row["falls"], row["stays"]) == pytest.approx(
            (effect.rises, effect.falls, effect.stays), abs=MARGIN
        )
        assert (row["least"], row["middle"], row["most"]) == pytest.approx(
            (effect.least, effect.middle, effect.most), abs=MARGIN
        )


@pytest.mark.parametrize(("rule", "transfer"), COMBINATIONS)
def test_an_ensemble_ends_the_same_on_both_sides(ask: Ask, rule: Rule, transfer: Transfer) -> None:
    made, calls = [], []
    for number in range(8):
        size, drawn = random_map(number)
        pushes = [Push("f0", Way.UP), *([Push("f2", Way.DOWN)] if number % 2 else [])]
        names = [f"f{place}" for place in range(size)]
        run = ensemble.run(
            names, drawn, pushes, rule=rule, transfer=transfer, members=60, seed=SEEDS[number % 6]
        )
        made.append(run)
        calls.append(("run", plan_of(size, drawn, pushes, run)))
    for run, told in zip(made, ask(*calls), strict=True):
        compare(run, told)


@pytest.mark.parametrize("number", range(12))
def test_the_strongest_ways_of_each_sign_are_those_of_a_full_search(ask: Ask, number: int) -> None:
    size, drawn = random_map(number)
    pushed, end, most = [0, 1], size - 1, 2
    (told,) = ask(("ways", {"arrows": numbered(drawn), "pushed": pushed, "end": end, "most": most}))
    graph: nx.DiGraph[int] = nx.DiGraph()
    for place, arrow in enumerate(drawn):
        if arrow.effect not in pushed:
            graph.add_edge(arrow.cause, arrow.effect, place=place)
    graph.add_nodes_from(range(size))
    every = [
        [graph.edges[pair]["place"] for pair in pairwise(path)]
        for push in pushed
        if push != end
        for path in nx.all_simple_paths(graph, push, end)
    ]
    for sign in ("raises", "lowers", "unclear"):
        strengths = sorted(
            (strength(drawn, path) for path in every if sign_of(drawn, path) == sign), reverse=True
        )
        theirs = [path["strength"] for path in told["paths"] if path["sign"] == sign]
        assert theirs == pytest.approx(strengths[:most])
    assert not told["stopped"]
    assert [path["strength"] for path in told["paths"]] == sorted(
        (path["strength"] for path in told["paths"]), reverse=True
    )
    for path in told["paths"]:
        assert [int(arrow["link"]) for arrow in path["arrows"]] in every


def numbered(drawn: list[Arrow]) -> list[dict[str, Any]]:
    """The arrows with their place as the id of their link."""
    return [
        {"link": str(place)} | {name: getattr(arrow, name) for name in FIELDS}
        for place, arrow in enumerate(drawn)
    ]


def strength(drawn: list[Arrow], path: list[int]) -> float:
    return math.prod(drawn[place].present * drawn[place].size for place in path)


def sign_of(drawn: list[Arrow], path: list[int]) -> str:
    if any(0 < drawn[place].raising < 1 for place in path):
        return "unclear"
    return "lowers" if sum(drawn[place].raising == 0 for place in path) % 2 else "raises"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("push=f1.up,f2.down&to=f3", {"push": "f1.up,f2.down", "to": "f3"}),
        ("push=f1.sideways", {"push": "f1.sideways"}),  # told on the page, and not forgotten
        ("push=,,f1.up,", {"push": "f1.up"}),
        ("rule=kosko&transfer=sigmoid&runs=1000&seed=1", {}),
        (
            "rule=rescaled&transfer=tanh&runs=7&seed=0",
            {"rule": "rescaled", "transfer": "tanh", "runs": "7", "seed": "0"},
        ),
        ("rule=magic&transfer=&runs=-3&seed=1.5", {}),
        ("runs=1e99&seed=NaN", {}),
        ("push=<img src=x onerror=alert(1)>.up", {"push": "<img src=x onerror=alert(1)>.up"}),
    ],
)
def test_an_address_is_read_and_written_back_without_what_is_usual(
    ask: Ask, query: str, kept: dict[str, str]
) -> None:
    (told,) = ask(("address", {"query": query}))
    assert told == kept
