"""Statements beside the facts that the reader holds: who held which office, who joined what, how much it was.

system ─▶ statements of four kinds ─▶ the rows that speak of the same ─▶ FactVerdict
"""

from armillary.consult.facts.close import close_names
from armillary.consult.facts.context import Context
from armillary.consult.facts.figures import figures
from armillary.consult.facts.memberships import memberships
from armillary.consult.facts.offices import offices
from armillary.held import FactVerdict
from armillary.holdings import Facts
from armillary.system import System


def statements(system: System, facts: Facts) -> tuple[FactVerdict, ...]:
    """A verdict on each statement that is of a kind which facts can speak of, in the order of the text.

    A statement that no row speaks of is *not covered*. Rows that contradict each other are all shown.
    """
    context = Context(system, facts)
    places = {id(document): number for number, document in enumerate(system.documents)}
    found = [
        verdict for find in (offices, memberships, figures, close_names) for verdict in find(context)
    ]
    found.sort(key=lambda one: (places[id(one.at.document)], one.at.start, one.at.end, one.kind))
    return tuple(found)
