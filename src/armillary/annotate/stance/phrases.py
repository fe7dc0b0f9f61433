"""Who does what a verb says: the noun phrase before or after it, without a parser.

    Jane Roe, a farmer in Ames, said      →   Jane Roe
    a spokesman for the army also said    →   a spokesman for the army
    said the minister on Monday           →   the minister

`subject` is the one place where a parser can take over.
"""

from dataclasses import dataclass

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.verbs import is_cue

_LONGEST = 24
"""How many words a noun phrase may have."""
_FAR = 150
"""How many words back the subject of a main clause is looked for: bounds the work in a text without stops."""
_PARTS = frozenset(
    {
        ",",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "—",
        "–",
        "-",
        "...",
        "…",
        ".",
        "!",
        "?",
        '"',
        "“",
        "”",
        "•",
        "*",
    }
)
_SOLE = frozenset({"he", "she", "they", "i", "we"})
_KEPT_AFTER = frozenset({"of", "for", "at"})
_CATENATIVES = frozenset(
    "went goes go on began begins seemed seems wanted wants continued continues used tried able like liked quick had came".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, last) by index."""

    first: int
    last: int


def subject(page: Page, row: Row, at: int) -> Phrase | None:
    """Who does what the verb at `row[at]` says; None where the row does not tell."""
    low = page.lows[row[at]]
    after_quote = at > 0 and (row[at - 1] < 0 or page.lows[row[at - 1]] in {",", "—", "–"})
    if after_quote and not low.endswith("ing"):
        found = after(page, row, at + 1)
        if found is not None and (at == 1 or row[at - 1] < 0 or row[at - 2] < 0):
            return found
    return before(page, row, at) or (after(page, row, at + 1) if after_quote else None)


def before(page: Page, row: Row, at: int) -> Phrase | None:
    """The noun phrase that ends before `row[at]`, over adverbs and auxiliaries."""
    sets = words().sets
    helped = False
    here = at - 1
    while here >= 0 and row[here] >= 0 and _skipped(page, row, here, at):
        helped = helped or page.lows[row[here]] in sets["auxiliaries"]
        here -= 1
    if page.lows[row[at]].endswith("ing") and not helped:
        return first_subject(page, row, at)
    if here < 0 or row[here] < 0:
        return None
    low = page.lows[row[here]]
    if low in {"who", "which", "that"}:
        here -= 1
        if here >= 0 and row[here] >= 0 and page.lows[row[here]] == ",":
            here -= 1
        return _ending_at(page, row, here)
    if low in {"and", "but", "or", "then"}:
        return _shared(page, row, here)
    if low in {",", "—", "–", ")"}:
        return _past_aside(page, row, here)
    return _ending_at(page, row, here)


def _shared(page: Page, row: Row, at: int) -> Phrase | None:
    """The subject of the verb of speech that *and* joins another to: *They claim that…, and report*."""
    verbs = words().verbs
    for here in range(at - 1, max(0, at - _FAR), -1):
        if row[here] < 0 or page.lows[row[here]] not in verbs or row[here - 1] < 0:
            continue
        behind = page.lows[row[here - 1]]
        if behind not in {"and", "but", "or", "then", "to"} and is_cue(page, row, here):
            return _ending_at(page, row, _over_helpers(page, row, here))
    return first_subject(page, row, at)


def _over_helpers(page: Page, row: Row, at: int) -> int:
    """The place before a verb, its auxiliaries and adverbs."""
    here = at - 1
    while here >= 0 and row[here] >= 0 and _skipped(page, row, here, at):
        here -= 1
    return here


def _skipped(page: Page, row: Row, here: int, at: int) -> bool:
    """Whether a word between subject and verb is passed over."""
    low = page.lows[row[here]]
    sets = words().sets
    if low in sets["auxiliaries"] or low in sets["adverbs"] or (low == "to" and here == at - 1):
        return True
    if low.endswith("ly") and not page.is_capital(row[here]):
        return True
    return low in _CATENATIVES and here < at - 1 and page.lows[row[here + 1]] in {"to", "on"}


def _past_aside(page: Page, row: Row, here: int) -> Phrase | None:
    """The subject before an aside that ends at `row[here]`: *Jane Roe, a farmer in Ames, Iowa, said*."""
    commas = [
        index
        for index in range(here - 1, max(-1, here - 2 * _LONGEST), -1)
        if row[index] >= 0 and page.lows[row[index]] in {",", "—", "–", "("}
    ]
    for comma in commas:
        found = _ending_at(page, row, comma - 1)
        if found is None:
            continue
        opens = comma - 1 - (row[comma - 1] - found.first)
        goes_on = opens > 0 and row[opens - 1] >= 0 and page.lows[row[opens - 1]] == ","
        is_aside = page.lows[found.first] in {"a", "an", "the", "who", "which", "whose"}
        if not (goes_on and is_aside):
            return found
    return _ending_at(page, row, here - 1)


def _ending_at(page: Page, row: Row, end: int) -> Phrase | None:
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


def first_subject(page: Page, row: Row, at: int) -> Phrase | None:
    """The subject of the main clause before `row[at]`: of *On Monday, Roe left, saying*, Roe."""
    start = max(0, at - _FAR)
    while start < at and (row[start] < 0 or not page.is_word(row[start])):
        start += 1
    listed: Phrase | None = None
    for here in range(start, at):
        found = _begins(page, row, here, first=here == start)
        if found is None:
            continue
        follows = row[here] + found.last - found.first
        ahead = page.lows[follows] if follows <= row[at - 1] else ""
        if ahead not in {",", "and"} or page.lows[row[here]] in _SOLE or not _fronted(page, row, start):
            return found
        listed = listed or found  # In Rome, Milan and Turin, the council …
    return listed


def _begins(page: Page, row: Row, here: int, *, first: bool) -> Phrase | None:
    """The noun phrase that begins at `row[here]`, where it may be a subject."""
    if row[here] < 0:
        return None
    sets = words().sets
    low = page.lows[row[here]]
    behind = page.lows[row[here - 1]] if here and row[here - 1] >= 0 else ""
    if behind in sets["prepositions"] or (behind in {"before", "after", "since", "until", "than"}):
        return None
    if row[here] in page.mentions:
        last = page.mentions[row[here]][1]
        while _goes_on(page, row, here + last - row[here]):
            last += 1  # US President Joe Biden
        return Phrase(row[here], last)
    if low in _SOLE or (low == "it" and first):
        return Phrase(row[here], row[here] + 1)
    if low in {"a", "an", "the", "his", "her", "their", "our", "my"}:
        return after(page, row, here)
    return None


def _goes_on(page: Page, row: Row, at: int) -> bool:
    """Whether `row[at]` is a capitalised word right after the one before."""
    return at < len(row) and row[at] == row[at - 1] + 1 and page.is_capital(row[at])


def _fronted(page: Page, row: Row, start: int) -> bool:
    """Whether a row begins with an adverbial, so that the first name in it need not be its subject."""
    sets = words().sets
    low = page.lows[row[start]]
    return low in sets["prepositions"] or low in sets["borders"] or low.endswith("ing")


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
