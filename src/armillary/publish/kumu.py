"""Kumu's JSON blueprint: elements and connections, with signs, words and holders as fields."""

import json

from armillary.publish.arrows import SIDES, arrows, names
from armillary.system import System

LOSES = (
    "actors, times, figures, quotations, loops and the text; line breaks in quoted words become spaces"
)


def kumu(system: System) -> bytes:
    """The map for the import of Kumu. Elements are told apart by label, so equal labels get their id."""
    label = names(system)
    connections = [
        {
            "from": label[arrow.link.cause],
            "to": label[arrow.link.effect],
            "direction": "directed",
            "type": arrow.link.sign.value,
            "description": arrow.words,
            "holders": list(arrow.holders),
            "dissent": "yes" if arrow.dissent else "no",
            **{side: len(getattr(arrow.link, side)) for side in SIDES},
            **{f"{side} by": list(arrow.sides[side]) for side in SIDES},
            "armillary id": arrow.key,
        }
        for arrow in arrows(system)
    ]
    elements = [{"label": name, "armillary id": key} for key, name in label.items()]
    blueprint = {"elements": elements, "connections": connections}
    return json.dumps(blueprint, ensure_ascii=False, indent=1).encode() + b"\n"
