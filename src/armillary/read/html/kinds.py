"""What a chunk of a page is, by the elements that it stands in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from armillary.read.dress import LONGEST, kind_of
from armillary.read.html.flow import Chunk, Element, Flow
from armillary.text import BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOTES = re.compile(
    r"(?:^|[-_ ])(?:footnotes?|endnotes?|fn|doc-footnote|doc-endnotes?|rearnotes?)(?:$|[-_: \d])",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"(?:^|[-_ ])(?:bibliography|references|reflist|works-?cited|doc-bibliography)(?:$|[-_: \d])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:^|[-_ ])(?:toc|table-of-contents|doc-toc)(?:$|[-_: \d])", re.IGNORECASE)
_LISTS = frozenset({"ul", "ol", "dl", "menu"})


class Kind(NamedTuple):
    """A kind of block, its level, and the table that it is a cell of, -1 where it is none."""

    kind: BlockKind
    level: int = 0
    table: int = -1


def kind_at(flow: Flow, chunk: Chunk) -> Kind:
    """What a chunk is. The elements around it speak first, then what they are called, then its own words."""
    around = [(at, flow.elements[at]) for at in flow.ancestors(chunk.element)]
    names = {element.name for _, element in around}
    depth = max(sum(element.name in _LISTS for _, element in around), 1)
    called = " ".join(_called(element) for _, element in around if element.name not in {"html", "body"})
    return (
        _by_itself(names)
        or _by_calling(called, depth, links=chunk.is_link)
        or _by_place(around, names, depth)
        or Kind(
            BlockKind.REFERENCE if chunk.is_link else _by_words(chunk)
        )  # a link alone points to another text
    )


def _by_itself(names: set[str]) -> Kind | None:
    """A heading, code or a caption."""
    heading = next((_HEADINGS[name] for name in names if name in _HEADINGS), 0)
    if heading:
        return Kind(BlockKind.HEADING, heading)
    if "pre" in names:
        return Kind(BlockKind.CODE)
    return Kind(BlockKind.CAPTION) if names & {"figcaption", "caption"} else None


def _by_calling(called: str, depth: int, *, links: bool) -> Kind | None:
    """What a class, an id or a role says that it is: the contents, the notes, the works cited."""
    if links and _CONTENTS.search(called):
        return Kind(BlockKind.CONTENTS, depth)
    if _NOTES.search(called):
        return Kind(BlockKind.FOOTNOTE)
    return Kind(BlockKind.REFERENCE) if _WORKS.search(called) else None


def _by_place(around: Sequence[tuple[int, Element]], names: set[str], depth: int) -> Kind | None:
    """A paragraph of a quotation, a cell of a table, an item of a list."""
    if "blockquote" in names:
        return Kind(BlockKind.QUOTE)
    table = next((at for at, element in reversed(around) if element.name == "table"), -1)
    if table >= 0 and names & {"td", "th"}:
        return Kind(BlockKind.TABLE, 0, table)
    return Kind(BlockKind.LIST_ITEM, depth) if names & {"li", "dt", "dd"} else None


def _called(element: Element) -> str:
    return " ".join(element.attributes.get(name, "") for name in ("class", "id", "role", "epub:type"))


def _by_words(chunk: Chunk) -> BlockKind:
    return kind_of("".join(words.words for words in chunk.words[: LONGEST + 1]))
