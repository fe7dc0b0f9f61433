"""Nouns: who agrees with whom. Kind, Normalise, Count, Node, Tie, Network.

The names and the arithmetic are those of discourse network analysis (Leifeld 2017, in the Oxford Handbook of
Political Networks), as Discourse Network Analyzer has them, so that results can be compared.
"""

from dataclasses import dataclass
from enum import StrEnum

from armillary.text import Passage


class Kind(StrEnum):
    """What a tie counts.

    Between actors: *congruence* the pairs of their positions that agree, *conflict* those that do not,
    *subtract* the first less the second, *ignore* all pairs on one matter. From actors to matters
    (*affiliation*): positions for, less those against.
    """

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"
    IGNORE = "ignore"
    AFFILIATION = "affiliation"


class Normalise(StrEnum):
    """What a tie is divided by: actors that speak often agree often.

    Between actors: the *average* number of positions of the two, the *jaccard* share, the *cosine*. From
    actors to matters: all of the actor's (*activity*), all on the matter (*prominence*).

    *cosine* divides by the product of the two numbers of positions, as DNA does; it is no cosine of vectors.
    """

    NO = "no"
    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"
    ACTIVITY = "activity"
    PROMINENCE = "prominence"


class Count(StrEnum):
    """What of an actor's equal positions on one matter counts: each, one in a document, or one in all.

    DNA calls them *include*, *document* and *acrossrange*.
    """

    EACH = "each"
    DOCUMENT = "document"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a matter. `key` is its id in the system, or its words where it has none.

    `of` says what it is: the kind of an actor, *author*, *holder* for words that are no actor's name,
    *matter*. `positions` are how many of its count.
    """

    key: str
    label: str
    of: str
    positions: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Between two nodes, by their keys. `matters` are the labels of what it rests on, `at` its words."""

    one: str
    other: str
    weight: float
    matters: tuple[str, ...]
    at: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Actors by agreement and conflict. Ties of weight 0 are left out; `notes` say in words what else was."""

    kind: Kind
    normalise: Normalise
    count: Count
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    notes: tuple[str, ...] = ()
