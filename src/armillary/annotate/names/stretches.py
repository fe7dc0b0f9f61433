"""Stretches: how far capitals go on, over the small words and marks that stand inside names.

Bank of England · J. M. Keynes · Ludwig van Beethoven · AT&T · Department of Housing and Urban Development
"""

from armillary.annotate.names.page import Page

LONGEST = 12  # words in a stretch; what goes on is an enumeration or a headline
_DASHES = frozenset("-‐‑")
_JOINED = frozenset(
    "Department Ministry Institute Office Bureau Secretary Minister Board Committee".split()
)
_PORTFOLIOS = frozenset(
    "State Defence Defense War Education Health Labour Labor Commerce Agriculture Energy Finance Transport "
    "Transportation Justice Interior Foreign Homeland Economics Economy Culture".split()
)


def stretch(page: Page, first: int, last: int) -> int:
    """The token after the stretch that begins at `first`; it ends before `last` at the latest."""
    last = min(last, first + LONGEST)
    at = _known_end(page, first, last)
    while at < last and not page.possessive(at - 1):
        step = _step(page, first, at, last)
        if not step:
            break
        at = max(at + step, _known_end(page, at + step - 1, last))
    return at


def _known_end(page: Page, at: int, last: int) -> int:
    """The token after the known name of several words that begins here; the next token else."""
    name = page.long(at)
    if not name:
        return at + 1
    end = page.tokens[at].start + len(name)
    while at < last and page.tokens[at].start < end:
        at += 1
    return at


def _step(page: Page, first: int, at: int, last: int) -> int:
    """How many tokens from `at` belong to the name before them; 0 where it ends."""
    if page.new_paragraph(at):
        return 0
    if page.capital(at):
        return 1
    low = page.tokens[at].low
    if low == "." and page.touches(at):
        return int(_dotted(page, at - 1))
    if at + 1 == last or not page.capital(at + 1):
        return 0
    joins = (
        (low == "&" and not _two_names(page, at))
        or (low in _DASHES and page.touches(at))
        or low in page.lists.short["person"]["particles"]
        or (low in {"of", "for", "and"} and _goes_on(page, first, at))
    )
    return 2 if joins else 0


def _dotted(page: Page, at: int) -> bool:
    """Whether a full stop after this word belongs to it: J., St., Inc."""
    word = page.word(at)
    return (word.isupper() and word != "I") if len(word) == 1 else word + "." in page.lists.dotted


def _two_names(page: Page, at: int) -> bool:
    """Whether an *&* stands between two names: *US & Canada*."""
    sides = (page.word(at - 1), page.word(at + 1))
    return any(side in page.lists.given or side in page.lists.places for side in sides)


def _goes_on(page: Page, first: int, at: int) -> bool:
    """Whether a name goes on over *of*, *for* or *and*: Bank of England, Secretary of State."""
    head, low, short = page.word(at - 1), page.tokens[at].low, page.lists.short
    if head in {"Secretary", "Minister"}:
        return page.word(at + 1) in _PORTFOLIOS
    if low == "and":
        ofs = [back for back in range(first + 1, at) if page.tokens[back].low == "of"]
        return bool(ofs) and page.word(ofs[0] - 1) in _JOINED
    if low == "for":
        return head in short["body"]["for"]
    if page.word(at + 1) in page.lists.adjectives:
        return False
    return head in short["body"]["last"] or any(
        head in short[table]["first"] for table in ("body", "place", "event")
    )
