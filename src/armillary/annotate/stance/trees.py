"""The subject of a verb as a parser sees it, where one has read the text.

Jane Roe, a farmer, went home and said   →   for *said*: Jane Roe
"""

from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase

_STEPS = 4
"""How many verbs up a subject may be shared: *and said*, *went on to say*, *left, saying*."""
_SHARED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_INSIDE = frozenset(
    "det amod compound flat nummod nmod nmod:poss case fixed advmod cc conj appos".split()
)
_SPAN = 12
"""How many words to either side of its head a subject may have."""


def tree_subject(page: Page, verb: int) -> Phrase | None:
    """The subject of the word at an index; None where no parser has read it, or it has none."""
    for _ in range(_STEPS):
        first, last = page.sentence(verb)
        tokens = page.reading.tokens
        for at in range(max(first, verb - 60), min(last, verb + 20)):
            if tokens[at].head == verb and (tokens[at].relation or "").startswith("nsubj"):
                return _phrase(page, at)
        head, relation = tokens[verb].head, tokens[verb].relation or ""
        if head is None or head == verb or relation.partition(":")[0] not in _SHARED:
            return None
        verb = head
    return None


def _phrase(page: Page, head: int) -> Phrase:
    """The words around a noun that hang on it, without a gap."""
    tokens = page.reading.tokens
    first, last = page.sentence(head)
    inside = {head}
    for at in (
        *range(head - 1, max(first, head - _SPAN) - 1, -1),
        *range(head + 1, min(last, head + _SPAN)),
    ):
        up, steps = at, 0
        while (
            up not in inside and steps < _STEPS and tokens[up].head is not None and tokens[up].head != up
        ):
            if (tokens[up].relation or "") not in _INSIDE - {"appos"}:
                break
            up, steps = tokens[up].head or 0, steps + 1
        if up in inside:
            inside.add(at)
    start, end = head, head + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return Phrase(start, end)
