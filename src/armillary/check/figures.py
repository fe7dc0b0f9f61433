"""N3: numbers against each other.

"29.6%, about a third"  →  N301: a third is 33.3 per cent
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import Number
from armillary.system import Severity, System

ROUNDING = 0.1
"""How far an approximation may be from its figure, as a share of the figure: *32 per cent, about a third* is 4
per cent off, *29.6 per cent* 12.6. Tuned on the examples of docs/checks/N301.md; `make test` re-measures them."""

_BETWEEN = re.compile(
    r"[\s,(–—]{1,4}(?:(?:or|that is|i\.e\.)[\s,]{1,2})?"
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|just|well|over|under)\s{1,2}){0,2}"
)
_PERCENT = "percent"
_HUNDRED = 100


def _fraction(system: System, _: Held) -> Iterator[Clash]:
    for one, two in pairwise(figure.number for figure in system.figures):
        if not _restates(one, two):
            continue
        exact, rough = one.value, two.value * _HUNDRED
        if exact and abs(rough - exact) / exact > ROUNDING:
            message = f"“{one.at.words}” is called “{two.at.words}”, which is {rough:.3g} per cent"
            yield message, two.at, (one.at,)


def _restates(one: Number, two: Number) -> bool:
    """Whether an approximate fraction follows a percentage, with nothing but *, or about* between."""
    if one.at.document != two.at.document or one.unit != _PERCENT or not 0 < two.value < 1:
        return False
    between = one.at.document.text[one.at.end : two.at.start]
    return two.approximate and _BETWEEN.fullmatch(between) is not None


FRACTION = Rule("N301", "an approximation that is off", Severity.WARNING, _fraction)
