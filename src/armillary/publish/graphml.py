"""GraphML, which networkx, igraph, Gephi, yEd and visone read: factors, links, signs and words."""

from xml.etree import ElementTree as ET

from armillary.publish.arrows import Arrow, arrows, names
from armillary.system import System

LOSES = (
    "actors, times, figures, quotations, loops and the text; line breaks in quoted words become spaces"
)
SPACE = "http://graphml.graphdrawing.org/xmlns"
_COLUMNS = {"label": "node", "sign": "edge", "words": "edge", "holders": "edge", "places": "edge"}


def graphml(system: System) -> bytes:
    """The map as a directed graph; its ids are those of the model. Places count code points."""
    root = ET.Element("graphml", xmlns=SPACE)
    for name, part in _COLUMNS.items():
        ET.SubElement(root, "key", {"id": name, "for": part, "attr.name": name, "attr.type": "string"})
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for key, name in names(system).items():
        _data(ET.SubElement(graph, "node", id=key), "label", name)
    for arrow in arrows(system):
        ends = {"id": arrow.key, "source": arrow.link.cause, "target": arrow.link.effect}
        edge = ET.SubElement(graph, "edge", ends)
        _data(edge, "sign", arrow.link.sign.value)
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
