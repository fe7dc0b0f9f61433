"""Where a cause or an effect begins and ends: scanning left and right of a cue, by closed word classes.

No parser stands behind this. The rule is to stop early: a short true phrase beats a long wild one.
"""

import itertools

from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HARD,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.rules import VERBS, Form, Pattern, lexicon
from armillary.extract.causes.stretch import Stretch

_LONGEST_LIST = 9  # tokens from a comma to the "and" that ends its list
_INSTRUMENTS = frozenset({"by", "through", "via"})
_PRONOUN_SUBJECTS = frozenset("it he she they we i".split())
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
_CLAUSE_OPENERS = frozenset(
    "but while whereas although though which who so because and or nor yet".split()
)
_SAYING = frozenset(
    "say says said claim claims claimed argue argues argued think thinks thought believe believes believed hold "
    "holds held insist insists insisted maintain maintains maintained know known shows show showed suggest "
    "suggests suggested report reports reported conclude concludes concluded admit admits admitted write writes "
    "wrote concede concedes conceded fear feared notes noted likely clear true view".split()
)


def left_clause(line: Line, end: int) -> Stretch:
    """The clause that ends before a cue: back to the last border between clauses."""
    start = end
    while start > 0 and not _opens(line, start - 1):
        start -= 1
    return _without_adverbial(line, Stretch(start, end))


def _opens(line: Line, at: int) -> bool:
    """Whether a clause begins right after this token."""
    low = line.lows[at]
    if low in HARD:
        return True
    if low == "that":
        return at > 0 and line.lows[at - 1] in _SAYING
    if low in _CLAUSE_OPENERS:
        return at == 0 or not line.is_word(at - 1)
    return False


def _without_adverbial(line: Line, stretch: Stretch) -> Stretch:
    """Without a short run before the first comma: *In the end, …*, *However, …*."""
    for at in range(stretch.first, min(stretch.first + 7, stretch.last - 2)):
        if line.lows[at] == ",":
            opener = line.lows[stretch.first]
            light = at - stretch.first == 1 or opener in PREPOSITIONS | ADVERBS | {
                "however",
                "after",
                "before",
            }
            return Stretch(at + 1, stretch.last) if light else stretch
    return stretch


def right_clause(line: Line, start: int) -> Stretch:
    """The clause that begins after a cue: up to the next border between clauses."""
    end = start
    while end < len(line) and not _closes_clause(line, start, end):
        end += 1
    return Stretch(start, end)


def _closes_clause(line: Line, start: int, at: int) -> bool:
    low = line.lows[at]
    if at in line.timed:
        return False
    if low in HARD or (at == len(line) - 1 and not line.is_word(at)):
        return True
    after = line.lows[at + 1] if at + 1 < len(line) else ""
    if low == ",":
        return (
            after in _CLAUSE_OPENERS | {"thus", "therefore", "leading", "making", "causing"}
            or after in QUOTES
        )
    return at > start + 1 and low in {"because", "although", "whereas", "unless", "but"}


def subject(line: Line, end: int) -> Stretch:
    """The noun phrase before a verb at `end`: *the policy that (caused …)* gives *the policy*."""
    if line.tree is not None and end < len(line) and line.tree.is_verb(end):
        head = line.tree.subject(end)
        if head is not None and head < end:
            return line.trimmed(line.tree.list_of(head, high=end))
    return _subject_by_words(line, end)


def _subject_by_words(line: Line, end: int) -> Stretch:
    last = end
    while last > 0 and (
        line.lows[last - 1] in AUXILIARIES | ADVERBS | QUOTES or _is_adverb(line, last - 1)
    ):
        last -= 1
    if last > 0 and line.lows[last - 1] in {"which", "that", "who"}:
        last = last - 1
        if last > 0 and line.lows[last - 1] == ",":
            last -= 1
        if last == 0:
            return Stretch(0, 0)
    start = last
    while start > 0 and not _closes_subject(line, start - 1, last):
        start -= 1
    if last - start > 1 and line.lows[last - 1] in _PRONOUN_SUBJECTS:
        start = last - 1  # "for one school it was …"
    return Stretch(start, last)


_LY_NOUNS = frozenset(
    "family assembly supply rally ally monopoly reply bully fly butterfly anomaly homily belly lily folly jelly italy july "
    "oligopoly disassembly subfamily hillbilly melancholy".split()
)


def _is_adverb(line: Line, at: int) -> bool:
    """Whether a word before a verb only says how: *materially affects*. Nouns in *-ly* are few."""
    low = line.lows[at]
    return (
        low.endswith("ly")
        and len(low) > len("only")
        and low not in _LY_NOUNS
        and not line.is_capital(at)
    )


def _closes_subject(line: Line, at: int, last: int) -> bool:
    low = line.lows[at]
    if at in line.timed and low != "that":
        return False
    if low in HARD or low in SUBORDINATORS or (low in AUXILIARIES and low != "'s"):
        return True
    if low == ",":
        return not in_list(line, at, last)
    if low in {"and", "or"}:
        return line.lows[at - 1] == "," if at else True
    return verb_at(line, at) is not None


def in_list(line: Line, comma: int, last: int | None = None) -> bool:
    """Whether a comma stands in a list that an *and* ends before `last`: *A, B and C cause …*."""
    window = line.lows[comma + 1 : min(len(line) if last is None else last, comma + _LONGEST_LIST)]
    head = line.lows[comma - 1] if comma else ","
    return "and" in window and head != "," and not AUXILIARIES.intersection(window)


def object_of(line: Line, verb: int, start: int) -> Stretch:
    """What follows the cue of a verb, from `start` on."""
    if line.tree is not None and line.tree.is_verb(verb):
        head = line.tree.object(verb, start)
        if head is not None:
            return line.trimmed(line.tree.list_of(head, low=start))
    return phrase(line, start)


def phrase(line: Line, start: int) -> Stretch:
    """The noun phrase after a preposition, with lists: *famine, flight and war*."""
    if line.tree is not None and start < len(line):
        found = line.trimmed(line.tree.list_of(line.tree.top(start), low=start))
        if len(found) and found.first <= start + 1:
            return found
    return _phrase_by_words(line, start)


def _phrase_by_words(line: Line, start: int) -> Stretch:
    end = start
    while end < len(line) and not _closes_phrase(line, start, end):
        end += 1
    return line.trimmed(Stretch(start, end))


def _closes_phrase(line: Line, start: int, at: int) -> bool:  # noqa: PLR0911  one return for each kind of border
    low = line.lows[at]
    after = line.lows[at + 1] if at + 1 < len(line) else ""
    if at in line.timed:
        return False
    if low in HARD or (low in SUBORDINATORS and at > start):
        return True
    if low in AUXILIARIES and at > start and low not in {"be", "been", "being", "have", "do"}:
        return True
    if low == ",":
        return at > start and not (in_list(line, at) and not _starts_clause(line, at + 1))
    if low in {"and", "or"}:
        return _starts_clause(line, at + 1)
    if is_purpose(line, at) or (low == "without" and after.endswith("ing")):
        return True
    if low in _INSTRUMENTS and at > start:
        return True
    return low in {".", "!", "?", "…", "...", "”"} and at >= len(line) - 3


def is_purpose(line: Line, at: int) -> bool:
    """Whether *in order to*, *in an attempt to* or *in a bid to* stands here."""
    words = line.lows[at : at + 4]
    return words[:2] == ("in", "order") or (
        words[:1] == ("in",) and words[2:] in {("attempt", "to"), ("effort", "to"), ("bid", "to")}
    )


def _starts_clause(line: Line, at: int) -> bool:
    """Whether what follows an *and* or a comma is a clause of its own, with or without a subject."""
    place = at
    while place < len(line) and line.lows[place] in ADVERBS | AUXILIARIES:
        place += 1
    if place >= len(line) or line.lows[place] in PRONOUNS | SUBORDINATORS or place > at:
        return True
    if verb_at(line, place) is not None:
        return True
    for ahead in range(at, min(at + _LONGEST_LIST, len(line))):
        low = line.lows[ahead]
        if low in HARD or low in {",", "and", ".", "because"}:
            return False
        if low in AUXILIARIES or (ahead > at and verb_at(line, ahead) is not None):
            return True
    return False


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
    while held > 0 and line.lows[held] in ADVERBS | _DEGREES:
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
    noun_like = pattern.forms & {Form.PLAIN, Form.PRESENT}
    return not (noun_like and after in _AFTER_SUBJECTS)


def _share_a_place(line: Line, members: list[Stretch]) -> bool:
    """*the army in Kherson and Odessa*: names that one preposition holds are no list of causes."""
    first, second = members[0], members[1]
    held = PREPOSITIONS & set(line.lows[first.first : first.last])
    return bool(held) and line.is_capital(first.last - 1) and line.is_capital(second.first)


def _is_aside(line: Line, whole: Stretch, member: Stretch) -> bool:
    """Whether a part after a comma or an *and* is no member of a list: a phrase of place or a time."""
    if line.lows[member.first] in PREPOSITIONS:
        return line.lows[member.first] != line.low(whole.first - 1)  # "from heat and from frost"
    return all(at in line.timed for at in range(member.first, member.last))


def parts(line: Line, stretch: Stretch) -> list[Stretch]:
    """The members of a list: *famine, flight and war* → three. A phrase that is no list is one."""
    lows = line.lows
    inner = range(stretch.first + 1, stretch.last - 1)
    cuts = [
        at
        for at in inner
        if lows[at] in {",", "and", "or", "nor"} and not (lows[at] == "or" and lows[at - 1] == "more")
    ]
    if not any(lows[at] in {"and", "or", "nor"} for at in cuts) or AUXILIARIES & set(
        lows[stretch.first : stretch.last]
    ):
        return [stretch]
    borders = [stretch.first - 1, *cuts, stretch.last]
    members = [line.trimmed(Stretch(a + 1, b)) for a, b in itertools.pairwise(borders)]
    members = [member for member in members if len(member)]
    if any(_is_aside(line, stretch, member) for member in members[1:]):
        return [stretch]
    if len(members) > 1 and _share_a_place(line, members):
        return [stretch]
    return [member for member in members if not _SAYING & set(lows[member.first : member.last])]
