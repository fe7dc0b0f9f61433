"""Where a clause begins and ends beside a cue, by closed word classes."""

from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    HARD,
    PREPOSITIONS,
    QUOTES,
    Line,
)
from armillary.extract.causes.stretch import Stretch

_CLAUSE_OPENERS = frozenset(
    "but while whereas although though which who so because and or nor yet".split()
)
SAYING = frozenset(
    "say says said claim claims claimed argue argues argued think thinks thought believe believes believed hold "
    "holds held insist insists insisted maintain maintains maintained know known shows show showed suggest "
    "suggests suggested report reports reported conclude concludes concluded admit admits admitted write writes "
    "wrote concede concedes conceded fear feared notes noted likely clear true view".split()
)
_TELLING = frozenset(
    "told tell tells warned warns reminded assured informed convinced persuaded showed".split()
)
_FARTHEST_TELLING = 6


def left_clause(line: Line, end: int) -> Stretch:
    """The clause that ends before a cue: back to the last border between clauses."""
    start = end
    while start > 0 and not _opens(line, start - 1):
        start -= 1
    return _without_adverbial(line, Stretch(start, end))


def _opens(line: Line, at: int) -> bool:
    """Whether a clause begins right after this token."""
    low = line.lows[at]
    if low in HARD:
        return True
    if low == "that":
        return at > 0 and (line.lows[at - 1] in SAYING or _is_told(line, at))
    if low in _CLAUSE_OPENERS:
        return at == 0 or not line.is_word(at - 1)
    return False


def _is_told(line: Line, that: int) -> bool:
    """Whether this *that* opens what is said: *told its members that*, *said in a ruling that*."""
    for at in range(that - 2, max(-1, that - _FARTHEST_TELLING), -1):
        low = line.lows[at]
        if low in _TELLING:
            return True
        if low in SAYING:
            return line.lows[at + 1] in PREPOSITIONS
        if not line.is_word(at) or low in AUXILIARIES:
            return False
    return False


def _without_adverbial(line: Line, stretch: Stretch) -> Stretch:
    """Without a short run before the first comma: *In the end, …*, *However, …*."""
    for at in range(stretch.first, min(stretch.first + 7, stretch.last - 2)):
        if line.lows[at] == ",":
            opener = line.lows[stretch.first]
            light = at - stretch.first == 1 or opener in PREPOSITIONS | ADVERBS | {
                "however",
                "after",
                "before",
            }
            return Stretch(at + 1, stretch.last) if light else stretch
    return stretch


def right_clause(line: Line, start: int) -> Stretch:
    """The clause that begins after a cue: up to the next border between clauses."""
    end = start
    while end < len(line) and not _closes_clause(line, start, end):
        end += 1
    return Stretch(start, end)


def _closes_clause(line: Line, start: int, at: int) -> bool:
    low = line.lows[at]
    if at in line.timed:
        return False
    if low in HARD or (at == len(line) - 1 and not line.is_word(at)):
        return True
    after = line.lows[at + 1] if at + 1 < len(line) else ""
    if low == ",":
        return (
            after in _CLAUSE_OPENERS | {"thus", "therefore", "leading", "making", "causing"}
            or after in QUOTES
        )
    return at > start + 1 and low in {"because", "although", "whereas", "unless", "but"}
