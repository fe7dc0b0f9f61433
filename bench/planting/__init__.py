"""Errors to plant: for each check, passages that are right, and the same passages with one thing wrong.

`PLANTERS` is the list of all. A planter makes a pair of a passage as it should be and as it should not, from a
seeded chance; both differ in the error alone.
"""

from planting.kinds import Pair, Planter
from planting.numbers import NUMBERS
from planting.quotations import QUOTATIONS
from planting.structure import STRUCTURE
from planting.times import TIMES

PLANTERS: tuple[Planter, ...] = (*STRUCTURE, *QUOTATIONS, *NUMBERS, *TIMES)

__all__ = ["PLANTERS", "Pair", "Planter"]
