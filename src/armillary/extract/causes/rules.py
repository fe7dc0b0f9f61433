"""The rules of causal language, read from `rules/*.toml`: cues, their shape, sign and modality.

A rule is data. Its `shape` names the function in `shapes` that finds the two sides of its cue.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from armillary.findings import Sign
from armillary.reading import Modality

VERBS = frozenset({"verb", "verb backwards", "make", "shield", "keep", "deprive", "attribute"})
"""The shapes whose cues are verbs and take all their forms."""
FILES = ("connectives", "verbs", "nouns", "conditions")


class Form(StrEnum):
    """A form of a verb. Cues that are no verbs have the form `FIXED`."""

    FIXED = "fixed"
    PLAIN = "plain"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


_FORMS = (Form.PLAIN, Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.GERUND)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the claim that a rule must find in it."""

    text: str
    cause: str
    effect: str
    sign: Sign = Sign.RAISES


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern. `takes` says whether a clause or a phrase follows the cue.

    `not_of` are last words of a subject with which the cue says something else: *the path leads to …*.
    """

    name: str
    shape: str
    sign: Sign
    cues: tuple[str, ...]
    example: Example
    counter: str
    takes: str = "phrase"
    not_of: frozenset[str] = frozenset()
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of one cue, in lower case, with the forms that they can be."""

    words: tuple[str, ...]
    rule: Rule
    forms: frozenset[Form]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the files."""
    return tuple(_rule(raw) for name in FILES for raw in load(name)["rule"])


@cache
def lexicon() -> dict[str, tuple[Pattern, ...]]:
    """The patterns by their first word, the longest first."""
    heaps: dict[str, list[Pattern]] = {}
    for rule in rules():
        for cue in rule.cues:
            for words, forms in _spelt(cue, rule):
                heaps.setdefault(words[0], []).append(Pattern(words, rule, forms))
    return {first: tuple(sorted(heap, key=lambda p: -len(p.words))) for first, heap in heaps.items()}


def load(name: str) -> dict[str, Any]:
    """A file of rules as it stands."""
    return tomllib.loads(
        files(__package__).joinpath("rules", f"{name}.toml").read_text(encoding="utf-8")
    )


def _rule(raw: dict[str, Any]) -> Rule:
    example = raw["example"]
    return Rule(
        name=raw["name"],
        shape=raw["shape"],
        sign=Sign(raw["sign"]),
        cues=tuple(spelt for cue in raw["cues"] for spelt in _spread(cue)),
        example=Example(
            example["text"], example["cause"], example["effect"], Sign(example.get("sign", "raises"))
        ),
        counter=raw["counter"],
        takes=raw.get("takes", "phrase"),
        not_of=frozenset(raw.get("not_of", ())),
        modality=Modality(raw.get("modality", "asserted")),
    )


_CHOICE = re.compile(r"\(([^)]*)\)")


def _spread(cue: str) -> Iterator[str]:
    """A cue with choices, such as *the (|likely) result (was|is)*, written out: one cue for each choice."""
    parts = [part.split("|") if at % 2 else [part] for at, part in enumerate(_CHOICE.split(cue))]
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split())


def _spelt(cue: str, rule: Rule) -> Iterator[tuple[tuple[str, ...], frozenset[Form]]]:
    """A cue in all its forms: each spelling once, with all the forms that it can be."""
    verb, *rest = cue.split()
    if rule.shape not in VERBS:
        yield (verb, *rest), frozenset({Form.FIXED})
        return
    spellings: dict[str, set[Form]] = {}
    for form, spelling in forms_of(verb):
        spellings.setdefault(spelling, set()).add(form)
    for spelling, forms in spellings.items():
        yield (spelling, *rest), frozenset(forms)


def forms_of(verb: str) -> Iterator[tuple[Form, str]]:
    """A verb in all its forms; one form may have two spellings."""
    spelt = (verb, *_irregular().get(verb, _regular(verb)))
    for form, spelling in zip(_FORMS, spelt, strict=True):
        for one in spelling.split("|"):
            yield form, one


@cache
def _irregular() -> dict[str, list[str]]:
    return {verb: spelt.split() for verb, spelt in load("irregular").items()}


def _regular(verb: str) -> list[str]:
    """Present, past, participle and gerund of a regular verb."""
    if verb.endswith("e"):
        return [f"{verb}s", f"{verb}d", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"]
    present = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return [present, f"{verb}ed", f"{verb}ed", f"{verb}ing"]
