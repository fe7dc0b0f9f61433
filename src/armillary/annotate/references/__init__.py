"""References: whom a pronoun means, where the words before it leave one choice.

    "Ida Holm sold the mill. She moved to Turin."   →   She = Ida Holm
    "Ida Holm met Ada Berg. She smiled."            →   nobody: both could be meant

*He* and *she* are settled where one person alone fits, in the sentence up to there and in the sentence before, nouns
as well as names; *it* and *they* where that person, body, place or people is the subject before; *who* by the name
right before it. What is not settled so is left open: a wrong actor is worse than none (`bench/references.py`).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from armillary.annotate.references.candidates import Candidate, Candidates, words
from armillary.reading import Pos, Reading, Reference, Sentence, Token, VoiceKind
from armillary.text import Passage

_CLASS = {
    **dict.fromkeys(("he", "his"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
    **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "their"), "they"),
}
_OWNING = frozenset("his her its their".split())
_WHO = frozenset("who whom whose".split())
_SAID = frozenset({VoiceKind.DIRECT, VoiceKind.BLOCK})
_JOINS = frozenset("and or of".split())
_MOST = 40
"""Candidates that are carried on past sentences of a quotation, to the one who speaks or is spoken of before it."""
_FAR = 3
"""Sentences that a chain of pronouns leads on from the name: a wrong name at its head makes all of them wrong."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A pronoun, its class, its sentence, and all that is named in that and in the sentence before."""

    at: int
    kind: str
    sentence: Sentence
    here: list[Candidate] = field(default_factory=list)
    before: list[Candidate] = field(default_factory=list)


def mark(reading: Reading) -> Reading:
    """The reading with its references, in the order of the text. None where no English is read."""
    if not reading.is_english:
        return reading
    return replace(reading, references=tuple(_Resolver(reading).all()))


class _Resolver:
    """Goes through a reading from left to right."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._candidates = Candidates(reading)

    def all(self) -> Iterator[Reference]:
        before: list[Candidate] = []
        for sentence, pronouns, looked_at in self._sentences():
            here = list(self._candidates.of(sentence)) if looked_at else []
            for at in pronouns:
                low = self._tokens[at].low
                to = self._who(at, here) if low in _WHO else self._told(at, sentence, here, before)
                if to is not None:
                    yield Reference(self._passage(at), to)
            passed = looked_at and self._is_quoted(sentence)
            before = [*before, *here][-_MOST:] if passed else here

    def _sentences(self) -> Iterator[tuple[Sentence, list[int], bool]]:
        """Each sentence with the places of its pronouns, and whether one of those may mean what it names."""
        sentences = self._reading.sentences
        known = _CLASS.keys() | _WHO
        places = [
            [at for at in range(one.first, one.last) if self._tokens[at].low in known]
            for one in sentences
        ]
        asked = [False] * (
            len(sentences) + 1
        )  # a pronoun stands here, or behind a quotation that begins here
        for number in range(len(sentences) - 1, -1, -1):
            passed = asked[number + 1] and self._is_quoted(sentences[number])
            asked[number] = bool(places[number]) or passed
        for number, one in enumerate(sentences):
            yield one, places[number], bool(places[number]) or asked[number + 1]

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether a sentence is all of it another's words, but for the marks."""
        places = range(sentence.first, sentence.last)
        words_ = [at for at in places if self._tokens[at].low[0].isalnum()]
        if not words_ or not self._reading.voices:
            return False
        voice = self._voice(words_[0])
        return voice is not None and voice == self._voice(words_[-1])

    def _passage(self, at: int) -> Passage:
        return self._reading.document.passage(self._tokens[at].start, self._tokens[at].end)

    def _who(self, at: int, here: list[Candidate]) -> Passage | None:
        """*Ida Holm, who …*: the name right before it, where it stands alone."""
        end = at - 1 if self._tokens[at - 1].low == "," else at
        for one in here:
            if one.last == end and one.at is not None and not one.fits <= {"it"}:
                return None if one.first and self._tokens[one.first - 1].low in _JOINS else one.at
        return None

    def _told(
        self, at: int, sentence: Sentence, here: list[Candidate], before: list[Candidate]
    ) -> Passage | None:
        """Whom a pronoun means. It is a candidate itself for those after it."""
        if self._says_too_little(at, sentence):
            return None
        place = _Place(at, _CLASS[self._tokens[at].low], sentence, here, before)
        chosen = self._choice(place)
        who, to = (chosen.who, chosen.at) if chosen else (f"{place.kind}?", None)
        far = chosen.far + (chosen.first < sentence.first) if chosen else 0
        here.append(Candidate(at, at + 1, who, frozenset({place.kind}), to if far < _FAR else None, far))
        return to

    def _says_too_little(self, at: int, sentence: Sentence) -> bool:
        """Whether *her* or *it* is no subject and no owner, or stands for nothing: *it seems that*."""
        token = self._tokens[at]
        before = self._tokens[at - 1].low if at > sentence.first else ""
        after = self._tokens[at + 1] if at + 1 < sentence.last else None
        match token.low:
            case "her":
                return after is None or not _is_owned(after)
            case "it":
                empty = before == "as" or (after is not None and after.low in words()["empty"])
                helped = after is not None and after.low in words()["helping"]
                return empty or (helped if token.pos is None else token.relation != "nsubj")
            case "its":
                return before == ","  # "Holm Ltd, its main rival, …"
        return False

    def _choice(self, place: _Place) -> Candidate | None:
        if place.kind in {"it", "they"}:
            opens = place.at == place.sentence.first
            read = self._candidates.is_read(place.sentence)
            return self._by_subject(place) if opens or read else None
        if self._is_fronted(place):
            return None
        voice = self._voice(place.at)
        fitting = [
            one
            for one in (*place.before, *place.here)
            if place.kind in one.fits and one.last <= place.at and self._voice(one.first) == voice
        ]
        if len({one.who for one in fitting}) != 1:
            return None
        return next((one for one in reversed(fitting) if one.at is not None), None)

    def _is_fronted(self, place: _Place) -> bool:
        """*When he arrived, Holm …*: whether the one who is meant may yet come."""
        first = self._tokens[place.sentence.first].low
        return (first in words()["fronting"] or first.endswith("ing")) and any(
            place.kind in one.fits and one.first > place.at and one.at is not None for one in place.here
        )

    def _by_subject(self, place: _Place) -> Candidate | None:
        """The subject before *it* or *they* in the sentence, or else the only subject of the sentence before."""
        subjects = [one for one in place.here if one.last <= place.at and self._is_subject(one)]
        if subjects:
            last = subjects[-1]
            others = (one for one in place.here if last.last <= one.first and one.last <= place.at)
            if any(place.kind in one.fits and one.who != last.who for one in others):
                return None
            return self._answer(last, place)
        if self._tokens[place.at].low in _OWNING or place.at > place.sentence.first:
            return None
        subjects = [one for one in place.before if self._is_subject(one)]
        return self._answer(subjects[0], place) if len(subjects) == 1 else None

    def _answer(self, one: Candidate, place: _Place) -> Candidate | None:
        fits = one.at is not None and place.kind in one.fits
        return one if fits and self._voice(one.first) == self._voice(place.at) else None

    def _is_subject(self, one: Candidate) -> bool:
        relations = (token.relation or "" for token in self._tokens[one.first : one.last])
        return any(relation.startswith("nsubj") for relation in relations)

    def _voice(self, at: int) -> int | None:
        """Where the quotation begins in which a word stands; None outside of quotations."""
        voices = self._reading.voices
        if not voices or bisect_left(voices, self._tokens[at].end, key=lambda one: one.at.start) == 0:
            return None
        around = self._reading.voice_around(self._passage(at), _SAID)
        return None if around is None else around.at.start


def _is_owned(after: Token) -> bool:
    """Whether the word after *her* is what she has, and not the next word after whom it is done to."""
    if after.pos is None:
        return after.low.isalpha() and after.low not in words()["closed"]
    return after.pos in {Pos.NOUN, Pos.ADJECTIVE, Pos.NAME}
