"""Offices: *the US Secretary of State James Baker*, in a sentence that speaks of February 1990."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armillary.consult.facts.context import Context, from_to, overlap, silent, span
from armillary.days import Days
from armillary.held import Answer, FactVerdict
from armillary.holdings import Fact, FactKind, folded
from armillary.text import Passage

_AROUND = 100
_PAST = re.compile(r"\b(?:former|ex|future|later|deputy|vice|acting|shadow)[\s-]{1,3}$", re.IGNORECASE)
_WORDS = re.compile(r"[^\s,.;:()“”\"]+")
_MOST_WORDS = 3
_GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n)"  # no empty line: a heading is no part of a name
_NAME = (
    rf"(?:[A-Z][\w’'-]{{0,30}}\.?{_GAP}(?:(?:de|van|von|der|den|af|la|du|di|al|ben|of){_GAP}){{0,2}}){{0,4}}"
    r"[A-Z][\w’-]{1,30}"
)
_NAME_AFTER = re.compile(rf"\s{{1,3}}(?P<name>{_NAME})")
_NAME_BEFORE = re.compile(
    rf"\b(?P<name>{_NAME}),\s{{1,3}}(?:(?:the|then|its|their)\s{{1,3}}){{0,2}}(?P<lead>(?:[\w.’']{{1,30}}\s{{1,3}}){{0,2}}?)$"
)
_OF_STATE = re.compile(r"\s{1,3}of\s{1,3}(?P<of>(?:the\s)?[A-Z][\w.]{1,30}(?:\s[A-Z][\w.]{1,30}){0,3})")


@dataclass(frozen=True, slots=True)
class _Statement:
    """Somebody is said to hold an office. `office` and `state` are names as the facts have them.

    `worked_out`: the text does not name the state; it is the only one of the facts with such an office.
    """

    at: Passage
    person: Passage
    office: str
    state: str | None
    days: Days | None
    worked_out: bool


def offices(context: Context) -> Iterator[FactVerdict]:
    """A verdict on each office that stands beside the name of a person."""
    rows = context.rows(FactKind.OFFICE)
    titles = {context.known(fact.relation) for fact in rows}
    wordings = titles | {word for word, meant in context.called.items() if meant in titles}
    if not wordings:
        return
    of: dict[str, set[str]] = {}
    for fact in rows:
        of.setdefault(context.known(fact.relation), set()).add(context.known(fact.object))
    longest_first = sorted(wordings, key=lambda word: (-len(word), word))
    title = "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)
    titles_in_text = re.compile(rf"\b(?:{title})\b", re.IGNORECASE)
    find = _Finder(context, of)
    for document in context.system.documents:
        for found in titles_in_text.finditer(document.text):
            title_at = document.passage(found.start(), found.end())
            statement = find.named_after(title_at) or find.named_before(title_at)
            if statement is not None:
                yield _verdict(context, statement, rows)


class _Finder:
    """Finds whose office it is that stands in the text."""

    def __init__(self, context: Context, of: dict[str, set[str]]) -> None:
        self._context, self._of = context, of
        self._states = set().union(*of.values())

    def named_after(self, title: Passage) -> _Statement | None:
        """*the US Secretary of State James Baker*, *Germany’s Chancellor Angela Merkel*."""
        document, text = title.document, title.document.text
        before = text[max(0, title.start - _AROUND) : title.start]
        state, length = self._state_at_end(before)
        named = _NAME_AFTER.match(text, title.end)
        if named is None or _PAST.search(before[: len(before) - length]) or _PAST.search(before):
            return None
        person = document.passage(named.start("name"), named.end("name"))
        at = document.passage(title.start - length, person.end)
        return self._statement(at, person, title.words, state)

    def named_before(self, title: Passage) -> _Statement | None:
        """*James Baker, then Secretary of State*, *Angela Merkel, the Chancellor of Germany*."""
        document, text = title.document, title.document.text
        first = max(0, title.start - _AROUND)
        named = _NAME_BEFORE.search(text, first, title.start)
        if named is None or _PAST.search(named["lead"]):
            return None
        state, _ = self._state_at_end(named["lead"])
        of = _OF_STATE.match(text, title.end)
        if state is None and of is not None and self._context.known(of["of"]) in self._states:
            state = self._context.known(of["of"])
        person = document.passage(named.start("name"), named.end("name"))
        at = document.passage(person.start, of.end() if of and state else title.end)
        return self._statement(at, person, title.words, state)

    def _state_at_end(self, words: str) -> tuple[str | None, int]:
        """The state that is named in the last words, and how many characters it takes."""
        starts = [found.start() for found in _WORDS.finditer(words)][-_MOST_WORDS:]
        for start in starts:
            named = self._context.known(re.sub(r"[’']s$", "", words[start:].strip()))
            if named in self._states:
                return named, len(words) - start
        return None, 0

    def _statement(self, at: Passage, person: Passage, title: str, state: str | None) -> _Statement:
        office = self._context.known(title)
        only = self._of[office]
        worked_out = state is None and len(only) == 1
        if worked_out:
            (state,) = only
        return _Statement(at, person, office, state, self._context.dated(person), worked_out)


def _verdict(context: Context, said: _Statement, rows: Sequence[Fact]) -> FactVerdict:
    same = [
        fact
        for fact in rows
        if context.known(fact.relation) == said.office
        and said.state in {None, context.known(fact.object)}
        and not (said.days is not None and silent(fact, said.days))
    ]
    names = set(context.names(said.person))
    own = [fact for fact in same if _is(context.known(fact.subject), names)]
    told = f"{' '.join(said.at.words.split())}"
    answer, deciding = _answer(said, own, same)
    because = "; ".join(f"{fact.subject} held this office{from_to(fact)}" for fact in deciding)
    if answer is Answer.NOT_COVERED:
        because = "no row says who held this office then"
    return FactVerdict(said.at, FactKind.OFFICE, told, answer, because, tuple(deciding))


def _answer(said: _Statement, own: list[Fact], same: list[Fact]) -> tuple[Answer, list[Fact]]:
    if said.days is None:
        return (Answer.AGREES, own) if own else (Answer.NOT_COVERED, [])
    then = [fact for fact in own if _touches(fact, said.days)]
    others = [fact for fact in same if fact not in own and _covers(fact, said.days)]
    if then:
        contradicted = [fact for fact in others if any(_covers(one, said.days) for one in then)]
        contradicted = [fact for fact in contradicted if fact.object == then[0].object]
        return (Answer.DISPUTED, then + contradicted) if contradicted else (Answer.AGREES, then)
    if own:
        return Answer.DIFFERS, own + [fact for fact in others if fact.object == own[0].object]
    if (
        said.worked_out
    ):  # other states may have such an office: only one with the same family name is meant
        family = folded(said.person.words).rsplit(" ", 1)[-1]
        others = [fact for fact in others if folded(fact.subject).endswith(f" {family}")]
    return (Answer.DIFFERS, others) if said.state is not None and others else (Answer.NOT_COVERED, [])


def _touches(fact: Fact, days: Days) -> bool:
    own = span(fact)
    return own is not None and overlap(own, days)


def _covers(fact: Fact, days: Days) -> bool:
    """Whether an office was held on all these days and those beside them: no handing over in between."""
    own = span(fact)
    return own is not None and fact.start is not None and own.first < days.first and days.last < own.last


def _is(subject: str, names: set[str]) -> bool:
    """Whether a fact speaks of somebody with these names: by one of them, or by the family name alone."""
    return subject in names or (
        all(" " not in name for name in names) and subject.rsplit(" ", 1)[-1] in names
    )
