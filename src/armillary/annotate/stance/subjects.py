"""Who does what a verb says: the noun phrase before or after it.

    Jane Roe, a farmer in Ames, said      →   Jane Roe
    a spokesman for the army also said    →   a spokesman for the army
    said the minister on Monday           →   the minister

`subject` is the one place where a parser can take over. Its subjects were tried (`nsubj`, shared over
`conj`, `xcomp` and `advcl`) on 240 articles of PolNeAR: .868 of the speakers right, against .873 by words.
"""

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase, after, ending_at
from armillary.annotate.stance.verbs import is_cue

_FAR = 150
"""How many words back the subject of a main clause is looked for: bounds the work in a text without stops."""
_ASIDE = 48
"""How many words an aside between subject and verb may have: *Jane Roe, a farmer in Ames, said*."""
_SOLE = frozenset({"he", "she", "they", "i", "we"})
_CATENATIVES = frozenset(
    "went goes go on began begins seemed seems wanted wants continued continues used tried able like liked quick had came".split()
)


def subject(page: Page, row: Row, at: int) -> Phrase | None:
    """Who does what the verb at `row[at]` says; None where the row does not tell."""
    if at == 0 and not page.lows[row[at]].endswith("ing"):
        return after(page, row, 1)  # Stated Roe: “…”
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
        return ending_at(page, row, here)
    if low in {"and", "but", "or", "then"}:
        return _shared(page, row, here)
    if low in {",", "—", "–", ")"}:
        return _past_aside(page, row, here)
    return ending_at(page, row, here)


def _shared(page: Page, row: Row, at: int) -> Phrase | None:
    """The subject of the verb of speech that *and* joins another to: *They claim that…, and report*."""
    verbs = words().verbs
    for here in range(at - 1, max(0, at - _FAR), -1):
        if row[here] < 0 or page.lows[row[here]] not in verbs or row[here - 1] < 0:
            continue
        behind = page.lows[row[here - 1]]
        if behind not in {"and", "but", "or", "then", "to"} and is_cue(page, row, here):
            return ending_at(page, row, _over_helpers(page, row, here))
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
        for index in range(here - 1, max(-1, here - _ASIDE), -1)
        if row[index] >= 0 and page.lows[row[index]] in {",", "—", "–", "("}
    ]
    for comma in commas:
        found = ending_at(page, row, comma - 1)
        if found is None:
            continue
        opens = comma - 1 - (row[comma - 1] - found.first)
        goes_on = opens > 0 and row[opens - 1] >= 0 and page.lows[row[opens - 1]] == ","
        is_aside = page.lows[found.first] in {"a", "an", "the", "who", "which", "whose"}
        if not (goes_on and is_aside):
            return found
    return ending_at(page, row, here - 1)


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
