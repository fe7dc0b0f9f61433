"""The closed word lists of `words.toml`, as sets."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from armillary.assemble.factors.forms import stem

PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto against between among over under about towards toward across within "
    "inside throughout during before after since until through without beyond upon behind near along around despite "
    "because as than if when while although where whether that which who whose whom and or but nor".split()
)
"""Words that part a wording: what follows says something of what stands before."""
LOOSE = frozenset(
    "of in on at by for with from to against between among over under toward towards about within across".split()
)
"""Of these, those before which a shorter wording may end and mean the same."""
ASIDES = frozenset("which who whose whom where once then a an the though although but".split())
"""What a comma before these parts is said by the way."""
DETERMINERS = frozenset("the a an this that these those such some any no each every".split())
POINTING = frozenset("this that these those such".split())
OWNED = frozenset("its their his her our my your".split())
PRONOUNS = frozenset(
    "he she it they we i you him them us me who one this that these those there".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being has have had do does did will would shall should can could may might must cannot "
    "become became becomes remain remained remains seem seemed seems get gets got".split()
)
BE = frozenset(
    "is are was were be been being become became becomes remain remained remains seem seemed seems".split()
)

_AS_WRITTEN = frozenset({"light", "negations", "undone", "within", "more", "less"})


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists, and for each word of one meaning the word that stands for it."""

    light: frozenset[str]
    measures: frozenset[str]
    ends: frozenset[str]
    transparent: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    compound: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    degree: frozenset[str]
    undone: frozenset[str]
    negations: frozenset[str]
    attitudes: frozenset[str]
    deeds: frozenset[str]
    within: frozenset[str]
    same: dict[str, str]
    idle: tuple[tuple[str, ...], ...]


@cache
def lists() -> Lists:
    """The lists of `words.toml`, read once."""
    read = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    idle = tuple(tuple(words.split()) for words in read.pop("idle"))
    same = {word: group[-1] for group in read.pop("same") for word in group}
    sets = {name: frozenset(words.split()) for name, words in read.items()}
    stems = {
        name: words if name in _AS_WRITTEN else words | {stem(w) for w in words}
        for name, words in sets.items()
    }
    return Lists(**stems, same={stem(word): stem(first) for word, first in same.items()}, idle=idle)
