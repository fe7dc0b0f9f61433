"""Drawing: what a document becomes with the corrections of one moment. It is kept until another one is made."""

from dataclasses import dataclass, replace

from armillary.desk import Desk
from armillary.outcome import Outcome
from armillary.publish.report import fillings
from armillary.system import System, Table


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document as it was drawn: what came of its checks, and the parts of its page. `stamp` is that of its review file."""

    stamp: str
    outcome: Outcome
    parts: dict[str, str]


def draw(desk: Desk, stamp: str) -> Drawn:
    """Draw a document as it is corrected now."""
    outcome = desk.outcome()
    return Drawn(stamp, outcome, fillings(shown(outcome)))


def shown(outcome: Outcome) -> System:
    """A system without the problems that were set aside; the others keep their ids."""
    aside = {id(problem) for problem, _ in outcome.asides}
    rows = [item for item in outcome.system.problems.items() if id(item[1]) not in aside]
    left = Table(tuple(problem for _, problem in rows), tuple(key for key, _ in rows))
    return replace(outcome.system, problems=left)
