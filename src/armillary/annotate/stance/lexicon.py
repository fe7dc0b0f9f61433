"""The words of `words.toml`, read once, with all forms of each verb."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class Clause(StrEnum):
    """What a verb of speech takes after it."""

    BARE = "bare"
    THAT = "that"
    TOLD = "told"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of speech or thought."""

    lemma: str
    clause: Clause
    form: str

    @property
    def is_base(self) -> bool:
        """Whether it is the dictionary form (*say*), which is no past and no participle."""
        return self.form == self.lemma


@dataclass(frozen=True, slots=True)
class Words:
    """All lists. `starts` gives, for a first word, the phrases of several words that begin with it."""

    verbs: dict[str, Verb]
    sets: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists of this folder."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    irregular = {lemma: (lemma, *forms.split()) for lemma, forms in table["irregular"].items()}
    verbs: dict[str, Verb] = {}
    for group in table["verbs"]:
        for lemma in group["words"].split():
            for form in irregular.get(lemma) or forms(lemma):
                verbs.setdefault(form, Verb(lemma, Clause(group["clause"]), form))
    sets = {name: frozenset(listed.split()) for name, listed in table["sets"].items()}
    return Words(verbs, sets)


def forms(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb: *deny, denies, denied, denying*."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    stem = lemma.removesuffix("e")
    hisses = lemma.endswith(("s", "x", "z", "ch", "sh", "go"))
    return (lemma, f"{lemma}es" if hisses else f"{lemma}s", f"{stem}ed", f"{stem}ing")
