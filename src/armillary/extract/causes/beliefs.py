"""How sure we are that a claim is read right, by who found it: its patterns, the tagger, or both.

`rules/beliefs.toml` holds what was measured (`python bench/beliefs.py`, which tells how): for each agreement of
witnesses the share of claims that were right, and for each pattern how far it is from that, in log odds. One more
witness never makes us less sure.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

RULE, TAGGER = "rule:", "tagger"
_PLACES = 3


class Agreement(StrEnum):
    """Who found a claim."""

    RULES = "rules"
    TAGGER = "tagger"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Beliefs:
    """The share of right claims by agreement, and the shift of each pattern from there in log odds."""

    share: dict[Agreement, float]
    shift: dict[str, float]

    def of(self, found_by: Sequence[str]) -> float:
        """The probability that a claim of these witnesses is read right: that of the surest way to it."""
        patterns = [name.removeprefix(RULE) for name in found_by if name.startswith(RULE)]
        agreement = agreement_of(found_by)
        ways = [self._shifted(agreement, self.shift.get(name, 0.0)) for name in patterns]
        if TAGGER in found_by or not ways:
            ways.append(self._shifted(Agreement.TAGGER, 0.0))
        return round(max(ways), _PLACES)

    def _shifted(self, agreement: Agreement, shift: float) -> float:
        share = self.share[agreement]
        return 1 / (1 + (1 - share) / share * math.exp(-shift))


def agreement_of(found_by: Sequence[str]) -> Agreement:
    """Who found a claim of these witnesses."""
    by_rule = any(name.startswith(RULE) for name in found_by)
    if by_rule and TAGGER in found_by:
        return Agreement.BOTH
    return Agreement.RULES if by_rule else Agreement.TAGGER


@cache
def measured() -> Beliefs:
    """The beliefs that ship."""
    raw = tomllib.loads(files(__package__).joinpath("rules", "beliefs.toml").read_text(encoding="utf-8"))
    share = {Agreement(name): float(value) for name, value in raw["agreement"].items()}
    return Beliefs(share, {row["name"]: float(row["shift"]) for row in raw["pattern"]})
