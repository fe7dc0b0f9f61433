"""The document's own vocabulary: *gross domestic product (GDP)*; *the blank cheque, or full support*."""

import re
from collections.abc import Iterator

from armillary.assemble.factors.tokens import Name
from armillary.text import Passage

_DEFINED = re.compile(r"((?:[^\W\d_][\w'’-]*\s+){1,7})\((?:the\s+)?[\"“'‘]?([A-Z][A-Z&]{1,6})[\"”'’]?\)")
_SMALL = frozenset("of the and for in on a an to".split())
_CALLED = re.compile(
    r"\s{0,2}(?:\(\s{0,2}|,\s{1,2}(?:or\s(?=[\"“])|or\s(?:simply|just)|i\.e\.,?|that\sis,?|in\sother\swords,?|known\sas|so-called|(?:also|often|usually)\s"
    r"(?:called|known\sas))\s{0,2})(?:the\s{1,2}|an?\s{1,2})?[\"“'‘]?([^\"”’,.;:()\n]{2,60})[\"”’']?\s{0,2}[,.;:)]"
)
FARTHEST = 120
"""Characters behind a wording in which its other name must end."""


class Vocabulary:
    """What one document calls things by."""

    def __init__(self, text: str) -> None:
        self._long = dict(_acronyms(text))
        self._pattern = (
            re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, self._long))) + r")\b")
            if self._long
            else None
        )

    def written_out(self, words: str, names: tuple[Name, ...]) -> tuple[str, tuple[Name, ...], bool]:
        """A wording with its acronyms written out, where no actor is named by them."""
        if self._pattern is None or self._pattern.search(words) is None:
            return words, names, False
        put, moved, at, shift = "", list(names), 0, 0
        for found in self._pattern.finditer(words):
            if any(start < found.end() and found.start() < end for start, end, _ in names):
                continue
            long = self._long[found.group()]
            put += words[at : found.start()] + long
            grown = len(long) - (found.end() - found.start())
            moved = [
                (s + grown, e + grown, who) if s - shift >= found.end() else (s, e, who)
                for s, e, who in moved
            ]
            shift += grown
            at = found.end()
        return put + words[at:], tuple(moved), at > 0


def other_name(place: Passage) -> str | None:
    """What the text calls a thing beside its name here: *full support (the blank cheque)*."""
    found = _CALLED.match(place.document.text, place.end, place.end + FARTHEST)
    return found.group(1) if found else None


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets behind the words that they stand for."""
    for found in _DEFINED.finditer(text):
        words, letters = found.group(1).split(), found.group(2).replace("&", "").casefold()
        for cut in range(len(words) - 1, -1, -1):
            big = [word for word in words[cut:] if word.casefold() not in _SMALL]
            if (
                words[cut].casefold() not in _SMALL
                and "".join(word[0].casefold() for word in big) == letters
            ):
                yield found.group(2), " ".join(words[cut:])
                break
