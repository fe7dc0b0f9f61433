"""Events told by verbs: who did what to whom, by the grammar of the sentence.

    "On 4 May the town was taken by the rebels."   →   taken; who: the rebels; whom: the town; 4 May

Told is what stands in a past tense or the perfect and names somebody, and whatever stands with a date. States
(*knew*, *had*), and verbs of saying without a date, are none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from armillary.extract.events.lexicon import words
from armillary.extract.events.parts import ACTING, Told, within
from armillary.extract.events.tree import CLAUSES, Tree
from armillary.reading import Modality, Pos, Time
from armillary.text import Passage, Span

_SUBJECTS = ("nsubj", "nsubj:pass")
_SHARING = frozenset({"conj", "xcomp"})
"""How a verb hangs on one whose subject it shares."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PERFECT = frozenset({"has", "have", "had", "having", "'ve", "'d"})
_PAST_BE = frozenset({"was", "were", "been", "got"})
_MODAL = frozenset("would could should might may must can shall will 'd 'll wo ca to".split())
_ASIDE = CLAUSES | {"conj", "appos"}
_LOOSE = CLAUSES | {"acl", "appos", "advmod"}
_REASONS = frozenset({"because", "due", "despite", "owing", "thanks"})
"""What leads to a reason: no part of what happened."""
_LEADING = frozenset("of in on at by for to with from as and or but both either".split())
_BORDERS = frozenset({";", ":", "—", "–"})
_UNTOLD = frozenset({Modality.CONDITIONAL, Modality.COUNTERFACTUAL, Modality.INTENDED})
"""What has no date and has not happened is no event: it is matter for claims."""
_HAS_DIGIT = re.compile(r"\d")
_NEAR = 6
"""Words from a verb to the place where it happened."""
_FARTHEST = 40
"""Words to either side of a verb: bounds what a wrong parse can draw together."""


def clauses(tree: Tree, times: Sequence[Time]) -> Iterator[Told]:
    """The events of one sentence. `times` are the dates in it that no noun has taken."""
    for place in range(tree.sentence.first, tree.sentence.last):
        if _acts(tree, place):
            told = _told(tree, place, times)
            if told is not None:
                yield told


def _acts(tree: Tree, place: int) -> bool:
    """Whether a word is a finite verb of something that happens."""
    if tree.reading.tokens[place].pos is not Pos.VERB:
        return False
    if tree.tag(place) == "VB" and not tree.auxiliaries(place):
        return False
    participle = tree.tag(place) in {"VBN", "VBG"} and not _helped(tree, place)
    return not (
        participle and tree.relation(place).startswith(("acl", "amod", "advcl"))
    ) and tree.relation(place) not in {"amod", "case", "mark", "fixed", "compound"}


def _helped(tree: Tree, place: int) -> bool:
    """Whether a verb has an auxiliary, its own or that of the verb which it is joined to."""
    seen: set[int] = set()
    while place not in seen:
        seen.add(place)
        if tree.auxiliaries(place):
            return True
        if tree.relation(place) != "conj":
            return False
        place = tree.head(place)
    return False


def _told(tree: Tree, place: int, times: Sequence[Time]) -> Told | None:
    own = _own(tree, place)
    at = _passage(tree, own, place)
    time = _time(tree, place, at, times)
    if not (_is_past(tree, place) or (time and _HAS_DIGIT.search(time.at.words))):
        return None
    who, whom = _who(tree, place), _whom(tree, place)
    if (who is None and whom is None) or (time is None and not _is_told(tree, place, who, whom)):
        return None
    what = tree.reading.document.passage(
        tree.reading.tokens[place].start, tree.reading.tokens[place].end
    )
    return Told(at, what, who, whom, time, motion=tree.lemma(place) in words().motion)


def _is_told(tree: Tree, place: int, who: Passage | None, whom: Passage | None) -> bool:
    """Whether a verb without a date tells of an event: it happens, and to or by somebody named."""
    if tree.lemma(place) in words().speech | words().states:
        return False
    token = tree.reading.tokens[place]
    if tree.reading.modality_of(tree.reading.document.passage(token.start, token.end)) in _UNTOLD:
        return False
    named = any(mention.kind in ACTING for part in (who, whom) for mention in within(tree.reading, part))
    return named or ((whom is None or _is_passive(tree, place)) and _is_in_place(tree, place))


def _is_in_place(tree: Tree, place: int) -> bool:
    """Whether a named place stands right behind a verb: *was founded in the old town of Lima*."""
    last = min(place + _NEAR, tree.sentence.last) - 1
    if last <= place + 1 or tree.low(place + 1) not in words().places:
        return False
    tokens = tree.reading.tokens
    return bool(within(tree.reading, Span(tokens[place].start, tokens[last].end)))


def _is_past(tree: Tree, place: int) -> bool:
    """Whether a verb tells of what has been: *took*, *has taken*, *was taken*, but not *would take*."""
    helpers = set(tree.auxiliaries(place))
    if tree.relation(place) == "conj" and not helpers and tree.tag(place) == "VBN":
        return _is_past(tree, tree.head(place)) if tree.head(place) != place else False
    if helpers & _MODAL and not helpers & _PERFECT - {"'d"}:
        return False
    if helpers & {"would", "could", "should"}:
        return False
    if tree.tag(place) == "VBD":
        return True
    if tree.tag(place) == "VBN":
        bare = not helpers and any(tree.under(place, "nsubj"))
        return bare or bool(helpers & (_PERFECT | _PAST_BE))
    return bool(helpers & {"did", "didn't"})


def _own(tree: Tree, place: int) -> set[int]:
    """The words of the clause of a verb, other clauses left out."""
    found = {place}
    for kid in tree.kids.get(place, ()):
        if tree.relation(kid) in _ASIDE | {"punct", "cc", "mark", "discourse"}:
            continue
        if any(tree.low(case) in _REASONS for case in tree.under(kid, "case")):
            continue
        found |= tree.part(kid, CLAUSES if tree.relation(kid) not in _SUBJECTS else frozenset())
    low, high = place - _FARTHEST, place + _FARTHEST
    for border in range(max(low, tree.sentence.first), min(high, tree.sentence.last)):
        if tree.low(border) in _BORDERS:
            low, high = (border, high) if border < place else (low, min(high, border))
    return {one for one in found if low < one < high}


def _passage(tree: Tree, own: set[int], place: int) -> Passage:
    """From the first word of a clause to the last; a relative pronoun is not of it."""
    first, last = min(own), max(own)
    skipped = _RELATIVE | words().openers
    while first < place and (tree.low(first) in skipped or not tree.low(first)[0].isalnum()):
        first += 1
    while last > place and not tree.low(last)[0].isalnum():
        last -= 1
    tokens = tree.reading.tokens
    return tree.reading.document.passage(tokens[first].start, tokens[last].end)


def _time(tree: Tree, place: int, at: Passage, times: Sequence[Time]) -> Time | None:
    """The date of a clause; that of the verb before, where it stands in front of both."""
    tokens = tree.reading.tokens
    inside = [
        time
        for time in times
        if (
            at.holds(time.at)
            and not _in_other(tree, place, time)
            and not _is_told_from(tree, place, time)
        )
        or _owner(tree, time) == place
    ]
    if inside:
        return inside[0]
    behind = [
        time
        for time in times
        if time.at.start == at.end + 2 and tree.reading.document.text[at.end : time.at.start] == " ("
    ]
    if behind:
        return behind[0]
    head = tree.head(place)
    if tree.relation(place) == "conj" and head != place and tree.reading.tokens[head].pos is Pos.VERB:
        own = _passage(tree, _own(tree, head), head)
        shared = [time for time in times if own.holds(time.at) and time.at.end <= tokens[head].start]
        return shared[0] if shared else None
    return None


def _owner(tree: Tree, time: Time) -> int | None:
    """The verb that a time told from another clause dates: *two days after the dam broke, they left* → left."""
    if time.anchor is None:
        return None
    tokens = tree.reading.tokens
    at = bisect_left(tokens, time.at.start, key=lambda token: token.start)
    while (
        tokens[at].pos is not Pos.VERB
        and tree.head(at) != at
        and tokens[tree.head(at)].start < time.anchor.end
    ):
        at = tree.head(at)
    within_anchor = time.anchor.start <= tokens[at].start < time.anchor.end
    return tree.head(at) if within_anchor and tree.relation(at).startswith("advcl") else None


def _is_told_from(tree: Tree, place: int, time: Time) -> bool:
    """Whether a time is told from what this verb says, and so dates another."""
    owner = _owner(tree, time)
    return owner is not None and owner != place


def _in_other(tree: Tree, place: int, time: Time) -> bool:
    """Whether a date inside the stretch of a clause hangs on another verb than its own."""
    tokens = tree.reading.tokens
    at = bisect_left(tokens, time.at.start, key=lambda token: token.start)
    seen: set[int] = set()
    while at not in seen and at != place:
        seen.add(at)
        if tree.relation(at) in CLAUSES | {"conj"} and tokens[at].pos is Pos.VERB:
            return True
        at = tree.head(at)
    return False


def _who(tree: Tree, place: int) -> Passage | None:
    if _is_passive(tree, place):
        agent = next(tree.under(place, "obl:agent"), None)
        if agent is None:
            agent = next(
                (
                    kid
                    for kid in tree.under(place, "obl")
                    if any(tree.low(case) == "by" for case in tree.under(kid, "case"))
                ),
                None,
            )
        return None if agent is None else _phrase(tree, agent)
    subject = _subject(tree, place)
    return _before(tree, place) if subject is None else _phrase(tree, subject)


def _before(tree: Tree, place: int) -> Passage | None:
    """The name at the head of a clause whose subject the parser lost: *Venice, of old a port, burned the fleet*."""
    if tree.relation(place) not in {"root", "ccomp", "parataxis"} or place == tree.sentence.first:
        return None
    tokens = tree.reading.tokens
    for mention in within(tree.reading, Span(tree.sentence.span.start, tokens[place].start)):
        at = bisect_left(tokens, mention.at.start, key=lambda token: token.start)
        first = at == tree.sentence.first or (
            tree.low(at - 1) == "the" and at - 1 == tree.sentence.first
        )
        if first or tree.low(at - 1) == ",":
            return mention.at if mention.kind in ACTING else None
    return None


def _whom(tree: Tree, place: int) -> Passage | None:
    if _is_passive(tree, place):
        subject = _subject(tree, place)
        return None if subject is None else _phrase(tree, subject)
    found = next(tree.under(place, "obj"), None)
    if found is not None and tree.low(found) in _RELATIVE:
        found = tree.head(place) if tree.relation(place).startswith("acl") else None
    if found is None or (tree.lemma(place), tree.low(found)) == ("take", "place"):
        return None
    whom = _phrase(tree, found)
    return whom if any(letter.isalpha() for letter in whom.words) else None


def _is_passive(tree: Tree, place: int) -> bool:
    if tree.tag(place) != "VBN":
        return False
    if any(tree.under(place, "nsubj:pass", "aux:pass")):
        return True
    helped = bool(tree.auxiliaries(place)) or any(tree.under(place, *_SUBJECTS))
    head = tree.head(place)
    return not helped and tree.relation(place) == "conj" and head != place and _is_passive(tree, head)


def _subject(tree: Tree, place: int) -> int | None:
    """The head of the subject: its own, what a relative clause tells of, or that of the verb before."""
    seen: set[int] = set()
    while place not in seen:
        seen.add(place)
        own = next(tree.under(place, *_SUBJECTS), None)
        head = tree.head(place)
        relative = tree.relation(place).startswith("acl") and head != place
        if own is not None:
            return head if relative and tree.low(own) in _RELATIVE else own
        if relative or tree.relation(place) not in _SHARING or head == place:
            return None
        place = head
    return None


def _phrase(tree: Tree, head: int) -> Passage:
    """The noun phrase of a head, without clauses and asides."""
    places = tree.part(head, _LOOSE) - set(tree.under(head, "case"))
    first = last = head
    while first - 1 in places or (first - 2 in places and tree.low(first - 1) == ","):
        first -= 1
    while last + 1 in places or (last + 2 in places and tree.low(last + 1) in {",", "and", "or"}):
        last += 1
    while first < head and (tree.low(first) in _LEADING or not tree.low(first)[0].isalnum()):
        first += 1
    while last > head and (tree.low(last) in _LEADING or not tree.low(last)[0].isalnum()):
        last -= 1
    tokens = tree.reading.tokens
    while first < head and tree.is_dated(first):
        first += 1
    return tree.reading.document.passage(tokens[_list_start(tree, first)].start, tokens[last].end)


def _list_start(tree: Tree, first: int) -> int:
    """Where a list of names begins of which the parser saw the last: *Chile, Bolivia and Peru*."""
    at = first
    if at == tree.sentence.first or tree.low(at - 1) != "and":
        return first
    while at - 2 >= tree.sentence.first and tree.low(at - 1) in {"and", ","}:
        step = 3 if tree.low(at - 2) == "," else 2
        if at - step < tree.sentence.first or tree.tag(at - step) not in {"NNP", "NNPS"}:
            break
        at -= step
    return at
