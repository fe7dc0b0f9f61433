"""Verbs of causing: *A causes B*, *B is caused by A*, *A makes B scarce*, *they armed to deter attack*."""

from collections.abc import Iterator
from dataclasses import replace

from armillary.extract.causes import acts, change, clauses, phrases, subjects
from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.rules import Form
from armillary.extract.causes.shapes.draft import (
    NEAR,
    Cue,
    Draft,
    Elsewhere,
    pairs,
    whole,
)
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign
from armillary.reading import Modality


def verb(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A causes B*, *B is caused by A*, *…, causing B*, *in order to prevent B*."""
    if (
        acts.verb_at(line, cue.at.first) is not cue.pattern
        or _stops_itself(line, cue)
        or _no_meaning(line, cue)
    ):
        return
    forms, sign = cue.pattern.forms, cue.pattern.rule.sign
    if cue.at.last < len(line) and line.low(cue.at.last) == "by" and Form.PARTICIPLE in forms:
        cause = phrases.phrase(line, cue.at.last + 1)
        if _is_amount(line, cause):
            return  # "prices increased by 900 per cent": how much, not why
        draft = Draft(cause, subjects.subject(line, cue.at.first), cue.at, sign)
    elif Form.PLAIN in forms and line.low(_past_adverbs(line, cue.at.first) - 1) == "to":
        yield from _infinitive(line, cue)
        return
    elif (moved := _way_of(line, cue)) is not None:
        if not _ends(line, moved):
            return  # "they drove the cattle up the hill"
        draft = Draft(
            doer(line, cue), Stretch(cue.at.last, moved), cue.at, _WAYS.get(line.low(moved), Sign.LOWERS)
        )
    else:
        draft = _denied(line, _plain(line, cue, sign))
        if phrases.is_purpose(line, draft.effect.last):
            return  # a deed with a purpose: the shape of purpose tells it
    if whole(draft) and not _of_these(line, draft.cause, cue.pattern.rule.not_of):
        way = _way(line, draft)
        if way is None:
            yield from pairs(line, draft)
        else:
            yield replace(draft, effect=way, sign=Sign.RAISES)
            yield replace(draft, cause=way)


def _plain(line: Line, cue: Cue, sign: Sign) -> Draft:
    """*A causes B*, *A is what causes B*, *what causes B is A*, *…, which causes B*."""
    effect = _deed(line, cue.at.first, cue.at.last)
    at = _past_adverbs(line, cue.at.first)
    if line.low(at - 1) != "what":
        return Draft(doer(line, cue), effect, cue.at, sign.times(_of_clause(line, cue)))
    if line.low(at - 2) in BE:
        return Draft(subjects.subject(line, at - 1), effect, cue.at, sign)
    turned = at == 1 and line.low(effect.last) in BE
    cause = phrases.phrase(line, effect.last + 1) if turned else Stretch(0, 0)
    return Draft(cause, effect, cue.at, sign)


def _of_clause(line: Line, cue: Cue) -> Sign:
    """Which way the effect of the clause before goes, where *which* is that whole clause: *A reduces cars, which clears the air*.

    A singular verb behind a plural tells it; else *which* is the noun before it.
    """
    at = cue.at.first
    while at > 0 and line.low(at - 1) in ADVERBS | AUXILIARIES:
        at -= 1
    plural = line.low(at - 3).endswith("s") and not line.low(at - 3).endswith(("ss", "us", "is"))
    singular = line.low(at) in {"is", "was", "has"} or (
        at == cue.at.first and Form.PRESENT in cue.pattern.forms
    )
    if not (plural and singular and line.lows[max(0, at - 2) : at] == (",", "which")):
        return Sign.RAISES
    earlier = acts.verb_at(line, _verb_before(line, at - 2))
    return earlier.rule.sign if earlier is not None else Sign.RAISES


def _denied(line: Line, draft: Draft) -> Draft:
    """*A creates no difficulty*: what is said of an effect that there is none of."""
    effect = draft.effect
    if len(effect) > 1 and line.low(effect.first) == "no" and draft.sign is Sign.RAISES:
        return replace(draft, effect=Stretch(effect.first + 1, effect.last), modality=Modality.NEGATED)
    return draft


_REFLEXIVE = frozenset("myself yourself himself herself itself ourselves themselves".split())


_RATED = frozenset("good bad poor fine strong easy difficult dull hard high low".split())


def _no_meaning(line: Line, cue: Cue) -> bool:
    """*I mean …*, *by other means*, *it requires no …*: no claim; nor what one does to oneself."""
    after = line.low(cue.at.last) if cue.at.last < len(line) else ""
    before = line.low(cue.at.first - 1) if cue.at.first else ""
    if after in _REFLEXIVE:
        return True
    if cue.pattern.words[1:] == ("for",):
        return after not in change.comparatives() | _RATED  # "he made for the door"
    if cue.pattern.words[0].startswith("requir"):
        return before == "it" or after in {"that", "no", "of"}
    if not cue.pattern.words[0].startswith("mean"):
        return False
    noun = before in PREPOSITIONS | {"to", "no", "other", "such", "same", "every"}
    return noun or before in {"i", "we", "he", "she", "you"} or after in {"by", "of"}


def _stops_itself(line: Line, cue: Cue) -> bool:
    """*The pump stopped answering*, *he avoided paying*: one's own doing is no effect on something else."""
    after = line.low(cue.at.last) if cue.at.last < len(line) else ""
    return (
        cue.pattern.words[0][:4] in {"stop", "avoi"} and after.endswith("ing") and len(after) > NEAR - 2
    )


_WAYS = {"up": Sign.RAISES, "upwards": Sign.RAISES, "higher": Sign.RAISES}
_WAYS |= {"down": Sign.LOWERS, "downwards": Sign.LOWERS, "lower": Sign.LOWERS}
_OUT = frozenset({"away", "out"})
_DRIVING = ("driv", "drov", "push", "forc", "squeez", "scar", "frighten", "pric")


def _way_of(line: Line, cue: Cue) -> int | None:
    """Where the word stands that says which way something is moved: *pushed prices up*."""
    for at in range(cue.at.last + 1, min(cue.at.last + NEAR, len(line))):
        if line.low(at) in _WAYS or (line.low(at) in _OUT and cue.pattern.words[0].startswith(_DRIVING)):
            return at
        if not line.is_word(at) or line.low(at) in AUXILIARIES | {"and", "that"}:
            return None
    return None


_PAST_WAYS = frozenset({"by", "and", "in", "further", "again", "because", "to", "of"})


def _ends(line: Line, at: int) -> bool:
    """Whether a phrase ends with this word: no place follows that one moves up or down."""
    after = line.low(at + 1) if at + 1 < len(line) else "."
    return not after[0].isalnum() or after in _PAST_WAYS


def _way(line: Line, draft: Draft) -> Stretch | None:
    """What stands between cause and effect on the way: *A led to B via C*. *Via* a place is no such thing."""
    at = draft.effect.last
    if line.lows[at : at + 1] != ("via",) and line.lows[at : at + 3] != ("by", "way", "of"):
        return None
    way = phrases.phrase(line, at + (1 if line.low(at) == "via" else 3))
    return way if len(way) and not line.is_capital(way.first) else None


_AMOUNTS = frozenset(
    "percent per cent % percentage points half third quarter degrees times fold".split()
)


def _is_amount(line: Line, side: Stretch) -> bool:
    """Whether a phrase says how much: *900 per cent*, *a third*, *$5 a barrel*."""
    words = line.lows[side.first : side.last]
    if not words:
        return False
    first = next((word for word in words if word not in DETERMINERS and word[0] not in "$€£"), words[-1])
    return first[0].isdigit() or bool(_AMOUNTS & set(words[:4]))


def _past_adverbs(line: Line, at: int) -> int:
    """Back over the adverb of a split infinitive: *to completely destroy*."""
    return at - 1 if at > 1 and line.low(at - 1).endswith("ly") else at


def _of_these(line: Line, side: Stretch | Elsewhere, words: frozenset[str]) -> bool:
    if not isinstance(side, Stretch) or not words:
        return False
    named = line.trimmed(side)
    ends = (at for at in range(named.first + 1, named.last) if line.low(at) in PREPOSITIONS)
    return bool({line.low(named.last - 1), line.low(next(ends, named.last) - 1)} & words)


def verb_backwards(line: Line, cue: Cue) -> Iterator[Draft]:
    """*B stems from A*."""
    if acts.verb_at(line, cue.at.first) is not cue.pattern or Form.GERUND in cue.pattern.forms:
        return
    cause, effect = phrases.phrase(line, cue.at.last), subjects.subject(line, cue.at.first)
    draft = Draft(cause, effect, cue.at, cue.pattern.rule.sign)
    if whole(draft):
        yield from pairs(line, draft)


def doer(line: Line, cue: Cue) -> Stretch | Elsewhere:
    """The subject of a verb. After *and* or a comma and a gerund it is that of the clause before."""
    at = cue.at.first
    while at > 0 and line.low(at - 1) in ADVERBS | AUXILIARIES:
        at -= 1
    if (
        Form.GERUND in cue.pattern.forms
        and at > 0
        and line.low(at - 1) in {",", "without", "by", "while"}
    ):
        earlier = 0 if line.low(at - 1) == "," else _verb_before(line, at - 1)
        return subjects.subject(line, earlier) if earlier else clauses.left_clause(line, at - 1)
    if at > 1 and line.low(at - 1) in {"and", "but", "or"}:
        earlier = _verb_before(line, at - 1)
        return subjects.subject(line, earlier) if earlier else Stretch(0, 0)
    if Form.GERUND in cue.pattern.forms and not BE & set(line.lows[at : cue.at.first]):
        return Stretch(0, 0)
    return subjects.subject(line, cue.at.first)


def _verb_before(line: Line, end: int) -> int:
    """Where the nearest earlier causal verb stands, 0 where there is none in this clause."""
    for at in range(end - 1, 0, -1):
        if line.low(at) in {";", ":", "."}:
            break
        if acts.verb_at(line, at) is not None:
            return at
    return 0


_NO_OBJECT = (PREPOSITIONS | SUBORDINATORS) - {"about", "over", "under"}


def _deed(line: Line, verb: int, start: int) -> Stretch:
    """What follows a verb. *by 5 per cent*, *to 3* and *in May* are no effects."""
    if start >= len(line) or line.low(start) in _NO_OBJECT:
        return Stretch(0, 0)
    return phrases.object_of(line, verb, start)


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
    before = line.low(to - 1) if to > 0 else ""
    if before in {"order", "as", "not", "attempt", "effort", "bid"}:
        return  # the shape of purpose sees to "in order to"
    effect = _deed(line, cue.at.first, cue.at.last)
    modality = next((mood for mood, words in _BEFORE_TO.items() if before in words), None)
    if modality is not None:
        doer = subjects.subject(line, to - 1)
        draft = Draft(doer, effect, cue.at, cue.pattern.rule.sign, modality)
        if whole(draft):
            yield from pairs(line, draft)
        return
    clause = clauses.left_clause(line, to)
    if len(clause) > 2 and len(effect) and before not in PREPOSITIONS | AUXILIARIES:  # noqa: PLR2004  a subject, a verb and more
        yield Draft(clause, effect, cue.at, cue.pattern.rule.sign, Modality.INTENDED)
