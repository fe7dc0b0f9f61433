"""N3: a figure that is told twice, and not with the same value.

"The bridge cost 4,200 crowns." … "The bridge, which cost 4,700 crowns, …"  →  N304
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import Bound, Change, Number
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import Severity, System

SHARED = 0.5
"""The share of the words of the shorter statement that the other must have. Set by hand on the clean pages of
bench/clean; `python bench/mutations.py` measures it again."""

FEWEST_SHARED = 3
SMALLEST = 13
"""Numbers below this are as often a count of other things: *two towns*, *two bridges*."""

APART = 2.0
"""Values more than this many times apart are of different things."""

WIDEST = 120  # characters on either side that tell what a number is of
MOST_PARTNERS = 50  # numbers of one unit that one is held against: bounds a text that is one long table

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and that which were was with for from this these those have has had been are its his her their they them not but into "
    "than then when while where who whom whose will would could should can may might must also more most less least about over "
    "under some only just such per cent percent million thousand billion hundred all one two there here after before each "
    "said says year years other".split()
)
_CHANGING = re.compile(
    r"\b(?:rose|risen|rise|rises|fell|fallen|falls?|grew|grown|increas\w+|decreas\w+|declin\w+|dropp?\w*|doubled|tripled|halved|up|down|"
    r"revised|correct\w+|instead|rather|wrong\w*|not|claim\w*|said|says|estimat\w+|another|other|further|later|earlier|again|"
    r"added|additional|by)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class _Told:
    number: Number
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    sentence: Sentence


def _differs(system: System, _: Held) -> Iterator[Clash]:
    numbers = Marks(figure.number for figure in system.figures)
    heaps: dict[tuple[int, str], list[_Told]] = {}
    for sentence in sentences(system):
        own = numbers.within(sentence.document, sentence.start, sentence.end)
        for number in own:
            if not _exact(number) or _CHANGING.search(sentence.text):
                continue
            told = _told(sentence, number)
            unit = number.unit or _after(number)
            if unit is None:
                continue
            heap = heaps.setdefault((id(sentence.document), unit), [])
            for other in heap[-MOST_PARTNERS:]:
                if _clash(other, told):
                    message = f"“{number.at.words}” here, and “{other.number.at.words}” where the same is told before"
                    yield message, number.at, (other.number.at,)
                    break
            heap.append(told)


def _exact(number: Number) -> bool:
    return (
        not number.approximate
        and number.bound is Bound.EQUAL
        and number.change is Change.NONE
        and number.low is None
        and number.value >= SMALLEST
    )


def _told(sentence: Sentence, number: Number) -> _Told:
    start = max(sentence.start, number.at.start - WIDEST)
    end = min(sentence.end, number.at.end + WIDEST)
    text = sentence.document.text[start:end]
    names = frozenset(word for word in _WORD.findall(text[1:]) if word[0].isupper())
    years = frozenset(_YEAR.findall(sentence.text)) - {number.at.words}
    words = frozenset(_stem(word.lower()) for word in _WORD.findall(text) if word.lower() not in _COMMON)
    return _Told(number, words, names, years, sentence)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without its commonest endings: *bridges* and *bridge* are one."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= FEWEST_SHARED:
            return word.removesuffix(ending)
    return word


def _after(number: Number) -> str | None:
    """The word right behind a bare count: what is counted."""
    text = number.at.document.text
    found = re.match(r"\s{1,3}([a-z][a-z’'-]{2,30})", text[number.at.end : number.at.end + 36])
    return _stem(found[1]) if found else None


def _clash(one: _Told, two: _Told) -> bool:
    if one.sentence.start == two.sentence.start or one.number.value == two.number.value:
        return False
    low, high = sorted((one.number.value, two.number.value))
    if high > APART * low or _rounded(one.number, two.number):
        return False
    if one.years and two.years and not one.years & two.years:
        return False
    if one.names != two.names and (one.names - two.names) and (two.names - one.names):
        return False
    shared = one.words & two.words
    return len(shared) >= FEWEST_SHARED and len(shared) >= SHARED * min(len(one.words), len(two.words))


def _rounded(one: Number, two: Number) -> bool:
    """Whether one value is the other, rounded: 4,200 for 4,187."""
    low, high = sorted((one, two), key=lambda number: len(_digits(number)))
    size = len(_digits(low))
    if size >= len(_digits(high)):
        return False
    return f"{high.value:.{max(size, 1) - 1}e}" == f"{low.value:.{max(size, 1) - 1}e}"


def _digits(number: Number) -> str:
    """The digits that a number gives, without zeros at either end."""
    return re.sub(r"[^\d]", "", f"{number.value:.10g}").strip("0")


DIFFERS = Rule("N304", "a figure that is told again and differs", Severity.WARNING, _differs)
