"""The words of one paragraph of an OpenDocument text, as they are shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from armillary.read.archive import attribute, local

MOST_SPACES = 1000
"""One mark may stand for no more spaces: the number in it is anybody's."""

_SPACE = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset(
    "annotation annotation-end change change-start change-end bookmark bookmark-start bookmark-end hidden-text "
    "hidden-paragraph image object plugin desc title soft-page-break tracked-changes ruby-text".split()
)


@dataclass(slots=True)
class Words:
    """What a paragraph shows, the notes that it calls, and the text boxes tied to it."""

    shown: str = ""
    notes: list[ET.Element] = field(default_factory=list)
    boxes: list[ET.Element] = field(default_factory=list)


def words_of(paragraph: ET.Element) -> Words:
    """The words of a paragraph: runs of white space are one space, and none at its beginning."""
    found = Words()
    shown: list[str] = []
    ends_in_space = True
    for words, is_literal in _stretches(paragraph, found):
        kept = words if is_literal else _SPACE.sub(" ", words)
        if not is_literal and ends_in_space and kept.startswith(" "):
            kept = kept[1:]
        if kept:
            shown.append(kept)
            ends_in_space = kept[-1] == " " and not is_literal
    found.shown = "".join(shown)
    return found


def _stretches(element: ET.Element, found: Words) -> Iterator[tuple[str, bool]]:
    """The words in order, each with whether its white space is meant as it is."""
    yield element.text or "", False
    for child in element:
        name = local(child)
        if name == "s":
            count = attribute(child, "c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, MOST_SPACES), True
        elif name == "tab":
            yield "\t", True
        elif name == "line-break":
            yield "\n", True
        elif name == "note":
            found.notes += [part for part in child if local(part) == "note-body"]
        elif name == "text-box":
            found.boxes.append(child)
        elif name not in _SKIPPED:
            yield from _stretches(child, found)
        yield child.tail or "", False
