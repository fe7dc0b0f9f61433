"""How a claim is put forward, by the words around its cue and the moods that the reading marks."""

from armillary.extract.causes.line import ADVERBS, AUXILIARIES, Line, Stretch
from armillary.reading import Modality
from armillary.text import Passage

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


def marked(line: Line, cue: Passage) -> Modality:
    """The modality of the narrowest mood whose scope holds a cue; *asserted* where there is none."""
    around = [mood for mood in line.reading.moods if mood.scope.holds(cue)]
    return (
        min(around, key=lambda mood: mood.scope.end - mood.scope.start).modality
        if around
        else Modality.ASSERTED
    )
