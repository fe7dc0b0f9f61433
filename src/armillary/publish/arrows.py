"""The map as plain rows, which the forms for other tools share: one node a factor, one arrow a link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from armillary.findings import Claim
from armillary.system import Link, System

SIDES = ("raises", "lowers", "unclear", "denied")
MARKS = {"raises": "+", "lowers": "-", "unclear": "?"}


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link with its claims. `mark` is +, - or ?; `?` also where all claims deny it.

    `sides`: who says that it raises, lowers or bears on (*unclear*) the effect, and who denies it.
    """

    key: str
    link: Link
    mark: str
    claims: tuple[tuple[str, Claim], ...]
    holders: tuple[str, ...]
    sides: Mapping[str, tuple[str, ...]]

    @property
    def dissent(self) -> bool:
        """Whether claims disagree on it."""
        heaps = (self.link.raises, self.link.lowers, self.link.denied)
        return sum(map(bool, heaps)) > 1

    @property
    def tally(self) -> str:
        """The mark; where claims disagree, with how many stand on each side: `? (2 +, 1 -, 1 denied)`."""
        sides = ((self.link.raises, "+"), (self.link.lowers, "-"), (self.link.denied, "denied"))
        told = ", ".join(f"{len(heap)} {side}" for heap, side in sides if heap)
        return f"{self.mark} ({told})" if self.dissent else self.mark

    @property
    def words(self) -> str:
        """The words of each claim on one line, with the id of the claim before them."""
        return " | ".join(f"{key}: {line(claim.at.words)}" for key, claim in self.claims)


def arrows(system: System) -> Iterator[Arrow]:
    """The links in order, each with its claims and those who hold them."""
    for key, link in system.links.items():
        claims = tuple((claim, system.claims[claim]) for claim in link.claims)
        holders = dict.fromkeys(system.holder_name(claim.holder) for _, claim in claims)
        sides = {side: _holders(system, getattr(link, side)) for side in SIDES}
        yield Arrow(key, link, MARKS[link.sign.value], claims, tuple(holders), sides)


def _holders(system: System, claims: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(system.holder_name(system.claims[key].holder) for key in claims))


def line(words: str) -> str:
    """Words on one line, without the characters that XML forbids."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in words).split())


def names(system: System) -> dict[str, str]:
    """A name for each factor by its id. A name that several would have gets the id after it."""
    labels = {key: line(factor.label) or key for key, factor in system.factors.items()}
    taken: set[str] = set()
    for key, label in labels.items():
        name = label if label.casefold() not in taken else f"{label} ({key})"
        while name.casefold() in taken:
            name = f"{name} ({key})"
        taken.add(name.casefold())
        labels[key] = name
    return labels


def story(claims: Iterable[tuple[str, Claim]], system: System) -> str:
    """Claims in words, one a line: who says it, how, and the words themselves."""
    return "\n".join(
        f"{key} ({system.holder_name(claim.holder)}, {claim.modality.value}): {line(claim.at.words)}"
        for key, claim in claims
    )
