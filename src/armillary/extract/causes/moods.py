"""How a claim is put forward, by the words right before its cue."""

from armillary.extract.causes.line import ADVERBS, AUXILIARIES, BE, Line
from armillary.extract.causes.stretch import Stretch
from armillary.reading import Modality
from armillary.text import Passage

_NOT = frozenset("not never neither nor hardly scarcely cannot nowhere".split())
_MAYBE = frozenset(
    "may might could perhaps possibly probably likely can seems seem seemed appears appeared".split()
)
_DENIES = frozenset(
    "deny denies denied denying dispute disputes disputed disputing refuted refutes".split()
)
_CLEFT = 14
"""Tokens from *it was not* to the verb."""
_WOULD = frozenset({"would", "wouldn't"})


def of_cue(line: Line, cue: Stretch) -> Modality:
    """The modality that the auxiliaries and adverbs right before a cue give it."""
    first = cue.first
    while first > 0 and line.lows[first - 1] in AUXILIARIES | ADVERBS | _NOT | _MAYBE:
        first -= 1
    words = line.lows[first : cue.first]
    if _is_denied_cleft(line, first):
        return Modality.NEGATED
    before = line.lows[first - 1] if first else ""
    if before == "without" or (before == "no" and words[:1] == ("longer",)):
        return Modality.NEGATED
    if any(word in _NOT or word.endswith("n't") for word in words):
        return Modality.NEGATED
    if _WOULD & set(words):
        return Modality.COUNTERFACTUAL if "have" in words else Modality.CONDITIONAL
    return Modality.HEDGED if _MAYBE & set(words) else Modality.ASSERTED


def _is_denied_cleft(line: Line, at: int) -> bool:
    """*It was not the rain that caused …*: the denial stands before the subject."""
    if line.low(at - 1) not in {"that", "which", "who"}:
        return False
    before = line.lows[max(0, at - _CLEFT) : at - 1]
    starts = (place for place in range(len(before) - 2) if before[place] == "it")
    return any(before[place + 1] in BE and before[place + 2] == "not" for place in starts)


def is_denied(line: Line, voice: Passage) -> bool:
    """Whether the words that are reported are denied by the one who is reported: *she denied that …*."""
    inside = next((at for at, token in enumerate(line.tokens) if token.start >= voice.start), 0)
    return bool(_DENIES & set(line.lows[max(0, inside - 3) : inside]))
