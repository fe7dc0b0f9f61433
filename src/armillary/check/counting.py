"""N3: numbers against lists, and against each other.

"Of the voters, 54 per cent chose A, 30 per cent B and the remaining 26 per cent C"  →  N302: they add up to 110
"Rome, Oslo and Bern paid 3 and 4 francs respectively"                                →  N303: three against two
"three cities: Rome and Oslo"                                                         →  N306: they are two
"from 40 per cent to 12 marks"                                                        →  N305
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.reading import Bound, Change, Number
from armillary.sentences import Marks, Sentence, sentences
from armillary.system import Severity, System
from armillary.text import cover

_HUNDRED = 100
_PERCENT = "percent"
EACH_ROUNDED = 0.6
"""How far a sum may be from 100 for each of its parts: half a unit of rounding and a little."""

_REST = re.compile(
    r"\b(?:the\s{1,3})?(?:rest|remaining|remainder|balance)\b|\b(?:add(?:s|ed|ing)?\s{1,3}up|sum(?:s|med)?)\s{1,3}to\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"^\W{0,3}(?:Of|Among|Out of)\s", re.IGNORECASE)
FEWEST_PARTS = 3
WIDEST = 60  # characters between two parts of one whole


def _sums(system: System, _: Held) -> Iterator[Clash]:
    numbers = Marks(figure.number for figure in system.figures)
    for sentence in sentences(system):
        parts = [
            number
            for number in numbers.within(sentence.document, sentence.start, sentence.end)
            if number.unit == _PERCENT and number.change is Change.NONE and number.low is None
        ]
        if len(parts) >= 2 and _one_whole(sentence, parts):  # noqa: PLR2004  one part is no sum
            total = sum(number.value for number in parts)
            loose = any(number.approximate or number.bound is not Bound.EQUAL for number in parts)
            slack = EACH_ROUNDED * len(parts) + (2 * len(parts) if loose else 0)
            if abs(total - _HUNDRED) > slack:
                first, *rest = (number.at for number in parts)
                yield f"the parts of one whole add up to {total:.4g} per cent", first, tuple(rest)


def _one_whole(sentence: Sentence, parts: list[Number]) -> bool:
    """Whether the sentence says that these are all the parts; or they start with *Of the …* and exceed it."""
    text = sentence.document.text
    apart = [text[one.at.end : two.at.start] for one, two in pairwise(parts)]
    last = text[parts[-2].at.end : sentence.end]
    rest = _REST.search(last) is not None
    if any(len(words) > WIDEST for words in apart) or (";" in "".join(apart) and not rest):
        return False
    if any(re.match(r"\s{1,3}of\s", text[part.at.end : part.at.end + 5]) for part in parts[1:]):
        return False
    if rest:
        return True
    total = sum(part.value for part in parts)
    listed = re.search(r"\band\b", apart[-1]) is not None
    return (
        len(parts) >= FEWEST_PARTS
        and listed
        and total > _HUNDRED
        and _OF_WHOLE.search(sentence.text) is not None
    )


_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_VALUE = r"(?:[$€£¥]\s?)?[-−]?\d{1,12}(?:[.,]\d{1,12}){0,4}(?:\s?(?:%|per\scent|percent|million|billion|thousand))?(?:\s(?!and\b)[a-zé]{1,14})?"
_SEPARATOR = r"(?:\s{0,2},\s{1,3}(?:and\s{1,3})?|\s{1,3}and\s{1,3})"
_VALUES = re.compile(rf"(?<![\w.,]){_VALUE}(?:{_SEPARATOR}{_VALUE})+")
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_ADVERBIAL = re.compile(r"\s{0,3}(?:In|On|At|By|During|After|Before|Until|From|Since|For)\s")
_NAME = re.compile(r"[\w’'-]+(?:\s[A-Z][\w’'-]*)*")
_NEW_SUBJECT = re.compile(r",?\s{1,3}(?:the|a|an|its|their|his|her|it|they|he|she|we|there|both|each)\b")
"""What shows that the list before it was not the subject: *In Rome, Oslo and Bern the keeper took …*."""

SHORT = 5
"""Most words of an item of a list of names: *the Duchy of Warsaw* has four."""


def _unequal(system: System, _: Held) -> Iterator[Clash]:
    for sentence in sentences(system):
        for found in _RESPECTIVELY.finditer(sentence.text):
            values = list(_VALUES.finditer(sentence.text))
            lists = [(_count_values(hit[0]), hit.span()) for hit in values]
            names = [row for row in _name_lists(sentence.text) if not _overlaps(row[1], lists)]
            if len(lists) + len(names) < 2 or not lists:  # noqa: PLR2004  nothing to hold against each other
                continue
            counts, span = lists[-1]
            others = [*names, *lists[:-1]]
            if any(counts & other for other, _ in others):
                continue
            other, place = max(others, key=lambda row: row[1][0])
            message = (
                f"{max(counts)} values for {max(other)} names, said to go with each other respectively"
            )
            start = sentence.start
            at = sentence.document.passage(start + span[0], start + span[1])
            see = sentence.document.passage(start + place[0], start + place[1])
            yield message, at, (see, sentence.passage(found))


_List = tuple[set[int], tuple[int, int]]
"""How many items a list may have, and where it stands in its sentence."""


def _count_values(words: str) -> set[int]:
    return {len(re.split(_SEPARATOR, words))}


def _overlaps(span: tuple[int, int], lists: list[_List]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for _, other in lists)


def _name_lists(text: str) -> list[_List]:
    """The lists *A, B and C* of a sentence, each as long as its commas go back."""
    found: list[_List] = []
    for joint in _AND.finditer(text):
        before = re.split(r"[;:—–(]", text[: joint.start()])[-1].rstrip(", ")
        segments = before.split(",")
        count, start = 1, len(segments) - 1
        while start > 0 and len(segments[start].split()) <= SHORT:
            start -= 1
            count += 1
        first = segments[start]
        left = joint.start() - len(",".join(segments[start:]))
        counts = {count + 1}
        adverbial = _ADVERBIAL.match(first) and len(first.split()) <= SHORT - 2
        if count > 1 and adverbial and not _NEW_SUBJECT.match(text, _end_of_name(text, joint.end())):
            counts = {count}
        found.append((counts, (max(left, 0), _end_of_name(text, joint.end()))))
    return found


def _end_of_name(text: str, start: int) -> int:
    name = _NAME.match(text, start)
    return name.end() if name else start


_COUNTED = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\s{1,3}"
    r"(?P<what>(?:[a-z’'-]+\s{1,3}){0,3}[a-z’'-]+)(?P<joint>\s{0,2}:\s{1,3}|\s{0,2}[—–]\s{0,2}|,\s{1,3}(?:namely,?\s{1,3})?)"
    r"(?P<list>[^.:;!?—–()\n]{3,200})(?=[.;—–!?]|$)",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_OPEN = re.compile(
    r"\b(?:etc|among|amongst|others?|including|such|so on|example|instance|either|both|first|one|some)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|does|did|that|which|who|if|because|when|to)\b",
    re.IGNORECASE,
)
_TIME_UNITS = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?|decades?|times?)$", re.IGNORECASE)
_LAST = re.compile(r",?\s{1,3}(?:and|or)\s{1,3}")
_BETWEEN_ITEMS = re.compile(r",?\s{1,3}(?:and|or)\s{1,3}|,\s{0,3}")
_LONGEST_ITEM = 4


def _miscounted(system: System, _: Held) -> Iterator[Clash]:
    for sentence in sentences(system):
        for found in _COUNTED.finditer(sentence.text):
            words = found["list"]
            if _OPEN.search(words) or _VERBS.search(words) or len(_LAST.findall(words)) != 1:
                continue
            items = [item for item in _BETWEEN_ITEMS.split(words.strip()) if item]
            if found["joint"].strip() == "," and not _names_all(found["what"], items):
                continue
            number = _NUMBERS.get(found["number"].lower()) or int(found["number"])
            if any(len(item.split()) > _LONGEST_ITEM for item in items) or len(items) == number:
                continue
            at = cover(sentence.passage(found, "number"), sentence.passage(found, "what"))
            message = f"“{at.words}” are {len(items)} in the list that follows"
            yield message, at, (sentence.passage(found, "list"),)


def _names_all(what: str, items: list[str]) -> bool:
    """Whether a list after a mere comma is one of names: *three towns, Oslo, Rome and Bern*; no time before it."""
    time = _TIME_UNITS.search(what) is not None
    return not time and len(items) > 2 and all(item[:1].isupper() for item in items)  # noqa: PLR2004  two may be a subject


def _units(system: System, _: Held) -> Iterator[Clash]:
    for one, two in pairwise(figure.number for figure in system.figures):
        ends = one.change in {Change.ROSE_FROM, Change.FELL_FROM}
        near = one.at.document is two.at.document and 0 <= two.at.start - one.at.end <= len(
            " per cent to "
        )
        joined = near and re.fullmatch(
            r"(?:\s\w+){0,3}\s{1,3}to\s{1,3}(?:about\s)?[$€£¥]?",
            one.at.document.text[one.at.end : two.at.start],
        )
        if not (ends and joined) or one.unit == two.unit or None in {one.unit, two.unit}:
            continue
        if one.dimension != two.dimension or one.dimension == "currency":
            message = f"“{one.at.words}” and “{two.at.words}” are of different kinds: nothing goes from one to the other"
            yield message, two.at, (one.at,)


SUMS = Rule("N302", "parts of one whole that do not add up", Severity.WARNING, _sums)
UNEQUAL = Rule("N303", "lists of unequal length that go together", Severity.WARNING, _unequal)
UNITS = Rule("N305", "a change between units that cannot be compared", Severity.WARNING, _units)
MISCOUNTED = Rule("N306", "a count that does not fit its list", Severity.WARNING, _miscounted)
