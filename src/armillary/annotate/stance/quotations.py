"""Quotations as voices: where they stand, what they are and whose words they are."""

from collections.abc import Sequence

from armillary.annotate.stance.blocks import Quoting, blocks
from armillary.annotate.stance.frames import Frame, frames
from armillary.annotate.stance.kinds import kind
from armillary.annotate.stance.marks import Quoted
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.people import People, is_author
from armillary.annotate.stance.phrases import Phrase, holder_words
from armillary.annotate.stance.said import By, Said
from armillary.annotate.stance.speakers import speakers
from armillary.reading import SPEECH, Holder, Speaker, Voice, VoiceKind


def voices(page: Page, quotes: Sequence[Quoted], named: People) -> tuple[Voice, ...]:
    """One voice for each quotation between marks or set apart, in no order."""
    found = frames(page, quotes)
    said = speakers(page, quotes, found)
    apart = {quoting.start: quoting for quoting in blocks(page, quotes)}
    kinds = _kinds(page, quotes, found, said)
    holders: dict[int, Holder] = {}
    for frame in found:
        around = _around(page, named, frame, holders, apart)
        for row in frame.rows:
            for item in row:
                if item < 0 and ~item not in holders:
                    holders[~item] = _holder(page, named, kinds[~item], said[~item], around)
    passage = page.reading.document.passage
    marked = [
        Voice(passage(quote.start, quote.end), kinds[number], holders[number])
        for number, quote in enumerate(quotes)
        if number in holders and quote.start not in apart
    ]
    starts = {quote.start: number for number, quote in enumerate(quotes) if number in holders}
    cited = {
        start: holders[number] for start, number in starts.items() if said[number].by is By.CITATION
    }
    return (*marked, *(_set_apart(page, named, one, cited.get(one.start)) for one in apart.values()))


def _around(
    page: Page, named: People, frame: Frame, holders: dict[int, Holder], apart: dict[int, Quoting]
) -> Holder:
    """Whose text a frame is: the author's, or that of the one who is quoted."""
    if frame.inside is not None:
        return holders.get(frame.inside, Speaker.UNKNOWN)
    quoting = apart.get(page.blocks[frame.block].span.start)
    return Speaker.AUTHOR if quoting is None else _by(page, named, quoting)


def _by(page: Page, named: People, quoting: Quoting) -> Holder:
    if quoting.ours:
        return Speaker.AUTHOR
    if quoting.by is None:
        return Speaker.UNKNOWN
    return holder(page, named, quoting.by, Speaker.AUTHOR)


def _set_apart(page: Page, named: People, quoting: Quoting, cited: Holder | None) -> Voice:
    """A block quotation; a name cited after it says who speaks where the introduction does not."""
    by = _by(page, named, quoting)
    if by is Speaker.UNKNOWN and cited is not None:
        by = cited
    return Voice(page.reading.document.passage(quoting.start, quoting.end), VoiceKind.BLOCK, by)


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
