"""Whom a pronoun means: the nearest fitting name before it, those that open a sentence first.

The mayor met Jane Roe. She said   →   Jane Roe
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from armillary.annotate.names.lists import lists
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase
from armillary.reading import ActorKind

_FAR = 12
"""How many sentences back a name may stand."""
_PERSONS = frozenset({"he", "she", "his", "her", "him", "who"})
_WOMAN = frozenset(
    "mrs ms miss lady dame queen princess madam madame sister mother aunt baroness duchess".split()
)
_MAN = frozenset("mr sir lord king prince brother father uncle baron duke monsieur herr".split())


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a page, in order: for each, the index of its first word.

    `women` and `men` are the last words of names that a title or a given name tells about.
    """

    page: Page
    firsts: tuple[int, ...]
    women: frozenset[str]
    men: frozenset[str]

    def meant(self, phrase: Phrase) -> Phrase | None:
        """The name that a pronoun stands for; None where nothing settles it."""
        low = self.page.lows[phrase.first]
        if low not in _PERSONS or phrase.last - phrase.first > 1:
            return None
        sentence = self.page.sentence_of[phrase.first]
        here = bisect_left(self.firsts, phrase.first) - 1
        best: int | None = None
        while here >= 0 and sentence - self.page.sentence_of[self.firsts[here]] <= _FAR:
            first = self.firsts[here]
            if best is not None and self.page.sentence_of[first] != self.page.sentence_of[best]:
                break
            if self._fits(low, first):
                best = first
            here -= 1
        return None if best is None else Phrase(best, self.page.mentions[best][1])

    def _fits(self, low: str, first: int) -> bool:
        last = self.page.lows[self.page.mentions[first][1] - 1].removesuffix("'s")
        other = (
            self.men
            if low in {"she", "her"}
            else self.women
            if low in {"he", "his", "him"}
            else frozenset()
        )
        return last not in other


def people(page: Page, quoted_tokens: Sequence[tuple[int, int]]) -> People:
    """The persons whom the page names outside of these stretches of words."""
    kinds = {ActorKind.PERSON}
    if not any(mention.kind in kinds for mention, _ in page.mentions.values()):
        kinds = {ActorKind.OTHER}
    named = sorted(first for first, (mention, _) in page.mentions.items() if mention.kind in kinds)
    outside = tuple(first for first in named if not _within(first, quoted_tokens))
    women = frozenset(_last(page, at) for at in named if _is(page, at, _WOMAN, lists().women))
    men = frozenset(_last(page, at) for at in named if _is(page, at, _MAN, lists().men))
    return People(page, outside, women - men, men - women)


def _is(page: Page, first: int, titles: frozenset[str], given: frozenset[str]) -> bool:
    """Whether a title or, where there is none, the given name tells that a name is a woman's, or a man's."""
    title = _title(page, first)
    if title in _WOMAN | _MAN:
        return title in titles
    name = page.lows[first].removesuffix("'s").capitalize()
    alone = page.mentions[first][1] == first + 1
    return name in given and not (alone and name in lists().surnames)  # Kelly may be anybody


def _within(index: int, stretches: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(stretches, (index + 1, 0)) - 1
    return at >= 0 and index < stretches[at][1]


def _last(page: Page, first: int) -> str:
    return page.lows[page.mentions[first][1] - 1].removesuffix("'s")


def _title(page: Page, first: int) -> str:
    """The title in the name or right before it, without its stop."""
    if page.lows[first] in _WOMAN | _MAN:
        return page.lows[first]
    before = first - 1
    if before >= 0 and page.lows[before] == ".":
        before -= 1
    return page.lows[before] if before >= 0 else ""


def is_author(page: Page, phrase: Phrase) -> bool:
    """Whether the words mean the one who writes: *I*, *we*, *our*."""
    one = phrase.last - phrase.first == 1 and page.lows[phrase.first] in words().sets["authors"]
    return one and not page.text.startswith("US", page.starts[phrase.first])
