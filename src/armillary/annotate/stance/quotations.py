"""Quotations as voices: where they stand, what they are and whose words they are."""

from collections.abc import Sequence

from armillary.annotate.stance.frames import Frame, frames
from armillary.annotate.stance.kinds import kind
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.people import People, is_author
from armillary.annotate.stance.phrases import Phrase, holder_words
from armillary.annotate.stance.speakers import Said, speakers
from armillary.reading import SPEECH, Holder, Speaker, Voice, VoiceKind


def voices(page: Page, quotes: Sequence[Quoted], named: People) -> tuple[Voice, ...]:
    """One voice for each quotation, in the order of the text."""
    found = frames(page, quotes)
    said = speakers(page, quotes, found)
    kinds = _kinds(page, quotes, found, said)
    holders: dict[int, Holder] = {}
    for frame in found:
        around = Speaker.AUTHOR if frame.inside is None else holders.get(frame.inside, Speaker.UNKNOWN)
        for row in frame.rows:
            for item in row:
                if item < 0 and ~item not in holders:
                    holders[~item] = _holder(page, named, kinds[~item], said[~item], around)
    return tuple(
        Voice(page.reading.document.passage(quote.start, quote.end), kinds[number], holders[number])
        for number, quote in enumerate(quotes)
        if number in holders
    )


def _kinds(
    page: Page, quotes: Sequence[Quoted], found: Sequence[Frame], said: dict[int, Said]
) -> dict[int, VoiceKind]:
    kinds: dict[int, VoiceKind] = {}
    for frame in found:
        for row in frame.rows:
            for at, item in enumerate(row):
                if item < 0:
                    kinds.setdefault(~item, kind(page, quotes, row, at, said[~item]))
    return kinds


def _holder(page: Page, named: People, what: VoiceKind, said: Said, around: Holder) -> Holder:
    """Who holds a quotation. What is no speech is held by the one whose text it stands in."""
    if what not in SPEECH:
        return around
    if said.phrase is None:
        return Speaker.UNKNOWN
    return holder(page, named, said.phrase, around)


def holder(page: Page, named: People, phrase: Phrase, around: Holder) -> Holder:
    """The passage that names the speaker best; the one around for *I* and *we*."""
    if is_author(page, phrase):
        return around
    phrase = named.meant(phrase) or holder_words(page, phrase)
    return page.passage(phrase.first, phrase.last)
