"""The rules that tie wordings: each gives pairs that name one factor, and says why.

A rule looks at what was tied before it began and at nothing that it ties itself, so that no order
changes what it gives. What no rule ties stays apart.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from armillary.assemble.factors.forms import lemma, singular, table
from armillary.assemble.factors.naming import Naming, plain
from armillary.assemble.factors.vocabulary import other_name
from armillary.assemble.factors.wording import Article, parse
from armillary.assemble.union import Union
from armillary.system import Because

MOST_RIVALS = 64
"""A short form with more longer forms than this stands for none of them: bounds the work in a long text."""
MOST_PLACES = 50  # of one wording, that are looked behind for another name
FARTHEST_BACK = 2000
"""Characters between *this war* and the war that it points to. Set by hand: about a page."""


class Tie(NamedTuple):
    """Two wordings by their places in the list, and why they are one; None where their keys are equal.

    `turned`: whether the alias names the opposite way of the name; None where each says it itself.
    """

    alias: int
    name: int
    because: Because | None
    turned: bool | None = None


Rule = Callable[[list[Naming], Union], Iterable[Tie]]


def same_here(namings: list[Naming], _: Union) -> Iterator[Tie]:
    """Equal keys in one document. What points (*this war*) says nothing by its words alone."""
    seen: dict[object, int] = {}
    for at, naming in enumerate(namings):
        if naming.wording.article is Article.THIS:
            continue
        first = seen.setdefault((naming.document, naming.wording.key), at)
        if first != at:
            yield Tie(at, first, None)


def defined(namings: list[Naming], _: Union) -> Iterator[Tie]:
    """Two names that the text puts side by side: *full support (the blank cheque)*."""
    by_key = _by_key(namings)
    for at, naming in enumerate(namings):
        for place in naming.places[:MOST_PLACES]:
            words = other_name(place)
            other = None if words is None else by_key.get((naming.document, parse(words).key))
            if (
                other is not None
                and other != at
                and namings[other].wording.forms
                and naming.wording.forms
            ):
                yield Tie(other, at, Because.DEFINED)


def short_forms(namings: list[Naming], union: Union) -> Iterator[Tie]:
    """A wording that holds less, where its document has one longer form of it: *caution*, *caution in Vienna*.

    Long forms come first, so that *the expansion* finds *NATO's expansion* and *NATO's eastward expansion*
    to be one already.
    """
    longer = _longer(namings)
    sized = sorted(range(len(namings)), key=lambda at: -len(namings[at].wording.args))
    for _size, group in groupby(sized, key=lambda at: len(namings[at].wording.args)):
        found = [(at, _only_longer(at, namings, longer, union)) for at in group]
        yield from (Tie(at, name, Because.SHORT_FORM) for at, name in found if name is not None)


def changes(namings: list[Naming], union: Union) -> list[Tie]:
    """A noun of change alone, for what the document says changes: *the shortage*, *the shortage of flats*."""
    told: dict[tuple[int, str], set[int]] = {}
    for at, naming in enumerate(namings):
        for noun in naming.told:
            told.setdefault((naming.document, noun), set()).add(at)
    ties = []
    for at, naming in enumerate(namings):
        wording = naming.wording
        fits = told.get((naming.document, wording.head), set()) - {at}
        if (
            fits
            and not wording.args
            and wording.article is not Article.NONE
            and len(union.roots(fits)) == 1
        ):
            name = min(fits)
            turned = namings[name].told[wording.head] != namings[name].turned
            ties.append(Tie(at, name, Because.CHANGE, turned))
    return ties


def pointers(namings: list[Naming], union: Union) -> list[Tie]:
    """*This war*, for the nearest war before it."""
    heads: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for at, naming in enumerate(namings):
        heads.setdefault((naming.document, naming.wording.head), []).extend(
            (place.start, at) for place in naming.places
        )
    for row in heads.values():
        row.sort()
    ties = []
    for at, naming in enumerate(namings):
        if naming.wording.article is not Article.THIS or union.size(at) > 1:
            continue
        start = naming.first.start
        before = [
            other
            for place, other in heads[naming.document, naming.wording.head]
            if start - FARTHEST_BACK <= place < start
            and other != at
            and naming.wording.args <= namings[other].wording.args
        ]
        if before:
            ties.append(Tie(at, before[-1], Because.POINTER))
    return ties


def same_everywhere(namings: list[Naming], _: Union) -> Iterator[Tie]:
    """Equal keys in all documents.

    What is definite and short is known to its own document alone (*the attack*), and so is what belongs to
    somebody (*its rents*).
    """
    short = {(naming.document, naming.wording.key) for naming in namings if naming.short}
    seen: dict[object, int] = {}
    for at, naming in enumerate(namings):
        article = naming.wording.article
        alone = article is Article.THE and (naming.document, naming.wording.key) not in short
        if article in {Article.NONE, Article.AN} or alone:
            first = seen.setdefault(naming.wording.key, at)
            if first != at:
                yield Tie(at, first, None)


RULES: tuple[Rule, ...] = (same_here, defined, short_forms, changes, pointers, same_everywhere)


def by_hand(namings: list[Naming], pairs: Iterable[tuple[str, str]]) -> Iterator[Tie]:
    """Wordings that a person says are of one factor, in all documents."""
    places = _by_words(namings)
    for one, other in pairs:
        both = places.get(plain(one), []), places.get(plain(other), [])
        if all(both):
            yield from (Tie(at, both[0][0], Because.BY_HAND) for at in (*both[0][1:], *both[1]))


def apart(namings: list[Naming], pairs: Iterable[tuple[str, str]], union: Union) -> None:
    """Tell wordings apart that a person says are of two factors."""
    places = _by_words(namings)
    for one, other in pairs:
        if plain(one) != plain(other):
            for left in places.get(plain(one), []):
                for right in places.get(plain(other), []):
                    union.part(left, right)


def _by_words(namings: list[Naming]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, naming in enumerate(namings):
        found.setdefault(naming.words, []).append(at)
    return found


def _by_key(namings: list[Naming]) -> dict[tuple[int, object], int]:
    found: dict[tuple[int, object], int] = {}
    for at, naming in enumerate(namings):
        found.setdefault((naming.document, naming.wording.key), at)
    return found


def _longer(namings: list[Naming]) -> dict[tuple[int, str], list[int]]:
    """For each document and head one wording of each key."""
    found: dict[tuple[int, str], list[int]] = {}
    for (document, _), at in _by_key(namings).items():
        found.setdefault((document, namings[at].wording.head), []).append(at)
    return found


def _only_longer(
    at: int, namings: list[Naming], longer: dict[tuple[int, str], list[int]], union: Union
) -> int | None:
    """The one longer form of a wording; None where there is none, or more than one."""
    naming = namings[at]
    wording = naming.wording
    rivals = longer[naming.document, wording.head]
    if (
        wording.clause
        or wording.article is Article.THIS
        or wording.head.startswith("@")
        or len(rivals) > MOST_RIVALS
    ):
        return None
    fits = [other for other in rivals if wording.args < namings[other].wording.args]
    if not fits or len(union.roots(set(fits))) > 1:
        return None
    allowed = [other for other in fits if _may_stand_for(naming, namings[other])]
    return min(allowed, key=lambda other: (len(namings[other].wording.args), other), default=None)


def _may_stand_for(short: Naming, long: Naming) -> bool:
    """*The war* may be any war that was told of; *war* alone is no *civil war*, but *caution* may be that *in Vienna*."""
    if (
        short.wording.article is Article.AN
        or short.wording.word.endswith("ed")
        or short.wording.word in table("irregular-verb")
    ):
        return False
    if _lone(short) != _lone(long) and lemma(short.wording.word) == lemma(long.wording.word):
        return False  # "the wars" are not "the war in Moravia"
    if short.wording.article is not Article.NONE:
        return long.first.start < short.places[-1].start
    return not long.wording.clause and long.wording.args - short.wording.args <= long.wording.loose


def _lone(naming: Naming) -> bool:
    return singular(naming.wording.word) == naming.wording.word
