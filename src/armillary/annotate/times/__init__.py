"""Times: dates, hours, lengths and sets of times, each with its TIMEX3 value.

    "On 7 August 1914 …. Two days later"  →  DATE 1914-08-07, DATE 1914-08-09
    "for three weeks"                     →  DURATION P3W
    "every Tuesday"                       →  SET XXXX-WXX-2

Words are found by rules (`rules/`), each match says what it can by itself (`meaning`), and the rest
is told from the day of writing or from where the story is (`story`).
"""

from armillary.annotate.times.marking import mark

__all__ = ["mark"]
