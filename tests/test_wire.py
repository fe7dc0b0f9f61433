"""The model file: what is written comes back, and what is damaged says where."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build, wire
from armillary.errors import ModelFileError
from armillary.read import Bytes
from armillary.system import System

PIECES = (
    "The cap reduced the supply of flats.", "This raised rents.", "Rents rose because flats were scarce.", "“It works,” said Mara Fenn.",
    "On 28 July 1914 Austria declared war.", "About 29.6%, nearly a third, agreed.", "Fear led to mobilisation, and mobilisation caused fear.",
    "NATO (North Atlantic Treaty Organization) met.", "\n\n", "# A Heading\n\n", "🌍 שלום ﬁn e\u0301.", "\r\n", "It did not cause war.",
)  # fmt: skip


def model_of(text: str) -> System:
    return build(Bytes("essay.md", text.encode()))


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda t: any(map(str.isalpha, t)))
)
def test_what_is_written_comes_back(text: str) -> None:
    system = model_of(text)
    written = wire.dump(system)
    assert wire.parse(written) == system
    assert wire.dump(wire.parse(written)) == written


def test_equal_texts_give_equal_bytes() -> None:
    text = " ".join(PIECES)
    assert wire.dump(model_of(text)) == wire.dump(model_of(text))


def test_a_model_fits_the_schema_that_is_published() -> None:
    schema = json.loads(wire.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(wire.dump(model_of(" ".join(PIECES)))), schema)


def test_every_place_holds_its_words() -> None:
    model = json.loads(wire.dump(model_of(" ".join(PIECES))))
    texts = {document["id"]: document["text"] for document in model["documents"]}

    def walk(row: Any, home: str) -> int:
        if isinstance(row, list):
            return sum(walk(part, home) for part in row)
        if not isinstance(row, dict):
            return 0
        home = row.get("document", home)
        counted = sum(walk(part, home) for part in row.values())
        if {"start", "end", "words"} <= row.keys():
            assert texts[home][row["start"] : row["end"]] == row["words"]
            counted += 1
        return counted

    assert walk({key: rows for key, rows in model.items() if key != "documents"}, "d1") > 20


def damaged(change: Any) -> bytes:
    model = json.loads(wire.dump(model_of(" ".join(PIECES))))
    change(model)
    return json.dumps(model).encode()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda m: m["claims"][1].update(sign="lower"), "$.claims[1].sign"),
        (lambda m: m["claims"][0].update(words="other words"), "$.claims[0]"),
        (lambda m: m["claims"][0]["cause"].update(start=1), "$.claims[0].cause"),
        (lambda m: m["claims"][0].update(document="d9"), "$.claims[0].document"),
        (lambda m: m["links"][0].update(cause="f99"), "$.links[0].cause"),
        (lambda m: m["links"][0].update(claims=["c99"]), "$.links[0].claims[0]"),
        (lambda m: m["factors"][1].update(id="f1"), "$.factors[1].id"),
        (lambda m: m["claims"][0].update(holder="a1"), "$.claims[0].holder_at"),
        (lambda m: m.update(format="armillary/2"), "$.format"),
        (lambda m: m.update(format="kumu"), "$.format"),
        (lambda m: m.pop("format"), "$"),
    ],
)
def test_a_fault_is_named_by_its_path(change: Any, path: str) -> None:
    with pytest.raises(ModelFileError) as caught:
        wire.parse(damaged(change))
    assert caught.value.path == path
    assert f"(at {path})" in str(caught.value)


def test_a_model_that_was_cut_off_says_so() -> None:
    with pytest.raises(ModelFileError, match="cut off"):
        wire.parse(wire.dump(model_of("Fear caused war."))[:-40])


def test_a_newer_model_asks_for_a_newer_armillary() -> None:
    with pytest.raises(ModelFileError, match="install a newer one"):
        wire.parse(damaged(lambda m: m.update(format="armillary/2")))


def test_unknown_fields_are_for_later_versions(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(damaged(lambda m: m["claims"][0].update(weight=3)))
    assert len(wire.load(path).claims) > 3
