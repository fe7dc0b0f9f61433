"""A text with what people have coded in it, before it is a document: the codes are listed under the text.

Rents rose again this year.      ← the text, its offsets as they were

Codes                            ← the list; each code once
rents
housing shortage → rents (+)     ← a claim that points to no words of the text
"""

import hashlib
from dataclasses import dataclass, field

from armillary.errors import SourceError
from armillary.findings import Argument, Claim, Findings, Position, Sign, Stance
from armillary.reading import Holder, Modality, Speaker
from armillary.text import Block, BlockKind, Document, Passage, Section, SectionStatus, Span

MARKS = {"+": Sign.RAISES, "-": Sign.LOWERS, "−": Sign.LOWERS, "–": Sign.LOWERS}
HEADING = "Codes"
BELIEF = 1.0
"""A person has read these words; how well is not for us to say."""
_NAMELESS = {"": Speaker.UNKNOWN, "unnamed": Speaker.UNKNOWN, "the author": Speaker.AUTHOR}
"""Holders who are no code: those whom our own exports call so."""
_SIGNED = {Sign.RAISES: "+", Sign.LOWERS: "−", Sign.UNCLEAR: "?"}


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim as coded: two codes and a sign; `span` is where its words stand, None where nobody says.

    `words` are what the coder wrote about it, "" for nothing; they are listed with it.
    """

    cause: str
    effect: str
    sign: Sign
    span: tuple[int, int] | None = None
    holder: str = ""
    modality: Modality = Modality.ASSERTED
    words: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A position as coded: who is for or against which code, and where that stands."""

    holder: str
    on: str
    stance: Stance
    span: tuple[int, int]


@dataclass(slots=True)
class Coding:
    """A text and what was coded in it. Spans are code points of `text`, checked when it is made a document."""

    name: str
    title: str
    text: str
    found_by: str
    dated: str | None = None
    links: list[Linked] = field(default_factory=list)
    positions: list[Held] = field(default_factory=list)

    def findings(self) -> Findings:
        """The document and what it says. Errors: `SourceError` for a place that its text does not have."""
        spans = [row.span for row in self.links] + [row.span for row in self.positions]
        for number, span in enumerate(spans, 1):
            if span is not None and not 0 <= span[0] < span[1] <= len(self.text):
                message = (
                    f"{self.name}: the coded passage {number} stands at {span[0]}-{span[1]}, "
                    f"and the text has {len(self.text)} characters; nothing was taken"
                )
                raise SourceError(message)
        listed = _Listed(self)
        return Findings(
            listed.document,
            claims=tuple(listed.claim(row, self.found_by) for row in self.links),
            positions=tuple(listed.position(row) for row in self.positions),
        )


class _Listed:
    """The document with its list of codes, and the way from a code to its place."""

    def __init__(self, coding: Coding) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self.lines: dict[Linked, tuple[int, int]] = {}
        text, rows = coding.text, self._rows(coding)
        blocks = [Block(BlockKind.PARAGRAPH, Span(0, len(text)))] if text.strip() else []
        sections: tuple[Section, ...] = ()
        if rows:
            head = len(text) + 2 if text else 0
            first = head + len(HEADING) + 1
            listed = self._placed(rows, first)
            text = f"{text}\n\n" * bool(text) + f"{HEADING}\n{listed}"
            blocks += [
                Block(BlockKind.HEADING, Span(head, first - 1)),
                Block(BlockKind.REFERENCE, Span(first, len(text))),
            ]
            sections = (Section(HEADING, 1, Span(head, len(text)), SectionStatus.UNLISTED),)
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        self.document = Document(
            coding.name, coding.title, text, digest, coding.dated, tuple(blocks), sections
        )

    def _placed(self, rows: "list[tuple[str, Linked | None]]", at: int) -> str:
        """The list as text, from a place on; where each line stands is kept."""
        for line, row in rows:
            place = at, at + len(line)
            if row is None:
                self.places[line] = place
            else:
                self.lines[row] = place
            at = place[1] + 1
        return "\n".join(line for line, _ in rows)

    @staticmethod
    def _rows(coding: Coding) -> list[tuple[str, Linked | None]]:
        """The lines of the list: codes that passages have, then claims that stand nowhere else."""
        codes: dict[str, None] = {}
        for link in coding.links:
            if link.holder not in _NAMELESS:
                codes[one_line(link.holder)] = None
            if link.span is not None:
                codes |= dict.fromkeys((one_line(link.cause), one_line(link.effect)))
        for held in coding.positions:
            named = [held.on] if held.holder in _NAMELESS else [held.holder, held.on]
            codes |= dict.fromkeys(map(one_line, named))
        bare = [row for row in coding.links if row.span is None]
        return [(code, None) for code in codes] + [(_told(row), row) for row in dict.fromkeys(bare)]

    def claim(self, row: Linked, found_by: str) -> Claim:
        """A claim. One that stands nowhere else has its line of the list for its words."""
        at = self.document.passage(*(row.span or self.lines[row]))
        cause, effect = self._sides(row)
        cue = (at,) if row.span else (self.document.passage(cause.end, effect.start),)
        return Claim(
            at=at,
            cause=Argument(cause, cause),
            effect=Argument(effect, effect),
            cue=cue,
            sign=row.sign,
            modality=row.modality,
            holder=self._holder(row.holder),
            belief=BELIEF,
            found_by=(found_by,),
        )

    def _sides(self, row: Linked) -> tuple[Passage, Passage]:
        cause, effect = one_line(row.cause), one_line(row.effect)
        if row.span is not None:
            return self._code(cause), self._code(effect)
        start = self.lines[row][0]
        second = start + len(cause) + len(" → ")
        return (
            self.document.passage(start, start + len(cause)),
            self.document.passage(second, second + len(effect)),
        )

    def position(self, row: Held) -> Position:
        """A position: its words in the text, its holder and its matter in the list."""
        return Position(
            self.document.passage(*row.span),
            self._holder(row.holder),
            self._code(one_line(row.on)),
            row.stance,
        )

    def _code(self, code: str) -> Passage:
        return self.document.passage(*self.places[code])

    def _holder(self, name: str) -> Holder:
        return _NAMELESS[name] if name in _NAMELESS else self._code(one_line(name))


def _told(row: Linked) -> str:
    words = f": {one_line(row.words)}" if row.words.strip() else ""
    return f"{one_line(row.cause)} → {one_line(row.effect)} ({_SIGNED[row.sign]}){words}"


def one_line(words: str) -> str:
    """Words on one line; a code without any is told so."""
    return " ".join(words.split()) or "(no name)"


def sign_of(mark: str) -> Sign:
    """The sign of a mark or a word (`+`, `-`, `raises`, `negative`, `-0.5`); *unclear* for any other."""
    low = mark.strip().casefold()
    if low in MARKS:
        return MARKS[low]
    if low in {"raises", "positive", "pos", "increase", "increases", "up"}:
        return Sign.RAISES
    if low in {"lowers", "negative", "neg", "decrease", "decreases", "down"}:
        return Sign.LOWERS
    try:
        number = float(low.replace("−", "-"))
    except ValueError:
        return Sign.UNCLEAR
    return Sign.RAISES if number > 0 else Sign.LOWERS if number < 0 else Sign.UNCLEAR
