"""What a number is a number of: *72% of voters*, *300 ships*, *inflation rose to 9 per cent*.

`of` is the one function that a parser will answer better; until then it goes by the words around.
"""

from bisect import bisect_left
from dataclasses import dataclass

from armillary.extract.figures import phrases
from armillary.reading import Number, Reading, Sentence, Token
from armillary.text import Passage

REACH = 8
"""Words between a number and the verb before it at most: *rose in that same short year by 3%*."""

CLAUSE = 40
"""Tokens of a clause before a number that are looked at."""

Range = tuple[int, int]
"""Tokens, as [first, last)."""

_INTO = frozenset({"in", "of", "for", "on"})
_TO = frozenset({"by", "to", "from", "at"})
_SKIPPED = frozenset(
    "has had have will would could may might also been be is was are were by to from at about more than nearly over around "
    "just only some up roughly approximately almost least most under less fewer a an as high low the estimated already still "
    "then now now. down back".split()
)
_AUXILIARIES = frozenset("has have had is are was were will would can could may might must".split())
_SIZES = frozenset("long wide high tall deep thick across".split())
_CLAUSE_ENDS = frozenset(
    {
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "but",
        "who",
        "which",
        "that",
        "while",
        "when",
        "as",
        "because",
        "“",
        "”",
        '"',
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A number among the tokens of its sentence: `before` is its first token, `after` the first behind it."""

    tokens: tuple[Token, ...]
    first: int
    before: int
    after: int
    last: int
    number: Number

    @property
    def counts(self) -> bool:
        """Whether it counts things, and more than one of them."""
        return self.number.unit is None and not 0 <= self.number.value <= 1

    def low(self, at: int) -> str:
        """The word at a token of the sentence; nothing outside it."""
        return self.tokens[at].low if self.first <= at < self.last else ""


def place_of(reading: Reading, sentence: Sentence, number: Number) -> Place:
    """Where a number stands in its sentence."""
    tokens, first, last = reading.tokens, sentence.first, sentence.last
    before = bisect_left(tokens, number.at.start + 1, first, last, key=lambda token: token.end)
    after = bisect_left(tokens, number.at.end, first, last, key=lambda token: token.start)
    return Place(tokens, first, before, after, last, number)


def of(reading: Reading, place: Place) -> Passage | None:
    """The words for what it is a number of, where the text settles it."""
    found = (
        _relative(place)
        or _after(place)
        or _in_brackets(place)
        or _named_before(place)
        or _moved(place)
        or _subject(place)
        or _clause(place)
    )
    if found is None:
        return None
    return reading.document.passage(place.tokens[found[0]].start, place.tokens[found[1] - 1].end)


def _relative(place: Place) -> Range | None:
    """*The deficit is 5% of GDP* is a number of the deficit, measured by GDP."""
    if place.number.dimension != "ratio" or place.low(place.after) != "of":
        return None
    at = place.before - 1
    while at > place.first and place.low(at) in _SKIPPED - phrases.words().level:
        at -= 1
    return _subject(place) if place.low(at) in phrases.words().level else None


def _after(place: Place) -> Range | None:
    """What stands after the number: *of voters*, *in aid*, *increase in exports*, *ships*."""
    at, low, following = place.after, place.low(place.after), place.low(place.after + 1)
    if low == "of":
        return _phrase(place, at + 1, plural=place.counts)
    if low == "worth" and following == "of":
        return _phrase(place, at + 2, plural=False)
    if low in phrases.words().movement and following in _INTO:
        return _phrase(place, at + 2, plural=False)
    if (
        place.number.dimension == "currency"
        and low == "in"
        and following.isalpha()
        and place.tokens[at + 1].low != ""
    ):
        return _phrase(place, at + 1, plural=False)
    if low == "-":
        at += 2 if following == "odd" else 1
    elif low == "or" and following in {"more", "less", "fewer", "so"}:
        at += 2
    if not place.low(at) or low in phrases.words().determiners or _is_verb(place, at):
        return None
    return phrases.forward(place.tokens, at, place.last, plural=place.counts)


def _is_verb(place: Place, at: int) -> bool:
    """Whether the word after the number is a verb: *most of the 12 died*, but *a million lives*."""
    noun = place.counts and phrases.is_plural(place.tokens[at])
    return phrases.is_verb_like(place.tokens[at]) and not noun


def _phrase(place: Place, at: int, *, plural: bool) -> Range | None:
    """The phrase from `at` on, past the numbers in it: *of the 150 seats*."""
    numbered = False
    while (
        place.low(at) in phrases.words().determiners
        or place.low(at)[:1].isdigit()
        or place.low(at) in _COUNTS
    ):
        numbered = numbered or place.low(at) not in phrases.words().determiners
        at += 1
    return phrases.forward(place.tokens, at, place.last, plural=plural or numbered)


_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million dozen".split()
)


def _in_brackets(place: Place) -> Range | None:
    """*Quartz (62%)*."""
    if place.low(place.before - 1) in {"(", "["} and place.low(place.after) in {")", "]", ",", ";"}:
        return phrases.backward(place.tokens, place.before - 1, place.first)
    return None


def _named_before(place: Place) -> Range | None:
    """*A population of 44 million*, *turnout of about 70 per cent*."""
    at = place.before - 1
    if place.low(at) == "the":  # the larger of the two
        return None
    while at > place.first and place.low(at) in _SKIPPED:
        at -= 1
    return phrases.backward(place.tokens, at, place.first) if place.low(at) == "of" else None


def _moved(place: Place) -> Range | None:
    """*Cut emissions by 55%*: what stands between a verb that moves something and *by*, *to* or *from*."""
    at = place.before - 1
    while at > place.first and place.low(at) in _SKIPPED - _TO:
        at -= 1
    if place.low(at) not in _TO:
        return None
    for verb in range(at - 1, max(place.first - 1, at - REACH), -1):
        if place.low(verb) in phrases.words().raising:
            return phrases.forward(place.tokens, verb + 1, at, plural=False)
    return None


def _subject(place: Place) -> Range | None:
    """*Inflation rose to 9 per cent*: what stands before the verb of level or change."""
    for at in range(place.before - 1, max(place.first, place.before - REACH) - 1, -1):
        if not place.low(at)[0].isalnum():
            return None
        if place.low(at) in phrases.words().level:
            while at > place.first and place.low(at - 1) in _SKIPPED:
                at -= 1  # noqa: PLW2901  past the auxiliaries
            return _named_up_to(place, _before_brackets(place, at)) or _clause(place)
    return None


def _before_brackets(place: Place, at: int) -> int:
    """The token where brackets open that close right before `at`, else `at`: *The ticket (Zone 2) costs …*."""
    if place.low(at - 1) != ")":
        return at
    opens = (here for here in range(at - 2, max(place.first, at - REACH), -1) if place.low(here) == "(")
    return next(opens, at)


def _named_up_to(place: Place, at: int) -> Range | None:
    """The phrase that ends before `at`; a number may belong to its name: *The Leopard 2 weighs …*."""
    if (
        place.low(at - 1).isdigit()
        and at - 2 >= place.first
        and phrases.is_noun_like(place.tokens[at - 2])
    ):
        found = phrases.backward(place.tokens, at - 1, place.first)
        first = found[0] if found else at - 2
        while place.low(first - 1) == "&" and first - 2 >= place.first:
            first -= 2
        return first, at
    return phrases.backward(place.tokens, at, place.first)


def _clause(place: Place) -> Range | None:
    """*The cable runs for 6,600 km*: the phrase that opens the clause of a number with a unit."""
    if place.number.unit is None or place.number.dimension == "time":
        return None
    start = place.before
    first = max(place.first, place.before - CLAUSE)
    while start > first and place.low(start - 1) not in _CLAUSE_ENDS:
        start -= 1
    found = phrases.forward(place.tokens, start, place.before, plural=False)
    if found and place.low(found[1]) == "of":
        more = phrases.forward(place.tokens, found[1] + 1, place.before, plural=False)
        found = (found[0], more[1]) if more else found
    if found is None or found[1] >= place.before:
        return None
    is_verb = place.low(found[1]) in _AUXILIARIES or phrases.is_verb_like(place.tokens[found[1]])
    return found if is_verb else None


_SHARING = frozenset(
    {",", "and", "or", "to", "-", "–", "of", "the", "its", "their", "in", "out", "his", "her", "against"}
)


def shares(left: Place, right: Place) -> bool:
    """Whether a number stands before another of its kind with only joining words between: *30 to 40 shots*."""
    between = range(left.after, right.before)
    alike = left.number.unit == right.number.unit
    return alike and len(between) <= 3 and all(left.low(at) in _SHARING for at in between)  # noqa: PLR2004  out of the


def follows(left: Place, right: Place) -> bool:
    """Whether a number goes on with what the one before is of: *rose by 3% to 12*, *6 m long and 2 m wide*."""
    between = [left.low(at) for at in range(left.after, right.before)]
    if right.low(right.after) in _SIZES and left.number.dimension == right.number.dimension:
        return bool(between) and set(between) <= _SIZES | {",", "and", "by"}
    return between in (["to"], ["from"])
