r"""Offsets in the units of other tools: ours count code points of the text as it was read.

Tools for coding show line ends as one character, so their text has `\n` alone; DNA, which is written in Java,
counts UTF-16 units, in which an emoji is two.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

_LAST_OF_ONE_UNIT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Retold:
    """A text with plain line ends, and the way from our offsets to its own, in code points or UTF-16 units."""

    text: str
    returns: tuple[int, ...]
    wide: tuple[int, ...]

    def points(self, offset: int) -> int:
        """The offset in code points of `text`."""
        return offset - bisect_left(self.returns, offset)

    def units(self, offset: int) -> int:
        """The offset in UTF-16 units of `text`."""
        plain = self.points(offset)
        return plain + bisect_left(self.wide, plain)


def retold(text: str) -> Retold:
    """The text for a tool for coding.

    >>> told = retold("🌍" + chr(13) + chr(10) + "b")
    >>> told.points(3), told.units(3)
    (2, 3)
    """
    plain = text.replace("\r\n", "\n")
    returns = tuple(found.start() for found in re.finditer("\r\n", text))
    wide = tuple(place for place, mark in enumerate(plain) if ord(mark) > _LAST_OF_ONE_UNIT)
    return Retold(plain, returns, wide)
