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
        return (
            word[:3] in _PREFIXES
            and word[3:4].isupper()
            or word[:2] in _ELISIONS
            and word[2:3].isupper()
        )

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
                opening = (opening and not letter.isalnum()) or letter in ':“„"*•'
                at += 1

    def stretch(self, first: int, last: int) -> int:
        """How far the capitals go on from a token, over what may stand inside a name."""
        last = min(last, first + LONGEST)
        at = self._known_end(first, last)
        while at < last:
            if self._possessive(at - 1):
                return at
            step = self._step(first, at, last)
            if not step:
                return at
            at = max(at + step, self._known_end(at + step - 1, last))
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
        touches = before.end == token.start
        if token.low == "." and touches:
            return int(self._dot(at - 1))
        if at + 1 == last or not self.capital(at + 1):
            return 0
        joins = (
            (token.low == "&" and not self._two_names(at))
            or (touches and token.low in _DASHES)
            or token.low in self.lists.short["person"]["particles"]
            or (token.low in {"of", "for", "and"} and self._goes_on(first, at))
        )
        return 2 if joins else 0

    def _dot(self, at: int) -> bool:
        """Whether a full stop after this word belongs to it: *J.*, *St.*, *Inc.*"""
        word = self.word(at)
        if len(word) == 1:
            return word.isupper() and word != "I"
        return word + "." in self.lists.dotted

    def _two_names(self, at: int) -> bool:
        """Whether an *&* stands between two names: *US & Canada*."""
        sides = (self.word(at - 1), self.word(at + 1))
        return any(side in self.lists.given or side in self.lists.places for side in sides)

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether the run goes over an *of* or a *for*: Bank of England, Secretary of State."""
        head = self.word(at - 1)
        short = self.lists.short
        token_low = self.tokens[at].low
        if head in {"Secretary", "Minister"}:
            return self.word(at + 1) in _PORTFOLIOS
        if token_low == "and":
            return (
                "of" in (self.tokens[back].low for back in range(first, at))
                and self.word(first) in _JOINED
            )
        if token_low == "for":
            return head in short["body"]["for"]
        if self.word(at + 1) in self.lists.adjectives:
            return False
        return head in short["body"]["last"] or any(
            head in short[table]["first"] for table in ("body", "place", "event")
        )

    def cut(self, first: int, last: int, *, opens: bool) -> Iterator[Run]:
        """A stretch without what is no part of a name: a first word of the sentence, titles, offices."""
        while first < last and self._falls_off(first, last, opens=opens):
            first += 1
            opens = False
        while last > first and self._trails(last - 1):
            last -= 1
        if first == last:
            return
        office = self._office(first, last)
        if office > first and self.word(first) in self.lists.places:
            yield self._run(first, first + 1, opens=opens)
        if office < last:
            run = self._run(office, last, opens=opens and office == first)
            yield run if office == first else replace(run, titled=True, office=first)

    def _falls_off(self, at: int, last: int, *, opens: bool) -> bool:
        """Whether the first word of a stretch owes its capital to its place, or names nobody."""
        word = self.word(at)
        if not self.capital(at):
            return True
        if word in self.lists.short["not"]["words"]:
            return not self._long(at)
        if not opens or word in self.lists.given or self._long(at):
            return False
        return word.lower() in self.lists.common

    def _trails(self, at: int) -> bool:
        """Whether the last word of a stretch is no part of a name."""
        word = self.word(at)
        return word in self.lists.short["not"]["words"] or not (self.capital(at) or word == ".")

    def _known_end(self, at: int, last: int) -> int:
        """The token after the known name of several words that begins here; the next token else."""
        name = self._long(at)
        if not name:
            return at + 1
        end = self.tokens[at].start + len(name)
        while at < last and self.tokens[at].start < end:
            at += 1
        return at

    def _long(self, at: int) -> str:
        """The longest known name of several words that begins here; empty where none does."""
        start = self.tokens[at].start
        for name in self.lists.long.get(self.word(at), ()):
            end = start + len(name)
            if self.text.startswith(name, start) and not self.text[end : end + 1].isalnum():
                return name
        return ""

    def _office(self, first: int, last: int) -> int:
        """The token after the title or office that leads the run; `first` where none does."""
        if self._heads(self.word(last - 1)):
            return first
        end = at = first
        while at < last:
            word = self.word(at)
            if word in self.lists.offices:
                end = at + 1
            elif end == at > first and word == ".":
                end = at + 1
            elif end == at > first and word == "of":
                at += 1
                end = at + 1
            elif not (word in self.lists.office_leads or word in self.lists.places):
                break
            at += 1
        return first if end == last and not self._office_alone(first, last) else end

    def _office_alone(self, first: int, last: int) -> bool:
        """Whether nobody is named: *Foreign Minister*, but not *Alexander Pope*."""
        return last == first + 1 or self.word(first) not in self.lists.given

    def _heads(self, word: str) -> bool:
        short = self.lists.short
        return any(word in short[table]["last"] for table in ("body", "place", "event"))

    def _run(self, first: int, last: int, *, opens: bool) -> Run:
        start = self.tokens[first].start
        words = [self.word(at) for at in range(first, last)]
        end = self.tokens[last - 1].start + len(words[-1])
        head, dash, tail = words[-1].rpartition("-")
        if dash and tail.islower() and tail in _AFTER_DASH:
            words[-1] = head
            end -= len(tail) + 1
        return Run(first, last, start, end, tuple(words), opens)


_JOINED = frozenset(
    "Department Ministry Institute Office Bureau Secretary Minister Board Committee".split()
)
_AFTER_DASH = frozenset(
    "based led backed controlled style born trained held owned run occupied dominated funded sponsored "
    "friendly wide area made ruled brokered educated related bound".split()
)
_PORTFOLIOS = frozenset(
    "State Defence Defense War Education Health Labour Labor Commerce Agriculture Energy Finance Transport "
    "Transportation Justice Interior Foreign Homeland Economics Economy Culture".split()
)
