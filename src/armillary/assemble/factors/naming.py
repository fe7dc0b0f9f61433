"""What factors are called, and where: each wording of a document once, with its places.

Actors in a wording are compared as actors: *NATO's expansion* and *the Alliance's expansion* are one
where the two names are.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from armillary.assemble.actors.ties import known_names
from armillary.assemble.factors.forms import stem
from armillary.assemble.factors.lists import lists
from armillary.assemble.factors.tokens import Name
from armillary.assemble.factors.vocabulary import Vocabulary
from armillary.assemble.factors.wording import Article, Wording, parse, whole
from armillary.findings import Argument, Claim, Findings
from armillary.reading import ActorKind
from armillary.system import Actor
from armillary.text import Document, Passage

LONGEST = 400
"""Characters of a wording that is compared word by word; a longer one stands for itself. Bounds the work."""


_OWNING = frozenset("his her its their".split())
_RELATIVE = frozenset("who whom whose".split())
"""Pronouns that stay what they are: they join a clause to its name."""


@dataclass(slots=True)
class Naming:
    """One wording in one document. `turned`: it names the opposite way. `spelled`: an acronym was written out.

    `told` are nouns of change that the text puts before it (*the shortage of flats*), each with whether it
    turns. `short` says that it stands for a longer wording of its document, `points` that a pronoun in it stands for
    an actor (*its expansion*).
    """

    document: int
    words: str
    wording: Wording
    turned: bool
    spelled: bool
    places: list[Passage] = field(default_factory=list)
    told: dict[str, bool] = field(default_factory=dict)
    short: bool = False
    points: bool = False

    @property
    def first(self) -> Passage:
        """Where the document first names it so."""
        return self.places[0]


def plain(words: str) -> str:
    """A wording in small letters, in one line."""
    return " ".join(words.casefold().split()).replace("’", "'")


class Gatherer:
    """Reads the wordings of all claims; each different one once."""

    def __init__(self, findings: Sequence[Findings], actors: Iterable[Actor]) -> None:
        self._number = {id(found.document): at for at, found in enumerate(findings)}
        self._vocabularies = [Vocabulary(found.document.text) for found in findings]
        self._names, self._known = _names(findings, actors)
        self._pointing = [{(one.at.start, one.at.end) for one in found.references} for found in findings]
        self._namings: dict[tuple[int, str, tuple[str, ...], int], Naming] = {}
        self._parsed: dict[tuple[str, tuple[Name, ...]], Wording] = {}
        self.of: dict[Passage, Naming] = {}

    def gather(self, claims: Iterable[Claim]) -> list[Naming]:
        """The wordings, in the order of their first places."""
        for claim in claims:
            for argument in (claim.cause, claim.effect):
                naming = self.of.get(argument.core) or self._add(argument.core)
                _told(argument, naming)
        for naming in self._namings.values():
            naming.places.sort(key=lambda place: (place.start, place.end))
        return sorted(
            self._namings.values(),
            key=lambda naming: (naming.document, naming.first.start, -naming.first.end),
        )

    def vocabulary(self, document: int) -> Vocabulary:
        """What a document calls things by."""
        return self._vocabularies[document]

    def _home(self, document: Document) -> int:
        return self._number[id(document)]

    def _add(self, core: Passage) -> Naming:
        home = self._home(core.document)
        names = self._inside(home, core)
        told, names = self._told(core, names)
        words, names, spelled = self._vocabularies[home].written_out(told, names)
        wording = self._parse(words, names)
        place = core.start if wording.article is Article.THIS else -1
        key = home, plain(core.words), tuple(actor for *_, actor in names), place
        if key not in self._namings:
            points = told != core.words
            self._namings[key] = Naming(home, key[1], wording, wording.turned, spelled, points=points)
        self._namings[key].places.append(core)
        self.of[core] = self._namings[key]
        return self._namings[key]

    def _told(self, core: Passage, names: tuple[Name, ...]) -> tuple[str, tuple[Name, ...]]:
        """The words with the actor's name for each pronoun that is settled: *its expansion* is read as *NATO's*."""
        pointing = self._pointing[self._home(core.document)]
        words, moved, by = core.words, [], 0
        for start, end, actor in names:
            put, owner = core.words[start:end], ""
            if (core.start + start, core.start + end) in pointing:
                owner = "'s" if put.casefold() in _OWNING else ""
                put = actor
            words = words[: start + by] + put + owner + words[end + by :]
            moved.append((start + by, start + by + len(put), actor))
            by += len(put) + len(owner) - (end - start)
        return words, tuple(moved)

    def _parse(self, words: str, names: tuple[Name, ...]) -> Wording:
        key = words, names
        if key not in self._parsed:
            self._parsed[key] = (
                whole(words) if len(words) > LONGEST else parse(words, names, self._known)
            )
        return self._parsed[key]

    def _inside(self, home: int, core: Passage) -> tuple[Name, ...]:
        """The actors that are named in a wording, places counted in it."""
        starts, ends, actors = self._names[home]
        found: list[Name] = []
        for at in range(bisect_left(starts, core.start), len(starts)):
            if starts[at] >= core.end:
                break
            if ends[at] <= core.end and (not found or starts[at] - core.start >= found[-1][1]):
                found.append((starts[at] - core.start, ends[at] - core.start, actors[at]))
        return tuple(found)


def _names(
    findings: Sequence[Findings], actors: Iterable[Actor]
) -> tuple[list[tuple[list[int], list[int], list[str]]], dict[str, str]]:
    """For each document the starts, ends and actors of its names; and the actor of each name of one word."""
    actor_at: dict[Passage, str] = {}
    known: dict[str, str | None] = {}
    for actor in actors:
        name = plain(actor.name)
        actor_at |= dict.fromkeys(actor.mentions, name)
        if actor.kind in {ActorKind.PLACE, ActorKind.BODY}:
            for alias in (actor.name, *actor.aliases):
                known[plain(alias)] = name if known.get(plain(alias), name) == name else None
    actor_of = {name: actor for name, actor in known.items() if actor is not None}
    first_of, _ = known_names()
    seen: dict[str, str] = {}
    for name, who in actor_of.items():
        if name in first_of:
            seen.setdefault(first_of[name], who)
    for name, first in first_of.items():
        actor_of.setdefault(name, seen.get(first, plain(first)))
    rows = []
    for found in findings:
        places = [
            *(mention.at for mention in found.mentions),
            *(one.at for one in found.references if one.at.words.casefold() not in _RELATIVE),
        ]
        named = sorted((at.start, at.end, actor_at[at]) for at in places if at in actor_at)
        rows.append(([row[0] for row in named], [row[1] for row in named], [row[2] for row in named]))
    return rows, actor_of


def _told(argument: Argument, naming: Naming) -> None:
    """Remember the nouns of change that stand before the core: *the shortage* may come back alone."""
    if argument.stands_for is not None or argument.at.start >= argument.core.start:
        return
    before = argument.at.words[: argument.core.start - argument.at.start]
    for word in before.casefold().split()[-6:]:
        base = stem(word)
        if base in lists().compound:
            naming.told.setdefault(base, base in lists().down)
