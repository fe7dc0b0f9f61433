"""Names that are close to known ones: *Volodymir Zelensky*, where the facts have *Volodymyr Zelenskyy*."""

from collections.abc import Iterator

from armillary.consult.facts.context import Context
from armillary.held import Answer, FactVerdict
from armillary.holdings import FactKind, folded

SHORTEST = 8
"""Shorter names are close to too many others: *Austria*, *Austrian*."""

LONG = 12
"""Names from this length on may differ in two letters, shorter ones in one: *Slovakia* is no slip for *Slovenia*."""


def close_names(context: Context) -> Iterator[FactVerdict]:
    """A verdict at the first place of each name that no row has, and that is a letter or two from one that a row has."""
    rows = {folded(fact.subject): fact for kind in FactKind for fact in reversed(context.rows(kind))}
    known = {*rows, *context.called}
    known |= {folded(fact.object) for kind in FactKind for fact in context.rows(kind) if fact.object}
    seen: set[str] = set()
    for actor in context.system.actors:
        if any(folded(at.words) in known for at in actor.mentions):
            continue
        for at in actor.mentions:
            name = folded(at.words)
            if name in seen or len(name) < SHORTEST:
                continue
            seen.add(name)
            near = next((other for other in sorted(rows) if _close(name, other)), None)
            if near is not None:
                fact = rows[near]
                because = f"the name there is {fact.subject}"
                yield FactVerdict(at, FactKind.NAME, at.words, Answer.CLOSE_NAME, because, (fact,))


def _close(one: str, two: str) -> bool:
    most = 2 if len(one) >= LONG else 1
    if abs(len(one) - len(two)) > most or one[:1] != two[:1] or {one, two} & {two + "s", one + "s"}:
        return False
    return distance(one, two) <= most


def distance(one: str, two: str) -> int:
    """How many letters must be put in, left out or changed (Levenshtein 1966)."""
    row = list(range(len(two) + 1))
    for count, char in enumerate(one, start=1):
        before, row[0] = row[0], count
        for place, other in enumerate(two, start=1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (char != other)),
            )
    return row[-1]
