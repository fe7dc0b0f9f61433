"""What stands around quotations: the words of each voice with the quotations in it taken out.

    “Yes,” he said. “No.”   →   [1] he said . | [2]        and in the two quotations: Yes , and No .

A frame is cut into rows, its sentences, so that *he said* is looked for where it can be. A quotation
that fills a paragraph alone leaves a frame that holds nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page

Row = Sequence[int]
"""Words by their index, and quotations by the complement of theirs (`~0` is the first quotation)."""

_ASKS = frozenset("?!")
_NEAR = 6
"""How many words after “Who?” a verb of speech may stand at which the sentence goes on."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows of one voice in one paragraph. `inside` is the quotation it is, or None."""

    block: int
    inside: int | None
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Walk:
    """One pass over words and quotations together: who stands in whom."""

    page: Page
    quotes: Sequence[Quoted]
    found: list[tuple[int, int | None, list[int]]] = field(default_factory=list)
    within: dict[int, list[int]] = field(default_factory=dict)
    around: list[int] = field(default_factory=list)
    following: int = 0

    def block(self, number: int) -> None:
        """Put the words of a block where they belong."""
        tokens, span = self.page.reading.tokens, self.page.blocks[number].span
        here: list[int] = [~self.around[0]] if self.around else []
        self.found.append((number, None, here))
        for token in range(self.page.at(span.start), self.page.at(span.end)):
            start = tokens[token].start
            self._arrive(number, start, here)
            if not self.around:
                here.append(token)
            elif self.quotes[self.around[-1]].start <= start < self.quotes[self.around[-1]].end:
                self.within[self.around[-1]].append(token)
        self._leave(span.end)

    def _arrive(self, number: int, start: int, here: list[int]) -> None:
        self._leave(start)
        while self.following < len(self.quotes) and self.quotes[self.following].opens <= start:
            quote = self.following
            (self.within[self.around[-1]] if self.around else here).append(~quote)
            self.within[quote] = []
            self.found.append((number, quote, self.within[quote]))
            self.around.append(quote)
            self.following += 1
            self._leave(start)

    def _leave(self, start: int) -> None:
        while self.around and self.quotes[self.around[-1]].closes <= start:
            self.around.pop()


def frames(page: Page, quotes: Sequence[Quoted]) -> tuple[Frame, ...]:
    """The frames that hold a quotation, in the order of the text."""
    walk = _Walk(page, quotes)
    for number in _with_quotes(page, quotes):
        walk.block(number)
    return tuple(
        Frame(block, inside, tuple(_rows(page, quotes, items)))
        for block, inside, items in walk.found
        if any(item < 0 for item in items)
    )


def _with_quotes(page: Page, quotes: Sequence[Quoted]) -> list[int]:
    """The numbers of the blocks that a quotation stands in or reaches into."""
    found = []
    following = 0
    for number, block in enumerate(page.blocks):
        while following < len(quotes) and quotes[following].closes <= block.span.start:
            following += 1
        if following < len(quotes) and quotes[following].opens < block.span.end:
            found.append(number)
    return found


def _rows(page: Page, quotes: Sequence[Quoted], items: list[int]) -> list[Row]:
    cuts = [at for at in range(1, len(items)) if _parts(page, quotes, items, at)]
    return [items[first:last] for first, last in zip([0, *cuts], [*cuts, len(items)], strict=True)]


def _parts(page: Page, quotes: Sequence[Quoted], items: list[int], at: int) -> bool:
    """Whether a sentence of the frame ends before this item."""
    before, after = items[at - 1], items[at]
    end = before if before >= 0 else page.at(quotes[~before].end) - 1
    start = after if after >= 0 else page.at(quotes[~after].start)
    if start >= len(page.starts) or page.sentence_of[end] == page.sentence_of[start]:
        return False
    if before >= 0 or after < 0 or page.text[quotes[~before].end - 1] not in _ASKS:
        return True
    cues = words().verbs
    return not any(page.lows[item] in cues for item in items[at : at + _NEAR] if item >= 0)
