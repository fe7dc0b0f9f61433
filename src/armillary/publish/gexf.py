"""GEXF 1.3, the format of Gephi: factors, links, signs, weights, words and those who say them."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from armillary.publish.arrows import SIDES, arrows, names
from armillary.system import System

LOSES = (
    "actors, times, figures, quotations, loops and the text; line breaks in quoted words become spaces"
)
SPACE = "http://gexf.net/1.3"
_MEASURES = (
    ("role", "string"),
    ("in-degree", "integer"),
    ("out-degree", "integer"),
    ("centrality", "integer"),
)
_COLUMNS = (
    ("sign", "string"),
    ("claims", "integer"),
    ("words", "string"),
    ("holders", "string"),
    *((side, "integer") for side in SIDES),
    *((f"{side} by", "string") for side in SIDES),
)


def gexf(system: System) -> bytes:
    """The map as a directed graph; its ids are those of the model. An edge weighs as many as its claims."""
    root = ET.Element("gexf", xmlns=SPACE, version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    for of, named in (("node", _MEASURES), ("edge", _COLUMNS)):
        columns = ET.SubElement(graph, "attributes", {"class": of})
        for number, (title, kind) in enumerate(named):
            ET.SubElement(columns, "attribute", id=str(number), title=title, type=kind)
    nodes = ET.SubElement(graph, "nodes")
    for key, name in names(system).items():
        degree = system.measures.degrees[key]
        told = (degree.role.value, degree.incoming, degree.outgoing, degree.centrality)
        _values(ET.SubElement(nodes, "node", id=key, label=name), map(str, told))
    edges = ET.SubElement(graph, "edges")
    for arrow in arrows(system):
        ends = {"id": arrow.key, "source": arrow.link.cause, "target": arrow.link.effect}
        edge = ET.SubElement(
            edges, "edge", ends | {"label": arrow.mark, "weight": str(len(arrow.claims))}
        )
        cells = (
            arrow.link.sign.value,
            str(len(arrow.claims)),
            arrow.words,
            "; ".join(arrow.holders),
            *(str(len(getattr(arrow.link, side))) for side in SIDES),
            *("; ".join(arrow.sides[side]) for side in SIDES),
        )
        _values(edge, cells)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _values(of: ET.Element, cells: Iterable[str]) -> None:
    values = ET.SubElement(of, "attvalues")
    for number, cell in enumerate(cells):
        ET.SubElement(values, "attvalue", {"for": str(number), "value": cell})
