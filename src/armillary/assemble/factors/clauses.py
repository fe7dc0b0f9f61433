"""A clause among the wordings: *NATO expanded eastward*, *the city was occupied by the army*.

The verb is the head, as the noun is in *NATO's expansion*: their stems are one.
"""

from dataclasses import dataclass

from armillary.assemble.factors.forms import table, verb_of
from armillary.assemble.factors.lists import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    OWNED,
    PREPOSITIONS,
    PRONOUNS,
    lists,
)
from armillary.assemble.factors.tokens import Word

_FARTHEST = 14  # words before the verb: a bound, not a tuned threshold


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject. `args` are the subject's words; `rest` stands behind the verb."""

    head: Word
    args: list[tuple[str, Word]]
    rest: list[Word]
    subject: bool  # whether it is said who acts
    copula: bool = False  # whether the head is what the subject is said to be


def clause_in(words: list[Word]) -> Clause | None:
    """The clause that these words are; None for a noun phrase."""
    if len(words) > 1 and words[0].low == "to" and verb_of(words[1].low):
        return Clause(words[1], [], words[2:], subject=False)
    if len(words) > 1 and _gerund(words):
        return Clause(words[0], [], words[1:], subject=False)
    at = _verb(words)
    if at is None:
        return None
    subject = _named_in(words[:at])
    verb = at
    while verb < len(words) - 1 and _helps(words, verb):
        verb += 1
    if words[verb].low in AUXILIARIES:
        return None
    helpers = {word.low for word in words[at:verb]}
    before = [("pre", word) for word in words[at:verb] if word.low in table("adverb")]
    if helpers & BE:
        return _after_be(words, verb, subject, before)
    return Clause(
        words[verb], [("s", word) for word in subject] + before, words[verb + 1 :], subject=bool(subject)
    )


def _helps(words: list[Word], at: int) -> bool:
    """Whether a word stands before the verb that says what is done: *will soon have to be closed*."""
    low = words[at].low
    if low == "to":
        return words[at - 1].low in {"have", "has", "had"}
    return low in AUXILIARIES or low in table("adverb")


def _after_be(
    words: list[Word], verb: int, subject: list[Word], before: list[tuple[str, Word]]
) -> Clause | None:
    """*was occupied*, *was weak*, *was a crime*."""
    word = words[verb]
    if word.low in DETERMINERS | OWNED | PREPOSITIONS:
        after = [w for w in words[verb:] if w.low not in lists().light]
        if not after or word.low in PREPOSITIONS:
            return None
        return Clause(
            after[0], [("is", w) for w in subject] + before, after[1:], subject=False, copula=True
        )
    rest = words[verb + 1 :]
    if word.low.endswith("ing") and verb_of(word.low):
        return Clause(word, [("s", w) for w in subject] + before, rest, subject=bool(subject))
    by = any(w.low == "by" for w in rest)
    if _participle(word.low):
        role = "of" if by else "obj"
        return Clause(word, [(role, w) for w in subject] + before, rest, subject=False)
    if len([w for w in rest if w.low not in lists().light]) > 1:
        return Clause(word, [("is", w) for w in subject] + before, rest, subject=False, copula=True)
    return Clause(word, [("s", w) for w in subject] + before, rest, subject=False)


def _participle(low: str) -> bool:
    return verb_of(low) is not None and (low.endswith("ed") or low in table("irregular-verb"))


def _gerund(words: list[Word]) -> bool:
    """*mobilising the army*: a gerund with an object."""
    first, second = words[0].low, words[1]
    takes = second.low in DETERMINERS | OWNED or second.named
    return (
        takes
        and first.endswith("ing")
        and first not in table("noun")
        and verb_of(first) not in {None, first}
    )


def _named_in(words: list[Word]) -> list[Word]:
    light = lists().light
    return [
        word
        for word in words
        if word.named or (word.low not in light | PRONOUNS | PREPOSITIONS and not word.is_mark)
    ]


def _verb(words: list[Word]) -> int | None:
    """Where the first finite verb stands, or its first helper."""
    if len(words) > 1 and words[0].low in PRONOUNS and not words[0].named:
        return next((at for at in range(1, min(len(words), 4)) if _may_act(words[at].low)), None)
    for at in range(1, min(len(words), _FARTHEST)):
        low, before = words[at].low, words[at - 1]
        if before.low in {"which", "who", "that", "whose", "whom"}:
            return None
        if before.low in PREPOSITIONS | DETERMINERS | OWNED or before.owns or words[at].named:
            continue
        if low in AUXILIARIES or (_finite(low) and _goes_on(words, at)):
            return at
    return None


def _may_act(low: str) -> bool:
    return low in AUXILIARIES or verb_of(low) is not None


def _finite(low: str) -> bool:
    """Whether a word may be a verb of the past, or of the present with an *s*."""
    verb = verb_of(low)
    return verb is not None and low != verb and not low.endswith("ing")


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether what follows may follow a verb. *The price rises* is a verb's as little as *price rises*."""
    low = words[at].low
    after = words[at + 1] if at + 1 < len(words) else None
    if low.endswith("s"):
        return after is not None and (
            after.low in DETERMINERS | OWNED or (after.named and not after.owns)
        )
    if after is None:
        return True
    return (
        after.named
        or after.low in DETERMINERS | OWNED | PREPOSITIONS
        or after.low in table("adverb")
        or words[at - 1].named
    )
