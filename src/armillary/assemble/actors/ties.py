"""The rules that tie names: each gives pairs of names that are one actor's, and says why.

A rule ties a short name to a long one only where one actor alone fits. Rules that need others'
merges come after them; each asks the union for what is one already.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from armillary.assemble.actors.named import Named, key_of
from armillary.assemble.actors.spelling import skeleton, slips
from armillary.assemble.union import Union
from armillary.reading import ActorKind
from armillary.system import Because

_SMALL = frozenset("of the and for in on de la du des".split())
_LONGEST_ACRONYM = 6
_SURE_ACRONYM = 3  # letters from which an acronym may stand in another document than its long form
_INNER = 4  # letters from which a word inside a name may stand for it: *von Bethmann Hollweg*
_NO_SHORT_FORM = frozenset(
    {"state", "states", "people", "city", "county", "world", "republic", "empire", "kingdom"}
)


class Tie(NamedTuple):
    """Two names by their places in the list, and why they are one; None where their words are equal."""

    alias: int
    name: int
    because: Because | None


Rule = Callable[[list[Named], Union], Iterator[Tie]]


def same_words(names: list[Named], _: Union) -> Iterator[Tie]:
    """Equal names. A lone name of a person is one only within its document."""
    seen: dict[tuple[object, ...], int] = {}
    for at, named in enumerate(names):
        lone = named.described or (named.person and " " not in named.key)
        key = (named.group, named.key, named.document if lone else None, named.described)
        first = seen.setdefault(key, at)
        if first != at:
            yield Tie(at, first, None)


def known(names: list[Named], _: Union) -> Iterator[Tie]:
    """Names that a list knows to be one: *USSR* and *Soviet Union*, *Joe Biden* and *Joseph Biden*."""
    table, given = known_names()
    seen: dict[tuple[str, str], int] = {}
    for at, named in enumerate(names):
        if named.described or named.group == ActorKind.PEOPLE.value:
            continue
        if named.person:
            first, blank, rest = named.key.partition(" ")
            form = f"{given.get(first, first)} {rest}" if blank else ""
        else:
            form = table.get(named.key, "")
        like = seen.setdefault((named.group, form), at) if form else at
        if names[like].key != named.key:
            yield Tie(at, like, Because.KNOWN)


def spellings(names: list[Named], _: Union) -> Iterator[Tie]:
    """Spelling variants: *Lugansk* and *Luhansk*. A lone name of a person varies within its document."""
    seen: dict[tuple[str, str, int], int] = {}
    for at, named in enumerate(names):
        if named.described:
            continue
        bones = skeleton(named.key)
        forms = [*([bones] if bones else []), *slips(named.key)]
        lone = named.document if named.person and " " not in named.key else -1
        for form in forms:
            like = seen.setdefault((named.group, form, lone), at)
            if names[like].key != named.key:
                yield Tie(at, like, Because.SPELLING)


def acronyms(names: list[Named], union: Union) -> Iterator[Tie]:
    """An acronym and the one long name that has its initials."""
    long: dict[str, set[int]] = {}
    for at, named in enumerate(names):
        if named.group == "thing" and not named.described and " " in named.key:
            for letters in _initials(named.key):
                long.setdefault(letters, set()).add(at)
    for at, named in enumerate(names):
        if named.group != "thing" or named.described or not _is_acronym(named):
            continue
        fits = long.get(named.key, set())
        here = {other for other in fits if names[other].document == named.document}
        if not here and len(named.key) < _SURE_ACRONYM:
            continue
        yield from _only(at, here or fits, union, Because.ACRONYM)


def short_forms(names: list[Named], union: Union) -> Iterator[Tie]:
    """A body's short name within its document: *the Commission*, *Communist Party* of a country."""

    def bodies(named: Named) -> bool:
        return named.kind is ActorKind.BODY and not named.described

    long = _by_document(names, bodies, _short_forms)
    for at in _longest_first(names, bodies):
        named = names[at]
        if named.key not in _NO_SHORT_FORM:
            yield from _only(at, long.get((named.document, named.key), set()), union, Because.SHORT_FORM)


def parts_of_names(names: list[Named], union: Union) -> Iterator[Tie]:
    """A surname, a given name or initials and the one full name that has them: *Biden*, *J. Biden*.

    The document decides; where it has no such name, all documents do. Long names come first, so that
    *Hollweg* finds *Bethmann Hollweg* and *Theobald von Bethmann Hollweg* to be one already.
    """

    def persons(named: Named) -> bool:
        return named.person and not named.described

    here = _by_document(names, persons, _parts)
    everywhere: dict[str, set[int]] = {}
    for (_, part), found in here.items():
        everywhere.setdefault(part, set()).update(found)
    alone: dict[str, int] = {}
    for at in _longest_first(names, persons):
        named = names[at]
        form = _form(named.key)
        forms = (form, _form(_given_in_full(named.key)))
        fits = next((fits for one in forms if (fits := here.get((named.document, one)))), None)
        fits = fits or next((fits for one in forms if (fits := everywhere.get(one))), None)
        if fits:
            yield from _only(at, fits, union, Because.PART_OF_NAME)
        elif alone.setdefault(form, at) != at:
            same = names[alone[form]].key == named.key
            yield Tie(at, alone[form], None if same else Because.SPELLING)


RULES: tuple[Rule, ...] = (same_words, known, spellings, acronyms, short_forms, parts_of_names)


def by_hand(names: list[Named], pairs: Iterable[tuple[str, str]]) -> Iterator[Tie]:
    """Names that a person says are one actor's, in all documents."""
    for one, other in pairs:
        both = _called(names, one), _called(names, other)
        if all(both):
            yield from (Tie(at, both[0][0], Because.BY_HAND) for at in (*both[0][1:], *both[1]))


def apart(names: list[Named], pairs: Iterable[tuple[str, str]], union: Union) -> None:
    """Tell names apart that a person says are of two actors."""
    for one, other in pairs:
        right = set(_called(names, other))
        for left in set(_called(names, one)) - right:
            for far in right:
                union.part(left, far)


def _called(names: list[Named], words: str) -> list[int]:
    """The names that are written so, with or without an article."""
    return [at for at, named in enumerate(names) if named.key == key_of(words, named.kind)]


def _longest_first(names: list[Named], wanted: Callable[[Named], bool]) -> list[int]:
    kept = (at for at, named in enumerate(names) if wanted(named))
    return sorted(kept, key=lambda at: (-names[at].key.count(" "), -len(names[at].key), at))


def _only(at: int, fits: set[int], union: Union, because: Because) -> Iterator[Tie]:
    """A tie to the one actor among those that fit; none where there are several."""
    others = {other for other in fits if other != at}
    if others and len(union.roots(others)) == 1:
        yield Tie(at, min(others), because)


def _by_document(
    names: list[Named], wanted: Callable[[Named], bool], forms: Callable[[str], Iterable[str]]
) -> dict[tuple[int, str], set[int]]:
    """For each document and short form, the long names that have it."""
    found: dict[tuple[int, str], set[int]] = {}
    for at, named in enumerate(names):
        if wanted(named):
            for form in forms(named.key):
                found.setdefault((named.document, form), set()).add(at)
    return found


def _given_in_full(key: str) -> str:
    """A name of several words with its given name in the form that a list has first: *bob aldershaw*."""
    first, blank, rest = key.partition(" ")
    return f"{known_names()[1].get(first, first)} {rest}" if blank else key


def _parts(key: str) -> Iterator[str]:
    """All that may stand for a full name: its first words, its last words, initials for the others."""
    yield from _parts_as_written(key)
    if _given_in_full(key) != key:
        yield from _parts_as_written(_given_in_full(key))


def _parts_as_written(key: str) -> Iterator[str]:
    words = key.split()
    if len(words) == 1:
        return
    for cut in range(1, len(words)):
        yield _form(" ".join(words[cut:]))
        yield _form(" ".join(words[:cut]))
        if len(words[cut]) >= _INNER:
            yield _form(words[cut])
    letters = [word[0] for word in words]
    shorter = {
        (words[0], words[-1]),
        (letters[0], words[-1]),
        (letters[0], *words[1:]),
        (words[0], *letters[1:-1], words[-1]),
        (*letters[:-1], words[-1]),
    } - {tuple(words)}
    yield from sorted(_form(" ".join(parts)) for parts in shorter)


def _form(key: str) -> str:
    """How parts of names are compared: by spelling, where they are long enough."""
    return skeleton(key) or key


def _short_forms(key: str) -> Iterator[str]:
    """The last words of a body's name, or those before an *of*."""
    words = key.split()
    if "of" in words[1:]:
        yield " ".join(words[: words.index("of", 1)])
    else:
        yield from (" ".join(words[cut:]) for cut in range(1, len(words)))


def _initials(key: str) -> set[str]:
    words = key.replace("-", " ").split()
    return {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in _SMALL),
    }


def _is_acronym(named: Named) -> bool:
    letters = named.first.words.replace(".", "")
    return letters.isupper() and letters.isalpha() and 1 < len(letters) <= _LONGEST_ACRONYM


@lru_cache(maxsize=1)
def known_names() -> tuple[dict[str, str], dict[str, str]]:
    """For each known name its actor's first name in the list, and the same for given names."""
    tables = tomllib.loads(files(__package__).joinpath("same.toml").read_text(encoding="utf-8"))
    names = {key_of(name, ActorKind.BODY): group[0] for group in tables["names"] for name in group}
    given = {name: group[0] for group in tables["given"] for name in group}
    return names, given
