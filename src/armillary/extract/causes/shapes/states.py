"""Verbs that take a thing and what becomes of it: *A makes B scarce*, *A keeps B alive*, *A puts B at risk*, *A deprives B of C*, *they attribute B to A*."""

from collections.abc import Iterator
from dataclasses import replace

from armillary.extract.causes import acts, change, phrases, subjects
from armillary.extract.causes.line import AUXILIARIES, BE, DETERMINERS, HARD, Line
from armillary.extract.causes.shapes.draft import NEAR, Cue, Draft, Elsewhere, pairs, whole
from armillary.extract.causes.shapes.verbs import doer
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign


def make(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A makes B scarce*, *A made B possible*: only with adjectives that say which way B goes."""
    if acts.verb_at(line, cue.at.first) is not cue.pattern:
        return
    cause = doer(line, cue)
    if line.low(cue.at.last) == "it":
        yield from _make_it(line, cue, cause)
        return
    for at in range(cue.at.last + 1, min(cue.at.last + NEAR, len(line))):
        sign = change.of_adjective(line, at)
        if sign is not None:
            draft = Draft(cause, Stretch(cue.at.last, at), cue.at, sign)
            if whole(draft):
                yield from pairs(line, draft)
            return
        if line.low(at) in {",", ";", ".", "that", "and"} | AUXILIARIES:
            return


def _make_it(line: Line, cue: Cue, cause: Stretch | Elsewhere) -> Iterator[Draft]:
    """*A makes it harder (for X) to do Y*: what is made harder is the doing."""
    sign = change.of_adjective(line, cue.at.last + 1) if cue.at.last + 1 < len(line) else None
    after = cue.at.last + 2
    if sign is None or after >= len(line) or line.low(after) not in {"for", "to"}:
        return
    draft = Draft(cause, phrases.phrase(line, after + 1), cue.at, sign)
    if whole(draft):
        yield draft


def shield(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A protects X from B*: the danger is what is lowered."""
    if acts.verb_at(line, cue.at.first) is not cue.pattern:
        return
    for at in range(cue.at.last + 1, min(cue.at.last + NEAR, len(line) - 1)):
        if line.low(at) == "from" and line.low(at + 1) not in DETERMINERS - {"the", "a", "an"}:
            effect = phrases.phrase(line, at + 1)
            draft = Draft(doer(line, cue), effect, cue.at, cue.pattern.rule.sign)
            if whole(draft):
                yield from pairs(line, draft)
            return


_STATES = frozenset(
    "together apart alive afloat quiet open closed shut awake busy level steady stable intact saturated flooded silent hungry poor idle injured dead homeless stranded wounded exposed vulnerable dependent "
    "jobless penniless isolated helpless stuck".split()
)
_STATES_OF = tuple(
    tuple(words.split())
    for words in (
        "at risk", "in danger", "in jeopardy", "in check", "in place", "in line", "in power", "in hospital", "out of work", "out of business",
        "out of reach", "under pressure", "under strain", "under control", "at bay", "at a", "on hold", "out of action", "to flight", "in doubt", "in ruins", "in debt", "in tears", "without",
    )
)  # fmt: skip


_HELD_DOWN = frozenset({("in", "check"), ("at", "bay"), ("under", "control")})


def _is_verb(line: Line, cue: Cue) -> bool:
    """Whether a verb stands here, whichever of the rules with these words it is found by."""
    found = acts.verb_at(line, cue.at.first)
    return found is not None and found.words == cue.pattern.words


def keep(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A keeps B together*, *A put B in hospital*: with words for a state behind the thing. *A keeps B from C* lowers C."""
    if not _is_verb(line, cue):
        return
    for at in range(cue.at.last + 1, min(cue.at.last + NEAR, len(line))):
        low = line.low(at)
        if low == "from" and cue.pattern.words[0] != "put":
            draft = Draft(doer(line, cue), phrases.phrase(line, at + 1), cue.at, Sign.LOWERS)
        elif _is_state(line, at):
            draft = Draft(doer(line, cue), _thing_and_state(line, cue.at.last, at), cue.at, Sign.RAISES)
            if line.lows[at : at + 2] in _HELD_DOWN:
                draft = replace(draft, effect=Stretch(cue.at.last, at), sign=Sign.LOWERS)
        elif low in HARD or low in {",", "and", "that"} | AUXILIARIES:
            return
        else:
            continue
        if whole(draft):
            yield draft
        return


def _is_state(line: Line, at: int) -> bool:
    low = line.low(at)
    told = any(line.lows[at : at + len(words)] == words for words in _STATES_OF)
    return told or low in _STATES


def _thing_and_state(line: Line, first: int, at: int) -> Stretch:
    """From the thing to the end of what becomes of it."""
    last = at + 1
    while (
        last < len(line)
        and line.is_word(last)
        and line.low(last) not in HARD | {"and", "but", "which", "until", "because", "when"}
    ):
        last += 1
    return Stretch(first, last)


def deprive(line: Line, cue: Cue) -> Iterator[Draft]:
    """*A deprives B of C*: C is lowered."""
    if not _is_verb(line, cue):
        return
    for at in range(cue.at.last + 1, min(cue.at.last + NEAR, len(line) - 1)):
        if line.low(at) == "of":
            draft = Draft(doer(line, cue), phrases.phrase(line, at + 1), cue.at, Sign.LOWERS)
            if whole(draft):
                yield from pairs(line, draft)
            return
        if line.low(at) in HARD | {",", "and"} | AUXILIARIES:
            return


_OWN = frozenset({"the", "a", "an", "this", "its", "their"})
_OURS = frozenset({"i", "we", "they", "he", "she", "it"})


def attribute(line: Line, cue: Cue) -> Iterator[Draft]:
    """*They attribute B to A*, *she blames B on A*: who does so is the holder, and no cause."""
    if not _is_verb(line, cue) or BE & set(line.lows[max(0, cue.at.first - 2) : cue.at.first]):
        return  # "is attributed to" is a connective
    if line.low(cue.at.last) in DETERMINERS - _OWN:
        return
    joint = "on" if cue.pattern.words[0].startswith(("blam", "pin")) else "to"
    owner = cue.pattern.words[0].startswith(("ow", "credit"))  # "the mill owes its success to …"
    for at in range(cue.at.last + 1, min(cue.at.last + 2 * NEAR, len(line) - 1)):
        low = line.low(at)
        if low == joint and line.low(at + 1) not in AUXILIARIES:
            cause, effect = phrases.phrase(line, at + 1), Stretch(cue.at.last, at)
            if owner and line.low(at - 1) in _BEING:
                effect = line.trimmed(subjects.subject(line, cue.at.first))
            draft = Draft(
                cause, effect, cue.at, cue.pattern.rule.sign, holder=None if owner else _who(line, cue)
            )
            if whole(draft):
                yield from pairs(line, draft)
            return
        if low in HARD | AUXILIARIES | {","}:
            return


_BEING = frozenset({"existence", "origin", "origins", "being", "birth", "rise"})


def _who(line: Line, cue: Cue) -> Stretch | None:
    """Who attributes, where words name them; None for a pronoun, or where nobody stands before the verb."""
    who = doer(line, cue)
    if not isinstance(who, Stretch):
        return None
    named = line.trimmed(who)
    return named if set(line.lows[named.first : named.last]) - _OURS else None
