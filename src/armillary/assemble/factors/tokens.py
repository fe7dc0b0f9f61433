"""The words of a wording, each with its stem and with what it is: a name, an owner, a word to part at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from armillary.assemble.factors.forms import spelled, stem, table
from armillary.assemble.factors.lists import lists

_WORD = re.compile(r"[^\W_]+(?:[-‐‑.&'’][^\W_]+)*['’]?|[,;:()–—]")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_CLITIC = re.compile(r"['’](?:s|d|m|ll|re|ve)?$|n['’]t$")

Name = tuple[int, int, str]
"""Where an actor is named in the wording, and what stands for the actor."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared. `stem` of a name begins with `@`; `owns` says that it has an *'s* or its like."""

    low: str
    stem: str
    named: bool = False
    owns: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is a comma or its like."""
        return not self.low[0].isalnum()


def tokens(words: str, names: tuple[Name, ...], known: Mapping[str, str]) -> list[Word]:
    """The words of a wording. `known` has the actors by their names in small letters, for *Russian*."""
    return list(_tokens(words, names, known))


def _tokens(words: str, names: tuple[Name, ...], known: Mapping[str, str]) -> Iterator[Word]:
    open_ = list(names)
    done = 0
    for found in _WORD.finditer(words):
        if found.start() < done:
            continue
        if open_ and found.end() > open_[0][0]:
            start, end, actor = open_.pop(0)
            owns = words[end : end + 2].casefold() in {"'s", "’s"} or (
                words[end - 1 : end + 1] in {"s'", "s’"}
            )
            done = end + 2 * owns
            yield Word(" ".join(words[start:end].casefold().split()), "@" + actor, named=True, owns=owns)
            continue
        yield _word(found.group(), known)


def _word(word: str, known: Mapping[str, str]) -> Word:
    if not word[0].isalnum():
        return Word(word, word)
    owns = _OWNER.search(word) is not None
    low = _CLITIC.sub("", word.casefold().replace("‐", "-").replace("‑", "-")) or word.casefold()
    if word.casefold().replace("’", "'").endswith("n't"):
        return Word("not", "not")
    place = table("people").get(low) if word[0].isupper() else None
    if place is not None:
        return Word(low, "@" + known.get(place, place), named=True, owns=True)
    if word[0].isupper() and low in known:
        return Word(low, "@" + known[low], named=True, owns=owns)
    base = stem(low)
    return Word(spelled(low), lists().same.get(base, base), owns=owns)
