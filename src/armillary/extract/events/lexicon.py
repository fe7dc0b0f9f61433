"""The words of events (`words.toml`), read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Closed lists: lemmas of verbs, singular nouns, and small words. `words.toml` says what each is for."""

    states: frozenset[str]
    speech: frozenset[str]
    motion: frozenset[str]
    doing: frozenset[str]
    suffering: frozenset[str]
    untold: frozenset[str]
    closed: frozenset[str]
    openers: frozenset[str]
    joins: frozenset[str]
    places: frozenset[str]

    def noun(self, low: str) -> str | None:
        """The noun of an event that this is a form of, None where it is none: *wars* is `war`."""
        for form in (low, low.removesuffix("s"), low.removesuffix("es"), f"{low.removesuffix('ies')}y"):
            if form in self.doing or form in self.suffering:
                return form
        return None


@cache
def words() -> Words:
    """The lists."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(**{name: frozenset(listed.split()) for name, listed in data.items()})
