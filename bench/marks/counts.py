"""Counts that add up over documents: a share of right ones, and precision with recall."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many. Parts of one count where a merge is right in part."""

    right: float = 0.0
    of: float = 0.0

    def __add__(self, other: "Share") -> "Share":
        """Both counted together."""
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where there was nothing to count."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Score:
    """Precision: of what we found. Recall: of what is marked."""

    precision: Share = Share()
    recall: Share = Share()

    def __add__(self, other: "Score") -> "Score":
        """Both counted together."""
        return Score(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where either has nothing to count."""
        precision, recall = self.precision.value, self.recall.value
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
