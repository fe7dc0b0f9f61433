"""What every kind of statement asks for: the names that the facts know, and when a sentence speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from armillary.days import Days, days_of, iso_days
from armillary.holdings import Fact, FactKind, Facts, folded
from armillary.reading import Time
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import System
from armillary.text import Passage


class Context:
    """A system and the facts that speak of what it names."""

    def __init__(self, system: System, facts: Facts) -> None:
        self.system = system
        self._called = {
            folded(fact.object): folded(fact.subject)
            for fact in facts.rows
            if fact.kind is FactKind.NAME and fact.object
        }
        self._rows = {kind: [fact for fact in facts.rows if fact.kind is kind] for kind in FactKind}
        self.times: Marks[Time] = Marks(system.times)
        wordings = {name for fact in facts.rows for name in (fact.subject, fact.object) if name}
        longest_first = sorted(wordings, key=lambda name: (-len(name), name))
        self._wordings = re.compile(
            r"(?<!\w)(?:the\s)?(?:" + "|".join(_pattern(name) for name in longest_first) + r")(?!\w)"
        )
        self._named: dict[int, list[tuple[Passage, str]]] = {}
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in sentences(system):
            self._sentences.setdefault(id(sentence.document), []).append(sentence)

    def rows(self, kind: FactKind) -> Sequence[Fact]:
        """The facts of a kind, in their order."""
        return self._rows[kind]

    def known(self, name: str | None) -> str:
        """What the facts call a thing that goes by this name; the name itself where they do not know it."""
        plain = folded(name or "")
        return self._called.get(plain, plain)

    @property
    def called(self) -> dict[str, str]:
        """Other names, folded, and the names that they stand for."""
        return self._called

    def names(self, passage: Passage) -> Iterator[str]:
        """What the facts may call what is named here: by its own words, then by those of its actor."""
        yield self.known(passage.words)
        key = self.system.actor_at.get(passage)
        if key is not None:
            actor = self.system.actors[key]
            yield from dict.fromkeys(map(self.known, (actor.name, *(at.words for at in actor.mentions))))

    def named(self, at: Passage) -> list[tuple[Passage, str]]:
        """The names that the facts know, as they stand in a passage, each with what the facts call it."""
        document = at.document
        own = self._named.get(id(document))
        if own is None:
            found = self._wordings.finditer(document.text)
            places = [document.passage(one.start(), one.end()) for one in found if one[0]]
            own = self._named[id(document)] = [(place, self.known(place.words)) for place in places]
        first = bisect_left(own, at.start, key=lambda one: one[0].start)
        return own[first : bisect_left(own, at.end, key=lambda one: one[0].start)]

    def sentence(self, at: Passage) -> Sentence | None:
        """The sentence of prose in which a passage begins."""
        own = self._sentences.get(id(at.document), [])
        place = bisect_right(own, at.start, key=lambda sentence: sentence.start) - 1
        return own[place] if place >= 0 and at.start < own[place].end else None

    def dated(self, at: Passage) -> Days | None:
        """The days that the sentence of a passage speaks of, where it gives one date and no more."""
        sentence = self.sentence(at)
        if sentence is None:
            return None
        within = self.times.within(sentence.document, sentence.start, sentence.end)
        found = [days for time in within if (days := days_of(time)) is not None]
        return found[0] if len(found) == 1 else None


def _pattern(name: str) -> str:
    """A name as it may stand in a text: with one space or a line's end between words."""
    return r"\s{1,3}".join(re.escape(word) for word in name.split())


def silent(fact: Fact, days: Days) -> bool:
    """Whether a row says nothing of these days, since they are later than what it was made of."""
    known = iso_days(fact.asof or "")
    return known is not None and known.last < days.last


def span(fact: Fact) -> Days | None:
    """The days for which a row says something; where it gives no start, it says so of all days before its end."""
    first, last = iso_days(fact.start or "0001"), iso_days(fact.end or "9999")
    return None if first is None or last is None else Days(first.first, last.last)


def overlap(one: Days, two: Days) -> bool:
    """Whether two spans have a day in common."""
    return one.first <= two.last and two.first <= one.last


def from_to(fact: Fact) -> str:
    """The time of a row in words: *from 1989-01-25 to 1992-08-23*."""
    start = f" from {fact.start}" if fact.start else ""
    end = f" to {fact.end}" if fact.end else ""
    return f"{start}{end}" or " at all times"
