r"""RTF as paragraphs: control words are obeyed as far as they say what is shown, and where it stands.

{\pard\s1 The Cap\par}   →   the words "The Cap" at their bytes, in the style of number 1
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from armillary.errors import SourceError
from armillary.read.canvas import raised
from armillary.read.rtf.controls import CHARSETS, MARKS, SIGNS, SKIPPED, TABLES, TOKEN
from armillary.read.source import Bytes

DEEPEST = 500
"""Groups inside each other; writers come to about 20."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the open group says of the words in it. `into` is where they go: the text, or a table of the file."""

    into: str = "text"
    font: int = 0
    substitutes: int = 1  # how many characters stand after each \u for those who cannot show it
    is_bold: bool = False
    is_hidden: bool = False
    is_raised: bool = False


@dataclass(slots=True)
class Paragraph:
    """Stretches of words with the bytes [start, end) that say them, and the properties of the paragraph."""

    stretches: list[tuple[str, int, int]] = field(default_factory=list)
    style: int = 0
    outline: int | None = None
    indent: int = 0
    first_indent: int = 0
    is_listed: bool = False
    is_cell: bool = False
    ends_cell: bool = False
    ends_row: bool = False
    is_note: bool = False
    bold: int = 0

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(words for words, _, _ in self.stretches)


@dataclass(slots=True)
class Found:
    """What an RTF file holds."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    styles: dict[int, str] = field(default_factory=dict)
    title: str = ""
    dated: dict[str, int] = field(default_factory=dict)


class Reader:
    """Reads the tokens once, with the groups that are open on a stack."""

    def __init__(self, source: Bytes) -> None:
        self._name = source.name
        self._text = source.content.decode("latin-1")  # a character is a byte
        self._look = Look()
        self._stack: list[Look] = []
        self._starred = False
        self._skip = 0  # characters that stand for one that was read already
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._bytes: list[tuple[int, int, int]] = []  # \'xx in a row: value, start, end
        self._open = Paragraph()
        self._note = Paragraph(is_note=True)
        self._style = 0
        self.found = Found()

    def read(self) -> Found:
        """All that is shown. Errors: `SourceError` for groups without end."""
        at = 0
        while at < len(self._text):
            token = TOKEN.match(self._text, at)
            if token is None:  # cannot be: the last alternative takes any character
                break
            at = token.end()
            if token["hex"] is None:
                self._flush()
            if token["word"] == "bin" and token["number"]:
                at += max(int(token["number"]), 0)
            else:
                self._take(token)
        self._flush()
        self._end_paragraph()
        return self.found

    def _take(self, token: re.Match[str]) -> None:
        start, end = token.span()
        if token["brace"]:
            self._group(opens=token["brace"] == "{")
        elif token["word"]:
            self._word(token["word"], int(token["number"]) if token["number"] else None, start, end)
        elif token["sign"] == "*":
            self._starred = True
        elif token["sign"] in {"\n", "\r"}:
            self._end_paragraph()
        elif token["sign"] in MARKS:
            self._write(MARKS[token["sign"]], start, end)
        elif token["hex"]:
            self._bytes.append((int(token["hex"], 16), start, end))
        elif token["plain"]:
            self._write(token["plain"], start, end)

    def _group(self, *, opens: bool) -> None:
        self._starred = False
        self._skip = 0
        if opens:
            self._stack.append(self._look)
            if len(self._stack) > DEEPEST:
                message = (
                    f"{self._name} is damaged: more than {DEEPEST} of its groups stand inside each other"
                )
                raise SourceError(message)
            return
        closed = self._look
        self._look = self._stack.pop() if self._stack else Look()
        if closed.into == "note" != self._look.into:
            self._end_note()

    def _word(self, word: str, number: int | None, start: int, end: int) -> None:
        starred, self._starred = self._starred, False
        if word in SKIPPED or (starred and word not in TABLES):
            self._look = replace(self._look, into="nowhere")
        elif word in TABLES and self._look.into != "nowhere":
            self._look = replace(self._look, into=TABLES[word])
        elif word in SIGNS:
            self._write(SIGNS[word], start, end)
        elif word == "u" and number is not None:
            self._write(chr(number % 0x10000), start, end)
            self._skip = self._look.substitutes
        elif word in {"par", "sect", "page", "cell", "nestcell", "row", "nestrow"}:
            self._ends(word)
        else:
            self._property(word, number)

    def _ends(self, word: str) -> None:
        """A paragraph, a cell or a row ends here."""
        if self._look.into == "note":
            self._write(" ", 0, 0)
        elif self._look.into == "text" and word.endswith("row"):
            if self.found.paragraphs:
                self.found.paragraphs[-1].ends_row = True
        elif self._look.into == "text":
            self._open.ends_cell = word.endswith("cell")
            self._open.is_cell = self._open.is_cell or self._open.ends_cell
            self._end_paragraph()

    def _property(self, word: str, number: int | None) -> None:
        if word == "pard":
            self._open = Paragraph(self._open.stretches, bold=self._open.bold)
        elif word == "plain":
            self._look = Look(self._look.into, substitutes=self._look.substitutes)
        elif word in {"b", "v", "super", "nosupersub", "f", "uc"}:
            self._look = _looking(self._look, word, number)
        elif word in {"s", "outlinelevel", "li", "fi", "ls", "intbl", "ilvl"}:
            self._of_paragraph(word, number or 0)
        elif word == "ansicpg" and number:
            self._page = f"cp{number}"
        elif word == "fcharset" and self._look.into == "fonts":
            self._fonts[self._look.font] = CHARSETS.get(number or 0, "")
        elif word in {"yr", "mo", "dy"} and self._look.into == "date":
            self.found.dated[word] = number or 0

    def _of_paragraph(self, word: str, number: int) -> None:
        if self._look.into == "styles":
            self._style = number if word == "s" else self._style
        elif word == "s":
            self._open.style = number
        elif word == "outlinelevel":
            self._open.outline = number
        elif word == "li":
            self._open.indent = number
        elif word == "fi":
            self._open.first_indent = number
        elif word == "intbl":
            self._open.is_cell = True
        else:
            self._open.is_listed = True

    def _flush(self) -> None:
        """Bytes of an older encoding, now that all that belong together are there."""
        if not self._bytes:
            return
        waiting, self._bytes = self._bytes, []
        while waiting and self._skip:
            waiting, self._skip = waiting[1:], self._skip - 1
        page = self._fonts.get(self._look.font) or self._page
        for words, first, last in _decoded([value for value, _, _ in waiting], page):
            self._write(words, waiting[first][1], waiting[last][2])

    def _write(self, words: str, start: int, end: int) -> None:
        if self._skip and start:
            skipped = min(self._skip, len(words))
            words, start, self._skip = words[skipped:], start + skipped, self._skip - skipped
        look = self._look
        if look.is_hidden or not words:
            return
        shown = raised(words) if look.is_raised else words
        if look.into == "text":
            self._open.stretches.append((shown, start, end))
            self._open.bold += len(words) if look.is_bold else 0
        elif look.into == "note":
            self._note.stretches.append((shown, start, end))
        elif look.into == "title":
            self.found.title += shown
        elif look.into == "styles":
            self.found.styles[self._style] = (self.found.styles.get(self._style, "") + shown).strip()
            if ";" in shown:
                self.found.styles[self._style] = self.found.styles[self._style].partition(";")[0].strip()
                self._style = 0

    def _end_paragraph(self) -> None:
        ended = self._open
        self.found.paragraphs.append(ended)
        self._open = replace(ended, stretches=[], bold=0, ends_row=False, ends_cell=False)

    def _end_note(self) -> None:
        self.found.notes.append(self._note)
        self._note = Paragraph(is_note=True)


def _looking(look: Look, word: str, number: int | None) -> Look:
    """The look of a group after a word that changes how letters look."""
    match word:
        case "b":
            changed = replace(look, is_bold=number != 0)
        case "v":
            changed = replace(look, is_hidden=number != 0)
        case "f":
            changed = replace(look, font=number or 0)
        case "uc":
            changed = replace(look, substitutes=number or 0)
        case _:
            changed = replace(look, is_raised=word == "super" and number != 0)
    return changed


def _decoded(values: list[int], page: str) -> Iterator[tuple[str, int, int]]:
    """Characters of bytes in a row, each with its first and its last byte."""
    at = 0
    while at < len(values):
        for length in (1, 2):
            try:
                yield bytes(values[at : at + length]).decode(page), at, min(at + length, len(values)) - 1
                break
            except (UnicodeDecodeError, LookupError):
                continue
        else:
            yield bytes(values[at : at + 1]).decode("cp1252", "replace"), at, at
            length = 1
        at += length
