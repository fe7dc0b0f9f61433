"""Who speaks in a quotation: by the words around it, else as in the quotation before it.

“It is late,” said the porter. “Go home.”        the porter, twice
According to Jane Roe, “nothing works.”          Jane Roe
The mayor was blunt: “Nothing works.”            the mayor
“All power corrupts.” — Lord Acton               Lord Acton
"""

from collections.abc import Sequence

from armillary.annotate.stance.carried import from_before
from armillary.annotate.stance.frames import Frame, Row
from armillary.annotate.stance.lexicon import words
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase, after, owner
from armillary.annotate.stance.said import CITED, DASHES, NOBODY, By, Said
from armillary.annotate.stance.subjects import first_subject, subject
from armillary.annotate.stance.verbs import is_cue

_REACH = 60
"""How many words from a quotation its verb of speech may stand in the same sentence."""
_HE = frozenset({"he", "she", "they", "it"})
_SHORT_LABEL = 6
"""How many words a speaker's label before a colon may have: *The Speaker of the House:*."""


def speakers(page: Page, quotes: Sequence[Quoted], found: Sequence[Frame]) -> dict[int, Said]:
    """For each quotation by its index, who the text says speaks in it."""
    said: dict[int, Said] = {}
    last: dict[int | None, tuple[Said, int]] = {}
    for frame in found:
        for number, row in enumerate(frame.rows):
            for at, item in enumerate(row):
                if item < 0 and ~item not in said:
                    cited = _cited_below(page, quotes, frame, number) if at == 0 else None
                    one = cited or _beside(page, quotes, row, at)
                    if one.by is By.NOTHING:
                        one = from_before(page, frame, number, last.get(frame.inside))
                    said[~item] = one
                elif item < 0 and said[~item].by in {By.CARRIED, By.NOTHING, By.NEAREST}:
                    one = _beside(page, quotes, row, at)  # he said, after its last paragraph
                    said[~item] = one if one.by is not By.NOTHING else said[~item]
                if item < 0 and said[~item].phrase is not None and said[~item].by is not By.NEAREST:
                    last[frame.inside] = said[~item], frame.block
    return said


def _beside(page: Page, quotes: Sequence[Quoted], row: Row, at: int) -> Said:
    """The speaker by the words of the same sentence."""
    right, left = _verb_right(page, row, at), _verb_left(page, row, at)
    goes_on = page.text[quotes[~row[at]].end - 1] in ",?!—–-" and left != at - 1
    prefers_right = right is not None and (goes_on or not _leads_in(page, row, at))
    order = (right, left) if prefers_right else (left, right)
    for verb in order:
        if verb is not None:
            phrase = _who(page, row, verb)
            if phrase is not None:
                phrase, verb = _outermost(page, row, verb, phrase)  # noqa: PLW2901  the verb that governs it
                return Said(phrase, By.VERB, row[verb])
    for way in (_source, _citation, _noun, _label, _nearest):
        found = way(page, row, at)
        if found is not None:
            return found
    return NOBODY


def _outermost(page: Page, row: Row, verb: int, phrase: Phrase) -> tuple[Phrase, int]:
    """The one who says what a pronoun says: *Roe said that he hopes for “…”* is Roe's."""
    while page.lows[phrase.first] in _HE and phrase.first < row[verb]:
        outer = _verb_left(page, row, verb)
        found = None if outer is None else _who(page, row, outer)
        if outer is None or found is None or found == phrase:
            break
        phrase, verb = found, outer
    return phrase, verb


def _who(page: Page, row: Row, verb: int) -> Phrase | None:
    """The subject, or after a passive the one named with *by*."""
    passive = (
        verb > 0
        and row[verb - 1] >= 0
        and page.lows[row[verb - 1]] in {"was", "were", "been", "being", "is", "are", "be"}
    )
    if passive and page.lows[row[verb]].endswith(("ed", "ten", "ld", "en")):
        for at in range(verb + 1, min(len(row), verb + 12)):
            if row[at] >= 0 and page.lows[row[at]] == "by":
                return after(page, row, at + 1)
        return None
    return subject(page, row, verb)


def _verb_right(page: Page, row: Row, at: int) -> int | None:
    """The nearest verb of speech after the quotation, not past the next one or a colon."""
    for here in range(at + 1, min(len(row), at + _REACH)):
        if row[here] < 0 or page.lows[row[here]] in {":", ";"}:
            return None
        if is_cue(page, row, here):
            return here
    return None


def _verb_left(page: Page, row: Row, at: int) -> int | None:
    """The nearest verb of speech before the quotation."""
    for here in range(at - 1, max(-1, at - _REACH), -1):
        if row[here] >= 0 and is_cue(page, row, here):
            return here
    return None


def _leads_in(page: Page, row: Row, at: int) -> bool:
    """Whether the words right before the quotation open it: *said,* and *wrote:* and *that*."""
    if at == 0 or row[at - 1] < 0:
        return False
    low = page.lows[row[at - 1]]
    return low in {",", ":", "that", "as", "a", "an", "the", "of", "was", "is"} or is_cue(
        page, row, at - 1
    )


def _source(page: Page, row: Row, at: int) -> Said | None:
    """*According to X* anywhere in the sentence; *in the words of X*."""
    for here in range(max(0, at - _REACH), min(len(row) - 1, at + _REACH)):
        if row[here] < 0 or row[here + 1] < 0:
            continue
        pair = (page.lows[row[here]], page.lows[row[here + 1]])
        if pair == ("according", "to") or (pair[0] in words().sets["speech_nouns"] and pair[1] == "of"):
            phrase = after(page, row, here + 2)
            if phrase is not None:
                return Said(phrase, By.SOURCE)
    return None


def _citation(page: Page, row: Row, at: int) -> Said | None:
    """A name after the quotation: *“…” — Lord Acton*, *“…” (Acton 1887)*, *“…”V. I. Roe, On Rivers*."""
    here = at + 1
    if at > 0 or here >= len(row) or row[here] < 0:
        return None
    dashed = page.lows[row[here]] in DASHES
    while here < len(row) and row[here] >= 0 and page.lows[row[here]] in DASHES:
        here += 1
    first = here
    while here + 1 < len(row) and row[here] not in page.mentions and _is_initial(page, row, here):
        here += 2
    if here >= len(row) or row[here] < 0 or row[here] not in page.mentions:
        return None
    if not dashed and len(row) - here > CITED:
        return None
    return Said(Phrase(row[first], page.mentions[row[here]][1]), By.CITATION)


def _is_initial(page: Page, row: Row, here: int) -> bool:
    """Whether a letter with its stop stands here: the *V.* of *V. I. Roe*."""
    return (
        len(page.lows[row[here]]) == 1
        and page.is_capital(row[here])
        and row[here + 1] >= 0
        and (page.lows[row[here + 1]] == ".")
    )


def _cited_below(page: Page, quotes: Sequence[Quoted], frame: Frame, number: int) -> Said | None:
    """The same where the name is glued to the closing mark or stands in a sentence of its own."""
    row = frame.rows[number]
    if row[0] >= 0 or page.text[quotes[~row[0]].end - 1] not in ".?!…":
        return None
    below = [item for one in frame.rows[number : number + 4] for item in one[: CITED + 1]]
    if len(below) == 1 or below[1] < 0:
        return None
    glued = page.starts[below[1]] == quotes[~row[0]].closes and page.is_capital(below[1])
    return _citation(page, below, 0) if glued or page.lows[below[1]] in DASHES else None


def _label(page: Page, row: Row, at: int) -> Said | None:
    """The words before a colon: *The mayor: “…”*, *The mayor was blunt: “…”*."""
    if at == 0 or row[at - 1] < 0 or page.lows[row[at - 1]] != ":":
        return None
    if at - 1 <= _SHORT_LABEL and all(item >= 0 for item in row[: at - 1]) and at > 1:
        phrase = after(page, row, 0)
        if phrase is not None and phrase.last == row[at - 2] + 1:
            return Said(phrase, By.LABEL)
    phrase = first_subject(page, row, at - 1)
    return None if phrase is None else Said(phrase, By.LABEL)


def _noun(page: Page, row: Row, at: int) -> Said | None:
    """The owner of a noun of speech: *the mayor's warning that “…”*, *her words*."""
    nouns = words().sets["speech_nouns"]
    for here in range(at - 1, max(0, at - _REACH // 2), -1):
        if row[here] >= 0 and page.lows[row[here]] in nouns:
            phrase = owner(page, row, here)
            if phrase is not None:
                return Said(phrase, By.NOUN)
    return None


def _nearest(page: Page, row: Row, at: int) -> Said | None:
    """The subject of the sentence, where nothing in it says that somebody speaks."""
    phrase = first_subject(page, row, at)
    if phrase is None and at + 1 < len(row):
        ahead = row[at + 1 : at + 1 + _REACH]
        phrase = first_subject(page, ahead, len(ahead))
    return None if phrase is None else Said(phrase, By.NEAREST)
