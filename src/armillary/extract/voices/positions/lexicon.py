"""The words of taking sides, out of `positions.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from armillary.findings import Stance

Cue = tuple[tuple[str, ...], Stance]
"""The words of a phrase in order, and the side that it takes."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`cues` are verbs by their first words, longest first; `nouns`, `sorts` and `verdicts` single words.

    `nouns` are of taking sides (*support for*), `sorts` of people who do (*a critic of*), `verdicts` what a
    thing is called (*a crime*). `telling` are verbs that express a side, `calling` those that give a
    verdict, `agents` nouns of those who can take a side. `judgements` are what the one who writes says that a thing
    is (*unacceptable*), `knowing` verbs that ask for no deed (*we must remember*), `nouns_too` words that are verbs or nouns, `own_wishes` verbs
    that before *to* speak of the holder's own doing (*she wanted to study*).
    """

    cues: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Stance]
    sorts: dict[str, Stance]
    verdicts: dict[str, Stance]
    telling: frozenset[str]
    calling: frozenset[str]
    agents: frozenset[str]
    knowing: frozenset[str]
    nouns_too: frozenset[str]
    own_wishes: frozenset[str]
    judgements: dict[str, Stance]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules, read once."""
    table = tomllib.loads(files(__package__).joinpath("positions.toml").read_text(encoding="utf-8"))
    cues: dict[str, set[Cue]] = {}
    words: dict[str, dict[str, Stance]] = {"noun": {}, "sort": {}, "verdict": {}, "judgement": {}}
    for rule in table["rule"]:
        for form in rule["words"].replace("|", " ").split():
            if rule.get("kind", "verb") == "verb":
                for phrase in _phrases(form):
                    cues.setdefault(phrase[0], set()).add((phrase, Stance(rule["stance"])))
            else:
                words[rule["kind"]][form] = Stance(rule["stance"])
    longest_first = {
        first: tuple(sorted(found, key=lambda cue: (-len(cue[0]), cue[0])))
        for first, found in cues.items()
    }
    names = ("telling", "calling", "agents", "knowing", "nouns_too", "own_wishes")
    telling, calling, agents, knowing, nouns_too, own_wishes = (
        frozenset(table[name]["words"].split()) for name in names
    )
    return Rules(
        longest_first,
        words["noun"],
        words["sort"],
        words["verdict"],
        telling,
        calling,
        agents,
        knowing,
        nouns_too,
        own_wishes,
        words["judgement"],
    )


def _phrases(form: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase; `be` and `have` at its beginning in all their forms."""
    first, *rest = form.split("_")
    for word in _FORMS.get(first, (first,)) if rest else (first,):
        yield (word, *rest)


_FORMS = {
    "be": ("am", "is", "are", "was", "were", "be", "been", "remains", "remain", "remained"),
    "have": ("have", "has", "had"),
}
