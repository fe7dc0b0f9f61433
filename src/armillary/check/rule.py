"""The form of a check: a code, a name, a severity, and a function that finds clashes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from armillary.held import Held
from armillary.system import Problem, Severity, System
from armillary.text import Passage

Clash = tuple[str, Passage, tuple[Passage, ...]]
"""What is wrong in words, where, and the other places it clashes with."""


class Need(StrEnum):
    """What a check asks the reader for. A check whose need is not met does not run."""

    NOTHING = "nothing"
    SOURCES = "sources"
    FACTS = "facts"

    def met(self, held: Held) -> bool:
        """Whether the reader holds it."""
        match self:
            case Need.NOTHING:
                return True
            case Need.SOURCES:
                return held.quotations is not None
            case Need.FACTS:
                return held.facts is not None


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `name` is also the name of its page, in words.

    `find` is given the system, and what became of it beside what the reader holds; most look at the system alone.
    """

    code: str
    name: str
    severity: Severity
    find: Callable[[System, Held], Iterator[Clash]]
    needs: Need = Need.NOTHING

    def problems(self, system: System, held: Held) -> Iterator[Problem]:
        """The problems that this check finds; none where its need is not met."""
        if self.needs.met(held):
            for message, at, see in self.find(system, held):
                yield Problem(self.code, self.severity, message, at, see)
