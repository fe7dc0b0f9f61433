"""Conditions: *when A rises, B falls*, *if A, B*, *had A been, B would be*, *only when A did B come*."""

from collections.abc import Iterator
from dataclasses import replace

from armillary.extract.causes import change, clauses
from armillary.extract.causes.line import AUXILIARIES, HARD, PREPOSITIONS, PRONOUNS, Line
from armillary.extract.causes.shapes.draft import Cue, Draft, Elsewhere, fronted, whole
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign
from armillary.reading import Modality


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
    if cause or cue.pattern.words not in _ALWAYS or not _is_general(line, draft.effect):
        return cause
    return effect or _is_bound(line, draft.effect)


_ALWAYS = frozenset({("when",), ("whenever",), ("once",), ("every", "time")})
_PAST = frozenset(
    "was were had did fell rose grew shrank went sank came would could might should have".split()
)


def _is_bound(line: Line, effect: Stretch) -> bool:
    """Whether a clause says that something cannot be, or is more or less than else."""
    words = line.lows[effect.first : effect.last]
    return bool(_UNABLE & set(words) or change.comparatives() & set(words))


_UNABLE = frozenset({"cannot", "can't", "can’t", "never", "longer"})


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
        if _argues(line, draft):
            continue
        told = _echo(line, draft) or replace(draft, sign=sign)
        yield replace(told, modality=_if_mood(line, draft))


_ADMITTING = frozenset(
    "admit consider examine look take suppose compare attend judge recollect reflect grant assume trust believe remember mistaken".split()
)
_CONCLUDING = frozenset("conclude infer admit prove confess inquire concluding inferring".split())
_QUESTIONS = frozenset("what why how who whom whose where which".split())


def _argues(line: Line, draft: Draft) -> bool:
    """Whether an *if* carries an argument and no cause: *if we may judge …*, *we must conclude …*, *what need is there*."""
    cause = line.lows[draft.cause.first : draft.cause.last] if isinstance(draft.cause, Stretch) else ()
    effect = line.lows[draft.effect.first : draft.effect.last]
    ours = cause[:1] in {("we",), ("i",), ("you",)} and bool(_ADMITTING & set(cause[1:5]))
    guide = cause[-2:-1] == ("any",) or cause[:2] == ("it", "cared")
    concludes = bool(_CONCLUDING & set(effect[:8])) and bool(
        {"we", "i", "they", "us", "you"} & set(effect[:6])
    )
    asks = bool(_QUESTIONS & set(effect[:2]))
    return ours or guide or concludes or asks or effect[:4] == ("it", "will", "be", "well")


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
        cause = clauses.right_clause(line, cue.at.last)
        draft = Draft(cause, clauses.left_clause(line, cue.at.first), cue.at, cue.pattern.rule.sign)
    if draft is not None and whole(draft) and isinstance(draft.cause, Stretch) and len(draft.cause) > 1:
        yield draft


def _run_on(line: Line, cue: Cue) -> Draft | None:
    """*As X rise so do Y*, *when X fall Y rise*: without a comma, both clauses must tell a change."""
    if "," in line.lows[cue.at.last :]:
        return None
    for at in range(cue.at.last + 2, len(line) - 1):
        cause, effect = Stretch(cue.at.last, at), clauses.right_clause(line, at)
        if line.low(at) in HARD:
            return None
        echoes = line.low(at) == "so" and line.low(at + 1) in AUXILIARIES
        if at > cue.at.last + 2 and line.low(at) in _SUBJECTS and _is_verb_next(line, at):
            return Draft(cause, effect, cue.at, cue.pattern.rule.sign)
        if not (echoes or change.ends_in_change(line, cause)):
            continue
        modal = bool(_MODALS & set(line.lows[at : at + 6]))  # "unless rents fall the tenants will leave"
        told = modal or change.read(line, effect).told
        if echoes or (line.low(at) not in _GOES_ON and line.low(at) not in _MODALS and told):
            return Draft(cause, effect, cue.at, cue.pattern.rule.sign)
    return None


_SUBJECTS = frozenset({"i", "we", "they", "he", "she"})
_MODALS = frozenset({"will", "would", "can", "cannot", "could", "must", "should", "may", "might"})


def _is_verb_next(line: Line, at: int) -> bool:
    """Whether a pronoun begins the second clause here: a modal follows, and no joining word stands before."""
    after = line.low(at + 1) if at + 1 < len(line) else ""
    return after in _MODALS and line.low(at - 1) not in PREPOSITIONS | {
        "and",
        "or",
        "that",
        "than",
        "what",
        "as",
    }


def only_condition(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Only when X did Y come*: the clause turns its subject and verb round."""
    if (
        cue.at.first != 0
        and line.is_word(cue.at.first - 1)
        and line.low(cue.at.first - 1) not in {"and", "but"}
    ):
        return
    for at in range(cue.at.last + 2, len(line) - 2):
        if line.low(at) in _TURNED and line.low(at - 1) not in PRONOUNS | {"that", "which", "who"}:
            effect = clauses.right_clause(line, at + 1)
            draft = Draft(Stretch(cue.at.last, at), effect, cue.at, cue.pattern.rule.sign)
            if whole(draft) and len(effect) > 1 and len(draft.effect) > 1:
                yield draft
            return
        if line.low(at) in {";", ":"}:
            return


_TURNED = frozenset({"did", "does", "do", "will", "would", "can", "could", "was", "were"})


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
