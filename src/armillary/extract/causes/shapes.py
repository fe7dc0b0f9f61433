"""The shapes of causal language: one function each, from a cue to the two sides that it joins.

A side is a stretch of the sentence, or `BEFORE`: the sentence before. A function gives no draft where
the cue is not causal there; it never guesses a side.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from armillary.extract.causes import change, phrases
from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Line,
    Stretch,
)
from armillary.extract.causes.rules import Form, Pattern
from armillary.findings import Sign
from armillary.reading import Modality


class Elsewhere(Enum):
    """A side that does not stand in the sentence."""

    BEFORE = "the sentence before"


BEFORE = Elsewhere.BEFORE
_NEAR = 8
"""Tokens within which the second half of a cue must come: *made … scarce*, *so … that*, *protect … from*."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern at its place."""

    pattern: Pattern
    at: Stretch


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its sides are read: what joins what, by which cue."""

    cause: Stretch | Elsewhere
    effect: Stretch
    cue: Stretch
    sign: Sign
    modality: Modality | None = None  # None: as the words around the cue say


Shape = Callable[[Line, Cue], Iterator[Draft]]


def _pairs(line: Line, draft: Draft) -> Iterator[Draft]:
    """A draft for each member of a list of causes and of a list of effects."""
    causes = [draft.cause] if isinstance(draft.cause, Elsewhere) else phrases.parts(line, draft.cause)
    for cause in causes:
        for effect in phrases.parts(line, draft.effect):
            yield replace(draft, cause=cause, effect=effect)


def _whole(draft: Draft) -> bool:
    """Whether both sides hold something."""
    return len(draft.effect) > 0 and (isinstance(draft.cause, Elsewhere) or len(draft.cause) > 0)


def verb(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A causes B*, *B is caused by A*, *…, causing B*, *in order to prevent B*."""
    if phrases.verb_at(line, cue.at.first) is not cue.pattern:
        return
    forms, sign = cue.pattern.forms, cue.pattern.rule.sign
    if cue.at.last < len(line) and line.lows[cue.at.last] == "by" and Form.PARTICIPLE in forms:
        cause = phrases.phrase(line, cue.at.last + 1)
        draft = Draft(cause, phrases.subject(line, cue.at.first), cue.at, sign)
    elif Form.PLAIN in forms and line.lows[_past_adverbs(line, cue.at.first) - 1] == "to":
        yield from _infinitive(line, cue)
        return
    else:
        draft = Draft(_doer(line, cue), _deed(line, cue.at.last), cue.at, sign)
        if line.lows[draft.effect.last : draft.effect.last + 2] == ("in", "order"):
            return  # a deed with a purpose: the shape of purpose tells it
    if _whole(draft) and not _of_these(line, draft.cause, cue.pattern.rule.not_of):
        yield from _pairs(line, draft)


def _past_adverbs(line: Line, at: int) -> int:
    """Back over the adverb of a split infinitive: *to completely destroy*."""
    return at - 1 if at > 1 and line.lows[at - 1].endswith("ly") else at


def _of_these(line: Line, side: Stretch | Elsewhere, words: frozenset[str]) -> bool:
    return isinstance(side, Stretch) and line.lows[line.trimmed(side).last - 1] in words


def verb_backwards(line: Line, cue: Cue) -> Iterator[Draft]:
    """*B stems from A*."""
    if phrases.verb_at(line, cue.at.first) is not cue.pattern or Form.GERUND in cue.pattern.forms:
        return
    cause, effect = phrases.phrase(line, cue.at.last), phrases.subject(line, cue.at.first)
    draft = Draft(cause, effect, cue.at, cue.pattern.rule.sign)
    if _whole(draft):
        yield from _pairs(line, draft)


def make(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A makes B scarce*, *A made B possible*: only with adjectives that say which way B goes."""
    if phrases.verb_at(line, cue.at.first) is not cue.pattern:
        return
    cause = _doer(line, cue)
    for at in range(cue.at.last + 1, min(cue.at.last + _NEAR, len(line))):
        sign = change.of_adjective(line, at)
        if sign is not None:
            draft = Draft(cause, Stretch(cue.at.last, at), cue.at, sign)
            if _whole(draft):
                yield from _pairs(line, draft)
            return
        if line.lows[at] in {",", ";", ".", "that", "and"} | AUXILIARIES:
            return


def shield(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A protects X from B*: the danger is what is lowered."""
    if phrases.verb_at(line, cue.at.first) is not cue.pattern:
        return
    for at in range(cue.at.last + 1, min(cue.at.last + _NEAR, len(line) - 1)):
        if line.lows[at] == "from" and line.lows[at + 1] not in DETERMINERS - {"the", "a", "an"}:
            effect = phrases.phrase(line, at + 1)
            draft = Draft(_doer(line, cue), effect, cue.at, cue.pattern.rule.sign)
            if _whole(draft):
                yield from _pairs(line, draft)
            return


def _doer(line: Line, cue: Cue) -> Stretch | Elsewhere:
    """The subject of a verb. After *and* or a comma and a gerund it is that of the clause before."""
    at = cue.at.first
    while at > 0 and line.lows[at - 1] in ADVERBS | AUXILIARIES:
        at -= 1
    if (
        Form.GERUND in cue.pattern.forms
        and at > 0
        and line.lows[at - 1] in {",", "without", "by", "while"}
    ):
        earlier = 0 if line.lows[at - 1] == "," else _verb_before(line, at - 1)
        return phrases.subject(line, earlier) if earlier else phrases.left_clause(line, at - 1)
    if at > 1 and line.lows[at - 1] in {"and", "but", "or"}:
        earlier = _verb_before(line, at - 1)
        return phrases.subject(line, earlier) if earlier else Stretch(0, 0)
    if Form.GERUND in cue.pattern.forms and not BE & set(line.lows[at : cue.at.first]):
        return Stretch(0, 0)
    return phrases.subject(line, cue.at.first)


def _verb_before(line: Line, end: int) -> int:
    """Where the nearest earlier causal verb stands, 0 where there is none in this clause."""
    for at in range(end - 1, 0, -1):
        if line.lows[at] in {";", ":", "."}:
            break
        if phrases.verb_at(line, at) is not None:
            return at
    return 0


def _deed(line: Line, start: int) -> Stretch:
    """What follows a verb. *by 5 per cent*, *to 3* and *in May* are no effects."""
    if start >= len(line) or line.lows[start] in PREPOSITIONS - {"about", "over", "under"}:
        return Stretch(0, 0)
    return phrases.phrase(line, start)


_BEFORE_TO = {
    Modality.INTENDED: frozenset(
        "aim aims aimed want wants wanted seek seeks sought try tries tried trying intend intends intended "
        "hope hopes hoped plan plans planned designed meant attempt attempts attempted seeking hoping wish "
        "wishes wished".split()
    ),
    Modality.NEGATED: frozenset("fail fails failed failing refuse refuses refused".split()),
    Modality.ASSERTED: frozenset(
        "help helps helped serve serves served continue continues continued begin begins began proceed proceeds proceeded tend tends "
        "tended come came used managed manages".split()
    ),
    Modality.HEDGED: frozenset(
        "seem seems seemed appear appears appeared threaten threatens threatened likely said".split()
    ),
}
"""Words before *to* and a verb of causing, by what they make of it."""


def _infinitive(line: Line, cue: Cue) -> Iterator[Draft]:
    """*They armed to deter attack*: what is intended. Only where the cue follows a whole clause."""
    to = _past_adverbs(line, cue.at.first) - 1
    before = line.lows[to - 1] if to > 0 else ""
    if before in {"order", "as", "not"}:
        return  # the shape of purpose sees to "in order to"
    effect = _deed(line, cue.at.last)
    modality = next((mood for mood, words in _BEFORE_TO.items() if before in words), None)
    if modality is not None:
        doer = phrases.subject(line, to - 1)
        draft = Draft(doer, effect, cue.at, cue.pattern.rule.sign, modality)
        if _whole(draft):
            yield from _pairs(line, draft)
        return
    clause = phrases.left_clause(line, to)
    if len(clause) > 2 and len(effect) and before not in PREPOSITIONS | AUXILIARIES:  # noqa: PLR2004  a subject, a verb and more
        yield Draft(clause, effect, cue.at, cue.pattern.rule.sign, Modality.INTENDED)


def reason(line: Line, cue: Cue) -> Iterator[Draft]:
    """*EFFECT because CAUSE*; in front, *because CAUSE, EFFECT*."""
    at = cue.at
    opener = line.lows[at.last] if at.last < len(line) else "."
    if opener in {"to", ".", ",", ";", "?"} or (cue.pattern.words[-1] == "to" and opener == "arrive"):
        return
    if cue.pattern.words in {("due", "to"), ("owing", "to")} and _is_verb_like(line, at.last):
        return
    fronted = (
        at.first == 0
        or not line.is_word(at.first - 1)
        or line.lows[at.first - 1] in {"and", "but", "that"}
    )
    if fronted and (draft := _fronted(line, cue)) is not None:
        yield from _pairs(line, draft)
        return
    clause = cue.pattern.rule.takes == "clause"
    effect = phrases.left_clause(line, _without_denied(line, at.first))
    cause = phrases.right_clause(line, at.last) if clause else phrases.phrase(line, at.last)
    draft = Draft(line.trimmed(cause), line.trimmed(effect), at, cue.pattern.rule.sign)
    if _whole(draft):
        yield from ([draft] if clause else _pairs(line, draft))


def _without_denied(line: Line, at: int) -> int:
    """*closed not because of A but because of B*: what B is the reason of ends before *not*."""
    if at > 0 and line.lows[at - 1] == "but":
        for place in range(at - 2, 0, -1):
            if line.lows[place] == "not" and line.lows[place + 1] in {
                "because",
                "due",
                "for",
                "owing",
                "only",
            }:
                return place
    return at


def _is_verb_like(line: Line, at: int) -> bool:
    """*due to arrive at*: a bare verb that a preposition or the end follows. Nouns take articles."""
    bare = {
        "arrive",
        "begin",
        "start",
        "end",
        "leave",
        "expire",
        "open",
        "close",
        "retire",
        "meet",
        "return",
        "be",
    }
    return line.lows[at] in bare


def _fronted(line: Line, cue: Cue) -> Draft | None:
    """*CUE CAUSE, EFFECT*: the comma that ends the cause is the first that ends no list."""
    for at in range(cue.at.last + 1, len(line) - 1):
        if line.lows[at] == "," and not phrases.in_list(line, at):
            effect = phrases.right_clause(line, at + 1)
            draft = Draft(Stretch(cue.at.last, at), effect, cue.at, cue.pattern.rule.sign)
            return draft if _whole(draft) and len(effect) > 1 else None
        if line.lows[at] in {";", ":"}:
            return None
    return None


def fronted_reason(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Since CAUSE, EFFECT*, not *since 1990*: the cause must be a clause."""
    if cue.pattern.words != ("since",) or cue.at.last >= len(line):
        return
    opener = line.lows[cue.at.last]
    if not line.is_word(cue.at.last) or opener[0].isdigit() or opener in {"then", "when"}:
        return
    draft = _fronted(line, cue) if cue.at.first == 0 else None
    if draft is not None and isinstance(draft.cause, Stretch) and _is_clause(line, draft.cause):
        yield draft


def _is_clause(line: Line, stretch: Stretch) -> bool:
    words = line.lows[stretch.first : stretch.last]
    return len(words) > 2 and (bool(AUXILIARIES & set(words)) or change.read(line, stretch).told)  # noqa: PLR2004


def consequence(line: Line, cue: Cue) -> Iterator[Draft]:
    """*CAUSE; therefore EFFECT*. At the head of a sentence the cause is the sentence before."""
    at, words = cue.at, cue.pattern.words
    after = at.last + 1 if at.last < len(line) and line.lows[at.last] == "," else at.last
    if after >= len(line) or line.lows[after] in {"that", "of", "much", "many", "far", "on", "as"}:
        return
    effect = phrases.right_clause(line, after)
    head = at.first
    while head > 0 and line.lows[head - 1] in {"and", "so", ",", "“", '"'}:
        head -= 1
    draft = Draft(
        BEFORE if head == 0 else phrases.left_clause(line, head), effect, at, cue.pattern.rule.sign
    )
    weak = words in {("so",), ("thus",), ("hence",)} or (
        words == ("as", "a", "result") and head == 0 and "," not in line.lows
    )
    if (
        head > 0
        and (weak or len(words) == 1)
        and line.is_word(at.first - 1)
        and line.lows[at.first - 1] != "and"
    ):
        return  # "it was so cold", "the city thus named"
    if (words[0] == "so" and head == 0) or (line.lows[after].endswith("ing") and after == at.last):
        return  # "So what?"; "thus causing leaks" is for the verb to tell
    if _whole(draft) and len(effect) > 1:
        yield draft


def degree(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X rose so sharply that Y*, *such was X that Y*."""
    if cue.at.first == 0 or line.lows[cue.at.last] in DETERMINERS - {"a", "an"} | PRONOUNS | {
        "as",
        "far",
    }:
        return
    for at in range(cue.at.last, min(cue.at.last + _NEAR, len(line) - 1)):
        if line.lows[at] == "that" and at > cue.at.last:
            cause = phrases.left_clause(line, cue.at.first)
            draft = Draft(cause, phrases.right_clause(line, at + 1), cue.at, cue.pattern.rule.sign)
            if _whole(draft) and len(draft.effect) > 1 and len(cause) > 1:
                yield draft
            return
        if not line.is_word(at):
            return


def without(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Without A, B would …*: not so, and therefore a cause. Only with *would* or *could*."""
    fronted = cue.at.first == 0 or not line.is_word(cue.at.first - 1)
    if not fronted or not {"would", "could", "might"} & set(line.lows[cue.at.last :]):
        return
    for at in range(cue.at.last + 1, len(line) - 1):
        if line.lows[at] in {",", "there"}:
            effect = phrases.right_clause(line, at + (line.lows[at] == ","))
            cause = Stretch(cue.at.last, at)
            draft = Draft(cause, effect, cue.at, cue.pattern.rule.sign, Modality.COUNTERFACTUAL)
            if _whole(draft):
                yield draft
            return


def noun_of_cause(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A is the cause of B*; *the cause of B is A*."""
    yield from _bearer(line, cue, bearer_is_cause=True)


def noun_of_effect(line: Line, cue: Cue) -> Iterator[Draft]:
    """*B is a result of A*; *a result of A was B*."""
    yield from _bearer(line, cue, bearer_is_cause=False)


def _bearer(line: Line, cue: Cue, *, bearer_is_cause: bool) -> Iterator[Draft]:
    bound = phrases.phrase(line, cue.at.last)
    bearer = _borne_before(line, cue.at.first) or _borne_after(line, bound.last)
    if bearer is None or not len(bound) or not len(bearer):
        return
    cause, effect = (bearer, bound) if bearer_is_cause else (bound, bearer)
    yield from _pairs(line, Draft(cause, effect, cue.at, cue.pattern.rule.sign))


def _borne_before(line: Line, at: int) -> Stretch | None:
    """The subject of *is (the main)* or *became* before a noun of causing."""
    place = at
    while place > 0 and (
        line.lows[place - 1] in DETERMINERS | {"one", "of", "main", "direct", "also", "not"}
        or place > at - 3
    ):
        if line.lows[place - 1] in BE | {
            "became",
            "become",
            "remains",
            "remained",
            "has",
            "have",
            "had",
        }:
            found = phrases.subject(line, place - 1)
            return line.trimmed(found) if len(found) else None
        place -= 1
    return None


def _borne_after(line: Line, at: int) -> Stretch | None:
    """What *is* or *was* says after *the cause of B*."""
    if at >= len(line) or line.lows[at] not in BE:
        return None
    place = at + 1
    if (
        place >= len(line)
        or line.lows[place] in {"not", "that", "unknown", "unclear", "to", "still"} | AUXILIARIES
    ):
        return None
    found = phrases.phrase(line, place)
    first = line.lows[found.first] if len(found) else ""
    return found if first in DETERMINERS or (len(found) and line.is_capital(found.first)) else None


def comparative_pair(line: Line, cue: Cue) -> Iterator[Draft]:
    """*The more X, the fewer Y*: two comparatives after *the*, a comma between."""
    if cue.at.first != 0 and line.lows[cue.at.first - 1] not in {
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
    for at in range(cue.at.last + 1, len(line) - 3):
        if line.lows[at] == "," and line.lows[at + 1] == "the" and _is_comparative(line, at + 2):
            effect = phrases.right_clause(line, at + 2)
            yield Draft(Stretch(cue.at.last, at), effect, cue.at, cue.pattern.rule.sign)
            return


def _is_comparative(line: Line, at: int) -> bool:
    if at >= len(line):
        return False
    word = line.lows[at]
    return word in {"more", "less", "fewer"} or (
        word.endswith("er") and word not in {"other", "former", "latter"}
    )


def fronted_condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*When X rises, Y falls*, *Y falls as X rises*: only where words of change say how X goes.

    *As* is too often *while*: there they must stand on both sides.
    """
    for draft in _condition(line, cue):
        sides = [draft.cause, draft.effect] if cue.pattern.words == ("as",) else [draft.cause]
        if all(change.read(line, side).told for side in sides if isinstance(side, Stretch)):
            yield draft


_ASKING = frozenset(
    "ask asked asks asking wonder wondered wonders as even see know knew doubt doubted".split()
)
_IDLE = frozenset((word,) for word in "so not only any possible necessary need ever".split())


def condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*If X, (then) Y*; *Y if X*; *unless X, Y* turns the cause round."""
    before = line.lows[cue.at.first - 1] if cue.at.first else ""
    after = line.lows[cue.at.last : cue.at.last + 2]
    if before in _ASKING or after[:1] in _IDLE or after == ("it", "takes"):
        return
    sign = Sign.LOWERS if cue.pattern.words == ("unless",) else cue.pattern.rule.sign
    for draft in _condition(line, cue):
        yield replace(draft, sign=sign, modality=_if_mood(line, draft))


def _if_mood(line: Line, draft: Draft) -> Modality:
    words = line.lows[draft.effect.first : draft.effect.last]
    unreal = any(
        a in {"would", "could", "might"} and "have" in words[n + 1 : n + 3] for n, a in enumerate(words)
    )
    return Modality.COUNTERFACTUAL if unreal else Modality.CONDITIONAL


def _condition(line: Line, cue: Cue) -> Iterator[Draft]:
    fronted = (
        cue.at.first == 0
        or not line.is_word(cue.at.first - 1)
        or line.lows[cue.at.first - 1] in {"and", "but", "that"}
    )
    draft = _fronted(line, cue) if fronted else None
    if draft is None and cue.at.first > 2:  # noqa: PLR2004  a clause stands before it
        cause = phrases.right_clause(line, cue.at.last)
        draft = Draft(cause, phrases.left_clause(line, cue.at.first), cue.at, cue.pattern.rule.sign)
    if draft is not None and _whole(draft) and isinstance(draft.cause, Stretch) and len(draft.cause) > 1:
        yield draft


def purpose(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X in order to raise Y*: the deed is the cause, the end in view the effect."""
    effect_at, sign = cue.at.last, cue.pattern.rule.sign
    if effect_at < len(line) and line.lows[effect_at] in PRONOUNS:
        effect_at += 1  # "lest they attract bombers"
    inner = phrases.verb_at(line, effect_at) if effect_at < len(line) else None
    if inner is not None:
        effect_at, sign = effect_at + len(inner.words), sign.times(inner.rule.sign)
    draft = Draft(
        phrases.left_clause(line, cue.at.first),
        phrases.phrase(line, effect_at),
        cue.at,
        sign,
        Modality.INTENDED,
    )
    if _whole(draft):
        yield draft


SHAPES: dict[str, Shape] = {
    "verb": verb,
    "verb backwards": verb_backwards,
    "make": make,
    "shield": shield,
    "degree": degree,
    "without": without,
    "reason": reason,
    "fronted reason": fronted_reason,
    "consequence": consequence,
    "noun of cause": noun_of_cause,
    "noun of effect": noun_of_effect,
    "comparative pair": comparative_pair,
    "fronted condition": fronted_condition,
    "condition": condition,
    "purpose": purpose,
}
