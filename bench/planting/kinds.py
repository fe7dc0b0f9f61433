"""The form of a planter, and the names that passages are made of."""

import random
from collections.abc import Callable
from dataclasses import dataclass

TOWNS = (
    "Osten",
    "Zell",
    "Harrow",
    "Linden",
    "Marsh End",
    "Kolby",
    "Varnes",
    "Upper Dale",
    "Brannock",
    "Teal Bay",
)
PEOPLE = (
    "Clara Osten",
    "Paul Rehm",
    "Anna Berg",
    "Tom Hollis",
    "Mira Falk",
    "Edwin Stroud",
    "Lena Marsh",
    "Hugh Tarrant",
)
THINGS = (
    "bridge",
    "ferry",
    "harbour",
    "mill",
    "school",
    "railway",
    "canal",
    "market hall",
    "lighthouse",
    "hospital",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage as it should be and as it should not.

    `whole`: the passage is a document of its own with `…` where pages of prose go, not a paragraph of one.
    """

    right: str
    wrong: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Planter:
    """Plants the error that the check `code` looks for."""

    code: str
    plant: Callable[[random.Random], Pair]


def listed(names: "list[str]") -> str:
    """*A, B and C*."""
    return f"{', '.join(names[:-1])} and {names[-1]}"
