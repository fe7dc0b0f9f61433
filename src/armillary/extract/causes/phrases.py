"""Where a phrase that is a cause or an effect ends, and what a list in it holds, by closed word classes.

No parser stands behind this. The rule is to stop early: a short true phrase beats a long wild one.
"""

import itertools

from armillary.extract.causes.acts import verb_at
from armillary.extract.causes.clauses import SAYING
from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    HARD,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.stretch import Stretch
from armillary.extract.causes.subjects import LONGEST_LIST, in_list

_INSTRUMENTS = frozenset({"by", "through", "via"})


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
    for ahead in range(at, min(at + LONGEST_LIST, len(line))):
        low = line.lows[ahead]
        if low in HARD or low in {",", "and", ".", "because"}:
            return False
        if low in AUXILIARIES or (ahead > at and verb_at(line, ahead) is not None):
            return True
    return False


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
    return [member for member in members if not SAYING & set(lows[member.first : member.last])]
