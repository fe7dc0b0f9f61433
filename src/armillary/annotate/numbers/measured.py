"""A number with its unit, while it is worked out. `Reading` gets a `Number` in the end."""

from dataclasses import dataclass

from armillary.annotate.numbers.units import Unit
from armillary.reading import Bound, Change


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, its unit, and what is known of it so far.

    `amount_end` is where the amount ends and the unit after it starts; `digits` where the amount itself
    starts, after a currency sign; `scale` the scale word that was multiplied in; `fraction` tells *a third*
    from a count.
    """

    start: int
    digits: int
    amount_end: int
    end: int
    value: float
    scale: float = 1
    unit: Unit | None = None
    approximate: bool = False
    fraction: bool = False
    bound: Bound = Bound.EQUAL
    change: Change = Change.NONE
    low: float | None = None
    high: float | None = None

    @property
    def unit_before(self) -> bool:
        """Whether the unit stands before the digits: *$5*."""
        return self.unit is not None and self.end == self.amount_end
