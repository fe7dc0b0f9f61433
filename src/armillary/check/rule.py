"""The form of a check: a code, a name, a severity, and a function that finds clashes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from armillary.system import Problem, Severity, System
from armillary.text import Passage

Clash = tuple[str, Passage, tuple[Passage, ...]]
"""What is wrong in words, where, and the other places it clashes with."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `name` is also the name of its page, in words."""

    code: str
    name: str
    severity: Severity
    find: Callable[[System], Iterator[Clash]]

    def problems(self, system: System) -> Iterator[Problem]:
        """The problems that this check finds."""
        for message, at, see in self.find(system):
            yield Problem(self.code, self.severity, message, at, see)
