"""What a number takes from the number beside it: a unit, a scale, the other end of a range.

"10 to 15 million dollars"  →  10,000,000 USD and 15,000,000 USD, each with low and high
"""

import re
from dataclasses import replace

from armillary.annotate.numbers.measured import Measured
from armillary.reading import Change

_RANGE = re.compile(r"(?:\s?[–—-]\s?|\s(?:to|through|till|until)\s)(?:an?\s)?\Z")
_OR = re.compile(r"\sor(?:\s(?:even|perhaps|maybe))?\s\Z")
_AND = re.compile(r"\sand\s\Z")
_LIST = re.compile(r"(?:,|;)\s(?:and\s|or\s)?\Z|\s(?:and|or|versus|vs\.?|against)\s\Z")
_BETWEEN = re.compile(r"\b[Bb]etween(?:\sabout|\sroughly|\ssome|\san estimated)?\s\Z")
_FROM = re.compile(
    r"\b[Ff]rom\s(?:about\s|around\s|roughly\s|just\s|some\s|an?\s|over\s|under\s){0,2}\Z"
)
_OUT_OF = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?\Z")
_PARTS = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("USD", "cent"): 100,
    ("EUR", "cent"): 100,
    ("GBP", "penny"): 100,
    ("hour", "minute"): 60,
}
_ROUND = frozenset({*range(2, 13), 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})
"""What people count a share out of: *one in five*, *three in 100*."""

_BY = {Change.ROSE_BY: Change.ROSE_TO, Change.FELL_BY: Change.FELL_TO}

SIGHT = 24
"""Characters between two numbers at most, for one to take anything from the other."""


def settle(text: str, found: list[Measured]) -> list[Measured]:
    """All numbers of one block, each with what its neighbours give."""
    joined = _joined(text, found)
    for place in range(len(joined) - 2, -1, -1):
        left, right = joined[place], joined[place + 1]
        if 0 <= right.start - left.end <= SIGHT:
            joined[place], joined[place + 1] = _pair(text, left, right)
    return joined


def _joined(text: str, found: list[Measured]) -> list[Measured]:
    """With numbers that are parts of one: *5 feet 2 inches*, *one in five*."""
    joined: list[Measured] = []
    for right in found:
        left = joined[-1] if joined else None
        one = _one(text, left, right) if left and 0 <= right.start - left.end <= SIGHT else None
        if one:
            joined[-1] = one
        else:
            joined.append(right)
    return joined


def _one(text: str, left: Measured, right: Measured) -> Measured | None:
    between = text[left.end : right.start]
    parts = _PARTS.get((left.unit.name, right.unit.name)) if left.unit and right.unit else None
    if parts and right.value < parts and between.strip(" ,") in {"", "and"}:
        return replace(left, end=right.end, amount_end=right.end, value=left.value + right.value / parts)
    counts = left.unit is None and right.unit is None and not left.fraction
    shared = right.value in _ROUND or left.value == 1
    if counts and left.value < right.value and shared and _OUT_OF.fullmatch(between):
        return replace(
            left, end=right.end, amount_end=right.end, value=left.value / right.value, fraction=True
        )
    return None


def _pair(text: str, left: Measured, right: Measured) -> tuple[Measured, Measured]:
    between = text[left.end : right.start]
    before = text[max(0, left.start - SIGHT) : left.start]
    ranged = (
        bool(_RANGE.fullmatch(between))
        or bool(_OR.fullmatch(between))
        or bool(_AND.fullmatch(between) and _BETWEEN.search(before))
    )
    if not (ranged or _LIST.fullmatch(between)):
        return left, right
    left, right = _shared(left, right, ranged=ranged)
    moved = _moved(left, right, before, between)
    if moved:
        return moved
    if not ranged or left.unit != right.unit or left.fraction != right.fraction:
        return left, right
    if left.value < right.value and left.high is None and right.high is None:
        low, high = left.value, right.value
        loose = bool(_OR.fullmatch(between))
        left = replace(left, low=low, high=high, approximate=left.approximate or loose)
        right = replace(right, low=low, high=high, approximate=right.approximate or loose)
    return left, right


def _moved(
    left: Measured, right: Measured, before: str, between: str
) -> tuple[Measured, Measured] | None:
    """*Fell from 5 to 3*: no range, but where a change began and ended; *rose by a third to 40*."""
    if "to" not in between:
        return None
    if left.change in _BY:
        return left, replace(right, change=_BY[left.change])
    if not _FROM.search(before):
        return None
    if left.change is Change.NONE and left.value < right.value:
        return None
    up = left.value < right.value
    return (
        replace(left, change=Change.ROSE_FROM if up else Change.FELL_FROM),
        replace(right, change=Change.ROSE_TO if up else Change.FELL_TO),
    )


def _shared(left: Measured, right: Measured, *, ranged: bool) -> tuple[Measured, Measured]:
    """The unit and the scale that stand once for both."""
    alike = left.unit in {None, right.unit} or (left.unit_before and right.unit is None)
    if (
        ranged
        and alike
        and left.scale == 1
        and right.scale > 1
        and left.value < right.value / right.scale
    ):
        left = replace(left, value=left.value * right.scale, scale=right.scale)
    if left.unit is None and not left.fraction and right.unit and (ranged or not right.unit_before):
        left = replace(left, unit=right.unit)
    elif right.unit is None and left.unit_before and ranged:
        right = replace(right, unit=left.unit)
    return left, right
