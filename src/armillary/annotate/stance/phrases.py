"""Noun phrases beside a word, without a parser: how far they reach, their names, their owners.

a spokesman for the army | said        before a verb: the whole phrase
said | the minister | on Monday        after it: to the next preposition, but *of*, *for* and *at*
"""

from dataclasses import dataclass

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.page import Page

_LONGEST = 24
"""How many words a noun phrase may have."""
_PARTS = frozenset(', ; : ( ) [ ] — – - ... … . ! ? " “ ” • *'.split())
_KEPT_AFTER = frozenset({"of", "for", "at"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, last) by index."""

    first: int
    last: int


def ending_at(page: Page, row: Row, end: int) -> Phrase | None:
    """The noun phrase whose last word is `row[end]`."""
    if end < 0 or row[end] < 0 or not page.is_word(row[end]):
        return None
    sets = words().sets
    if page.lows[row[end]] in sets["pronouns"]:
        return Phrase(row[end], row[end] + 1)
    start = end
    while start > 0 and end - start < _LONGEST and not _stops(page, row, start - 1):
        start -= 1
    start = _past_adverbial(page, row, start, end)
    return Phrase(row[start], row[end] + 1)


def _stops(page: Page, row: Row, at: int) -> bool:
    """Whether a noun phrase cannot reach back over `row[at]`."""
    if row[at] < 0 or row[at + 1] != row[at] + 1:
        return True
    low, sets = page.lows[row[at]], words().sets
    if low in {"and", "&"}:
        return not (
            at > 0 and row[at - 1] >= 0 and page.is_capital(row[at - 1]) and page.is_capital(row[at + 1])
        )
    if low == "." and at > 0 and row[at - 1] >= 0 and page.is_capital(row[at - 1]):
        return False  # Mr. Roe
    return (
        low in _PARTS
        or low in sets["borders"]
        or low in sets["auxiliaries"]
        or low in sets["persons"] - {"his", "her", "their"}
    )


def _past_adverbial(page: Page, row: Row, start: int, end: int) -> int:
    """Past *On Monday* in *On Monday the minister*."""
    sets = words().sets
    opening = page.lows[row[start]]
    if (
        opening not in sets["prepositions"]
        and opening not in sets["days"]
        and opening not in sets["adverbs"]
    ):
        return start
    for at in range(start + 1, end + 1):
        before_low = page.lows[row[at - 1]]
        begins = (
            row[at] in page.mentions
            or page.lows[row[at]] in sets["determiners"]
            or page.lows[row[at]] in sets["pronouns"]
        )
        if begins and before_low not in sets["prepositions"] and before_low not in sets["determiners"]:
            return at
    return end if page.is_capital(row[end]) else start


def after(page: Page, row: Row, at: int) -> Phrase | None:
    """The noun phrase that begins at `row[at]`, as in *said the minister*."""
    if at >= len(row) or row[at] < 0:
        return None
    sets = words().sets
    low = page.lows[row[at]]
    if low in sets["pronouns"] and low not in sets["determiners"]:
        return Phrase(row[at], row[at] + 1)
    begins = low in sets["determiners"] or page.is_capital(row[at]) or row[at] in page.mentions
    if not begins or low in sets["days"]:
        return None
    end = at + 1
    while end < len(row) and end - at < _LONGEST and not _ends(page, row, end):
        end += 1
    if end - at > 1 and end < len(row) and row[end] >= 0 and page.lows[row[end]] == "by":
        end -= not page.is_capital(row[end - 1])
    if end - at == 1 and low in {"the", "a", "an", "his", "her", "their", "its", "our", "my", "your"}:
        return None
    return Phrase(row[at], row[end - 1] + 1)


def _ends(page: Page, row: Row, at: int) -> bool:
    """Whether a noun phrase ends before `row[at]`."""
    if row[at] < 0 or row[at] != row[at - 1] + 1:
        return True
    low, sets = page.lows[row[at]], words().sets
    if low == "." and page.is_capital(row[at - 1]) and at + 1 < len(row) and row[at + 1] >= 0:
        return not page.is_capital(row[at + 1])
    if low in {"and", "&"}:
        return not (
            at + 1 < len(row)
            and row[at + 1] >= 0
            and page.is_capital(row[at + 1])
            and page.is_capital(row[at - 1])
        )
    return (
        low in _PARTS
        or low in sets["borders"]
        or (low in sets["prepositions"] and low not in _KEPT_AFTER)
        or low in sets["auxiliaries"]
        or low in sets["days"]
        or low in sets["persons"]
        or (low.endswith("ly") and not page.is_capital(row[at]))
    )


def holder_words(page: Page, phrase: Phrase) -> Phrase:
    """The name alone where a phrase is a name with titles or additions; else the phrase.

    *US President Joe Biden* → Joe Biden; *a spokesman for Joe Biden* stays.
    """
    prepositions = words().sets["prepositions"]
    led = False
    for at in range(phrase.first, phrase.last):
        if at in page.mentions:
            last = page.mentions[at][1]
            titled = not led or (page.is_capital(at - 1) and page.lows[at - 1] not in prepositions)
            ends = last >= phrase.last or (not led and page.lows[last] in prepositions | {","})
            if ends and titled and not page.lows[last - 1].endswith("'s"):
                return Phrase(at, min(last, phrase.last))
        led = led or page.lows[at] in prepositions
    return phrase


def owner(page: Page, row: Row, at: int) -> Phrase | None:
    """Whose the noun at `row[at]` is: *the mayor's warning*, *her view*, *the claim of the mayor*."""
    sets = words().sets
    for here in range(at - 1, max(-1, at - 5), -1):
        if row[here] < 0 or row[here] != row[here + 1] - 1:
            break
        low = page.lows[row[here]]
        if low in {"his", "her", "their", "its", "my", "our"}:
            return Phrase(row[here], row[here] + 1)
        if low.endswith(("'s", "s'")):
            first = here
            while first > 0 and row[first - 1] == row[first] - 1 and _is_owner(page, row[first - 1]):
                first -= 1
            return Phrase(row[first], row[here] + 1)
        if low in sets["prepositions"] or not page.is_word(row[here]):
            break
    if at + 2 < len(row) and row[at + 1] >= 0 and page.lows[row[at + 1]] in {"of", "by", "from"}:
        return after(page, row, at + 2)
    return None


def _is_owner(page: Page, index: int) -> bool:
    """Whether a word may stand in the phrase of an owner."""
    low, sets = page.lows[index], words().sets
    if low in sets["prepositions"] or low in sets["borders"]:
        return False
    return page.is_capital(index) or low in {"the", "a", "an", "this", "former", "late"}
