"""The codebook of a project, and which words carry which codes."""

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from armillary.findings import Sign, Stance
from armillary.publish.arrows import line, names
from armillary.reading import Modality
from armillary.system import System
from armillary.text import Passage

Selection = tuple[str, Passage, list[str]]
"""The name of a selection, its words, and the ids of its codes."""


class Codebook:
    """Codes in five heaps. `guid` gives an id for a name."""

    def __init__(self, system: System, guid: Callable[[str], str]) -> None:
        self.system = system
        self.guid = guid
        self.heaps: dict[str, dict[str, str]] = {
            "factors": names(system),
            "actors": {key: line(actor.name) for key, actor in system.actors.items()},
            "claims": {sign.value: f"claim: {sign.value}" for sign in Sign},
            "modality": {modality.value: modality.value for modality in Modality},
            "positions": {stance.value: stance.value for stance in Stance},
        }

    def write(self, root: ET.Element) -> None:
        """The codebook as XML. The heaps themselves are codes that code nothing."""
        codes = ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes")
        for heap, members in self.heaps.items():
            if not members:
                continue
            above = {"guid": self.guid(f"heap {heap}"), "name": heap, "isCodable": "false"}
            parent = ET.SubElement(codes, "Code", above)
            for key, name in members.items():
                ET.SubElement(parent, "Code", guid=self.guid(key), name=name, isCodable="true")

    def selections(self, document: str) -> Iterator[Selection]:
        """What is coded in a document: claims, positions, and the places of factors and actors."""
        system, text = self.system, self.system.documents[document]
        for key, claim in system.claims.items():
            if claim.at.document is text:
                yield key, claim.at, [self.guid(claim.sign.value), self.guid(claim.modality.value)]
        for key, position in system.positions.items():
            if position.at.document is text:
                yield key, position.at, [self.guid(position.stance.value)]
        for kind, rows in (("alias", system.factors.items()), ("mention", system.actors.items())):
            for key, row in rows:
                places = getattr(row, "aliases" if kind == "alias" else "mentions")
                for number, place in enumerate(places, 1):
                    if place.document is text:
                        yield f"{key} {kind} {number}", place, [self.guid(key)]
