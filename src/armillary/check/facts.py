"""F8: statements against the facts that the reader brings.

“Finland joined NATO in 2022”, and the row has 2023-04-04  →  F802
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Need, Rule
from armillary.held import Answer, FactVerdict, Held
from armillary.holdings import Fact, FactKind
from armillary.system import Severity, System


def _of(kind: FactKind, held: Held) -> Iterator[FactVerdict]:
    return (one for one in held.facts or () if one.kind is kind and one.answer is Answer.DIFFERS)


def _office(_: System, held: Held) -> Iterator[Clash]:
    yield from (_clash(one) for one in _of(FactKind.OFFICE, held))


def _membership(_: System, held: Held) -> Iterator[Clash]:
    yield from (_clash(one) for one in _of(FactKind.MEMBERSHIP, held))


def _figure(_: System, held: Held) -> Iterator[Clash]:
    yield from (_clash(one) for one in _of(FactKind.FIGURE, held))


def _close(_: System, held: Held) -> Iterator[Clash]:
    yield from (_clash(one) for one in held.facts or () if one.answer is Answer.CLOSE_NAME)


def _disputed(_: System, held: Held) -> Iterator[Clash]:
    yield from (_clash(one) for one in held.facts or () if one.answer is Answer.DISPUTED)


def _clash(one: FactVerdict) -> Clash:
    rows = "; ".join(dict.fromkeys(_told(fact) for fact in one.facts))
    return f"“{one.told}”: {one.because} ({rows})", one.at, ()


def _told(fact: Fact) -> str:
    """Where a row stands, and its source."""
    return f"{fact.row}, from {fact.source}" if fact.source else fact.row


OFFICE = Rule(
    "F801", "an office that the facts give to somebody else", Severity.WARNING, _office, Need.FACTS
)
MEMBERSHIP = Rule(
    "F802", "a membership with another date than the facts", Severity.WARNING, _membership, Need.FACTS
)
FIGURE = Rule(
    "F803",
    "a figure that differs from the facts by more than its rounding",
    Severity.WARNING,
    _figure,
    Need.FACTS,
)
CLOSE_NAME = Rule("F804", "a name that is close to a known one", Severity.NOTE, _close, Need.FACTS)
DISPUTED = Rule(
    "F805", "a statement on which the facts contradict each other", Severity.NOTE, _disputed, Need.FACTS
)
