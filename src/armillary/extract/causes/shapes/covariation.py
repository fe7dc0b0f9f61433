"""Two things that move together: *the more A, the less B*, *with more A comes more B*."""

from collections.abc import Iterator

from armillary.extract.causes import change, clauses, subjects
from armillary.extract.causes.line import HARD, PREPOSITIONS, Line
from armillary.extract.causes.shapes.draft import Cue, Draft, whole
from armillary.extract.causes.stretch import Stretch

_COMES = frozenset({"come", "comes", "came", "goes", "go"})


def comparative_pair(line: Line, cue: Cue) -> Iterator[Draft]:
    """*The more X, the fewer Y*: two comparatives after *the*, a comma between."""
    if cue.at.first != 0 and line.low(cue.at.first - 1) not in {
        "and",
        "but",
        ";",
        ":",
        "—",
        "that",
        "“",
    }:
        return
    if not _is_comparative(line, cue.at.last):
        return
    for at in range(cue.at.last + 1, len(line) - 2):
        if line.low(at) in HARD:
            return
        if line.low(at) == "the" and _is_comparative(line, at + 1):
            cause = line.trimmed(Stretch(cue.at.last, at))
            draft = Draft(cause, clauses.right_clause(line, at + 1), cue.at, cue.pattern.rule.sign)
            if whole(draft) and line.low(cause.last - 1) not in PREPOSITIONS:
                yield draft
            return


def accompanied(line: Line, cue: Cue) -> Iterator[Draft]:
    """*With more X come more Y*, *with fewer X, there are more Y*: only with a word of change after *with*."""
    if (
        cue.at.first
        and line.is_word(cue.at.first - 1)
        and line.low(cue.at.first - 1) not in {"and", "but"}
    ):
        return
    for at in range(cue.at.last + 1, len(line) - 1):
        low = line.low(at)
        if low in HARD:
            return
        if low in _COMES or (low == "," and not subjects.in_list(line, at)):
            effect = clauses.right_clause(line, at + 1)
            draft = Draft(Stretch(cue.at.last, at), effect, cue.at, cue.pattern.rule.sign)
            sides = (Stretch(cue.at.last, at), effect)
            if whole(draft) and all(change.read(line, side).told for side in sides):
                yield draft
            return


def _is_comparative(line: Line, at: int) -> bool:
    return line.low(at) in change.comparatives()
