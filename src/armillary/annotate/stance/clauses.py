"""The clause around a word: the one place where a reader of grammar can take over.

    The porter saw it, but [the guard did not move] because he slept.

Without a parser, a clause ends at marks that part clauses and at the words that join them. Both ways are
bounded, so that a text without stops costs no more than any other.
"""

from armillary.annotate.stance.lexicon import Clause, words
from armillary.annotate.stance.page import Page

_FAR = 60
"""How many words a clause may reach to either side of its cue."""
_HARD = frozenset(
    {";", ":", "—", "–", "--", "(", ")", "[", "]", "“", "”", "‘", '"', "„", "«", "»", "?", "!"}
)
_JOINS = frozenset({"and", "or", "nor", "but", "yet", "so"})
_BREAKS_AFTER = frozenset(
    "but although though because whereas while unless since lest yet therefore thus hence".split()
)
_STARTS_AFTER = frozenset(
    "that which who whom whose if when while because although though whereas since as than whether until "
    "unless where so lest but yet what why how".split()
)
_SUBJECTS = frozenset("i we he she it they you there this these those who".split())
_ASIDE = 4
"""How many words may stand between two commas that a clause reaches over."""


def clause(page: Page, first: int, last: int, at: int, until: int) -> tuple[int, int]:
    """The words [start, end) of the clause around the cue [at, until) in the sentence [first, last)."""
    return _start(page, first, at), _end(page, last, until)


def _start(page: Page, first: int, at: int) -> int:
    here = at
    limit = max(first, at - _FAR)
    while here > limit:
        low = page.lows[here - 1]
        if low in _HARD or low in _STARTS_AFTER or _reports(page, here - 1):
            break
        if low in _JOINS and _joins_clauses(page, limit, here - 1, at):
            break
        if low == ",":
            opened = _aside_before(page, limit, here - 1)
            if opened is None:
                break
            here = opened
            continue
        here -= 1
    while here < at and (not page.is_word(here) or page.lows[here] in _JOINS):
        here += 1
    return here


def _reports(page: Page, at: int) -> bool:
    """Whether a word is a verb whose clause begins right after it: *I think | he did not*."""
    verb = words().verbs.get(page.lows[at])
    if verb is None or verb.clause is not Clause.BARE:
        return False
    following = page.lows[at + 1]
    return following in _SUBJECTS or following in words().sets["determiners"]


def _joins_clauses(page: Page, limit: int, join: int, at: int) -> bool:
    """Whether *and* before a cue joins clauses, not two subjects (*Ann and Bob did not*)."""
    auxiliaries = words().sets["auxiliaries"]
    if page.lows[join] not in {"and", "or"} or at - join <= 1 or page.lows[join + 1] in auxiliaries:
        return True
    for here in range(join - 1, max(limit, join - 12) - 1, -1):
        low = page.lows[here]
        if low in _HARD or low == "," or low in _STARTS_AFTER:
            return False
        if low in auxiliaries or low in words().verbs or low.endswith("ed") or _is_verb(page, here):
            return True
    return False


def _is_verb(page: Page, at: int) -> bool:
    tag = page.reading.tokens[at].tag
    return tag is not None and tag.startswith("V")


def _aside_before(page: Page, limit: int, comma: int) -> int | None:
    """Where a short aside that ends at this comma begins: *the king, however, did not*."""
    for here in range(comma - 1, max(limit, comma - _ASIDE - 1), -1):
        if page.lows[here] == ",":
            return here
        if page.lows[here] in _HARD or page.lows[here] in _JOINS:
            return None
    return None


def _end(page: Page, last: int, until: int) -> int:
    here = until
    limit = min(last, until + _FAR)
    while here < limit and not _ends(page, limit, here, until):
        here += 1
    while here > until and not page.is_word(here - 1):
        here -= 1
    return here


def _ends(page: Page, limit: int, here: int, until: int) -> bool:
    low = page.lows[here]
    if low in _HARD or (low in _BREAKS_AFTER and here > until):
        return True
    if low in {"and", "or", "so"} and here + 1 < limit:
        following = page.lows[here + 1]
        return following in _SUBJECTS or following in words().sets["auxiliaries"] or low == "so"
    if low != ",":
        return False
    if here + 1 < limit and page.lows[here + 1] in {"or", "nor"}:
        return False
    return not any(page.lows[at] == "," for at in range(here + 2, min(limit, here + _ASIDE + 2)))
