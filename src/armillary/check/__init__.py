"""Check: what does not hold together. Each check has a code, and a page in `docs/checks/`.

A check reads a system and says what clashes with what; it never says which side is right.
"""

from armillary.check import claims, contents, figures, quotations, references, times
from armillary.check.rule import Rule
from armillary.system import Problem, System

CHECKS: tuple[Rule, ...] = (
    contents.PROMISED,
    contents.UNLISTED,
    references.NOTHING,
    quotations.NOBODY,
    figures.FRACTION,
    times.WEEKDAY,
    times.DAYS,
    claims.BOTH_SIGNS,
)


def check(system: System) -> tuple[Problem, ...]:
    """All problems of a system, in the order of the documents and of their text."""
    order = {document: place for place, document in enumerate(system.documents)}
    problems = [problem for rule in CHECKS for problem in rule.problems(system)]
    problems.sort(key=lambda problem: (order[problem.at.document], problem.at.start, problem.code))
    return tuple(problems)
