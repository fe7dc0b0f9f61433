"""Floors of the figures on the marked documents: `gold/floors.json`. They rise by themselves and are lowered by hand.

A floor stands one thing below what was measured (one claim, one place), so that a change which moves one and no more
does not stop somebody else's work.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from marks.loading import GOLD

FLOORS = GOLD / "floors.json"
CHANGELOG = GOLD.parent / "CHANGELOG.md"
RIVALS = ("claims, plain connectives", "factors, equal words", "pairs of factors, equal words")
"""Their figures are no quality of ours and have no floor."""
_HEAD = "### Floors lowered\n"
_PLACES = 1000
Values = Mapping[str, tuple[float, float]]
"""Figures by name, each with the number of things that it counts."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor."""

    half: str
    name: str
    floor: float
    value: float

    def __str__(self) -> str:
        """In words: *held, signs: 0.871 where the floor is 0.912*."""
        return f"{self.half}, {self.name}: {self.value:.3f} where the floor is {self.floor:.3f}"


def read(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The floors of each half; none where there is no file yet."""
    if not path.is_file():
        return {}
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def fallen(half: str, values: Values, floors: Mapping[str, Mapping[str, float]]) -> list[Fall]:
    """The figures of a half that are below their floors, and those that are no longer measured (as 0)."""
    told = {name: value for name, (value, _) in values.items()}
    return [
        Fall(half, name, least, told.get(name, 0.0))
        for name, least in floors.get(half, {}).items()
        if told.get(name, 0.0) < least
    ]


def raised(
    half: str, values: Values, floors: Mapping[str, Mapping[str, float]], *, lower: bool
) -> dict[str, float]:
    """The floors of a half after this measurement: never lower than before unless asked for."""
    before = floors.get(half, {})
    after = {name: _under(*value) for name, value in values.items() if not name.startswith(RIVALS)}
    gone = {fall.name for fall in fallen(half, values, floors)} if lower else set()
    return {
        name: least if name in gone else max(least, before.get(name, 0.0))
        for name, least in sorted(after.items())
    }


def _under(value: float, things: float) -> float:
    """One thing below a figure, cut after three places; never below 0."""
    return max(0.0, floor(_PLACES * (value - 1 / things)) / _PLACES)


def write(floors: Mapping[str, Mapping[str, float]], path: Path = FLOORS) -> None:
    """Write them all."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def tell(falls: list[Fall], because: str, path: Path = CHANGELOG) -> None:
    """Put a line into the changelog: the floors that are lowered, and the reason."""
    text = path.read_text(encoding="utf-8")
    if _HEAD not in text:
        before, kind, after = text.partition("### ")
        rest = f"\n{kind}{after}" if kind else ""
        text = f"{before.rstrip()}\n\n{_HEAD}\n{rest}"
    told = "; ".join(f"{fall.half}, {fall.name} {fall.floor:.3f} to {fall.value:.3f}" for fall in falls)
    before, after = text.split(f"{_HEAD}\n", 1)
    path.write_text(f"{before}{_HEAD}\n- {because} ({told})\n{after}", encoding="utf-8")
