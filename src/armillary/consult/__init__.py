"""Consult: a system beside what the reader holds. Quotations beside sources, statements beside facts.

It says how the two stand to each other, and never which of them is right.
"""

from armillary.consult.facts import statements
from armillary.consult.quotations import quotations
from armillary.held import Held
from armillary.holdings import Facts, Library
from armillary.system import System


def consult(system: System, library: Library | None = None, facts: Facts | None = None) -> Held:
    """The verdicts on a system, of each kind for which the reader holds something."""
    return Held(
        None if library is None else tuple(quotations(system, library)),
        None if facts is None else statements(system, facts),
        () if facts is None else facts.notes,
    )
