"""Who is named where: the names of each document, with holders that no name mention covers.

A pronoun belongs to the name that the reading found for it, if any. A holder that describes a name beside it
(*Grey, the foreign secretary*) belongs to that name; any other (*the minister*, *Western media*, a pronoun that
nothing settles) is an actor of its own, within its document.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from armillary.findings import Findings
from armillary.reading import ActorKind, Mention, Reference, Speaker
from armillary.system import Because, Merge
from armillary.text import Passage

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_BODIES = frozenset(
    "government media press party parties army military police council committee commission ministry parliament company "
    "firm bank court court's union agency team board group administration cabinet paper newspaper staff regime".split()
)
_MEANT_ONE = frozenset(
    "minister president secretary spokesman spokeswoman spokesperson official officer leader chairman director author "
    "writer historian economist analyst professor king queen emperor tsar chancellor ambassador general judge mayor "
    "governor senator reporter critic expert man woman mother father witness lawyer editor teacher doctor".split()
)


@dataclass(slots=True)
class Named:
    """One name in one document: its key for comparing, its kind, and its places in order.

    `described` marks a holder that is no name. `pointed` are places that only point to the name.
    """

    document: int
    key: str
    kind: ActorKind
    described: bool = False
    places: list[Passage] = field(default_factory=list)
    pointed: list[Merge] = field(default_factory=list)

    @property
    def first(self) -> Passage:
        """The first place of the name."""
        return self.places[0]

    @property
    def all_places(self) -> Iterator[Passage]:
        """The places of the name, and those that point to it."""
        yield from self.places
        yield from (row.at for row in self.pointed)

    @property
    def wordings(self) -> Iterator[str]:
        """The words of each place, line ends as blanks."""
        return (" ".join(place.words.split()) for place in self.places)

    @property
    def person(self) -> bool:
        """Whether it names a person."""
        return self.kind is ActorKind.PERSON

    @property
    def group(self) -> str:
        """Names of different groups are never one actor: a people is not its state."""
        if self.kind in {ActorKind.PERSON, ActorKind.PEOPLE}:
            return self.kind.value
        return "thing"


def key_of(words: str, kind: ActorKind) -> str:
    """What two equal names share: small letters, no article, no stops.

    >>> key_of("The  Hague", ActorKind.PLACE), key_of("J.F. Kennedy", ActorKind.PERSON), key_of("U.S.", ActorKind.PLACE)
    ('hague', 'j f kennedy', 'us')
    """
    plain = unicodedata.normalize("NFC", " ".join(words.split())).replace("’", "'").casefold()
    plain = _ARTICLE.sub("", plain, count=1) if plain.startswith(("the ", "a ", "an ")) else plain
    stop = " " if kind is ActorKind.PERSON else ""
    return " ".join(plain.replace(".", stop).split()) or words.casefold()


def gather(findings: Sequence[Findings]) -> list[Named]:
    """The names of all documents, each name once in each document."""
    return [named for place, found in enumerate(findings) for named in _Gatherer(place, found).gather()]


class _Gatherer:
    """Goes through one document."""

    def __init__(self, document: int, found: Findings) -> None:
        self._document = document
        self._found = found
        self._mentions = sorted(found.mentions, key=lambda mention: (mention.at.start, mention.at.end))
        self._starts = [mention.at.start for mention in self._mentions]
        self._names: dict[tuple[str, str], Named] = {}
        self._of: dict[Passage, Named] = {}

    def gather(self) -> list[Named]:
        for mention in self._mentions:
            self._add(mention.at, mention.kind)
        for reference in self._found.references:
            self._refer(reference)
        for holder in sorted(set(self._holders()), key=lambda place: (place.start, place.end)):
            if holder not in self._of:
                self._place(holder)
        return list(self._names.values())

    def _holders(self) -> Iterator[Passage]:
        found = self._found
        holders = [quotation.speaker for quotation in found.quotations]
        holders += [claim.holder for claim in found.claims]
        holders += [position.holder for position in found.positions]
        holders += [event.holder for event in found.events]
        return (holder for holder in holders if not isinstance(holder, Speaker))

    def _add(self, at: Passage, kind: ActorKind, *, described: bool = False) -> None:
        key = key_of(at.words, kind)
        fresh = Named(self._document, key, kind, described)
        named = self._names.setdefault((("described" if described else fresh.group), key), fresh)
        named.places.append(at)
        self._of[at] = named

    def _place(self, holder: Passage) -> None:
        like = self._head(holder)
        same = self._same(holder) if like is None else self._of[like.at]
        if same is None:
            self._add(holder, described_kind(holder.words), described=True)
        elif like is None or key_of(holder.words, same.kind) == same.key:
            same.places.append(holder)
            self._of[holder] = same
        else:
            same.pointed.append(Merge(holder, like.at, Because.DESCRIBED))

    def _refer(self, reference: Reference) -> None:
        """A pronoun is one more place of the name that it stands for."""
        named = self._of.get(reference.to)
        if named is not None and reference.at not in self._of:
            named.pointed.append(Merge(reference.at, reference.to, Because.PRONOUN))
            self._of[reference.at] = named

    def _same(self, holder: Passage) -> Named | None:
        """The name that the holder's words are, though no mention stands there."""
        for kind in (ActorKind.PERSON, ActorKind.BODY, ActorKind.PEOPLE):
            group = Named(self._document, "", kind).group
            if (group, key_of(holder.words, kind)) in self._names:
                return self._names[group, key_of(holder.words, kind)]
        return None

    def _head(self, holder: Passage) -> Mention | None:
        """The one name in a holder's words, where the others only describe it, or the name around it."""
        first = bisect_left(self._starts, holder.start)
        if first and self._mentions[first - 1].at.holds(holder):
            return self._mentions[first - 1]
        inside = [m for m in self._mentions[first : first + 2] if m.at.end <= holder.end]
        if len(inside) != 1 or inside[0].at.start >= holder.end:
            return None
        name = inside[0]
        before = holder.words[: name.at.start - holder.start].split()
        after = holder.words[name.at.end - holder.start :]
        leads = not after.strip() or after.lstrip()[0] in ",(–—-"
        return name if leads and not (before and before[-1].casefold() in _LINKS) else None


_LINKS = frozenset("in of from at for to by with near against on behind and or like than 's".split())


def described_kind(words: str) -> ActorKind:
    """The kind of a holder that is no name, by its last word before an *of* or a *who*."""
    low = words.casefold()
    head = re.split(r"\s(?:of|in|at|from|for|who|that|which|with|on|to)\s|,", low, maxsplit=1)[0].split()
    word = head[-1] if head else ""
    if word in _BODIES:
        return ActorKind.BODY
    if word in _MEANT_ONE or word in {"he", "she"}:
        return ActorKind.PERSON
    if word.endswith("s") and not word.endswith("ss"):
        return ActorKind.PEOPLE
    return ActorKind.OTHER
