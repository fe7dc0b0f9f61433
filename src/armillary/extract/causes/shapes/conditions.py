"""Covariation, conditions and purpose: *the more A, the less B*, *when A rises, B falls*, *if A, B*, *A in order to B*."""

from collections.abc import Iterator
from dataclasses import replace

from armillary.extract.causes import change, phrases
from armillary.extract.causes.line import AUXILIARIES, HARD, PREPOSITIONS, PRONOUNS, Line
from armillary.extract.causes.shapes.draft import Cue, Draft, Elsewhere, fronted, whole
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign
from armillary.reading import Modality

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
            draft = Draft(cause, phrases.right_clause(line, at + 1), cue.at, cue.pattern.rule.sign)
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
        if low in _COMES or (low == "," and not phrases.in_list(line, at)):
            effect = phrases.right_clause(line, at + 1)
            draft = Draft(Stretch(cue.at.last, at), effect, cue.at, cue.pattern.rule.sign)
            sides = (Stretch(cue.at.last, at), effect)
            if whole(draft) and all(change.read(line, side).told for side in sides):
                yield draft
            return


def _is_comparative(line: Line, at: int) -> bool:
    return line.low(at) in change.comparatives()


def fronted_condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*When X rises, Y falls*, *Y falls as X rises*: only where words of change say how X goes.

    *As* is too often *while*: there they must stand on both sides.
    """
    for draft in _condition(line, cue):
        echo = _echo(line, draft)
        if echo is not None:
            yield echo
            continue
        if _is_covariation(line, cue, draft):
            yield draft


def _is_covariation(line: Line, cue: Cue, draft: Draft) -> bool:
    """Whether words of change say how the cause goes, or how the effect always goes with it."""
    cause, effect = (
        isinstance(side, Stretch) and change.read(line, side).told
        for side in (draft.cause, draft.effect)
    )
    if cue.pattern.words in _LOOSE:
        return cause and effect
    return cause or (effect and cue.pattern.words in _ALWAYS and _is_general(line, draft.effect))


_ALWAYS = frozenset({("when",), ("whenever",), ("once",), ("every", "time")})
_PAST = frozenset(
    "was were had did fell rose grew shrank went sank came would could might should have".split()
)


def _is_general(line: Line, effect: Stretch) -> bool:
    """Whether a clause tells of what always happens: it has no verb in the past, and no *would*."""
    words = line.lows[effect.first : effect.last]
    return not any(word in _PAST or (word.endswith("ed") and word != "need") for word in words)


_GOES_ON = PREPOSITIONS | AUXILIARIES | frozenset({"and", "or", "too", "more", "less"})
_LOOSE = frozenset({("as",), ("where",)})


def _echo(line: Line, draft: Draft) -> Draft | None:
    """*As X grow, so do Y*: Y goes the way of X, whichever that is."""
    first = draft.effect.first
    if (
        line.low(first) != "so"
        or line.low(first + 1) not in AUXILIARIES
        or isinstance(draft.cause, Elsewhere)
    ):
        return None
    way = change.read(line, draft.cause)
    effect = Stretch(first + 2, draft.effect.last)
    return replace(draft, effect=effect, sign=way.sign) if way.told and len(effect) else None


_ASKING = frozenset(
    "ask asked asks asking wonder wondered wonders as even see know knew doubt doubted".split()
)
_IDLE = frozenset((word,) for word in "so not only any possible necessary need ever".split())


def condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*If X, (then) Y*; *Y if X*; *unless X, Y* turns the cause round."""
    before = line.low(cue.at.first - 1) if cue.at.first else ""
    after = line.lows[cue.at.last : cue.at.last + 2]
    if before in _ASKING or after[:1] in _IDLE or after == ("it", "takes"):
        return
    sign = Sign.LOWERS if cue.pattern.words == ("unless",) else cue.pattern.rule.sign
    for draft in _condition(line, cue):
        told = _echo(line, draft) or replace(draft, sign=sign)
        yield replace(told, modality=_if_mood(line, draft))


def _if_mood(line: Line, draft: Draft) -> Modality:
    words = line.lows[draft.effect.first : draft.effect.last]
    unreal = any(
        a in {"would", "could", "might"} and "have" in words[n + 1 : n + 3] for n, a in enumerate(words)
    )
    return Modality.COUNTERFACTUAL if unreal else Modality.CONDITIONAL


def _condition(line: Line, cue: Cue) -> Iterator[Draft]:
    in_front = (
        cue.at.first == 0
        or not line.is_word(cue.at.first - 1)
        or line.low(cue.at.first - 1) in {"and", "but", "that"}
    )
    draft = (fronted(line, cue) or _run_on(line, cue)) if in_front else None
    if draft is None and cue.at.first > 1:
        cause = phrases.right_clause(line, cue.at.last)
        draft = Draft(cause, phrases.left_clause(line, cue.at.first), cue.at, cue.pattern.rule.sign)
    if draft is not None and whole(draft) and isinstance(draft.cause, Stretch) and len(draft.cause) > 1:
        yield draft


def _run_on(line: Line, cue: Cue) -> Draft | None:
    """*As X rise so do Y*, *when X fall Y rise*: without a comma, both clauses must tell a change."""
    if "," in line.lows[cue.at.last :]:
        return None
    for at in range(cue.at.last + 2, len(line) - 1):
        cause, effect = Stretch(cue.at.last, at), phrases.right_clause(line, at)
        if line.low(at) in HARD:
            return None
        echoes = line.low(at) == "so" and line.low(at + 1) in AUXILIARIES
        if not (echoes or change.ends_in_change(line, cause)):
            continue
        if echoes or (line.low(at) not in _GOES_ON and change.read(line, effect).told):
            return Draft(cause, effect, cue.at, cue.pattern.rule.sign)
    return None


def inverted_condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Had X happened, Y would have followed*: at the head of a clause, with *would* after the comma."""
    if cue.at.first != 0 and line.is_word(cue.at.first - 1):
        return
    draft = fronted(line, cue)
    if draft is None or not {"would", "could", "might"} & set(
        line.lows[draft.effect.first : draft.effect.last]
    ):
        return
    if isinstance(draft.cause, Stretch) and len(draft.cause) > 1:
        yield replace(draft, modality=Modality.COUNTERFACTUAL)


def purpose(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X in order to raise Y*: the deed is the cause, the end in view the effect."""
    effect_at, sign = cue.at.last, cue.pattern.rule.sign
    if effect_at < len(line) and line.low(effect_at) in PRONOUNS:
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
    if whole(draft):
        yield draft
