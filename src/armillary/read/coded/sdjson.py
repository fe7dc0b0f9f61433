"""SD-JSON, the format of sd-ai: the relationships of a model, with its reasoning as their words."""

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from armillary.errors import SourceError
from armillary.read.coded.coding import Coding, Linked, sign_of
from armillary.read.source import Bytes
from armillary.text import Document


def read(source: Bytes, texts: Sequence[Document]) -> list[Coding]:
    """The relationships as claims. A model may stand in the answer of a server (`{"model": …}`)."""
    del texts
    try:
        root = json.loads(source.content)
    except (ValueError, RecursionError) as error:
        message = f"{source.name} is no JSON that can be read: {error}"
        raise SourceError(message) from error
    model = root.get("model", root) if isinstance(root, dict) else None
    rows = model.get("relationships") if isinstance(model, dict) else None
    if not isinstance(rows, list):
        message = f"{source.name} is no SD-JSON: it has no list of relationships"
        raise SourceError(message)
    coding = Coding(source.name, PurePath(source.name).stem, "", "sd-json")
    for row in rows:
        if isinstance(row, dict) and _text(row, "from") and _text(row, "to"):
            sign = sign_of(_text(row, "polarity"))
            words = _text(row, "reasoning")
            coding.links.append(Linked(_text(row, "from"), _text(row, "to"), sign, words=words))
    return [coding]


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""
