"""Networks of actors: against the formulas of Discourse Network Analyzer, written out, and by hand."""

import csv
import io
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from armillary import pipeline, wire
from armillary.assemble import assemble
from armillary.cli import networking
from armillary.cli.networking import network as command
from armillary.errors import SettingsError
from armillary.findings import Findings, Position, Stance
from armillary.network import Count, Kind, Normalise
from armillary.publish import networks
from armillary.read import Bytes
from armillary.reading import Speaker
from armillary.relate import relate
from armillary.settings import Settings
from armillary.system import System
from armillary.text import Document

ACTORS, MATTERS = ("ana", "ben", "cem", "dot"), ("tax", "wall", "war")
SAID = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(MATTERS), st.booleans()), min_size=1, max_size=30
)

SAMPLE = [
    (actor, matter, agrees == "+")
    for actor, told in {
        "EEA": "economy- economy- carbon- carbon+",
        "Senate": "economy- law+ economy- carbon- law+",
        "EPA": "law+ law+ law+ law+ law+ law+ economy- law+ law+ law+ law+",
        "ASE": "carbon+ law+ gases+ carbon+",
        "Sierra": "real+ carbon+ economy+ gases+ law+ economy+",
        "PIRG": "real+ real+ economy+ gases+ carbon+ trade+",
        "NPRA": "economy- law- law- economy-",
    }.items()
    for matter, agrees in ((word[:-1], word[-1]) for word in told.split())
]
"""Who is for or against what in the sample that comes with Discourse Network Analyzer, in short names."""


def system_of(said: Sequence[tuple[str, str, bool]]) -> System:
    """A system with these positions, each on words of its own."""
    lines = [f"{actor} {matter}" for actor, matter, _ in said]
    document = Document("d.txt", "D", "\n".join(lines), "0" * 64)
    positions, start = [], 0
    for line, (actor, _, agrees) in zip(lines, said, strict=True):
        at = document.passage(start, start + len(line))
        holder = document.passage(start, start + len(actor))
        on = document.passage(holder.end + 1, at.end)
        positions.append(Position(at, holder, on, Stance.FOR if agrees else Stance.AGAINST))
        start = at.end + 1
    return assemble([Findings(document, positions=tuple(positions))], Settings())


def counts_of(said: Sequence[tuple[str, str, bool]]) -> np.ndarray:
    """DNA's X[actor, concept, stance]."""
    counts = np.zeros((len(ACTORS), len(MATTERS), 2))
    for actor, matter, agrees in said:
        counts[ACTORS.index(actor), MATTERS.index(matter), int(agrees)] += 1
    return counts


def dna(counts: np.ndarray, a: int, b: int, kind: Kind, normalise: Normalise) -> float:
    """The loops of DNA's exporter for one pair, with the qualifier values 0 and 1."""
    congruence = conflict = ignore = 0.0
    for j in range(counts.shape[1]):
        ignore += counts[a, j].sum() * counts[b, j].sum()
        for k in (0, 1):
            for other in (0, 1):
                both = counts[a, j, k] * counts[b, j, other]
                congruence += both * (1.0 - abs(k - other) / 1.0)
                conflict += both * (abs(k - other) / 1.0)
    one, two = counts[a], counts[b]
    m10, m01, m11 = one[two == 0].sum(), two[one == 0].sum(), (one * two).sum()
    norm = {
        Normalise.NO: 1.0,
        Normalise.AVERAGE: (one.sum() + two.sum()) / 2,
        Normalise.JACCARD: m10 + m01 + m11,
        Normalise.COSINE: np.sqrt(one.sum() ** 2) * np.sqrt(two.sum() ** 2),
    }[normalise]
    value = {
        Kind.CONGRUENCE: congruence,
        Kind.CONFLICT: conflict,
        Kind.SUBTRACT: congruence - conflict,
        Kind.IGNORE: ignore,
    }[kind]
    return float(value / norm)


@given(
    SAID,
    st.sampled_from([kind for kind in Kind if kind is not Kind.AFFILIATION]),
    st.sampled_from([Normalise.NO, Normalise.AVERAGE, Normalise.JACCARD, Normalise.COSINE]),
)
def test_ties_between_actors_are_those_of_dna(
    said: list[tuple[str, str, bool]], kind: Kind, normalise: Normalise
) -> None:
    found = relate(system_of(said), kind, normalise, Count.EACH)
    labels = {node.key: node.label for node in found.nodes}
    ties = {frozenset((labels[tie.one], labels[tie.other])): tie.weight for tie in found.ties}
    counts = counts_of(said)
    spoken = [at for at in range(len(ACTORS)) if counts[at].sum()]
    for a, b in combinations(spoken, 2):
        pair = frozenset((ACTORS[a], ACTORS[b]))
        assert ties.get(pair, 0.0) == pytest.approx(dna(counts, a, b, kind, normalise), abs=1e-6)


def test_the_sample_of_dna_gives_the_values_that_dna_publishes() -> None:
    """What rDNA's own tests (`test-network.R`, `test-backbone.R`) expect of the 40 statements of its `sample.dna`."""
    every = {count: relate(system_of(SAMPLE), Kind.IGNORE, Normalise.NO, count) for count in Count}
    found = every[Count.EACH]
    assert sum(node.positions for node in found.nodes) == 40
    assert len({(actor, matter) for actor, matter, _ in SAMPLE}) == 22
    assert (len(found.nodes), len(found.ties)) == (7, 21)
    assert 2 * sum(tie.weight for tie in found.ties) == 276  # DNA's matrix has each pair twice
    labels = {node.key: node.label for node in found.nodes}
    ties = {frozenset((labels[tie.one], labels[tie.other])): tie.weight for tie in found.ties}
    assert (ties[frozenset(("EPA", "ASE"))], ties[frozenset(("EPA", "EEA"))]) == (10, 2)
    assert sum(node.positions for node in every[Count.DOCUMENT].nodes) == 23


@given(SAID)
def test_affiliations_are_positions_for_less_those_against(said: list[tuple[str, str, bool]]) -> None:
    counts = counts_of(said)
    balance = counts[..., 1] - counts[..., 0]
    for normalise, norm in (
        (Normalise.NO, np.ones_like(balance)),
        (Normalise.ACTIVITY, counts.sum((1, 2))[:, None] + 0 * balance),
        (Normalise.PROMINENCE, counts.sum((0, 2))[None, :] + 0 * balance),
    ):
        found = relate(system_of(said), Kind.AFFILIATION, normalise, Count.EACH)
        labels = {node.key: node.label for node in found.nodes}
        for tie in found.ties:
            a, j = ACTORS.index(labels[tie.one]), MATTERS.index(labels[tie.other])
            assert tie.weight == pytest.approx(balance[a, j] / norm[a, j], abs=1e-6)
        assert len(found.ties) == np.count_nonzero(balance)


def test_equal_positions_count_as_often_as_is_asked_for() -> None:
    said = [("ana", "tax", True)] * 3 + [("ben", "tax", True)] * 2
    weights = {
        count: relate(system_of(said), Kind.CONGRUENCE, Normalise.NO, count).ties[0].weight
        for count in Count
    }
    assert weights == {Count.EACH: 6, Count.DOCUMENT: 1, Count.ONCE: 1}


def test_a_tie_shows_what_it_rests_on_and_a_conflict_only_what_they_differ_on() -> None:
    said = [("ana", "tax", True), ("ben", "tax", False), ("ana", "war", True), ("ben", "war", True)]
    conflict = relate(system_of(said), Kind.CONFLICT).ties[0]
    assert (conflict.matters, [at.words for at in conflict.at]) == (("tax",), ["ana tax", "ben tax"])
    assert relate(system_of(said), Kind.CONGRUENCE).ties[0].matters == ("war",)
    assert relate(system_of(said), Kind.SUBTRACT).ties == ()


def test_those_whom_nobody_names_and_those_who_take_no_side_are_left_out_with_a_note() -> None:
    document = Document("d.txt", "D", "the tax", "0" * 64)
    on = document.passage(0, 7)
    positions = (Position(on, Speaker.UNKNOWN, on, Stance.FOR), Position(on, on, on, Stance.UNCLEAR))
    found = relate(assemble([Findings(document, positions=positions)], Settings()))
    assert (found.nodes, found.ties) == ((), ())
    assert len(found.notes) == 2


def test_a_normalisation_that_does_not_go_with_the_kind_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match="activity does not go with congruence"):
        relate(system_of([("ana", "tax", True)]), Kind.CONGRUENCE, Normalise.ACTIVITY)


def test_graphml_and_csv_hold_the_ties() -> None:
    said = [("ana", "tax", True), ("ben", "tax", True), ("cem", "war", False)]
    found = relate(system_of(said), Kind.CONGRUENCE)
    graph = nx.parse_graphml(networks.graphml(found).decode())
    assert not graph.is_directed()
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"ana", "ben", "cem"}
    assert [data["weight"] for _, _, data in graph.edges(data=True)] == [1.0]
    rows = list(csv.DictReader(io.StringIO(networks.csv(found).decode())))
    assert [(row["one"], row["other"], row["places"]) for row in rows] == [
        ("ana", "ben", "d.txt:0-7; d.txt:8-15")
    ]
    directed = ET.fromstring(networks.graphml(relate(system_of(said), Kind.AFFILIATION)))
    assert directed[-1].get("edgedefault") == "directed"


TEXT = "The Labour Party supports the carbon tax. The unions oppose the carbon tax. The Green Party supports the carbon tax."


def test_the_command_tells_pairs_and_writes_files(tmp_path: Path) -> None:
    model = tmp_path / "a.json"
    model.write_bytes(wire.dump(pipeline.build(Bytes("a.txt", TEXT.encode()))))
    told = CliRunner().invoke(command, [str(model)])
    assert "1  Labour Party — Green Party: the carbon tax" in told.stdout
    out = tmp_path / "a.graphml"
    CliRunner().invoke(command, [str(model), str(model), "--kind", "conflict", "-o", str(out)])
    assert nx.read_graphml(out).number_of_edges() == 2
    assert json.loads(model.read_bytes())["positions"]


def test_the_choices_of_the_command_are_those_of_the_nouns() -> None:
    assert tuple(Kind) == networking.KINDS
    assert tuple(Normalise) == networking.NORMS
    assert tuple(Count) == networking.COUNTS


BOTH = "The unions welcomed her decision. The farmers welcomed her decision."


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("The unions support the tax. The farmers support the tax.", 1),
        ("The unions rejected it. The farmers rejected it.", 0),
        ("The unions rejected their offer. The farmers rejected their offer.", 0),
        (f"Ida Holm sold her mill. {BOTH}", 1),
        (f"Ida Holm met Ada Berg. {BOTH}", 0),
    ],
)
def test_what_only_points_is_no_common_matter(text: str, ties: int) -> None:
    """Two who rejected *it* were once told to agree, whatever each meant; what is settled is one matter."""
    system = pipeline.build(Bytes("a.txt", text.encode()))
    assert len(system.positions) >= 2
    assert len(relate(system).ties) == ties
