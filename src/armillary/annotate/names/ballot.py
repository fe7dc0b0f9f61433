"""The ballot: what all witnesses of a document say of each name, and what the weights make of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from armillary.annotate.names.lists import Lists
from armillary.annotate.names.runs import Run
from armillary.annotate.names.witnesses import Scene, beside, company, own
from armillary.reading import ActorKind, Reading, Sentence

Evidence = dict[str, float]
"""How often a witness speaks: 1 for one of the name's own words, else the share of its places."""

_JOINED = frozenset({", ", " and ", ", and ", " or ", "/", " / ", " & "})

KINDS = (ActorKind.PERSON, ActorKind.BODY, ActorKind.PLACE, None)
"""The columns of `weights.tsv`; None is no name of the three."""


DOUBT = 0.8
"""Taken from what speaks for no name at all, since a lost name costs as much as a false one. Tuned on
the halves of UNER dev and wikigold that `bench/names.py` may look at; the same command measures it."""


@dataclass(slots=True)
class Name:
    """All places of one name in a document."""

    words: tuple[str, ...]
    places: int = 0
    inside: int = 0
    said: Counter[str] = field(default_factory=Counter)


def evidence(found: Sequence[Run], reading: Reading, known: Lists) -> dict[str, Evidence]:
    """For each name of the document, what speaks for what."""
    names: dict[str, Name] = {}
    for run, scene in _scenes(found, reading, known):
        name = names.setdefault(run.name, Name(run.words))
        name.places += 1
        name.inside += not run.opens
        name.said.update(beside(run, scene))
    for one, other in pairwise(found):
        if reading.document.text[one.end : other.start] in _JOINED:
            names[one.name].said.update(company(other.words, known))
            names[other.name].said.update(company(one.words, known))
    full = _parts(names, known)
    small = {token.low for token in reading.tokens if reading.document.text[token.start].islower()}
    return {key: _evidence(key, name, known, full, small) for key, name in names.items()}


def _scenes(found: Sequence[Run], reading: Reading, known: Lists) -> Iterator[tuple[Run, Scene]]:
    """Each run with its sentence."""
    text, tokens = reading.document.text, reading.tokens
    runs = iter(found)
    run = next(runs, None)
    for sentence in reading.sentences:
        if run is None:
            return
        if run.first < sentence.last:
            scene = Scene(text, tokens, sentence, _capitals(sentence, reading), known)
        while run is not None and run.first < sentence.last:
            yield run, scene
            run = next(runs, None)


def _capitals(sentence: Sentence, reading: Reading) -> float:
    text = reading.document.text
    tokens = reading.tokens[sentence.first : sentence.last]
    words = [token for token in tokens if token.end - token.start > 1 and text[token.start].isalpha()]
    return sum(text[token.start].isupper() for token in words) / max(len(words), 1)


def _parts(names: dict[str, Name], known: Lists) -> dict[str, set[str]]:
    """For each word, what kinds of longer names it is a part of."""
    parts: dict[str, set[str]] = defaultdict(set)
    for name in names.values():
        if len(name.words) == 1:
            continue
        sort = "a person" if name.words[0] in known.given or name.said["titled"] else "a name"
        for place, word in (("first", name.words[0]), ("last", name.words[-1])):
            parts[word].add(f"{place} of {sort}")
    return parts


def _evidence(
    key: str, name: Name, known: Lists, parts: dict[str, set[str]], small: set[str]
) -> Evidence:
    found: Evidence = dict.fromkeys(own(name.words, known), 1.0)
    found |= {witness: count / name.places for witness, count in name.said.items()}
    if len(name.words) == 1:
        found |= dict.fromkeys(parts.get(key, ()), 1.0)
        if key.lower() in small:
            found["small elsewhere"] = 1.0
    if not name.inside:
        found["never inside"] = 1.0
    if name.places > 1:
        found["repeated"] = 1.0
    found["always"] = 1.0
    return found


def kind_of(found: Evidence) -> ActorKind | None:
    """What all witnesses together make of a name: the heaviest of `KINDS`."""
    sums = [0.0] * (len(KINDS) - 1) + [-DOUBT]
    for witness, share in found.items():
        for column, weight in enumerate(_weights(witness)):
            sums[column] += share * weight
    return KINDS[max(range(len(KINDS)), key=lambda column: sums[column])]


@lru_cache(maxsize=50_000)
def _weights(witness: str) -> tuple[float, ...]:
    """What a witness is worth for each of `KINDS`; nothing where too few examples had it."""
    return tuple(map(float, _table().get(witness, "").split()))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    lines = files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8").splitlines()
    return {witness: weights for witness, _, weights in (line.partition("\t") for line in lines)}
