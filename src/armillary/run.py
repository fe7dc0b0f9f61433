"""Nouns: what comes of a push. Push, Rule, Transfer, Effect, Endings, Run, Path, Total, Answer.

A run is an ensemble: it tells in which share of its members a factor rises, falls or stays. That is a
direction, not a size.
"""

from dataclasses import dataclass
from enum import StrEnum

from armillary.findings import Sign


class Way(StrEnum):
    """Where a push holds a factor."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Push:
    """A factor, by its id, that is held up or down through all steps."""

    factor: str
    way: Way


class Rule(StrEnum):
    """How the next state follows from the one before; the formulas are in `simulate/fcm.py`."""

    KOSKO = "kosko"
    MODIFIED = "modified"
    RESCALED = "rescaled"


class Transfer(StrEnum):
    """What keeps a state within bounds."""

    BIVALENT = "bivalent"
    TRIVALENT = "trivalent"
    SIGMOID = "sigmoid"
    TANH = "tanh"


@dataclass(frozen=True, slots=True)
class Effect:
    """What the pushes do to one factor: shares of the members of the ensemble, which sum to 1.

    `least`, `middle` and `most` are the smallest, median and largest difference between the end with
    the pushes and the end without them, in units of the state: for their order alone.
    """

    factor: str
    rises: float
    falls: float
    stays: float
    least: float
    middle: float
    most: float


@dataclass(frozen=True, slots=True)
class Endings:
    """How many members came to rest, went round in a cycle, or did neither, and the last step of the rest."""

    steady: int
    cycles: int
    neither: int
    last_step: int
    longest_period: int


@dataclass(frozen=True, slots=True)
class Run:
    """What came of pushes. `effects` are of every factor that is not pushed, in the order of the table.

    `certified`: it is proved that each member has one resting point, whatever it starts from.
    """

    pushes: tuple[Push, ...]
    rule: Rule
    transfer: Transfer
    members: int
    seed: int
    effects: tuple[Effect, ...]
    endings: Endings
    certified: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of links, by their ids, that meets no factor twice, and the product of their signs."""

    factors: tuple[str, ...]
    links: tuple[str, ...]
    sign: Sign


class Total(StrEnum):
    """What all paths together say of one factor's effect on another (Axelrod 1976, chapter 3)."""

    RAISES = "raises"
    LOWERS = "lowers"
    NONE = "none"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Answer:
    """Why one factor bears on another: the paths, shortest first, and what they come to.

    `to_deny` are ids of claims: a smallest set such that, if all of them are denied, no path of any length
    is left. `cut_short`: there are more paths than these.
    """

    cause: str
    effect: str
    paths: tuple[Path, ...]
    total: Total
    to_deny: tuple[str, ...]
    cut_short: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """A factor that loses a stated cause. All fields hold ids.

    `lost` are the links into it that fall away, `kept` those that a chain of claims still carries: none where it has
    lost every cause that was stated. `event` is the event that dates it, None where none does.
    """

    factor: str
    lost: tuple[str, ...]
    kept: tuple[str, ...]
    event: str | None


@dataclass(frozen=True, slots=True)
class Absence:
    """What comes of taking factors, claims and events away; both lists in the order of the chronology.

    `losses` have no stated cause left, `shaken` keep another. `undated` are events that the text dates from an event
    that is gone: *two days after the murder*.
    """

    factors: tuple[str, ...]
    claims: tuple[str, ...]
    losses: tuple[Loss, ...]
    shaken: tuple[Loss, ...]
    undated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much a loop has to do with what moves, by its score (Loops That Matter), over the members of an ensemble.

    A share is that of the loop in all loops of its tangle, from 0 to 1, on the average of the steps. `reinforcing` is
    the share of the members in which it reinforces.
    """

    loop: str
    least: float
    middle: float
    most: float
    reinforcing: float


@dataclass(frozen=True, slots=True)
class Clash:
    """Two factors of which one raises and lowers the other, with a shortest path of each sign."""

    cause: str
    effect: str
    raising: Path
    lowering: Path


@dataclass(frozen=True, slots=True)
class Balance:
    """Whether a map pulls one way (Axelrod 1976). Counts are of ordered pairs of factors with a path between them.

    `raises` and `lowers`: pairs on which all paths agree. `unclear`: a sign on the way is unclear, or no two
    paths of opposite signs were found in the search. `clashes`: paths of both signs.
    """

    raises: int
    lowers: int
    unclear: int
    clashes: tuple[Clash, ...]
    cut_short: bool

    @property
    def balanced(self) -> bool | None:
        """Whether no pair clashes; None where that is not known."""
        if self.clashes:
            return False
        return None if self.unclear or self.cut_short else True
