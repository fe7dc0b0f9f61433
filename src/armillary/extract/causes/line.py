"""A sentence as the rules see it: words by their place, and stretches of them.

Places are numbers of tokens within the sentence; a stretch is half-open. Nothing here knows causes.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from armillary.extract.causes.stretch import Stretch
from armillary.extract.causes.tree import Tree
from armillary.reading import Reading, Sentence, Token
from armillary.text import Passage

HARD = frozenset({";", ":", "—", "–", "(", ")", "[", "]", "/"})
QUOTES = frozenset('“”"«»„‟‘‛*_')
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't 's".split())
MODALS = frozenset(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mustn't".split()
)
AUXILIARIES = (
    BE
    | MODALS
    | frozenset("has have had does do did doesn't don't didn't hasn't haven't hadn't having".split())
)
ADVERBS = frozenset(
    "also not never directly indirectly largely mainly partly primarily chiefly often always usually sometimes "
    "rarely seldom probably perhaps possibly likely certainly clearly further soon then thus therefore thereby "
    "inevitably eventually ultimately finally gradually quickly merely only just still again now in part turn "
    "effectively actually really greatly significantly severely strongly to have been rather ever even both "
    "too accordingly again similarly correspondingly likewise immediately simply once long already longer hardly barely all but either helped help helps".split()
)
SUBORDINATORS = frozenset(
    "because although though while whereas when whenever if unless until till after before once which who whom "
    "whose where so but yet thus therefore hence consequently that than despite since as nor".split()
)
PRONOUNS = frozenset("he she it they we i you this these those that".split())
DETERMINERS = frozenset(
    "the a an this that these those its their his her our your my no any some each every both all".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from into onto over under past to about against between among through during without "
    "within across towards toward upon per via than as".split()
)


_OURS = "armillary"
"""The parser that ships is for events: by it the rules read claims no better (`bench/claims.py`: F1 18.9 against
20.3 by words alone), and it reads some sentences only."""
_PAIRS = {"”": "“", "’": "‘", ")": "(", "»": "«"}


@dataclass(frozen=True)  # no slots: the words are worked out once
class Line:
    """One sentence of a reading."""

    reading: Reading
    sentence: Sentence

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        return self.reading.tokens[self.sentence.first : self.sentence.last]

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """Its words in lower case; a hyphen that stands alone, and in no range of figures, is a dash."""
        lows = [token.low for token in self.tokens]
        return tuple(
            "–" if low == "-" and not (at and lows[at - 1][-1].isdigit()) else low
            for at, low in enumerate(lows)
        )

    def __len__(self) -> int:
        """How many tokens."""
        return self.sentence.last - self.sentence.first

    @cached_property
    def tree(self) -> Tree | None:
        """Its dependencies, None where no parser has read it that is better at claims than words alone."""
        chosen = self.reading.language_model != _OURS
        read = chosen and bool(self.tokens) and self.tokens[0].head is not None
        return Tree(self.tokens, self.sentence.first) if read else None

    def low(self, place: int) -> str:
        """The word at a place, "" outside the sentence."""
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def passage(self, stretch: Stretch) -> Passage:
        """The words of a stretch, which must not be empty."""
        start = self.tokens[stretch.first].start
        return self.reading.document.passage(start, self.tokens[stretch.last - 1].end)

    def is_word(self, place: int) -> bool:
        """Whether a word or a number stands there, not a mark."""
        return self.low(place)[:1].isalnum()

    def is_capital(self, place: int) -> bool:
        """Whether the word there begins with a capital letter."""
        return self.reading.document.text[self.tokens[place].start].isupper()

    @cached_property
    def timed(self) -> frozenset[int]:
        """The places that belong to a time expression."""
        starts = [token.start for token in self.tokens]
        times = self.reading.times
        at = bisect_left(times, self.sentence.span.start, key=lambda time: time.at.start)
        places: set[int] = set()
        while at < len(times) and times[at].at.start < self.sentence.span.end:
            places.update(
                range(bisect_left(starts, times[at].at.start), bisect_left(starts, times[at].at.end))
            )
            at += 1
        return frozenset(places)

    def trimmed(self, stretch: Stretch) -> Stretch:
        """The stretch without marks at its ends."""
        first, last = stretch.first, stretch.last
        while first < last and not self.is_word(first):
            first += 1
        while last > first and not self.is_word(last - 1):
            last -= 1
        if (
            last < len(self)
            and self.lows[last] in _PAIRS
            and _PAIRS[self.lows[last]] in self.lows[first:last]
        ):
            last += 1
        return Stretch(first, last)
