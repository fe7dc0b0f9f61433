"""Runs: words with a capital that stand together, cut to the stretch that can be a name.

    "In May, U.S. President Joe Biden and the Bank of England's governor"
    → "U.S.", "Joe Biden" (after a title), "Bank of England"

A run says where it stands and what was taken off. What it names is for the witnesses to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.annotate.names.lists import Lists, lists
from armillary.reading import Reading, Sentence, Token

_POSSESSIVE = ("'s", "’s")
_PREFIXES = frozenset({"al-", "el-", "as-", "ad-", "an-", "ar-"})
_ELISIONS = frozenset({"d'", "d’"})
_DASHES = frozenset("-‐‑")
_SHOUTED_WORDS = 4  # a sentence of fewer words in capitals may be a name: "NATO", "BBC NEWS"
_SHOUTED = 0.6  # share of words in capitals from which a sentence says nothing by its capitals
_TITLED = 0.75  # share of words with a capital from which a line is a title and its capitals say little
_ARTICLES = frozenset({"the", "a", "an"})
LONGEST = 12  # words in a run; what goes on is an enumeration or a headline


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [first, last) whose words may be a name; `end` leaves a possessive out.

    `opens`: it stands where a sentence begins, so that its first capital says nothing.
    `titled`: a title or an office was taken off before it, which begins at token `office`.
    """

    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    opens: bool = False
    titled: bool = False
    office: int | None = None

    @property
    def name(self) -> str:
        """The words as they are compared, line ends taken as blanks."""
        return " ".join(self.words)


def runs(reading: Reading) -> Iterator[Run]:
    """All runs of the prose, in order, none overlapping."""
    finder = _Finder(reading.document.text, reading.tokens, lists())
    for sentence in reading.sentences:
        if not finder.shouts(sentence):
            yield from finder.find(sentence)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Walks over the tokens of one document, each once."""

    text: str
    tokens: tuple[Token, ...]
    lists: Lists

    def word(self, at: int) -> str:
        """A token as it is written, without a possessive ending."""
        token = self.tokens[at]
        word = self.text[token.start : token.end]
        return word[:-2] if word.endswith(_POSSESSIVE) and len(word) > len("'s") else word

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital, or with a small particle and then one: al-Assad."""
        token = self.tokens[at]
        first = self.text[token.start]
        if first.isupper() or first.istitle():
            return True
        if first not in "ade":
            return False
        word = self.text[token.start : token.end]
        return word[:3] in _PREFIXES and word[3:4].isupper() or word[:2] in _ELISIONS and word[2:3].isupper()

    def shouts(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in capitals, which then say nothing."""
        words = capitals = 0
        for token in self.tokens[sentence.first : sentence.last]:
            if token.end - token.start > 1 and self.text[token.start].isalpha():
                words += 1
                capitals += self.text[token.start : token.end].isupper()
        return words >= _SHOUTED_WORDS and capitals > _SHOUTED * words

    def find(self, sentence: Sentence) -> Iterator[Run]:
        """The runs of one sentence."""
        at = sentence.first
        opening = True
        while at < sentence.last:
            token = self.tokens[at]
            if self.capital(at):
                last = self.stretch(at, sentence.last)
                yield from self.cut(at, last, opens=opening or self._new_paragraph(at))
                at = last
                opening = False
            else:
                letter = self.text[token.start]
                opening = (opening and not letter.isalnum()) or letter in ":“„\"*•"
                at += 1

    def stretch(self, first: int, last: int) -> int:
        """How far the capitals go on from a token, over what may stand inside a name."""
        at = first + 1
        last = min(last, first + LONGEST)
        while at < last:
            if self._possessive(at - 1):
                return at
            step = self._step(first, at, last)
            if not step:
                return at
            at += step
        return at

    def _new_paragraph(self, at: int) -> bool:
        return at > 0 and "\n\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _possessive(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low.endswith("'s") and token.end - token.start > len("'s")

    def _step(self, first: int, at: int, last: int) -> int:
        """How many tokens from `at` belong to the name before them; 0 where it ends."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if self._new_paragraph(at):
            return 0
        if self.capital(at):
            return 1
        next_capital = at + 1 < last and self.capital(at + 1)
        touches = before.end == token.start
        if token.low == "." and touches:
            return self._dot(at - 1) and 1
        if not next_capital:
            return 0
        if token.low == "&" or (touches and token.low in _DASHES):
            return 2
        if token.low in self.lists.short["person"]["particles"]:
            return 2
        return 2 if token.low in {"of", "for"} and self._takes_of(first, at) else 0

    def _dot(self, at: int) -> bool:
        word = self.word(at)
        if len(word) == 1:
            return word.isupper() and word != "I"
        dotted = word + "."
        short = self.lists.short
        return any(
            dotted in known
            for known in (short["person"]["titles"], short["person"]["offices"], short["person"]["after"],
                          short["body"]["firm"], short["place"]["before"], short["place"]["last"])
        )

    def _takes_of(self, first: int, at: int) -> bool:
        """Whether the run goes over an *of*: Bank of England, Gulf of Mexico, Secretary of State."""
        head = self.word(at - 1)
        short = self.lists.short
        if head in {"Secretary", "Minister"}:
            return self.word(at + 1) in _PORTFOLIOS
        if self.tokens[at].low == "for":
            return head in short["body"]["first"]
        return any(head in short[table]["first"] for table in ("body", "place", "event"))

    def cut(self, first: int, last: int, *, opens: bool) -> Iterator[Run]:
        """A stretch without what is no part of a name: a first word of the sentence, titles, demonyms."""
        while first < last and self._falls_off(first, last, opens=opens):
            first += 1
            opens = False
        if first >= last:
            return
        office = self._office(first, last)
        if office == first:
            yield self._run(first, last, opens=opens)
            return
        yield from self._before_office(first, office, opens=opens)
        if office < last:
            yield replace(self._run(office, last, opens=False), titled=True, office=first)

    def _falls_off(self, at: int, last: int, *, opens: bool) -> bool:
        word = self.word(at)
        if word in self.lists.short["not"]["words"]:
            return not self._long(at)
        if not opens or self._long(at):
            return False
        return word.lower() in self.lists.common or (last == at + 1 and word.endswith(("ing", "ly")))

    def _long(self, at: int) -> bool:
        """Whether a known name of several words begins here."""
        start = self.tokens[at].start
        return any(self.text.startswith(name, start) for name in self.lists.long.get(self.word(at), ()))

    def _office(self, first: int, last: int) -> int:
        """The token after the last title or office that leads the run; `first` where none does."""
        person = self.lists.short["person"]
        end = first
        if self._heads(self.word(last - 1)):
            return first
        for at in range(first, last):
            word = self.word(at)
            if word in person["titles"] or word in person["offices"]:
                end = at + 1
            elif self.tokens[at].low in {"of", "."} and end == at:
                end = at + 1 if self.tokens[at].low == "." else min(at + 2, last)
        return end

    def _heads(self, word: str) -> bool:
        short = self.lists.short
        return any(word in short[table]["last"] for table in ("body", "place", "event"))

    def _before_office(self, first: int, office: int, *, opens: bool) -> Iterator[Run]:
        """The place that leads an office: *U.S.* President."""
        if self.word(first) in self.lists.places:
            yield self._run(first, first + 1, opens=opens)

    def _run(self, first: int, last: int, *, opens: bool) -> Run:
        start = self.tokens[first].start
        token = self.tokens[last - 1]
        end = token.start + len(self.word(last - 1))
        words = tuple(self.word(at) for at in range(first, last))
        return Run(first, last, start, end, words, opens)


_PORTFOLIOS = frozenset(
    "State Defence Defense War Education Health Labour Labor Commerce Agriculture Energy Finance Transport "
    "Transportation Justice Interior Foreign Homeland Economics Economy Culture".split()
)
