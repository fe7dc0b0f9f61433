"""Moods: what is not plainly asserted, by cues and the clauses that they stand in.

    The dam did not break, but it may.   →   [The dam did not break] negated, [it may] hedged

After NegEx (Chapman and others, 2001) and ConText (Harkema and others, 2009): cues, words that look like
cues and are none, and borders that end a reach. A reach here is a clause, not a number of words.
"""

from collections.abc import Iterator

from armillary.annotate.stance.clauses import clause
from armillary.annotate.stance.cues import Cue, Reach, cues
from armillary.annotate.stance.lexicon import Clause, words
from armillary.annotate.stance.page import Page
from armillary.reading import Modality, Mood, Sentence

_BACK = 12
"""How many words before *would* a verb of speech in the past may stand that made it of *will*."""
_NOT = Cue(("n't",), Modality.NEGATED, Reach.CLAUSE, "not")
_INVERTED = {
    "should": Modality.CONDITIONAL,
    "had": Modality.COUNTERFACTUAL,
    "were": Modality.COUNTERFACTUAL,
}
_ASKED = Cue(("?",), Modality.HEDGED, Reach.SENTENCE, "question")


def moods(page: Page) -> tuple[Mood, ...]:
    """All moods of a page, by their scopes."""
    found: set[Mood] = set()
    for sentence in page.reading.sentences:
        found.update(_moods(page, sentence))
    return tuple(sorted(found, key=lambda mood: (mood.scope.start, -mood.scope.end, mood.cue.start)))


def _moods(page: Page, sentence: Sentence) -> Iterator[Mood]:
    at = sentence.first
    while at < sentence.last:
        cue = _inverted(page, sentence, at) or _at(page, sentence, at)
        if cue is None:
            at += 1
            continue
        until = at + max(1, len(cue.words))
        if cue.modality is not None:
            first, last = _scope(page, sentence, cue, at, until)
            yield Mood(page.passage(first, last), page.passage(at, until), cue.modality)
        at = until


def _at(page: Page, sentence: Sentence, at: int) -> Cue | None:
    """The longest cue that begins at a word."""
    low = page.lows[at]
    for cue in cues().get(low, ()):
        end = at + len(cue.words)
        if end <= sentence.last and page.lows[at:end] == cue.words:
            return None if _is_other_word(page, sentence, at, cue) else cue
    if low.endswith("n't"):
        return _NOT
    if low == "?" and at >= sentence.last - 3:
        return _ASKED
    return None


def _is_other_word(page: Page, sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the same letters are another word here: *May 5*, *the might of Rome*, *said it would*."""
    low = cue.words[0]
    if low in {"may", "might"}:
        named = page.is_capital(at) and at > sentence.first
        behind = page.lows[at - 1] if at > sentence.first else ""
        ahead = page.lows[at + 1] if at + 1 < sentence.last else ""
        noun = (
            behind in words().sets["determiners"] - {"this", "that", "some", "all", "both"}
            or ahead == "of"
        )
        return named or ahead[:1].isdigit() or (low == "might" and noun)
    if cue.rule == "no":  # as an answer
        return at + 1 >= sentence.last or not page.is_word(at + 1)
    if cue.rule == "would":
        return any(_told_before(page.lows[here]) for here in range(max(sentence.first, at - _BACK), at))
    return False


def _told_before(low: str) -> bool:
    verb = words().verbs.get(low)
    return (
        verb is not None
        and verb.clause is not Clause.NO
        and low.endswith(("ed", "id", "ght", "old", "ote"))
    )


def _inverted(page: Page, sentence: Sentence, at: int) -> Cue | None:
    """*Should it fail,* and *had he known,* and *were they to come* at the beginning of a clause."""
    modality = _INVERTED.get(page.lows[at])
    if modality is None or at + 2 >= sentence.last:
        return None
    opens = at == sentence.first or page.lows[at - 1] in {",", ";", "“", '"', "—", "and", "but"}
    ahead = page.lows[at + 1]
    subject = ahead in words().sets["determiners"] | words().sets["pronouns"] or page.is_capital(at + 1)
    asked = page.lows[sentence.last - 1] == "?"
    if not (opens and subject) or asked or ahead == "not":
        return None
    if page.lows[at] == "were" and "to" not in page.lows[at : min(sentence.last, at + 8)]:
        return None
    return Cue((page.lows[at],), modality, Reach.SENTENCE, "inverted")


def _scope(page: Page, sentence: Sentence, cue: Cue, at: int, until: int) -> tuple[int, int]:
    first, last = clause(page, sentence.first, sentence.last, at, until)
    if cue.reach is Reach.AFTER:
        return at, last
    if cue is _ASKED:
        return sentence.first, sentence.last
    if cue.reach is Reach.SENTENCE:
        return _condition(page, sentence, at, first, last)
    return first, last


def _condition(page: Page, sentence: Sentence, at: int, first: int, last: int) -> tuple[int, int]:
    """Both sides of a condition: *if* with its clause, and the clause that hangs on it."""
    if first < at:
        return first, last  # The valley floods if the dam breaks.
    comma = last
    while comma < sentence.last and not page.is_word(comma):
        comma += 1
    if at > sentence.first and page.lows[at - 1] in {",", "even", "only"}:
        before = clause(page, sentence.first, sentence.last, max(sentence.first, at - 2), at)[0]
        return before, last
    if comma < sentence.last and page.lows[last] == ",":
        return at, clause(page, sentence.first, sentence.last, comma, comma + 1)[1]
    return at, last
