"""What a quotation is: somebody's words, words kept at a distance, the title of a work, or a term.

She called it “a disgrace to the city.”      direct
the so-called “real economy”                 scare
his essay “On the Art of Losing”             title
a method known as “fracking”                 term
"""

from collections.abc import Sequence

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.said import By, Said
from armillary.reading import VoiceKind

_SHORT = 4
"""Up to how many words without a speaker beside them are words at a distance, and no speech."""
_BACK = 4
"""How many words before a quotation may say that it is a name."""
_LONG_TITLE = 14
"""How many words a title may have."""
_SMALL = frozenset("a an the of in on at to for from with and or but by as is vs into over".split())


def kind(page: Page, quotes: Sequence[Quoted], row: Row, at: int, said: Said) -> VoiceKind:
    """The kind of the quotation at `row[at]`."""
    quote = quotes[~row[at]]
    inside = [index for index in range(page.at(quote.start), page.at(quote.end)) if page.is_word(index)]
    before = _before(page, row, at)
    sets = words().sets
    if before[-1:] == ("so-called",) or before[-2:] == ("so", "called"):
        return VoiceKind.SCARE
    titled = _is_title(page, inside)
    if titled and (
        set(before) & sets["work_nouns"] or set(before[-2:]) & {"titled", "entitled", "headlined"}
    ):
        return VoiceKind.TITLE
    if len(inside) <= _LONG_TITLE and _is_named(page, row, at, before):
        return VoiceKind.TERM
    spoken = said.by in {By.VERB, By.SOURCE, By.LABEL, By.CITATION, By.NOUN}
    if titled and len(inside) > 1 and not (spoken and page.text[quote.end - 1] in ",.?!"):
        return VoiceKind.TITLE
    alone = all(item < 0 or not page.is_word(item) for item in row)
    if len(inside) <= _SHORT and not spoken and not alone and page.text[quote.end - 1] not in "?!":
        return VoiceKind.SCARE
    return VoiceKind.DIRECT


def _before(page: Page, row: Row, at: int) -> tuple[str, ...]:
    """The words right before, small, up to a mark of punctuation."""
    found: list[str] = []
    for here in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if row[here] < 0 or not page.is_word(row[here]):
            break
        found.insert(0, page.lows[row[here]])
    return tuple(found)


def _is_named(page: Page, row: Row, at: int, before: tuple[str, ...]) -> bool:
    """Whether the words before make it a name: *a plan called “…”*, *known as “…”*, *the term “…”*."""
    sets = words().sets
    if not before:
        return False
    if before[-1] in sets["named_nouns"]:
        return True
    if before[-2:] == ("known", "as") or before[-2:] == ("referred", "as"):
        return True
    if before[-1] not in sets["naming"]:
        return False
    helped = before[-2:-1] and before[-2] in {
        "is",
        "was",
        "are",
        "were",
        "been",
        "be",
        "being",
        "often",
        "also",
    }
    noun = len(before) > 1 and at > 1 and row[at - 2] >= 0 and not page.is_capital(row[at - 2])
    return bool(helped) or (noun and before[-2] not in sets["pronouns"] | sets["auxiliaries"])


def _is_title(page: Page, inside: list[int]) -> bool:
    """Whether all words but the small ones begin with a capital."""
    if not inside or len(inside) > _LONG_TITLE or not page.is_capital(inside[0]):
        return False
    return all(
        page.is_capital(index) or page.lows[index] in _SMALL or page.lows[index][0].isdigit()
        for index in inside
    )
