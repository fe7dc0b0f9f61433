"""docs/model-file.md tells of every field and every value of the schema, and of no other."""

import json
import re
from pathlib import Path

import pytest

from armillary import wire

TEXT = (Path(__file__).parents[2] / "docs" / "model-file.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.+?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))
SHAPES = json.loads(wire.schema())["$defs"]


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_each_shape_is_told_field_by_field(shape: str) -> None:
    first_cells = re.findall(r"^\| (`.+?) \|", SECTIONS.get(shape, ""), re.MULTILINE)
    told = [name for cell in first_cells for name in re.findall(r"`([\w ]+)`", cell)]
    assert sorted(told) == sorted(SHAPES[shape].get("properties") or SHAPES[shape]["enum"])


def test_no_shape_is_told_that_is_not_there() -> None:
    assert sorted(SECTIONS) == sorted(SHAPES)
