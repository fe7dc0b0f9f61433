"""What a paragraph is by its style in Word: the style's name, those that it is based on, its outline level."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from armillary.read.archive import attribute, local
from armillary.text import BlockKind

TITLE = 0
"""The level of the title of the whole, which is no section."""

LEAST_INDENT = 500
"""A paragraph set in by more, in twentieths of a point, is a block quotation. Half an inch is 720."""

_DEEPEST = 20  # styles that are based on each other in a ring
_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc (\d|heading)")
_NAMED: Mapping[str, tuple[BlockKind, int]] = {
    "title": (BlockKind.HEADING, TITLE),
    "subtitle": (BlockKind.HEADING, TITLE),
    "quote": (BlockKind.QUOTE, 0),
    "intense quote": (BlockKind.QUOTE, 0),
    "block text": (BlockKind.QUOTE, 0),
    "block quote": (BlockKind.QUOTE, 0),
    "block quotation": (BlockKind.QUOTE, 0),
    "quotations": (BlockKind.QUOTE, 0),
    "caption": (BlockKind.CAPTION, 0),
    "footnote text": (BlockKind.FOOTNOTE, 0),
    "footnote": (BlockKind.FOOTNOTE, 0),
    "endnote text": (BlockKind.FOOTNOTE, 0),
    "endnote": (BlockKind.FOOTNOTE, 0),
    "bibliography": (BlockKind.REFERENCE, 0),
    "table of figures": (BlockKind.REFERENCE, 0),
    "html preformatted": (BlockKind.CODE, 0),
    "preformatted text": (BlockKind.CODE, 0),
    "source code": (BlockKind.CODE, 0),
    "macro": (BlockKind.CODE, 0),
}


class Look(NamedTuple):
    """What a style, or a paragraph itself, says: a kind with its level, a list, an indent, bold."""

    kind: BlockKind | None = None
    level: int = 0
    is_listed: bool = False
    indent: int = 0
    is_bold: bool = False


def named(name: str) -> Look:
    """What the name of a style says, in Word and in what writes its files."""
    low = name.lower().replace("_20_", " ").strip()
    heading, contents = _HEADING.fullmatch(low), _CONTENTS.match(low)
    if heading:
        return Look(BlockKind.HEADING, int(heading[1]))
    if contents:
        return Look(BlockKind.CONTENTS, int(contents[1]) if contents[1].isdigit() else 1)
    if low in _NAMED:
        kind, level = _NAMED[low]
        return Look(kind, level)
    return Look(is_listed=low.startswith(("list bullet", "list number", "list continue")))


def styles_of(root: ET.Element) -> dict[str, Look]:
    """For each style of `word/styles.xml`, by its id, what it makes of a paragraph."""
    found = {attribute(style, "styleId"): style for style in root if local(style) == "style"}
    return {name: _inherited(name, found) for name in found}


def _inherited(name: str, found: Mapping[str, ET.Element]) -> Look:
    """A style says what it says itself; about the rest, what it is based on says."""
    look = Look()
    for _ in range(_DEEPEST):
        style = found.get(name)
        if style is None:
            break
        look = _over(look, _own(style))
        name = next((attribute(child, "val") for child in style if local(child) == "basedOn"), "")
    return look


def _own(style: ET.Element) -> Look:
    names = [attribute(child, "val") for child in style if local(child) == "name"]
    look = named(names[0]) if names else Look()
    for child in style:
        if local(child) == "pPr":
            look = _over(look, of_properties(child))
        elif local(child) == "rPr":
            look = look._replace(is_bold=is_on(child, "b"))
    return look


def _over(one: Look, other: Look) -> Look:
    """The first, and of the second what the first does not say."""
    kind, level = (one.kind, one.level) if one.kind else (other.kind, other.level)
    listed, bold = one.is_listed or other.is_listed, one.is_bold or other.is_bold
    return Look(kind, level, listed, one.indent or other.indent, bold)


def of_properties(properties: ET.Element) -> Look:
    """What the properties of a paragraph say by themselves."""
    look = Look()
    for child in properties:
        value = attribute(child, "val")
        if local(child) == "outlineLvl" and value.isdigit() and int(value) < 9:  # noqa: PLR2004  9 is body text
            look = look._replace(kind=BlockKind.HEADING, level=int(value) + 1)
        elif local(child) == "numPr":
            numbered = {local(part): attribute(part, "val") for part in child}
            depth = numbered.get("ilvl", "0")
            level = int(depth) + 1 if depth.isdigit() and look.kind is None else look.level
            look = look._replace(is_listed=numbered.get("numId") != "0", level=level)
        elif local(child) == "ind":
            look = look._replace(indent=_indent(child))
    return look


def _indent(element: ET.Element) -> int:
    """How far all lines are set in; a hanging first line is the mark of a bibliography."""
    left = attribute(element, "left") or attribute(element, "start")
    hanging = attribute(element, "hanging")
    return int(left) if left.isdigit() and not (hanging.isdigit() and int(hanging)) else 0


def is_on(properties: ET.Element, name: str) -> bool:
    """Whether a property that is on or off is on."""
    found = next((child for child in properties if local(child) == name), None)
    return found is not None and attribute(found, "val", "1") not in {"0", "false", "off", "none"}
