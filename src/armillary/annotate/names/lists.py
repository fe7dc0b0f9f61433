"""The word lists of this folder, read once, when the first document asks for them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_LONGEST_HEAD = 10  # lines of comment above a list
_PLURAL_ALONE = ("ese", "sh", "ch", "ss")  # "the Japanese", "the British", "the French", "the Swiss"


@dataclass(frozen=True, slots=True)
class Lists:
    """Words by what they say of a name. All keep their capitals, but `common`, which is small.

    `long` gives, for a first word, the known names of several words that begin with it, longest first.
    `families` gives, for each word of a people, the adjective that stands for all of its words.
    """

    places: frozenset[str]
    cities: frozenset[str]
    landmarks: frozenset[str]
    famous: frozenset[str]
    brands: frozenset[str]
    given: frozenset[str]
    given_us: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    with_the: frozenset[str]
    families: dict[str, str]
    long: dict[str, tuple[str, ...]]
    short: dict[str, dict[str, frozenset[str]]]
    offices: frozenset[str]
    office_leads: frozenset[str]
    dotted: frozenset[str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """All lists."""
    short = {
        table: {key: frozenset(words.split()) for key, words in part.items()}
        for table, part in tomllib.loads(_text("lists.toml")).items()
    }
    places = frozenset(_lines("places.txt"))
    cities = frozenset(_lines("cities.txt"))
    families = [line.split() for line in _lines("peoples.txt")]
    return Lists(
        places=places,
        cities=cities,
        landmarks=frozenset(_lines("landmarks.txt")),
        famous=frozenset(_lines("famous.txt")),
        brands=frozenset(_lines("brands.txt")),
        given=frozenset(word for line in _lines("given.txt") for word in line.split()),
        given_us=frozenset(_lines("given_us.txt")),
        women=frozenset(_lines("women.txt")),
        men=frozenset(_lines("men.txt")),
        surnames=frozenset(_lines("surnames.txt")),
        common=frozenset(_lines("common.txt")),
        adjectives=frozenset(family[0] for family in families),
        peoples=frozenset(noun for family in families for noun in family[1:]),
        with_the=frozenset(
            family[0] for family in families if len(family) == 1 or family[0].endswith(_PLURAL_ALONE)
        ),
        families={word: family[0] for family in families for word in family},
        long=_by_first(places | cities),
        short=short,
        offices=short["person"]["titles"] | short["person"]["offices"],
        office_leads=short["person"]["office_first"] | frozenset(family[0] for family in families),
        dotted=frozenset(
            word
            for part in short.values()
            for words in part.values()
            for word in words
            if word[-1] == "."
        ),
    )


def _by_first(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in names:
        if " " in name or name[-1] == ".":
            heads.setdefault(name.split(maxsplit=1)[0].rstrip(".,"), []).append(name)
    return {
        first: tuple(sorted(found, key=lambda name: (-len(name), name)))
        for first, found in heads.items()
    }


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    """The lines of a list; the comment stands only at its head."""
    lines = _text(name).splitlines()
    return lines[sum(line.startswith("#") for line in lines[:_LONGEST_HEAD]) :]
