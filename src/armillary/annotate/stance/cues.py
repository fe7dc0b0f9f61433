"""The cues of `moods.toml`, read once."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from armillary.reading import Modality


class Reach(StrEnum):
    """How far a cue reaches."""

    CLAUSE = "clause"
    AFTER = "after"
    SENTENCE = "sentence"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in a row that put a statement forward in some way. `modality` is None where they do not."""

    words: tuple[str, ...]
    modality: Modality | None
    reach: Reach
    rule: str


@lru_cache(maxsize=1)
def cues() -> dict[str, tuple[Cue, ...]]:
    """For each first word, the cues that begin with it, longest first."""
    table = tomllib.loads(files(__package__).joinpath("moods.toml").read_text(encoding="utf-8"))
    by_first: dict[str, list[Cue]] = {}
    for rule in table["cue"]:
        modality = Modality(rule["modality"]) if "modality" in rule else None
        for phrase in rule["words"].split("|"):
            cue = Cue(tuple(phrase.split()), modality, Reach(rule["reach"]), rule["name"])
            by_first.setdefault(cue.words[0], []).append(cue)
    return {
        first: tuple(sorted(found, key=lambda cue: (-len(cue.words), cue.words)))
        for first, found in by_first.items()
    }
