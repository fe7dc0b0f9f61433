"""Whether a word of causing acts as a verb where it stands: *the forces* are nouns, *is caused* is done to."""

from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.rules import VERBS, Form, Pattern, lexicon

_DEGREES = frozenset("very so quite too rather fairly more most less".split())
_PARTICLES = frozenset("out up down back off away aside along".split())
_BEFORE_NOUNS = DETERMINERS - {"this", "that", "these", "those", "all", "both"} | PREPOSITIONS - {"to"}
_AFTER_NOUNS = PREPOSITIONS - {"to", "about", "over"} | {
    ".",
    ",",
    ";",
    "'s",
    "due",
    "because",
    "owing",
    "thanks",
}
_AFTER_SUBJECTS = AUXILIARIES | SUBORDINATORS - {"that", "than"} | {"and", "or"}
_CHANGED = frozenset(
    "increased decreased reduced diminished improved heightened continued added renewed".split()
)


def verb_at(line: Line, at: int) -> Pattern | None:
    """The pattern of a causal verb that stands here as a finite verb or a gerund, not as a noun."""
    for pattern in lexicon().get(line.lows[at], ()):
        size = len(pattern.words)
        if pattern.rule.shape in VERBS and line.lows[at : at + size] == pattern.words:
            return pattern if _acts(line, at, at + size, pattern) else None
    return None


def _acts(line: Line, at: int, end: int, pattern: Pattern) -> bool:
    """Whether the word is a verb here that does something: *the forces* are nouns, *is caused* is done to."""
    if at == 0:
        return Form.GERUND in pattern.forms
    after = line.low(end) or "."
    if after == "by" and Form.PARTICIPLE in pattern.forms:
        return True
    held = at - 1
    while held > 0 and line.lows[held] in ADVERBS | _DEGREES | {"well"}:
        held -= 1
    if line.lows[held] in BE and {Form.PAST, Form.PARTICIPLE} <= pattern.forms:
        return False
    if after in _PARTICLES and len(pattern.words) == 1:
        return False
    return _is_verb_by_words(line, at, after, pattern)


def _is_verb_by_words(line: Line, at: int, after: str, pattern: Pattern) -> bool:
    """The same by the words beside it, where no parser has read the sentence."""
    before = line.lows[at - 1]
    if before in _BEFORE_NOUNS:
        return Form.GERUND in pattern.forms and before in PREPOSITIONS and after != "of"
    if len(pattern.words) > 1:
        return True
    if after in _AFTER_NOUNS or (after.endswith("ed") and after not in _CHANGED):
        return False
    if Form.PLAIN in pattern.forms and before in {"and", ",", "or"} and _is_adjective(line, at):
        return False
    noun_like = pattern.forms & {Form.PLAIN, Form.PRESENT}
    return not (noun_like and (after in _AFTER_SUBJECTS or _is_past(after)))


def _is_adjective(line: Line, at: int) -> bool:
    """Whether *lower* or *slow* tells what kind: *and lower rents mean …* has its verb two words on."""
    if line.lows[at] not in {"lower", "slow", "cool", "narrow", "clear", "open", "free", "weaken"}:
        return False
    return any(verb_at(line, ahead) is not None for ahead in (at + 2, at + 3) if ahead < len(line))


def _is_past(word: str) -> bool:
    """Whether a word is the past of a causal verb and no adjective too: *angry fans drove …*."""
    return any(p.forms == {Form.PAST} and len(p.words) == 1 for p in lexicon().get(word, ()))
