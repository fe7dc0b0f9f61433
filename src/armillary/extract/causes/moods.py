"""How a claim is put forward, by the words right before its cue."""

from armillary.extract.causes.line import ADVERBS, AUXILIARIES, Line
from armillary.extract.causes.stretch import Stretch
from armillary.reading import Modality

_NOT = frozenset("not never neither nor hardly scarcely cannot nowhere".split())
_MAYBE = frozenset(
    "may might could perhaps possibly probably likely can seems seem seemed appears appeared".split()
)
_WOULD = frozenset({"would", "wouldn't"})


def of_cue(line: Line, cue: Stretch) -> Modality:
    """The modality that the auxiliaries and adverbs right before a cue give it."""
    first = cue.first
    while first > 0 and line.lows[first - 1] in AUXILIARIES | ADVERBS | _NOT | _MAYBE:
        first -= 1
    words = line.lows[first : cue.first]
    before = line.lows[first - 1] if first else ""
    if before == "without" or (before == "no" and words[:1] == ("longer",)):
        return Modality.NEGATED
    if any(word in _NOT or word.endswith("n't") for word in words):
        return Modality.NEGATED
    if _WOULD & set(words):
        return Modality.COUNTERFACTUAL if "have" in words else Modality.CONDITIONAL
    return Modality.HEDGED if _MAYBE & set(words) else Modality.ASSERTED
