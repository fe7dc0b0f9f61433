"""`.qdpx`, the exchange format of REFI-QDA, which MAXQDA, NVivo, ATLAS.ti, QualCoder and others read.

Sources are the texts, with plain line ends; places count code points. The codebook has a code for each factor,
actor, sign and modality; a claim is a coded selection, and a link joins the codes of two factors by an
arrow that is named with its sign.
"""

import io
import uuid
import zipfile
from xml.etree import ElementTree as ET

from armillary.publish.arrows import MARKS, line
from armillary.publish.bundle import put
from armillary.publish.offsets import Retold, retold
from armillary.publish.qdpx.codes import Codebook
from armillary.system import System
from armillary.text import Passage

LOSES = "times, figures, loops, and what a claim's cue is; many tools read no links"
SPACE = "urn:QDA-XML:project:1.0"
FOLDER = "sources"
_SPACE_OF_IDS = uuid.UUID("9f1c1a0e-7d0b-5a8e-9a37-6e0f5c0b1914")


def qdpx(system: System) -> bytes:
    """The project as a zip. Every id follows from the texts and the model, so that two runs agree."""
    made = _Project(system)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        content = ET.tostring(made.written(), encoding="utf-8", xml_declaration=True)
        put(archive, "project.qde", bytes(content) + b"\n")
        for key, told in made.texts.items():
            put(archive, f"{FOLDER}/{made.guid(key)}.txt", told.text.encode())
    return file.getvalue()


class _Project:
    """One project on its way: its texts, and ids that follow from them."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.texts: dict[str, Retold] = {key: retold(one.text) for key, one in system.documents.items()}
        self.seed = " ".join(one.sha256 for one in system.documents)
        self.user = self.guid("user")
        self.codes = Codebook(system, self.guid)

    def guid(self, name: str) -> str:
        """An id as REFI-QDA wants it, the same for the same name in the same project."""
        return str(uuid.uuid5(_SPACE_OF_IDS, f"{self.seed} {name}")).upper()

    def written(self) -> ET.Element:
        """The project as XML, in the order that the schema sets."""
        title = "; ".join(one.title for one in self.system.documents) or "Armillary"
        root = ET.Element(
            "Project",
            {"xmlns": SPACE, "name": line(title), "origin": "Armillary", "creatingUserGUID": self.user},
        )
        ET.SubElement(ET.SubElement(root, "Users"), "User", guid=self.user, name="Armillary")
        self.codes.write(root)
        if self.texts:
            sources = ET.SubElement(root, "Sources")
            for key, document in self.system.documents.items():
                path = f"internal://{self.guid(key)}.txt"
                kept = {"guid": self.guid(key), "name": line(document.name), "plainTextPath": path}
                source = ET.SubElement(sources, "TextSource", kept | {"creatingUser": self.user})
                for name, at, codes in self.codes.selections(key):
                    self._selection(source, name, at, codes)
        self._links(root)
        return root

    def _selection(self, source: ET.Element, name: str, at: Passage, codes: list[str]) -> None:
        told = self.texts[self.system.documents.id_of(at.document)]
        place = {"startPosition": str(told.points(at.start)), "endPosition": str(told.points(at.end))}
        named = {"guid": self.guid(f"selection {name}"), "name": name, "creatingUser": self.user}
        selection = ET.SubElement(source, "PlainTextSelection", named | place)
        for code in codes:
            coded = {"guid": self.guid(f"coding {name} {code}"), "creatingUser": self.user}
            ET.SubElement(ET.SubElement(selection, "Coding", coded), "CodeRef", targetGUID=code)

    def _links(self, root: ET.Element) -> None:
        if not self.system.links:
            return
        links = ET.SubElement(root, "Links")
        for key, link in self.system.links.items():
            ends = {"originGUID": self.guid(link.cause), "targetGUID": self.guid(link.effect)}
            told = {"guid": self.guid(key), "name": MARKS[link.sign.value], "direction": "OneWay"}
            ET.SubElement(links, "Link", told | ends)
