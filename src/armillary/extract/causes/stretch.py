"""A run of words in a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Tokens [first, last) of a sentence; empty where first is last."""

    first: int
    last: int

    def __len__(self) -> int:
        """How many tokens."""
        return self.last - self.first
