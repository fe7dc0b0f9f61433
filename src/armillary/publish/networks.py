"""A network of actors as CSV and as GraphML, for visone, Gephi, igraph and networkx."""

import csv as codec
import io
from xml.etree import ElementTree as ET

from armillary.network import Kind, Network, Tie
from armillary.publish.arrows import line
from armillary.publish.graphml import SPACE
from armillary.publish.tables import safe

_COLUMNS = (
    ("label", "node", "string"),
    ("of", "node", "string"),
    ("positions", "node", "int"),
    ("weight", "edge", "double"),
    ("matters", "edge", "string"),
    ("words", "edge", "string"),
)
_HEAD = ("one", "other", "weight", "matters", "words", "places")


def csv(network: Network) -> bytes:
    """A row for each tie: its two ends by their labels, its weight, and the words that it rests on."""
    labels = {node.key: node.label for node in network.nodes}
    file = io.StringIO(newline="")
    writer = codec.writer(file, lineterminator="\n")
    writer.writerow(_HEAD)
    for tie in network.ties:
        cells = (labels[tie.one], labels[tie.other], tie.weight, "; ".join(tie.matters))
        writer.writerow([safe(cell) for cell in (*cells, _words(tie), _places(tie))])
    return file.getvalue().encode()


def graphml(network: Network) -> bytes:
    """Between actors an undirected graph, from actors to matters a directed one. Actors alone are kept."""
    root = ET.Element("graphml", xmlns=SPACE)
    for name, part, kind in _COLUMNS:
        ET.SubElement(root, "key", {"id": name, "for": part, "attr.name": name, "attr.type": kind})
    directed = "directed" if network.kind is Kind.AFFILIATION else "undirected"
    graph = ET.SubElement(root, "graph", id=network.kind.value, edgedefault=directed)
    number = {node.key: f"n{place}" for place, node in enumerate(network.nodes, 1)}
    for node in network.nodes:
        row = ET.SubElement(graph, "node", id=number[node.key])
        _data(row, label=line(node.label), of=node.of, positions=str(node.positions))
    for tie in network.ties:
        row = ET.SubElement(graph, "edge", source=number[tie.one], target=number[tie.other])
        matters = line("; ".join(tie.matters))
        _data(row, weight=f"{tie.weight:g}", matters=matters, words=_words(tie))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _data(parent: ET.Element, /, **cells: str) -> None:
    for key, text in cells.items():
        ET.SubElement(parent, "data", key=key).text = text


def _words(tie: Tie) -> str:
    return " | ".join(line(at.words) for at in tie.at)


def _places(tie: Tie) -> str:
    """Where the words stand, as `essay.txt:12-40`."""
    return "; ".join(f"{at.document.name}:{at.start}-{at.end}" for at in tie.at)
