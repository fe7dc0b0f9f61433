"""The shapes of causal language: one function each, from a cue to the two sides that it joins.

A function gives no draft where the cue is not causal there; it never guesses a side.
"""

from armillary.extract.causes.shapes import (
    conditions,
    covariation,
    nouns,
    purposes,
    reasons,
    states,
    verbs,
)
from armillary.extract.causes.shapes.draft import Shape

SHAPES: dict[str, Shape] = {
    "verb": verbs.verb,
    "verb backwards": verbs.verb_backwards,
    "make": states.make,
    "shield": states.shield,
    "keep": states.keep,
    "deprive": states.deprive,
    "attribute": states.attribute,
    "reaction": reasons.reaction,
    "deed": reasons.deed,
    "degree": reasons.degree,
    "without": reasons.without,
    "reason": reasons.reason,
    "fronted reason": reasons.fronted_reason,
    "consequence": reasons.consequence,
    "noun of cause": nouns.noun_of_cause,
    "noun of effect": nouns.noun_of_effect,
    "comparative pair": covariation.comparative_pair,
    "accompanied": covariation.accompanied,
    "fronted condition": conditions.fronted_condition,
    "condition": conditions.condition,
    "inverted condition": conditions.inverted_condition,
    "only condition": conditions.only_condition,
    "purpose": purposes.purpose,
    "purpose clause": purposes.purpose_clause,
    "fronted purpose": purposes.fronted_purpose,
}
