"""Runs: stretches of capitals, cut to what can be a name.

    "In May, U.S. President Joe Biden and the Bank of England's governor"
    → "U.S.", "Joe Biden" (after a title), "Bank of England"

A run says where it stands and what was taken off. What it names is for the witnesses to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from armillary.annotate.names.lists import lists
from armillary.annotate.names.page import Page
from armillary.annotate.names.stretches import stretch
from armillary.reading import Reading, Sentence

_OPENERS = frozenset(':“„"*•')
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)?")
_AFTER_DASH = frozenset(
    "based led backed controlled style born trained held owned run occupied dominated funded sponsored "
    "friendly wide area made ruled brokered educated related bound".split()
)
_WITH_PEOPLE = 3  # words of a people's adjective and a person's two names


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
    page = Page(reading.document.text, reading.tokens, lists())
    for sentence in reading.sentences:
        if not page.shouts(sentence):
            yield from _find(page, sentence)


def _find(page: Page, sentence: Sentence) -> Iterator[Run]:
    at = sentence.first
    opening = True
    while at < sentence.last:
        if page.capital(at):
            last = stretch(page, at, sentence.last)
            yield from _cut(page, at, last, opens=opening or page.new_paragraph(at))
            at = last
            opening = False
        else:
            mark = page.text[page.tokens[at].start]
            opening = (opening and not mark.isalnum()) or mark in _OPENERS
            at += 1


def _cut(page: Page, first: int, last: int, *, opens: bool) -> Iterator[Run]:
    """A stretch without what is no part of a name: a first word of the sentence, titles, offices."""
    while first < last and _falls_off(page, first, last, opens=opens):
        first += 1
        opens = False
    while last > first and _trails(page, last - 1):
        last -= 1
    if first == last:
        return
    first += _people_first(page, first, last)
    begins = _after_offices(page, first, last)
    if begins == first:
        first = _numbered(page, first, last)
        yield _run(page, first, last, opens=opens)
        return
    if page.word(first) in page.lists.places:
        yield _run(page, first, first + 1, opens=opens)
    if begins < last:
        yield replace(_run(page, begins, last, opens=False), titled=True, office=first)


def _falls_off(page: Page, at: int, last: int, *, opens: bool) -> bool:
    """Whether the first word of a stretch owes its capital to its place, or names nobody."""
    word = page.word(at)
    if not page.capital(at):
        return True
    if page.long(at):
        return False
    if word in page.lists.short["not"]["words"]:
        initial = word == "A" and at + 1 < last and page.word(at + 1) == "."
        return not initial
    acronym = word.isupper() and len(word) > 1
    return opens and not acronym and word not in page.lists.given and word.lower() in page.lists.common


def _trails(page: Page, at: int) -> bool:
    """Whether the last word of a stretch is no part of a name."""
    word = page.word(at)
    return word in page.lists.short["not"]["words"] or not (page.capital(at) or word == ".")


def _people_first(page: Page, first: int, last: int) -> bool:
    """Whether a people's adjective stands before a person: *German Anna Weber*."""
    return (
        last - first >= _WITH_PEOPLE
        and page.word(first) in page.lists.adjectives
        and page.word(first + 1) in page.lists.given
        and not page.heads(last - 1)
    )


def _numbered(page: Page, first: int, last: int) -> int:
    """The ordinal before a body that counts itself: *65th Air Division*; else the first token."""
    before = page.tokens[first - 1] if first else None
    if before is None or before.end + 1 != page.tokens[first].start:
        return first
    counted = page.word(last - 1) in page.lists.short["body"]["counted"]
    return first - 1 if counted and _ORDINAL.fullmatch(before.low) else first


def _after_offices(page: Page, first: int, last: int) -> int:
    """The token after the titles and offices that lead a stretch; `first` where none does."""
    if page.heads(last - 1):
        return first
    end = at = first
    while at < last:
        word = page.word(at)
        follows = end == at > first
        if word in page.lists.offices or (follows and word == "."):
            end = at + 1
        elif follows and word == "of":
            at += 1
            end = at + 1
        elif word not in page.lists.office_leads and word not in page.lists.places:
            break
        at += 1
    named = last > first + 1 and page.word(first) in page.lists.given
    return first if end == last and named else min(end, last)  # Alexander Pope, but Foreign Minister


def _run(page: Page, first: int, last: int, *, opens: bool) -> Run:
    """A run of these tokens; *based* and its like are taken off *Washington-based*."""
    words = [page.word(at) for at in range(first, last)]
    end = page.tokens[last - 1].start + len(words[-1])
    head, dash, tail = words[-1].rpartition("-")
    if dash and head and tail in _AFTER_DASH:
        words[-1] = head
        end -= len(dash + tail)
    return Run(first, last, page.tokens[first].start, end, tuple(words), opens)
