"""What a number is a number of: *72% of voters*, *300 ships*, *inflation rose to 9 per cent*.

`of` is the one function that a parser will answer better; until then it goes by the words around.
"""

from bisect import bisect_left

from armillary.extract.figures import phrases
from armillary.reading import Number, Reading, Sentence, Token
from armillary.text import Passage

REACH = 7
"""Words between a number and the verb before it at most: *rose in that same short year by 3%*."""

_INTO = frozenset({"in", "of", "for", "on"})
_SKIPPED = frozenset(
    "has had have will would could may might also been be is was are were by to from at about more than nearly over around just only some up roughly approximately almost least most under less fewer a an as high low the an estimated already still then now".split()
)


def of(reading: Reading, sentence: Sentence, number: Number) -> Passage | None:
    """The words for what it is a number of, where the text settles it."""
    tokens = reading.tokens
    after = bisect_left(
        tokens, number.at.end, sentence.first, sentence.last, key=lambda token: token.start
    )
    before = bisect_left(
        tokens, number.at.start, sentence.first, sentence.last, key=lambda token: token.start
    )
    found = (
        _after(tokens, after, sentence.last, number)
        or _named_before(tokens, before, sentence.first)
        or _subject(tokens, before, sentence.first)
    )
    if found is None:
        return None
    return reading.document.passage(tokens[found[0]].start, tokens[found[1] - 1].end)


def _after(tokens: tuple[Token, ...], at: int, last: int, number: Number) -> tuple[int, int] | None:
    """What stands after the number: *of voters*, *in aid*, *increase in exports*, *ships*."""
    if at >= last:
        return None
    low = tokens[at].low
    if low == "of" or (low == "worth" and at + 1 < last and tokens[at + 1].low == "of"):
        return phrases.forward(tokens, at + (1 if low == "of" else 2), last, plural=False)
    if low in phrases.words().movement and at + 1 < last and tokens[at + 1].low in _INTO:
        return phrases.forward(tokens, at + 2, last, plural=False)
    if number.dimension == "currency" and low == "in" and at + 1 < last and tokens[at + 1].low.isalpha():
        return phrases.forward(tokens, at + 1, last, plural=False)
    if tokens[at].low == "-" and at + 1 < last:
        at += 1
    if low in phrases.words().determiners or phrases.is_verb_like(tokens[at]):
        return None
    return phrases.forward(tokens, at, last, plural=number.unit is None and number.value != 1)


def _named_before(tokens: tuple[Token, ...], at: int, first: int) -> tuple[int, int] | None:
    """*A population of 44 million*, *turnout of about 70 per cent*."""
    place = at - 1
    while place > first and tokens[place].low in _SKIPPED and tokens[place].low != "of":
        place -= 1
    if place > first and tokens[place].low == "of":
        return phrases.backward(tokens, place, first)
    return None


def _subject(tokens: tuple[Token, ...], at: int, first: int) -> tuple[int, int] | None:
    """*Inflation rose to 9 per cent*: what stands before the verb."""
    for place in range(at - 1, max(first, at - REACH) - 1, -1):
        if not tokens[place].low[0].isalnum():
            return None
        if tokens[place].low in phrases.words().level:
            while place > first and tokens[place - 1].low in _SKIPPED:
                place -= 1  # noqa: PLW2901  past the auxiliaries
            return phrases.backward(tokens, place, first)
    return None
