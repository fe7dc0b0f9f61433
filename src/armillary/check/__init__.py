"""Check: what does not hold together."""
from armillary.system import Problem, System


def check(system: System) -> tuple[Problem, ...]:
    return ()
