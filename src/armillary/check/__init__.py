"""Check: what does not hold together. Each check has a code, and a page in `docs/checks/`.

A check reads a system, and what the reader holds beside it, and says what clashes with what; it never says
which side is right.
"""

from collections.abc import Collection

from armillary.check import (
    anonymous,
    chains,
    claims,
    contents,
    counting,
    dating,
    facts,
    figures,
    marks,
    names,
    order,
    quotations,
    references,
    restated,
    sequence,
    sources,
    spans,
    times,
)
from armillary.check.rule import Rule
from armillary.held import Held
from armillary.system import Problem, System

CHECKS: tuple[Rule, ...] = (
    contents.PROMISED,
    contents.UNLISTED,
    order.OTHER_ORDER,
    references.NOTHING,
    order.GAP,
    quotations.NOBODY,
    marks.UNBALANCED,
    marks.TOLD_TWICE,
    quotations.UNKNOWN_SPEAKER,
    sources.OTHER_MARKS,
    sources.CHANGED,
    sources.STITCHED,
    sources.ALIKE,
    sources.ABSENT,
    figures.FRACTION,
    counting.SUMS,
    counting.UNEQUAL,
    restated.DIFFERS,
    counting.UNITS,
    counting.MISCOUNTED,
    times.WEEKDAY,
    spans.LENGTH,
    times.NO_SUCH_DAY,
    spans.BACKWARDS,
    dating.EFFECT_FIRST,
    dating.NO_YEAR,
    dating.LAST_YEAR,
    dating.DAYS_OF_IT,
    sequence.IMPOSSIBLE,
    facts.OFFICE,
    facts.MEMBERSHIP,
    facts.FIGURE,
    facts.CLOSE_NAME,
    facts.DISPUTED,
    claims.BOTH_SIGNS,
    chains.NOBODY_SAYS_ALL,
    chains.SOFT_LOOP,
    chains.BOTH_WAYS,
    anonymous.NOBODY,
    anonymous.NO_SOURCE,
    names.TWO_SPELLINGS,
    names.OTHER_TITLE,
    names.ACRONYM,
)


NOTHING_HELD = Held()


def check(
    system: System, held: Held = NOTHING_HELD, codes: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """The problems of a system, in the order of the documents and of their text.

    `codes` are the checks that run, else all do; those that need what the reader does not hold are silent.
    """
    order = {document: place for place, document in enumerate(system.documents)}
    rules = [rule for rule in CHECKS if codes is None or rule.code in codes]
    problems = [problem for rule in rules for problem in rule.problems(system, held)]
    problems.sort(key=lambda problem: (order[problem.at.document], problem.at.start, problem.code))
    return tuple(problems)
