"""Forms for other tools: read back, safe with any label, the same bytes each time, and told in words."""

import io
import json
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import jsonschema
import mermaidx
import networkx as nx
import pydot
import pytest
from click.testing import CliRunner

from armillary.cli import armillary
from armillary.errors import SettingsError
from armillary.publish import FORMS, publish, table
from armillary.publish.arrows import arrows, names
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


@pytest.mark.parametrize("make", [rents, hostile, System])
def test_a_blueprint_of_kumu_has_the_shape_that_kumu_tells(make: Callable[[], System]) -> None:
    schema = json.loads((Path(__file__).parent / "schemas" / "kumu.json").read_text(encoding="utf-8"))
    board = json.loads(publish(make(), "kumu"))
    jsonschema.Draft202012Validator(schema).validate(board)
    for row in board["connections"]:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"elements": [], "connections": [row | {"direction": "both"}]}, schema)


@pytest.mark.parametrize("make", [rents, hostile])
def test_mermaid_draws_every_label_and_sign(make: Callable[[], System]) -> None:
    """By mermaid.js itself, in the engine that mermaidx brings."""
    system = make()
    drawing = ET.fromstring(mermaidx.render(publish(system, "mermaid").decode()).svg())
    parts = [(part.get("class", "").split(), part) for part in drawing.iter()]
    boxes = ["".join(part.itertext()) for kinds, part in parts if kinds[:1] == ["node"]]
    lines = [part.get("data-id", "") for kinds, part in parts if "flowchart-link" in kinds]
    signs = [
        "".join(part.itertext())
        for kinds, part in parts
        if "edgeLabel" in kinds and part.tag.endswith("}g")
    ]
    assert boxes == list(names(system).values())
    assert lines == [f"L_{one.link.cause}_{one.link.effect}_0" for one in arrows(system)]
    assert signs == [one.mark for one in arrows(system)]


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


@pytest.mark.parametrize("name", ["claims", "links", "factors", "timeline", "problems"])
def test_duckdb_reads_each_table_back_from_parquet_with_its_types(name: str, tmp_path: Path) -> None:
    system = rents()
    (tmp_path / "t.parquet").write_bytes(table(system, "parquet", name))
    with closing(duckdb.connect()) as database:
        read = database.read_parquet(str(tmp_path / "t.parquet"))
        types = dict(zip(read.columns, map(str, read.types), strict=True))
        back = [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
    assert back == system.rows(name)
    if name == "claims":
        assert (types["start"], types["belief"]) == ("BIGINT", "DOUBLE")
        assert publish(system, "parquet") == table(system, "parquet", "claims")


def test_a_form_that_holds_no_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no form for one table; those are csv, parquet"):
        table(rents(), "dot", "links")
    (tmp_path / "m.json").write_bytes(publish(hostile(), "json"))
    words = ["export", str(tmp_path / "m.json"), "--to", "csv", "--table", "links"]
    assert CliRunner().invoke(armillary, words).stdout_bytes == table(hostile(), "csv", "links")


def test_dissent_is_told_with_counts_and_holders() -> None:
    system = rents()
    heaps = {
        key: [len(getattr(row, side)) for side in ("raises", "lowers", "unclear", "denied")]
        for key, row in system.links.items()
    }
    assert any(sum(map(bool, heap)) > 1 for heap in heaps.values())
    for _, _, data in graph_of(system).edges(data=True):
        assert [data[side] for side in ("raises", "lowers", "unclear", "denied")] == heaps[data["id"]]
        assert bool(data.get("lowers_by")) == bool(data["lowers"])
    for row in json.loads(publish(system, "kumu"))["connections"]:
        assert [row[side] for side in ("raises", "lowers", "unclear", "denied")] == heaps[
            row["armillary id"]
        ]
        assert len(row["raises by"]) <= row["raises"]
    gexf = nx.read_gexf(io.BytesIO(publish(system, "gexf")), version="1.3")
    for _, _, data in gexf.edges(data=True):
        assert [data[side] for side in ("raises", "lowers", "unclear", "denied")] == heaps[data["id"]]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot")
@pytest.mark.parametrize("make", [rents, hostile])
def test_a_parser_of_dot_reads_every_label_and_dissent(make: Callable[[], System]) -> None:
    graph = (pydot.graph_from_dot_data(publish(make(), "dot").decode()) or [])[0]
    labels = [_read(node.get("label")) for node in graph.get_nodes() if node.get_name().startswith("f")]
    assert labels == list(names(make()).values())
    marks = [_read(edge.get("label")) for edge in graph.get_edges()]
    assert [mark[0] for mark in marks] == [arrow.mark for arrow in arrows(make())]
    assert any(" (" in mark for mark in marks) == any(arrow.dissent for arrow in arrows(make()))


def _read(quoted: str) -> str:
    """A string of DOT as Graphviz draws it."""
    return re.sub(r"\\(.)", r"\1", quoted[1:-1])
