"""The marks of a document, read from its `.toml` beside its `.txt`. What does not fit the text is an error.

A passage is written as words of the text: with `[brackets]` around the part that is meant, or whole. In the
`words` of a claim, `{role:…}` marks the roles `cause`, `effect` and `cue`, and inside a side `core` (what
varies) and `less` (words that turn it round). `gold/README.md` is the guide.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from armillary.findings import Sign
from armillary.reading import Modality
from armillary.text import Span

GOLD = Path(__file__).parents[2] / "gold"
HALVES = ("tuned", "held")
_ROLE = re.compile(r"\{(cause|effect|cue|core|less):|\}")


class MarkError(Exception):
    """A mark that its text does not bear out, with the file and the words."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a marked claim: where it is said, and the factor that it names by the marker's own label.

    `spans` are the words themselves and, where they only point or are not there, what they stand for. `core`
    are the words of them that vary; `less` those that turn the core round.
    """

    factor: str
    spans: tuple[Span, ...]
    core: Span | None
    less: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim as marked. Of `signs`, `modalities` and `holders` any is right; `optional`: none needs to find it."""

    cause: Side
    effect: Side
    cue: tuple[Span, ...]
    words: str
    signs: frozenset[Sign]
    modalities: frozenset[Modality]
    holders: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class MarkedActor:
    """Who acts or speaks. `named` are places that must be found; `described` ones may be."""

    name: str
    named: tuple[Span, ...]
    described: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """An event, a figure, a quotation or a position: its place, and what is known of it by the names in the file."""

    kind: str
    at: Span
    raw: dict[str, Any]

    def any_of(self, key: str) -> tuple[Any, ...]:
        """The values that are right for a key; none where the mark says nothing of it."""
        value = self.raw.get(key, ())
        return tuple(value) if isinstance(value, list | tuple) else (value,)


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its marks."""

    path: Path
    text: str
    actors: tuple[MarkedActor, ...]
    claims: tuple[MarkedClaim, ...]
    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        """The name of the file without its ending."""
        return self.path.stem


def documents(half: str, folder: Path = GOLD) -> list[Marked]:
    """The marked documents of a half, by name."""
    return [load(path) for path in sorted((folder / half).glob("*.toml"))]


def load(path: Path) -> Marked:
    """One document. `MarkError` where a mark does not fit."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    reader = _Reader(path, text)
    return Marked(
        path,
        text,
        tuple(reader.actor(one) for one in raw.get("actor", ())),
        tuple(reader.claim(one) for one in raw.get("claim", ())),
        tuple(
            Fact(kind, reader.span(one["words"]), one)
            for kind in ("event", "figure", "quotation", "position")
            for one in raw.get(kind, ())
        ),
    )


@dataclass(frozen=True, slots=True)
class _Role:
    """A mark in the words of a claim, and the side inside which it stands."""

    name: str
    at: Span
    inside: str | None


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    text: str

    def actor(self, raw: dict[str, Any]) -> MarkedActor:
        may = (*raw.get("described", ()), *raw.get("optional", ()))
        return MarkedActor(raw["name"], self._all(raw.get("names", ())), self._all(may))

    def claim(self, raw: dict[str, Any]) -> MarkedClaim:
        plain, roles = _unmarked(raw["words"])
        start = self._once(plain, raw["words"])
        placed = [
            _Role(one.name, Span(start + one.at.start, start + one.at.end), one.inside) for one in roles
        ]
        cause, _, effect = _map(raw["map"])
        maps = [raw["map"], *raw.get("alternatives", ())]
        return MarkedClaim(
            cause=self._side("cause", cause, raw, placed),
            effect=self._side("effect", effect, raw, placed),
            cue=tuple(one.at for one in placed if one.name == "cue"),
            words=plain,
            signs=frozenset(Sign(_map(one)[1]) for one in maps),
            modalities=frozenset(map(Modality, _listed(raw.get("modality", "asserted")))),
            holders=tuple(_listed(raw.get("holder", "author"))),
            optional=raw.get("optional", False),
        )

    def span(self, words: str) -> Span:
        """The place of a passage: its brackets, or all of it."""
        plain = words.replace("[", "", 1).replace("]", "", 1) if "[" in words else words
        start = self._once(plain, words)
        if "[" not in words:
            return Span(start, start + len(plain))
        return Span(start + words.index("["), start + words.index("]") - 1)

    def _side(self, name: str, factor: str, raw: dict[str, Any], roles: list["_Role"]) -> Side:
        own = [one.at for one in roles if one.name == name]
        spans = [*own, *([self.span(raw[f"{name}_is"])] if f"{name}_is" in raw else [])]
        inside = [one for one in roles if one.inside == name]
        return Side(
            factor,
            tuple(spans),
            next((one.at for one in inside if one.name == "core"), None),
            tuple(one.at for one in inside if one.name == "less"),
        )

    def _all(self, names: Iterable[str]) -> tuple[Span, ...]:
        """Every place of a name; of one in brackets, its one place."""
        found: dict[Span, None] = {}
        for name in names:
            if "[" in name:
                found[self.span(name)] = None
                continue
            places = [
                Span(*match.span())
                for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text)
            ]
            if not places:
                raise MarkError(self._told("does not stand in the text", name))
            found |= dict.fromkeys(places)
        return tuple(found)

    def _once(self, plain: str, words: str) -> int:
        """Where words stand that must stand once."""
        places = [match.start() for match in re.finditer(re.escape(plain), self.text)]
        if len(places) != 1:
            raise MarkError(self._told(f"must stand once in the text, not {len(places)} times", words))
        return places[0]

    def _told(self, what: str, words: str) -> str:
        return f"{self.path.name}: {words!r} {what}"


def _unmarked(words: str) -> tuple[str, list["_Role"]]:
    """Words without their marks, and the roles by their places in them."""
    plain, at = "", 0
    open_: list[tuple[str, int]] = []
    roles: list[_Role] = []
    for mark in _ROLE.finditer(words):
        plain += words[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_.append((mark[1], len(plain)))
        elif open_:
            role, start = open_.pop()
            side = next((name for name, _ in reversed(open_) if name in {"cause", "effect"}), None)
            roles.append(_Role(role, Span(start, len(plain)), side))
    return plain + words[at:], roles


def _map(words: str) -> tuple[str, str, str]:
    """A cause, a sign and an effect: *pay raises departures*."""
    for sign in Sign:
        cause, found, effect = words.partition(f" {sign.value} ")
        if found:
            return cause, sign.value, effect
    message = f"{words!r} says neither raises nor lowers nor unclear"
    raise MarkError(message)


def _listed(value: str | list[str]) -> Iterator[str]:
    yield from [value] if isinstance(value, str) else value
