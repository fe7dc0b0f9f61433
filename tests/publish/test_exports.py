"""Forms for other tools: read back, safe with any label, the same bytes each time, and told in words."""

import io
import json
import re
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from armillary.cli import armillary
from armillary.publish import FORMS, publish
from armillary.system import System, Table, link
from samples.hostile import hostile
from samples.rents import rents

DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
MAPS = ("graphml", "mermaid", "dot", "kumu")


def graph_of(system: System) -> "nx.Graph[str]":
    return nx.read_graphml(io.BytesIO(publish(system, "graphml")))


def test_networkx_reads_the_signs_and_the_words_at_their_places() -> None:
    system = hostile()
    graph = graph_of(system)
    assert {data["sign"] for _, _, data in graph.edges(data=True)} == {"raises", "lowers"}
    for _, _, data in graph.edges(data=True):
        document, start, end = re.fullmatch(r"(d\d+):(\d+)-(\d+)", data["places"]).groups()  # type: ignore[union-attr]
        words = system.documents[document].text[int(start) : int(end)]
        assert data["words"].endswith(f": {words}")


def test_equal_labels_stay_two_factors_in_every_form() -> None:
    system = hostile()
    assert len(set(nx.get_node_attributes(graph_of(system), "label").values())) == 3
    assert len({element["label"] for element in json.loads(publish(system, "kumu"))["elements"]}) == 3


def test_every_connection_of_kumu_joins_two_elements() -> None:
    board = json.loads(publish(rents(), "kumu"))
    labels = {element["label"] for element in board["elements"]}
    assert len(board["connections"]) == len(rents().links)
    assert {row[end] for row in board["connections"] for end in ("from", "to")} <= labels


def test_no_label_leaves_its_string_in_dot_or_mermaid() -> None:
    quoted = r'"(?:[^"\\]|\\.)*"'
    row = rf"    (node \[shape=box\]|f\d+ \[label={quoted}\]|f\d+ -> f\d+ \[label={quoted}, tooltip={quoted}\]);"
    for line in publish(hostile(), "dot").decode().splitlines()[1:-1]:
        assert re.fullmatch(row, line)
    for line in publish(hostile(), "mermaid").decode().splitlines()[1:]:
        assert re.fullmatch(r'    f\d+(\["[^"]*"\]| -->\|"#(43|45|63);"\| f\d+)', line)


@pytest.mark.parametrize("form", MAPS)
def test_the_same_system_gives_the_same_bytes_and_an_empty_one_can_be_written(form: str) -> None:
    assert publish(rents(), form) == publish(rents(), form)
    assert publish(System(), form)


@pytest.mark.parametrize("form", MAPS)
def test_ten_thousand_links_are_all_written(form: str) -> None:
    system = hostile()
    pairs = [("f1", "f2"), ("f2", "f3")] * 5000
    many = System(
        documents=system.documents,
        factors=system.factors,
        claims=system.claims,
        links=Table.numbered("l", (link(*pair, [("c1", system.claims["c1"])]) for pair in pairs)),
    )
    signs = {"graphml": b"<edge ", "mermaid": b" -->", "dot": b" -> f", "kumu": b'"from"'}
    assert publish(many, form).count(signs[form]) == 10_000


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_is_told_with_what_it_loses(form: object) -> None:
    name, loses = getattr(form, "name", ""), getattr(form, "loses", "")
    assert f"| `{name}` |" in DOCS
    assert loses in DOCS


@pytest.mark.parametrize("command", ["build", "export"])
def test_the_help_names_every_form(command: str) -> None:
    (option,) = [param for param in armillary.commands[command].params if "--to" in param.opts]
    told = set(re.findall(r"\w+", str(getattr(option, "help", ""))))
    assert {form.name for form in FORMS} <= told


def test_export_says_what_the_form_cannot_hold_and_keeps_it_out_of_the_result(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(publish(hostile(), "json"))
    done = CliRunner().invoke(armillary, ["export", str(tmp_path / "m.json"), "--to", "dot"])
    assert done.stdout_bytes == publish(hostile(), "dot")
    assert "dot cannot hold actors, times" in done.stderr
