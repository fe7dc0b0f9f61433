"""What a pronoun could stand for in a sentence: names, and nouns that might be meant as well.

Each candidate fits some of *he*, *she*, *it* and *they*. A noun is never an answer, but where it fits, a name is no
longer the only one that does.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from armillary.annotate.names.lists import lists
from armillary.reading import ActorKind, Mention, Pos, Reading, Sentence, Token
from armillary.text import Passage

BOTH = frozenset({"he", "she"})
_HE, _SHE, _IT, _THEY = (frozenset({word}) for word in ("he", "she", "it", "they"))
_FITS = {
    ActorKind.PERSON: BOTH,
    ActorKind.BODY: _IT,
    ActorKind.PLACE: _IT,
    ActorKind.PEOPLE: _THEY,
    ActorKind.OTHER: _IT,
}
_TITLES = {
    **dict.fromkeys("mrs ms miss lady dame queen princess madam madame baroness duchess".split(), _SHE),
    **dict.fromkeys("mr sir lord king prince baron duke monsieur herr".split(), _HE),
}


_NEAR = 3
"""Words between *became* or *as* and what somebody became: *as a senior clerk*."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words in a sentence that a pronoun could stand for. `first` is a token; `at` is None for what is no name.

    `who` is equal for names of one bearer. `far`: how many sentences a pronoun stands behind its name.
    """

    first: int
    last: int
    who: str
    fits: frozenset[str]
    at: Passage | None
    far: int = 0


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The lists of `words.toml`."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(listed.split()) for name, listed in table.items()}


class Candidates:
    """The candidates of each sentence of a reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts = [mention.at.start for mention in reading.mentions]
        self._token_at = [token.start for token in reading.tokens]
        self._full = _full_names(reading.mentions)
        self._times = [time.at for time in reading.times]

    def of(self, sentence: Sentence) -> tuple[Candidate, ...]:
        """All candidates of a sentence, in order."""
        names = list(self._names(sentence))
        taken = {place for name in names for place in range(name.first, name.last)}
        nouns = self._nouns(sentence, taken)
        return tuple(sorted((*names, *nouns), key=lambda one: one.first))

    def is_read(self, sentence: Sentence) -> bool:
        """Whether somebody has read the grammar of a sentence."""
        return self._reading.tokens[sentence.first].pos is not None

    def _names(self, sentence: Sentence) -> Iterator[Candidate]:
        at = bisect_left(self._starts, sentence.span.start)
        for mention in self._reading.mentions[at:]:
            if mention.at.start >= sentence.span.end:
                return
            first = bisect_left(self._token_at, mention.at.start)
            last = max(first + 1, bisect_left(self._token_at, mention.at.end))
            named = None if mention.kind is ActorKind.OTHER else mention.at
            yield Candidate(first, last, self._bearer(mention), self._fits(mention, first), named)

    def _bearer(self, mention: Mention) -> str:
        low = _bare(mention.at.words)
        if mention.kind is not ActorKind.PERSON:
            return low.removeprefix("the ")
        return self._full.get(low, low)

    def _fits(self, mention: Mention, first: int) -> frozenset[str]:
        fits = _FITS[mention.kind]
        if mention.kind is not ActorKind.PERSON:
            given = mention.at.words.split()[0] in lists().given
            return fits | BOTH if given else fits
        told = _gender(mention, self._reading.tokens[max(0, first - 2) : first + 1])
        return fits if told is None else told

    def _nouns(self, sentence: Sentence, taken: set[int]) -> Iterator[Candidate]:
        tokens = self._reading.tokens
        telling = self._telling(sentence)
        for place in range(sentence.first, sentence.last):
            token = tokens[place]
            if place not in taken and place not in telling and not self._is_time(token):
                fits = _noun_fits(token) or self._unread_name(place, sentence)
                if fits:
                    yield Candidate(place, place + 1, f"{token.low} {place}", fits, None)

    def _telling(self, sentence: Sentence) -> set[int]:
        """Nouns that only say what another is: *he was a friend*, *Holm, the mayor*, *as a clerk*."""
        tokens = self._reading.tokens
        places = range(sentence.first, sentence.last)
        told = {
            token.head
            for token in tokens[sentence.first : sentence.last]
            if token.relation == "cop" and token.head is not None
        }
        told |= {place for place in places if tokens[place].relation == "appos"}
        told |= {
            place
            for place in places
            if words()["becoming"]
            & {token.low for token in tokens[max(sentence.first, place - _NEAR) : place]}
        }
        told |= {
            place for place in places if tokens[place].relation == "conj" and tokens[place].head in told
        }
        return told

    def _unread_name(self, place: int, sentence: Sentence) -> frozenset[str]:
        """A capital in a sentence whose grammar nobody has read may begin a name that nobody has seen."""
        token = self._reading.tokens[place]
        capital = self._reading.document.text[token.start].isupper()
        if token.pos is not None or not capital or place == sentence.first or token.low == "i":
            return frozenset()
        return BOTH | _IT

    def _is_time(self, token: Token) -> bool:
        at = bisect_left(self._times, token.end, key=lambda time: time.end)
        return at < len(self._times) and self._times[at].start <= token.start


def _noun_fits(token: Token) -> frozenset[str]:
    known = words()
    if token.low in known["woman"]:
        return _SHE
    if token.low in known["man"]:
        return _HE
    if token.low in known["person"]:
        return BOTH
    if token.pos is Pos.NAME:
        return BOTH | _IT
    if token.pos is Pos.NOUN:
        return _THEY if (token.tag or "").endswith("S") else _IT
    return frozenset()


def _full_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """For a part of a name that one person bears, that person's full name."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        full = _bare(mention.at.words)
        parts = full.split()
        if mention.kind is ActorKind.PERSON and len(parts) > 1:
            for part in (parts[0], parts[-1]):
                found.setdefault(part, set()).add(full)
    return {part: next(iter(full)) for part, full in found.items() if len(full) == 1}


def _bare(words_: str) -> str:
    return " ".join(words_.casefold().replace("’", "'").split()).removesuffix("'s").removesuffix("'")


def _gender(mention: Mention, before: Sequence[Token]) -> frozenset[str] | None:
    """Whether a title or, where there is none, the given name tells that a name is a woman's, or a man's."""
    for token in before:
        if token.low.rstrip(".") in _TITLES:
            return _TITLES[token.low.rstrip(".")]
    name, *rest = mention.at.words.replace("’", "'").removesuffix("'s").split()
    if not rest and name in lists().surnames:
        return None  # Kelly may be anybody
    women, men = name in lists().women, name in lists().men
    return None if women is men else (_SHE if women else _HE)
