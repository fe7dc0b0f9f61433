"""What is done for an end: *A in order to B*, *A in the hope that B*, *to B, A*."""

from collections.abc import Iterator

from armillary.extract.causes import acts, clauses, phrases
from armillary.extract.causes.line import DETERMINERS, PREPOSITIONS, PRONOUNS, Line
from armillary.extract.causes.shapes.draft import Cue, Draft, fronted, whole
from armillary.extract.causes.stretch import Stretch
from armillary.reading import Modality


def purpose(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X in order to raise Y*: the deed is the cause, the end in view the effect."""
    effect_at, sign = cue.at.last, cue.pattern.rule.sign
    if effect_at < len(line) and line.low(effect_at) in PRONOUNS:
        effect_at += 1  # "lest they attract bombers"
    inner = acts.verb_at(line, effect_at) if effect_at < len(line) else None
    if inner is not None:
        effect_at, sign = effect_at + len(inner.words), sign.times(inner.rule.sign)
    draft = Draft(
        clauses.left_clause(line, cue.at.first),
        phrases.phrase(line, effect_at),
        cue.at,
        sign,
        Modality.INTENDED,
    )
    if whole(draft):
        yield draft


def purpose_clause(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X in the hope that Y*: the deed is the cause, what is hoped for the effect."""
    effect = clauses.right_clause(line, cue.at.last)
    clause = clauses.left_clause(line, cue.at.first)
    draft = Draft(clause, effect, cue.at, cue.pattern.rule.sign, Modality.INTENDED)
    if whole(draft) and len(effect) > 1:
        yield draft


_NO_PURPOSE = frozenset(
    "be begin start put say sum date take quote conclude illustrate see understand answer repeat name give cite tell judge "
    "return recap continue paraphrase borrow use speak avoid clarify summarise summarize note".split()
)
"""Verbs after a *to* at the head of a sentence that say how it is told, and not what for."""


def fronted_purpose(line: Line, cue: Cue) -> Iterator[Draft]:
    """*To fill the gaps, hospitals buy shifts*: the end in view stands in front."""
    at = cue.at.last
    if cue.at.first != 0 or at >= len(line):
        return
    low = line.low(at)
    if (
        low in DETERMINERS | PREPOSITIONS | PRONOUNS | _NO_PURPOSE
        or line.is_capital(at)
        or low.endswith(("s", "ing", "ed"))
    ):
        return
    turned = fronted(line, cue)
    if turned is None or not isinstance(turned.cause, Stretch) or len(turned.cause) < 2:  # noqa: PLR2004  a verb and its object
        return
    sign, effect = cue.pattern.rule.sign, turned.cause
    inner = acts.verb_at(line, at)
    if inner is not None and len(inner.words) < len(effect):
        effect, sign = Stretch(at + len(inner.words), effect.last), sign.times(inner.rule.sign)
    yield Draft(turned.effect, effect, cue.at, sign, Modality.INTENDED)
