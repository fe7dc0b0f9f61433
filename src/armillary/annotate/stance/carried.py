"""Who speaks in a quotation beside which nobody is named: by what stands below, above and before it.

Roe agreed. “It is late.”                           Roe
“It is late,” said Roe. ¶ “We should go.”           Roe, twice
“It is late.” ¶ — Jane Roe                          Jane Roe
"""

from armillary.annotate.stance.frames import Frame, Row
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.phrases import Phrase
from armillary.annotate.stance.said import CITED, DASHES, NOBODY, By, Said
from armillary.annotate.stance.subjects import first_subject, subject
from armillary.annotate.stance.verbs import is_cue

_REACH = 60
"""How many words back in the sentence before its verb of speech may stand."""
_OPENING = 6
"""Within how many words of a line below a quotation the name of its speaker stands."""


def from_before(page: Page, frame: Frame, number: int, last: tuple[Said, int] | None) -> Said:
    """The speaker by the name below, by the sentence before, or the one who spoke last."""
    signed = _signed(page, frame) if number == len(frame.rows) - 1 else None
    if signed is not None:
        return Said(signed, By.CITATION)
    led = _led_in(page, frame, number)
    if led is not None:
        return Said(led, By.CARRIED)
    if last is not None and frame.block - last[1] <= 1:
        return Said(last[0].phrase, By.CARRIED)
    if number > 0:
        phrase = first_subject(page, frame.rows[number - 1], len(frame.rows[number - 1]))
        return Said(phrase, By.CARRIED) if phrase is not None and _may_speak(page, phrase) else NOBODY
    told = _told_before(page, frame)
    return NOBODY if told is None else Said(told, By.CARRIED)


def _may_speak(page: Page, phrase: Phrase) -> bool:
    """Whether a subject of which nobody says that it speaks is a name or a person at all: *the bridge* is not."""
    named = any(at in page.mentions for at in range(phrase.first, phrase.last))
    return named or page.lows[phrase.first] in {"he", "she", "they", "we", "i"}


def _signed(page: Page, frame: Frame) -> Phrase | None:
    """The name that a paragraph of its own gives below the quotation: *— Lord Acton*."""
    if frame.inside is not None or frame.block + 1 >= len(page.blocks):
        return None
    span = page.blocks[frame.block + 1].span
    row = range(page.at(span.start), page.at(span.end))
    if not 1 < len(row) <= CITED or page.lows[row[0]] not in DASHES:
        return None
    first = next((at for at in row[:_OPENING] if at in page.mentions), None)
    return None if first is None else Phrase(first, page.mentions[first][1])


def _led_in(page: Page, frame: Frame, number: int) -> Phrase | None:
    """Who says something in the sentence right before: *Roe agreed. “…”*, *She went on to say: “…”*."""
    row = frame.rows[number - 1] if number > 0 else _sentence_above(page, frame)
    if row is None or (number == 0 and page.lows[row[-1]] != ":"):
        return None
    if any(item < 0 for item in row[-_REACH:]):
        return None
    colon = page.lows[row[-1]] == ":"
    by = _last_teller(page, row)
    if by is not None:
        return by if colon or _may_speak(page, by) else None
    return first_subject(page, row, len(row)) if colon else None


def _told_before(page: Page, frame: Frame) -> Phrase | None:
    """Who says something at the end of the paragraph before a quotation that stands alone."""
    row = _sentence_above(page, frame)
    by = None if row is None else _last_teller(page, row)
    return by if by is not None and _may_speak(page, by) else None


def _sentence_above(page: Page, frame: Frame) -> Row | None:
    """The last sentence of the paragraph before."""
    if frame.inside is not None or frame.block == 0:
        return None
    span = page.blocks[frame.block - 1].span
    end = page.at(span.end)
    if end == 0 or page.starts[end - 1] < span.start:
        return None
    return range(*page.sentence(end - 1))


def _last_teller(page: Page, row: Row) -> Phrase | None:
    """The subject of the last verb of speech in a row."""
    for at in range(len(row) - 1, max(-1, len(row) - _REACH), -1):
        if is_cue(page, row, at):
            return subject(page, row, at)
    return None
