"""Where the subject of a verb begins and ends, by closed word classes."""

from armillary.extract.causes.acts import verb_at
from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    HARD,
    MODALS,
    QUOTES,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.stretch import Stretch

LONGEST_LIST = 9  # tokens from a comma to the "and" that ends its list
_PRONOUN_SUBJECTS = frozenset("it he she they we i".split())


def subject(line: Line, end: int) -> Stretch:
    """The noun phrase before a verb at `end`: *the policy that (caused …)* gives *the policy*."""
    if line.tree is not None and end < len(line) and line.tree.is_verb(end):
        head = line.tree.subject(end)
        if head is not None and head < end:
            return line.trimmed(line.tree.list_of(head, high=end))
    return _subject_by_words(line, end)


def _subject_by_words(line: Line, end: int) -> Stretch:
    last = end
    while last > 0 and (
        line.lows[last - 1] in AUXILIARIES | ADVERBS | QUOTES
        or _is_adverb(line, last - 1)
        or (line.lows[last - 1] == "well" and line.lows[last - 2] in MODALS)
    ):
        last -= 1
    last = _before_aside(line, last)
    if last > 0 and line.lows[last - 1] in {"which", "that", "who"}:
        last = last - 1
        if last > 0 and line.lows[last - 1] == ",":
            last -= 1
        if last == 0:
            return Stretch(0, 0)
    start = last
    while start > 0 and not _closes_subject(line, start - 1, last):
        start -= 1
    if last - start > 1 and line.lows[last - 1] in _PRONOUN_SUBJECTS:
        start = last - 1  # "for one school it was …"
    return Stretch(start, last)


_ASIDES = frozenset(
    "like unlike including known now once then such along together especially particularly notably say formerly "
    "a an the built made born founded".split()
)
_LONGEST_ASIDE = 12
_FURTHER = frozenset(
    {("like",), ("along", "with"), ("together", "with"), ("as", "well", "as"), ("including",)}
)


def _before_aside(line: Line, last: int) -> int:
    """Where a subject ends before an aside: *the pump, fitted in 1998, (delays …)*; the same place where none stands."""
    if last < 2 or line.lows[last - 1] != ",":  # noqa: PLR2004  a noun and its comma
        return last
    for comma in range(last - 2, max(0, last - _LONGEST_ASIDE), -1):
        if line.lows[comma] in HARD or (line.lows[comma] in AUXILIARIES):
            return last
        if line.lows[comma] == ",":
            opener = line.lows[comma + 1]
            fits = (
                opener in _ASIDES
                or opener.endswith("ed")
                or line.lows[comma + 1 : comma + 3] == ("as", "well")
            )
            return comma if fits else last
    return last


def further(line: Line, subject: Stretch) -> Stretch | None:
    """What an aside behind a subject adds to it: *goslings, like (swans), …*; None where it adds nothing."""
    if line.low(subject.last) != ",":
        return None
    size = next(
        (len(w) for w in _FURTHER if line.lows[subject.last + 1 : subject.last + 1 + len(w)] == w), 0
    )
    first = subject.last + 1 + size
    closing = next((at for at in range(first, len(line)) if line.lows[at] == ","), None)
    return Stretch(first, closing) if size and closing is not None and closing > first else None


_LY_NOUNS = frozenset(
    "family assembly supply rally ally monopoly reply bully fly butterfly anomaly homily belly lily folly jelly italy july "
    "oligopoly disassembly subfamily hillbilly melancholy".split()
)


def _is_adverb(line: Line, at: int) -> bool:
    """Whether a word before a verb only says how: *materially affects*. Nouns in *-ly* are few."""
    low = line.lows[at]
    return (
        low.endswith("ly")
        and len(low) > len("only")
        and low not in _LY_NOUNS
        and not line.is_capital(at)
    )


def _closes_subject(line: Line, at: int, last: int) -> bool:
    low = line.lows[at]
    if at in line.timed and low != "that":
        return False
    if low in HARD or low in SUBORDINATORS or (low in AUXILIARIES and low != "'s"):
        return True
    if low == ",":
        return not in_list(line, at, last)
    if low in {"and", "or"}:
        return line.lows[at - 1] == "," if at else True
    return verb_at(line, at) is not None


def in_list(line: Line, comma: int, last: int | None = None) -> bool:
    """Whether a comma stands in a list that an *and* ends before `last`: *A, B and C cause …*."""
    window = line.lows[comma + 1 : min(len(line) if last is None else last, comma + LONGEST_LIST)]
    head = line.lows[comma - 1] if comma else ","
    if "and" not in window or head == "," or AUXILIARIES.intersection(window):
        return False
    return line.low(comma + 2 + window.index("and")) not in SUBORDINATORS | {"as"}
