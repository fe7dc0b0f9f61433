"""A union of numbered things: who belongs with whom (Tarjan 1975, with halving of paths)."""


class Union:
    """Numbers from 0, each alone at first. Two that are told apart never become one."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._size = [1] * size
        self._apart: dict[int, set[int]] = {}

    def root(self, at: int) -> int:
        """The number that stands for all that are joined with this one: the smallest of them."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int) -> bool:
        """Make the two and all that are joined with them one. Says whether they are one now."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return True
        if high in self._apart.get(low, ()):
            return False
        self._parent[high] = low
        self._size[low] += self._size[high]
        for far in self._apart.pop(high, ()):
            self._apart[far].discard(high)
            self._part(low, far)
        return True

    def part(self, one: int, other: int) -> None:
        """Tell two apart for good. They must not be joined yet."""
        self._part(self.root(one), self.root(other))

    def _part(self, one: int, other: int) -> None:
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def size(self, at: int) -> int:
        """How many are joined with this one, itself among them."""
        return self._size[self.root(at)]

    def roots(self, members: "set[int]") -> set[int]:
        """The roots of several numbers."""
        return {self.root(member) for member in members}
