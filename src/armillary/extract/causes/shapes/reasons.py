"""Connectives: *B because A*, *A; therefore B*, *A rose so sharply that B*, *without A, no B*."""

from collections.abc import Iterator
from dataclasses import replace

from armillary.extract.causes import change, clauses, phrases, subjects
from armillary.extract.causes.line import AUXILIARIES, BE, DETERMINERS, PRONOUNS, Line
from armillary.extract.causes.shapes.draft import (
    BEFORE,
    NEAR,
    Cue,
    Draft,
    fronted,
    pairs,
    whole,
)
from armillary.extract.causes.stretch import Stretch
from armillary.reading import Modality


def reason(line: Line, cue: Cue) -> Iterator[Draft]:
    """*EFFECT because CAUSE*; in front, *because CAUSE, EFFECT*."""
    at = cue.at
    opener = line.low(at.last) if at.last < len(line) else "."
    if opener in {"to", ".", ",", ";", "?"} or (cue.pattern.words[-1] == "to" and opener == "arrive"):
        return
    if cue.pattern.words in {("due", "to"), ("owing", "to")} and _is_verb_like(line, at.last):
        return
    if cue.pattern.words[-1] == "to" and opener in {"it", "him", "her", "them", "me", "us"}:
        return  # "the weight that is due to it"
    if cue.pattern.words == ("in", "that") and opener not in PRONOUNS | DETERMINERS:
        return  # "in that opposition"
    in_front = (
        at.first == 0
        or not line.is_word(at.first - 1)
        or line.low(at.first - 1) in {"and", "but", "that"}
    )
    if in_front and (draft := fronted(line, cue)) is not None:
        yield from pairs(line, draft)
        return
    if (turned := _cleft(line, cue)) is not None:
        yield from pairs(line, turned)
        return
    clause = cue.pattern.rule.takes == "clause"
    effect = clauses.left_clause(line, _without_denied(line, at.first))
    cause = clauses.right_clause(line, at.last) if clause else phrases.phrase(line, at.last)
    draft = Draft(line.trimmed(cause), line.trimmed(effect), at, cue.pattern.rule.sign)
    if whole(draft):
        yield from ([draft] if clause else pairs(line, draft))


def _cleft(line: Line, cue: Cue) -> Draft | None:
    """*It is because of A that B*."""
    at = cue.at
    if line.low(at.first - 1) not in BE or line.low(at.first - 2) != "it":
        return None
    for that in range(at.last + 1, len(line) - 1):
        if line.low(that) == "that":
            draft = Draft(
                Stretch(at.last, that), clauses.right_clause(line, that + 1), at, cue.pattern.rule.sign
            )
            return draft if whole(draft) else None
        if not line.is_word(that):
            return None
    return None


def _without_denied(line: Line, at: int) -> int:
    """*closed not because of A but because of B*: what B is the reason of ends before *not*."""
    if at > 0 and line.low(at - 1) == "but":
        for place in range(at - 2, 0, -1):
            if line.low(place) == "not" and line.low(place + 1) in {
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
    return line.low(at) in bare


def fronted_reason(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Since CAUSE, EFFECT*, not *since 1990*: the cause must be a clause."""
    if cue.pattern.words != ("since",) or cue.at.last >= len(line):
        return
    opener = line.low(cue.at.last)
    if not line.is_word(cue.at.last) or opener[0].isdigit() or opener in {"then", "when"}:
        return
    draft = fronted(line, cue) if cue.at.first == 0 else None
    if draft is not None and isinstance(draft.cause, Stretch) and _is_clause(line, draft.cause):
        yield draft


def _is_clause(line: Line, stretch: Stretch) -> bool:
    words = line.lows[stretch.first : stretch.last]
    return len(words) > 1 and (bool(AUXILIARIES & set(words)) or change.read(line, stretch).told)


def consequence(line: Line, cue: Cue) -> Iterator[Draft]:
    """*CAUSE; therefore EFFECT*. At the head of a sentence the cause is the sentence before."""
    at, words = cue.at, cue.pattern.words
    after = at.last + 1 if at.last < len(line) and line.low(at.last) == "," else at.last
    if after >= len(line) or line.low(after) in {"that", "of", "much", "many", "far", "on", "as"}:
        return
    if words[-1] == "so" and (line.low(after) in AUXILIARIES or _compares(line, at.first)):
        return  # "as X grow, so do Y": told by the shape of conditions; "as X is, so is Y" compares
    aside = after > at.last and at.first > 0 and line.low(at.first - 1) == ","
    if aside and len(words) == 1 and line.low(after) in AUXILIARIES | BE | {"to", "of"}:
        clause = clauses.left_clause(line, at.first - 1)  # "War, therefore, would be …": one clause
        draft = Draft(
            BEFORE,
            Stretch(clause.first, clauses.right_clause(line, after).last),
            at,
            cue.pattern.rule.sign,
        )
        if clause.first == 0 and line.low(after) not in {"to", "of"} and len(clause):
            yield draft
        return
    effect = clauses.right_clause(line, after)
    head = at.first
    while head > 0 and line.low(head - 1) in {"and", "so", ",", "“", '"'}:
        head -= 1
    draft = Draft(
        BEFORE if head == 0 else clauses.left_clause(line, head), effect, at, cue.pattern.rule.sign
    )
    weak = words in {("so",), ("thus",), ("hence",)} or (
        words == ("as", "a", "result") and head == 0 and "," not in line.lows
    )
    if (
        head > 0
        and (weak or len(words) == 1)
        and line.is_word(at.first - 1)
        and line.low(at.first - 1) != "and"
    ):
        return  # "it was so cold", "the city thus named"
    if (words[0] == "so" and head == 0) or (line.low(after).endswith("ing") and after == at.last):
        return  # "So what?"; "thus causing leaks" is for the verb to tell
    if whole(draft) and len(effect) > 1:
        yield draft


def _compares(line: Line, at: int) -> bool:
    """Whether an *as* opens the sentence or its clause before a *so*: *as it is here, so it is there*."""
    return "as" in line.lows[max(0, at - 2 * NEAR) : at] and line.low(0) == "as"


def degree(line: Line, cue: Cue) -> Iterator[Draft]:
    """*X rose so sharply that Y*, *such was X that Y*."""
    if cue.at.first == 0 or line.low(cue.at.last) in DETERMINERS - {"a", "an"} | PRONOUNS | {
        "as",
        "far",
    }:
        return
    for at in range(cue.at.last, min(cue.at.last + NEAR, len(line) - 1)):
        if line.low(at) == "that" and at > cue.at.last:
            cause = clauses.left_clause(line, cue.at.first)
            draft = Draft(cause, clauses.right_clause(line, at + 1), cue.at, cue.pattern.rule.sign)
            if whole(draft) and len(draft.effect) > 1 and len(cause) > 1:
                yield draft
            return
        if not line.is_word(at):
            return


def without(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Without A, B would …*: not so, and therefore a cause. Only with *would* or *could*, or where B falls."""
    in_front = cue.at.first == 0 or not line.is_word(cue.at.first - 1)
    if not in_front:
        return
    if not {"would", "could", "might"} & set(line.lows[cue.at.last :]):
        draft = fronted(line, cue)
        if draft is not None and change.read(line, draft.effect).told:
            yield replace(draft, modality=Modality.CONDITIONAL)
        return
    for at in range(cue.at.last + 1, len(line) - 1):
        if line.low(at) in {",", "there"}:
            effect = clauses.right_clause(line, at + (line.low(at) == ","))
            cause = Stretch(cue.at.last, at)
            draft = Draft(cause, effect, cue.at, cue.pattern.rule.sign, Modality.COUNTERFACTUAL)
            if whole(draft):
                yield draft
            return


def reaction(line: Line, cue: Cue) -> Iterator[Draft]:
    """*They were fined for A*, *protests over A*: what is answered is the cause, the answer the effect."""
    at = cue.at
    if not line.is_word(at.last) or at.last in line.timed or line.low(at.last) in _HOW_LONG:
        return
    cause = phrases.phrase(line, at.last)
    noun = cue.pattern.rule.takes == "noun"
    effect = subjects.subject(line, at.last - 1) if noun else clauses.left_clause(line, at.last - 1)
    draft = Draft(cause, effect, Stretch(at.last - 1, at.last), cue.pattern.rule.sign)
    if whole(draft) and not set(line.lows[cause.first : cause.last]) <= PRONOUNS:
        yield from pairs(line, draft)


_HOW_LONG = frozenset(
    "life years months weeks days hours good now more less about over at two three ten".split()
)


def deed(line: Line, cue: Cue) -> Iterator[Draft]:
    """*The roof fell, killing a guard*: the deed with its object is the effect of the clause before."""
    at = cue.at
    if line.low(at.first - 1) != ",":
        return
    effect = Stretch(at.first, phrases.phrase(line, at.last).last)
    draft = Draft(clauses.left_clause(line, at.first - 1), effect, at, cue.pattern.rule.sign)
    if whole(draft) and len(effect) > 1:
        yield draft
