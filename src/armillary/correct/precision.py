"""Precision: how often what a rule reads is right, by what people said of its claims.

A claim that was accepted as it stands was read right. One that was rejected, turned round, or had its sign, modality
or holder changed was not. What was added says nothing of a rule.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from armillary.correct.ledger import BY_HAND, Line
from armillary.findings import Claim
from armillary.review import Verdict

PRIOR = 10
"""How many judged claims what is known from elsewhere weighs as much as (the belief that a claim comes with). Set by
hand: with ten judged claims of a rule, their share and the prior have equal say."""

Rule = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How many claims of a rule were looked at, and how many of them were read right."""

    rule: Rule
    right: int
    judged: int

    @property
    def precision(self) -> float:
        """The share that was read right."""
        return self.right / self.judged

    def belief(self, prior: float) -> float:
        """The probability that another claim of this rule is read right, given what was believed before."""
        return (prior * PRIOR + self.right) / (PRIOR + self.judged)


def judged(lines: Iterable[Line]) -> tuple[Judged, ...]:
    """What the ledgers of one document or many say of each rule, or each pair of witnesses, the most judged first."""
    counted: dict[Rule, list[int]] = {}
    for line in lines:
        if line.said is None or BY_HAND in line.claim.found_by:
            continue
        right = line.said.verdict is Verdict.ACCEPTED and not line.said.changes
        heap = counted.setdefault(line.claim.found_by, [0, 0])
        heap[0] += right
        heap[1] += 1
    rows = [Judged(rule, right, count) for rule, (right, count) in counted.items()]
    return tuple(sorted(rows, key=lambda row: (-row.judged, row.rule)))


def learned(lines: Iterable[Line]) -> Callable[[Claim], float]:
    """The belief of a claim that nobody judged, by what was said of others that its rule found."""
    known = {row.rule: row for row in judged(lines)}

    def belief(claim: Claim) -> float:
        row = known.get(claim.found_by)
        return claim.belief if row is None else row.belief(claim.belief)

    return belief
