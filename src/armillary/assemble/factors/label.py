"""What a factor is called: the shortest clear wording in the text."""

import re
from collections.abc import Sequence

from armillary.assemble.factors.naming import Naming
from armillary.assemble.factors.wording import Article

LONGEST = 72
"""Characters of a label; what is longer is cut at a word and ends in an ellipsis. About two lines of the map."""
_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:,[^,]{0,200},|\([^()]{0,200}\)|[–—][^–—]{0,200}[–—])\s*")


def named(group: Sequence[Naming]) -> Naming:
    """The wording by which these are called.

    One that stands for no longer one, names it the right way round, points nowhere and is no clause; of
    these the shortest.
    """
    return min(
        group,
        key=lambda naming: (
            naming.short,
            naming.points,
            naming.turned,
            naming.wording.article in {Article.THIS, Article.OWNED},
            naming.wording.clause,
            len(naming.words),
            naming.words,
        ),
    )


def label(words: str) -> str:
    """A wording as a label: in one line, without an article before it, and short enough to be read at a glance.

    >>> label("the armaments")
    'armaments'
    >>> label("imperialism, the violence that supported capitalism, was overthrown in the victory zone of 1945")
    'imperialism … was overthrown in the victory zone of 1945'
    """
    line = _ARTICLE.sub("", " ".join(words.split()))
    if len(line) <= LONGEST:
        return line
    bare = _ASIDE.sub(" … ", line, count=1)
    line = bare if len(bare) > len(" … ") else line
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—…") + "…"
