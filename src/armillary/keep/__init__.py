"""Keep: what many documents say, in one DuckDB file. The one door to DuckDB.

A document goes in as a `Leaf`, all of it in one transaction or nothing. `questions` asks.
"""

from armillary.keep.leaf import Leaf, leaf_of
from armillary.keep.store import Corpus, Trouble, opened

__all__ = ["Corpus", "Leaf", "Trouble", "leaf_of", "opened"]
