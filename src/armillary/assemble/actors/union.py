"""A union of numbered things: who belongs with whom (Tarjan 1975, with halving of paths)."""


class Union:
    """Numbers from 0, each alone at first."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._size = [1] * size

    def root(self, at: int) -> int:
        """The number that stands for all that are joined with this one: the smallest of them."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make the two and all that are joined with them one."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._parent[high] = low
            self._size[low] += self._size[high]

    def size(self, at: int) -> int:
        """How many are joined with this one, itself among them."""
        return self._size[self.root(at)]

    def roots(self, members: "set[int]") -> set[int]:
        """The roots of several numbers."""
        return {self.root(member) for member in members}
