"""Forms that other programs run or draw: read back by those programs."""

import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import simlin

from armillary.publish import publish
from armillary.publish.arrows import names as named
from armillary.publish.xmile import SPACE
from armillary.publish.xmile.identifiers import LONGEST, identifiers, plain
from armillary.system import System
from armillary.weights import arrows, mean
from samples.hostile import hostile
from samples.rents import rents
from samples.sketch import Sketch, system_of

STEPS = 50


def weights_of(system: System) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    matrix = np.zeros((len(system.factors), len(system.factors)))
    for arrow in arrows(system, system.claims.ids):
        matrix[arrow.cause, arrow.effect] = mean(arrow)
    return matrix


def stepped(system: System) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Kosko's rule by hand: every state of every step."""
    matrix, state = weights_of(system), np.full(len(system.factors), 0.5)
    states = [state]
    for _ in range(STEPS):
        state = 1 / (1 + np.exp(-(matrix.T @ state)))
        states.append(state)
    return np.array(states)


def told(name: str) -> str:
    """A variable as engines write it."""
    return name.replace(" ", "_").casefold()


@pytest.fixture(scope="module")
def run_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("xmile") / "rents.xmile"
    file.write_bytes(publish(rents(), "xmile"))
    return file


def test_simlin_reproduces_our_run_in_every_step(run_file: Path) -> None:
    results = simlin.load(run_file).run().results
    columns = [told(name) for name in identifiers(rents()).values()]
    found = np.array(
        [[float(results[column].iloc[step]) for column in columns] for step in range(STEPS + 1)]
    )
    assert np.abs(found - stepped(rents())).max() < 1e-9


@pytest.mark.filterwarnings("ignore")  # PySD's own
def test_pysd_reproduces_our_run_in_every_step(run_file: Path) -> None:
    import pysd  # noqa: PLC0415  what it loads warns at once

    results = pysd.read_xmile(str(run_file)).run()
    found = results[list(identifiers(rents()).values())].to_numpy(dtype=float)
    assert np.abs(found - stepped(rents())).max() < 1e-9


@pytest.mark.parametrize(("push", "level"), [(1, 1.0), (-1, 0.0)])
def test_a_push_holds_a_factor_in_another_engine(run_file: Path, push: int, level: float) -> None:
    name = next(iter(identifiers(rents()).values()))
    results = simlin.load(run_file).run(overrides={told(f"push on {name}"): push}).results
    assert float(results[told(name)].iloc[-1]) == level


@pytest.mark.parametrize("form", ["xmile", "stmx"])
def test_any_label_gives_a_file_that_loads(form: str, tmp_path: Path) -> None:
    text = "Time ended 1st Übermut. 1ST übermut raised time."
    sketch = Sketch(text)
    sketch.claim(
        "Time ended 1st Übermut", ("Time", "Time"), "-", ("1st Übermut", "1st Übermut"), "ended"
    )
    sketch.claim(
        "1ST übermut raised time", ("1ST übermut", "1ST übermut!"), "+", ("time", "TIME"), "raised"
    )
    for number, system in enumerate((hostile(), system_of(sketch))):
        file = tmp_path / f"{number}.{form}"
        file.write_bytes(publish(system, form))
        model = simlin.load(file)
        assert {told(name) for name in identifiers(system).values()} <= set(model.get_var_names())


def test_the_diagram_keeps_the_links_and_every_variable_leads_back_to_its_words(tmp_path: Path) -> None:
    system = rents()
    (tmp_path / "rents.stmx").write_bytes(publish(system, "stmx"))
    model = simlin.load(tmp_path / "rents.stmx")
    names = identifiers(system)
    drawn = {
        (connector.findtext("{*}from"), connector.findtext("{*}to"), connector.get("polarity"))
        for connector in ET.parse(tmp_path / "rents.stmx").iter(f"{{{SPACE}}}connector")
    }
    marks = {"raises": "+", "lowers": "-", "unclear": "?"}
    assert drawn == {
        (names[one.cause].replace(" ", "_"), names[one.effect].replace(" ", "_"), marks[one.sign.value])
        for one in system.links
    }
    documented = {
        told(one.name): one.documentation or "" for one in model.variables if isinstance(one, simlin.Aux)
    }
    for key, name in names.items():
        documentation = documented[told(name)]
        assert documentation.startswith(f"{key}: ")
        for link in system.links:
            if link.effect == key:
                assert all(
                    " ".join(system.claims[one].at.words.split()) in documentation for one in link.claims
                )


def test_simlin_reads_sd_json_with_its_signs(tmp_path: Path) -> None:
    system = rents()
    (tmp_path / "rents.json").write_bytes(publish(system, "sdjson"))
    model = simlin.load(tmp_path / "rents.json")
    assert {told(label) for label in named(system).values()} == set(model.get_var_names())
    relationships = json.loads(publish(system, "sdjson"))["relationships"]
    marks = {"raises": "+", "lowers": "-", "unclear": "?"}
    assert [row["polarity"] for row in relationships] == [
        marks[link.sign.value] for link in system.links
    ]
    places = [place for row in relationships for place in row["armillary"]["claims"]]
    text = system.documents[0].text
    assert all(text[place["start"] : place["end"]] == place["words"] for place in places)


def test_networkx_reads_gexf() -> None:
    graph = nx.read_gexf(io.BytesIO(publish(hostile(), "gexf")), version="1.3")
    assert {data["sign"] for _, _, data in graph.edges(data=True)} == {"raises", "lowers"}
    assert all("f" in node for node in graph.nodes)


def test_pandas_reads_the_matrix_of_weights() -> None:
    frame = pd.read_csv(io.BytesIO(publish(rents(), "matrix")), index_col=0)
    assert list(frame.index) == list(frame.columns)
    assert np.abs(frame.to_numpy() - weights_of(rents())).max() < 1e-6


def test_identifiers_are_free_of_what_engines_read_as_their_own() -> None:
    assert plain("Time") == "factor Time"
    assert plain("3 banks") == "factor 3 banks"
    assert plain("—") == "factor"
    assert len(plain("long " * 200)) <= LONGEST
