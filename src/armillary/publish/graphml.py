"""GraphML, which networkx, igraph, Gephi, yEd and visone read: factors with their measures, links, signs and words."""

from xml.etree import ElementTree as ET

from armillary.publish.arrows import SIDES, Arrow, arrows, names
from armillary.system import System

LOSES = (
    "actors, times, figures, quotations, loops and the text; line breaks in quoted words become spaces"
)
SPACE = "http://graphml.graphdrawing.org/xmlns"
_COLUMNS = (
    ("label", "node", "string"),
    ("role", "node", "string"),
    ("in_degree", "node", "int"),
    ("out_degree", "node", "int"),
    ("centrality", "node", "int"),
    ("sign", "edge", "string"),
    *((side, "edge", "int") for side in SIDES),
    *((f"{side}_by", "edge", "string") for side in SIDES),
    ("words", "edge", "string"),
    ("holders", "edge", "string"),
    ("places", "edge", "string"),
)


def graphml(system: System) -> bytes:
    """The map as a directed graph; its ids are those of the model. Places count code points."""
    root = ET.Element("graphml", xmlns=SPACE)
    for name, part, kind in _COLUMNS:
        ET.SubElement(root, "key", {"id": name, "for": part, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for key, name in names(system).items():
        node, degree = ET.SubElement(graph, "node", id=key), system.measures.degrees[key]
        _data(node, "label", name)
        _data(node, "role", degree.role.value)
        _data(node, "in_degree", str(degree.incoming))
        _data(node, "out_degree", str(degree.outgoing))
        _data(node, "centrality", str(degree.centrality))
    for arrow in arrows(system):
        ends = {"id": arrow.key, "source": arrow.link.cause, "target": arrow.link.effect}
        edge = ET.SubElement(graph, "edge", ends)
        _data(edge, "sign", arrow.link.sign.value)
        for side, holders in arrow.sides.items():
            _data(edge, side, str(len(getattr(arrow.link, side))))
            _data(edge, f"{side}_by", "; ".join(holders))
        _data(edge, "words", arrow.words)
        _data(edge, "holders", "; ".join(arrow.holders))
        _data(edge, "places", _places(system, arrow))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _data(of: ET.Element, key: str, text: str) -> None:
    ET.SubElement(of, "data", key=key).text = text


def _places(system: System, arrow: Arrow) -> str:
    """Where each claim stands, as `d1:12-40`."""
    at = (claim.at for _, claim in arrow.claims)
    return "; ".join(f"{system.documents.id_of(one.document)}:{one.start}-{one.end}" for one in at)
