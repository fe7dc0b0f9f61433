"""Quotation marks in pairs: straight, curly, German, French; nested, wrong or missing closers.

    “He said ‘go’,” she wrote.   →   [He said ‘go’,] and in it [go]

What a mark does is told by its neighbours first and by its shape second, so that “ may close („so“)
and ” may open. A mark without a partner is bounded by its paragraph: it never swallows a document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from armillary.text import Span

DEEPEST = 8
"""How many quotations may stand in one another. What is nested deeper belongs to the eighth."""
_FAR = 200
"""How far ahead the closing mark of a possessive (*‘the workers’ state’*) is looked for, in characters."""

_LONGEST = 2
"""How many characters a mark has. What is longer is a row of marks that only decorates."""
_MARK = re.compile(r"[\"“”„«»‘’'`]{17,}+|(?<!')''(?!')|``|[\"“”„‟«»‹›‘’‚‛'`]")
_OPENS_BEFORE = frozenset("([{<—–-/“‘\"'„«‹‚`=*_")
_CLOSES_AFTER = frozenset(".,;:!?)]}>—–-/…”’\"'»›“‛*_|")
_OPENERS = frozenset(("“", "„", "‟", "«", "‹", "‘", "‚", "``", "`"))
_CLOSERS = frozenset(("”", "»", "›", "’", "‛"))


class _Family(Enum):
    DOUBLE = auto()
    SINGLE = auto()
    ANGLE = auto()


_FAMILY = dict.fromkeys("‘’‚‛'`‹›", _Family.SINGLE) | dict.fromkeys("«»", _Family.ANGLE)
_DOUBTFUL = frozenset(("'", "’", "`", "‚", "‛", "‘"))
"""Marks that are dropped where no partner is found: most of them are apostrophes."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks at [start, end); [opens, closes) has the marks as well.

    `closes` equals `end` where the closing mark is missing. `depth` is 0 for the outermost.
    """

    opens: int
    start: int
    end: int
    closes: int
    depth: int


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    end: int
    shape: str
    family: _Family
    next_like: int | None = None


def quoted(text: str, blocks: Sequence[Span]) -> tuple[Quoted, ...]:
    """All quotations in these blocks, in the order of the text, outer before inner."""
    pairs: list[Quoted] = []
    carried: _Open | None = None
    for number, block in enumerate(blocks):
        follower = blocks[number + 1] if number + 1 < len(blocks) else None
        carried = _Block(text, block, pairs).read(carried, follower)
    pairs.sort(key=lambda pair: (pair.opens, -pair.closes))
    return _with_depth(text, pairs)


def _with_depth(text: str, pairs: list[Quoted]) -> tuple[Quoted, ...]:
    found: list[Quoted] = []
    around: list[int] = []
    for pair in pairs:
        start, end = _bare(text, pair.start, pair.end)
        while around and around[-1] <= pair.opens:
            around.pop()
        if start < end and (not around or pair.closes <= around[-1]):
            found.append(replace(pair, start=start, end=end, depth=len(around)))
            around.append(pair.closes)
    return tuple(found)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(slots=True)
class _Block:
    """One paragraph on its way: the marks that wait are a stack."""

    text: str
    span: Span
    pairs: list[Quoted]

    def read(self, carried: _Open | None, follower: Span | None) -> _Open | None:
        """Pair the marks; the outermost one that goes on in the next paragraph is given back."""
        waiting: list[_Open] = [] if carried is None else [carried]
        marks = list(_MARK.finditer(self.text, self.span.start, self.span.end))
        repeated = carried is not None and bool(marks) and not self._before(marks[0].start()).strip()
        for number, mark in enumerate(marks[1:] if repeated else marks, start=int(repeated)):
            self._take(mark, marks, number, waiting)
        return self._leave(waiting, follower)

    def _before(self, start: int) -> str:
        return self.text[self.span.start : min(start, self.span.start + 20)]

    def _take(
        self, mark: re.Match[str], marks: list[re.Match[str]], number: int, waiting: list[_Open]
    ) -> None:
        shape, (start, end) = mark.group(), mark.span()
        if end - start > _LONGEST:
            return
        family = _FAMILY.get(shape, _Family.DOUBLE)
        left = self.text[start - 1] if start > self.span.start else " "
        right = self.text[end] if end < self.span.end else " "
        if family is _Family.SINGLE and left.isalnum() and right.isalnum():
            return
        partner = _partner(waiting, family)
        if partner is not None and self._closes(shape, left, right):
            if not self._is_possessive(marks, number, shape, left):
                one = waiting[partner]
                del waiting[partner:]
                self.pairs.append(Quoted(one.start, one.end, start, end, 0))
        elif self._opens(shape, left, right, partner is None):
            for one in waiting:
                if one.family is family and one.next_like is None:
                    one.next_like = start
            if len(waiting) < DEEPEST:
                waiting.append(_Open(start, end, shape, family))

    def _closes(self, shape: str, left: str, right: str) -> bool:
        may_open, may_close = _sides(left, right)
        if shape in _OPENERS:
            return may_close and not may_open
        return may_close or (left.isspace() and right.isspace()) or not may_open

    def _opens(self, shape: str, left: str, right: str, none_waits: bool) -> bool:  # noqa: FBT001  one fact about the place
        may_open, may_close = _sides(left, right)
        if shape in _OPENERS:
            return may_open or not may_close or none_waits
        if shape == "'" or shape in _CLOSERS:
            return may_open and not may_close and not right.isdigit()
        return may_open or (none_waits and left.isspace() and right.isspace())

    def _is_possessive(self, marks: list[re.Match[str]], number: int, shape: str, left: str) -> bool:
        """Whether a later mark is the better partner: this one is the apostrophe of a plural."""
        if shape not in {"'", "’"} or left != "s" or number + 1 >= len(marks):
            return False
        end = marks[number].end()
        if not self.text[end : end + 2].strip()[:1].islower():
            return False
        later = marks[number + 1]
        return (
            later.group() in {shape, "‛"}
            and later.start() - end < _FAR
            and not (self.text[later.start() - 1].isspace())
        )

    def _leave(self, waiting: list[_Open], follower: Span | None) -> _Open | None:
        """End what no mark ends: with the paragraph, or before the next mark of its kind."""
        sure = [one for one in waiting if one.shape not in _DOUBTFUL]
        for one in sure:
            if one is sure[0] and follower is not None and self._goes_on(one, follower):
                return one
            end = self.span.end if one.next_like is None else self._sentence_end(one)
            if end > one.end:
                self.pairs.append(Quoted(one.start, one.end, end, end, 0))
        return None

    def _goes_on(self, one: _Open, follower: Span) -> bool:
        """Whether the next paragraph begins with the same mark: a quotation over paragraphs."""
        return one.next_like is None and self.text.startswith(one.shape, follower.start)

    def _sentence_end(self, one: _Open) -> int:
        limit = one.next_like or self.span.end
        ends = [self.text.rfind(mark, one.end, limit) + 1 for mark in ".!?"]
        return max(*ends, 0) or limit


def _partner(waiting: list[_Open], family: _Family) -> int | None:
    """The innermost waiting mark of a family. A single mark does not close across double ones."""
    for at in range(len(waiting) - 1, -1, -1):
        if waiting[at].family is family:
            return at
        if family is _Family.SINGLE:
            return None
    return None


def _sides(left: str, right: str) -> tuple[bool, bool]:
    """Whether a mark between these characters may open, and whether it may close."""
    may_open = (left.isspace() or left in _OPENS_BEFORE) and not right.isspace()
    may_close = not left.isspace() and (right.isspace() or right in _CLOSES_AFTER)
    return may_open, may_close
