"""An atlas: the strongest links of many documents, all sides of each, and the sentences behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

SIDES = ("raises", "lowers", "unclear", "denies")
"""What can be said of a link, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus. What is not known of it is None."""

    path: str
    name: str
    title: str | None
    author: str | None
    body: str | None
    dated: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence: who says it, how (as `Modality`), and where it stands in its document."""

    source: Source
    who: str
    says: str
    modality: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """All that is said of one factor bearing on another, by the names of the factors.

    `claims` counts each of the `SIDES`. `sayings` are the earliest of each holder, so they can be fewer.
    """

    cause: str
    effect: str
    claims: dict[str, int]
    documents: int
    holders: int
    since: str | None
    sayings: tuple[Saying, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether some say that it raises and others that it lowers, or it is both claimed and denied."""
        raises, lowers, unclear, denies = (self.claims.get(side, 0) for side in SIDES)
        return bool((raises and lowers) or (denies and raises + lowers + unclear))


@dataclass(frozen=True, slots=True)
class Atlas:
    """`links` are the strongest of `links_in_all`: those of most documents, then of most holders, then of most claims."""

    name: str
    documents: int
    claims: int
    links_in_all: int
    links: Sequence[Link]

    @property
    def factors(self) -> list[str]:
        """The names of the factors, in the order of the links."""
        return list(dict.fromkeys(name for link in self.links for name in (link.cause, link.effect)))
