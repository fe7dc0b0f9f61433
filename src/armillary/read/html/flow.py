"""The page as a row of chunks: what a browser sets as one paragraph, one cell or one heading.

Each chunk knows the elements around it, so that the main text can be told from what surrounds it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from armillary.read.canvas import raised
from armillary.read.html.tokens import RAW, Tag, Token, Words

DEEPEST = 256
"""Elements further down are read as if they were not there; browsers stop at 512."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup "
    "option p pre section select summary table tbody td tfoot th thead title tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset(
    "script style noscript template svg math iframe object audio video canvas select button textarea datalist "
    "head noembed noframes map".split()
)
_CLOSES = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"tr", "td", "th"},
    "tbody": {"thead", "tbody", "tr", "td", "th"},
    "option": {"option"},
}
_SCOPES = frozenset("ul ol dl table blockquote section article div td th body html".split())
_MOSTLY = 0.8
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LAST_SPACE = re.compile(r"(?<![ \t\n\r\f])[ \t\n\r\f]+$")
_WIDE_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Element(NamedTuple):
    """An element that is or was open. `parent` is its place in the list of all, -1 for the outermost."""

    name: str
    attributes: dict[str, str]
    parent: int


@dataclass(slots=True)
class Chunk:
    """Words that one block of the page shows, with their places in the source."""

    element: int
    words: list[Words] = field(default_factory=list)
    linked: int = 0
    local: bool = True  # all its links lead to places on the same page

    @property
    def length(self) -> int:
        """How many characters."""
        return sum(len(words.words) for words in self.words)

    @property
    def is_link(self) -> bool:
        """Whether it is a link and little else."""
        return 0 < self.linked >= _MOSTLY * self.length

    @property
    def leads_on(self) -> bool:
        """Whether it is a link to a place on the same page and little else."""
        return self.local and self.is_link


class Flow:
    """Reads the tokens once and gathers elements and chunks."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.chunks: list[Chunk] = []
        self._stack: list[int] = []
        self._open: Counter[str] = Counter()
        self._chunk: Chunk | None = None
        self._gap: Words | None = None
        self._silent = 0  # how deep in elements that show no words
        self._note = 0  # how deep in a mark that points to a note

    def read(self, tokens: Iterable[Token], *, is_xml: bool = False) -> "Flow":
        """Take all tokens. In XML `<p/>` is a whole element; in HTML it is a start tag."""
        for token in tokens:
            if isinstance(token, Words):
                self._write(token)
            elif token.is_end:
                self._end(token)
            else:
                self._start(token, is_empty=token.name in VOID or (is_xml and token.is_empty))
        self._break()
        return self

    def ancestors(self, element: int) -> Iterator[int]:
        """An element and all that it stands in, from the inside."""
        while element >= 0:
            yield element
            element = self.elements[element].parent

    def _start(self, tag: Tag, *, is_empty: bool) -> None:
        if tag.name in BLOCKS:
            self._close_implied(tag.name)
            self._break()
        if tag.name == "br":
            self._line_end(tag)
        if is_empty or len(self._stack) >= DEEPEST:
            return
        parent = self._stack[-1] if self._stack else -1
        self._stack.append(len(self.elements))
        self.elements.append(Element(tag.name, tag.attributes, parent))
        self._open[tag.name] += 1
        self._silent += _is_silent(tag.name, tag.attributes)
        self._note += _is_note_mark(self.elements, self._stack[-1])
        if tag.name == "q":
            self._add(Words("“", tag.start, tag.end, is_same=False))

    def _end(self, tag: Tag) -> None:
        if not self._open[tag.name]:
            return
        if tag.name == "q":
            self._add(Words("”", tag.start, tag.end, is_same=False))
        if tag.name in BLOCKS:
            self._break()
        while self._pop() != tag.name:
            pass

    def _pop(self) -> str:
        element = self._stack.pop()
        name, attributes, _ = self.elements[element]
        self._open[name] -= 1
        self._silent -= _is_silent(name, attributes)
        self._note -= _is_note_mark(self.elements, element)
        return name

    def _close_implied(self, name: str) -> None:
        """`<li>` ends the item before it, and any block ends a paragraph."""
        ended = _CLOSES.get(name, {"p"} if self._open["p"] else set())
        for element in reversed(self._stack):
            inside = self.elements[element].name
            if inside in ended:
                self._break()
                while self._stack and self._stack[-1] >= element:
                    self._pop()
                if name not in {"tr", "tbody"}:
                    return
            elif inside in _SCOPES:
                return

    def _write(self, token: Words) -> None:
        """Take words, with all white space between two of them as one gap."""
        if self._silent or self._note:
            return
        if self._open["sup"]:
            token = _raised(token)
        if self._open["pre"] or not token.is_same:
            self._add(token)
            return
        begins, ends = _SPACE.match(token.words), _LAST_SPACE.search(token.words)
        at, last = begins.end() if begins else 0, ends.start() if ends else len(token.words)
        self._space(token, 0, at)
        for gap in _WIDE_SPACE.finditer(token.words, at, max(at, last)):
            self._add(_cut(token, at, gap.start()))
            self._space(token, *gap.span())
            at = gap.end()
        if at < last:
            self._add(_cut(token, at, last))
            self._space(token, last, len(token.words))

    def _space(self, token: Words, start: int, end: int) -> None:
        """White space at [start, end) of a token, of which only the first counts."""
        if start < end and self._gap is None:
            self._gap = Words(" ", token.start + start, token.start + end, is_same=end - start == 1)

    def _add(self, token: Words) -> None:
        """Words of the open chunk, after the gap that stands before them."""
        if self._silent or self._note:
            return
        if self._chunk is None:
            self._chunk = Chunk(self._stack[-1] if self._stack else -1)
            self._gap = None
        chunk, gap = self._chunk, self._gap
        self._gap = None
        chunk.words += (token,) if gap is None else (gap, token)
        if self._open["a"]:
            chunk.linked += len(token.words)
            chunk.local = chunk.local and self._link().startswith("#")

    def _link(self) -> str:
        anchor = next(
            (place for place in reversed(self._stack) if self.elements[place].name == "a"),
            self._stack[-1],
        )
        return self.elements[anchor].attributes.get("href", "")

    def _line_end(self, tag: Tag) -> None:
        """One `<br>` is a line end, two are the end of a paragraph."""
        chunk = self._chunk
        self._gap = None
        if chunk is None:
            return
        if chunk.words[-1].words.endswith("\n") and not self._open["pre"]:
            self._break()
        else:
            self._add(Words("\n", tag.start, tag.end, is_same=False))

    def _break(self) -> None:
        """The open chunk ends here."""
        chunk = self._chunk
        self._chunk = self._gap = None
        while chunk is not None and chunk.words and chunk.words[-1].words == "\n":
            chunk.words.pop()
        if chunk is not None and any(not words.words.isspace() for words in chunk.words):
            chunk.words = list(_merged(chunk.words))
            self.chunks.append(chunk)


def _merged(words: Iterable[Words]) -> Iterator[Words]:
    """Stretches that follow each other in the source too, character by character, as one."""
    row: list[Words] = []
    for stretch in words:
        if row and not (row[-1].is_same and stretch.is_same and row[-1].end == stretch.start):
            yield _joined(row)
            row = []
        row.append(stretch)
    if row:
        yield _joined(row)


def _joined(row: list[Words]) -> Words:
    return Words("".join(stretch.words for stretch in row), row[0].start, row[-1].end, row[0].is_same)


def _cut(token: Words, start: int, end: int) -> Words:
    """The part [start, end) of words that are the same in the source."""
    return Words(token.words[start:end], token.start + start, token.start + end)


def _raised(token: Words) -> Words:
    words = raised(token.words)
    return token if words == token.words else token._replace(words=words, is_same=False)


def _is_silent(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element shows no words of its own."""
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return name in _SILENT or name in RAW or hidden or bool(_HIDDEN.search(attributes.get("style", "")))


def _is_note_mark(elements: list[Element], place: int) -> bool:
    """Whether an element is the raised number of a note, or the arrow back from it."""
    name, attributes, parent = elements[place]
    role = attributes.get("role", "") or attributes.get("epub:type", "")
    if role in {"doc-noteref", "noteref", "doc-backlink", "backlink"}:
        return True
    raised = name == "a" and parent >= 0 and elements[parent].name == "sup"
    return raised and attributes.get("href", "").startswith("#")
