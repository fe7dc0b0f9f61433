"""The words of a reading, set out so that the steps of this folder can walk over them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from armillary.reading import ActorKind, Mention, Reading
from armillary.text import PROSE, Block, BlockKind, Passage, Span


@dataclass(frozen=True, slots=True)
class Page:
    """Tokens by index: their small letters, their starts, the sentence each stands in.

    `mentions` gives, for the index of a token that a name begins at, that name and the index after
    its last token. `blocks` are those of prose; `headings` are the places where headings start.
    """

    reading: Reading
    text: str
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    sentence_of: tuple[int, ...]
    mentions: dict[int, tuple[Mention, int]]
    blocks: tuple[Block, ...]
    headings: tuple[int, ...]

    def passage(self, first: int, last: int) -> Passage:
        """The words of tokens [first, last)."""
        tokens = self.reading.tokens
        return self.reading.document.passage(tokens[first].start, tokens[last - 1].end)

    def at(self, offset: int) -> int:
        """The index of the first token that starts at an offset or after it."""
        return bisect_left(self.starts, offset)

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a large letter."""
        return self.text[self.starts[index]].isupper()

    def is_word(self, index: int) -> bool:
        """Whether a token begins with a letter or a digit."""
        return self.text[self.starts[index]].isalnum()

    def sentence(self, index: int) -> tuple[int, int]:
        """The first token of the sentence around a token, and the one after its last."""
        sentence = self.reading.sentences[self.sentence_of[index]]
        return sentence.first, sentence.last


def page(reading: Reading) -> Page:
    """The page of a reading that has tokens and sentences."""
    tokens = reading.tokens
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(reading.sentences):
        for index in range(sentence.first, sentence.last):
            sentence_of[index] = number
    text = reading.document.text
    return Page(
        reading,
        text,
        tuple(token.low for token in tokens),
        tuple(token.start for token in tokens),
        tuple(sentence_of),
        dict(_mentions(reading)),
        tuple(_prose(reading)),
        tuple(b.span.start for b in reading.document.blocks if b.kind is BlockKind.HEADING),
    )


def _prose(reading: Reading) -> Iterator[Block]:
    """The blocks that are read; the whole text is one paragraph where nobody cut it into blocks."""
    text = reading.document.text
    blocks = reading.document.blocks or (
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
    )
    return (block for block in blocks if block.kind in PROSE)


def _mentions(reading: Reading) -> Iterator[tuple[int, tuple[Mention, int]]]:
    starts = [token.start for token in reading.tokens]
    marked = reading.mentions or tuple(_capitals(reading))
    for mention in marked:
        first = bisect_left(starts, mention.at.start)
        last = bisect_left(starts, mention.at.end)
        if first < last:
            yield first, (mention, last)


def _capitals(reading: Reading) -> Iterator[Mention]:
    """Runs of capitalised words that do not open a sentence: names, where nobody has marked them."""
    text = reading.document.text
    for sentence in reading.sentences:
        index = sentence.first + 1
        while index < sentence.last:
            last = index
            while last < sentence.last and text[reading.tokens[last].start].isupper():
                last += 1
            if last > index and reading.tokens[index].low != "i":
                start, end = reading.tokens[index].start, reading.tokens[last - 1].end
                yield Mention(reading.document.passage(start, end), ActorKind.OTHER)
            index = last + 1
