"""Which work a quotation is from: the one named right behind it, else the one that introduces it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from armillary.findings import Work
from armillary.reading import Voice, VoiceKind

_NEAR = 80
"""Characters behind a quotation within which its work must be named."""
_BEFORE = 400
"""Characters before a block quotation within which a work may introduce it."""
_BETWEEN = re.compile(r"[^\n]*+\n\s*+[>“\"‘«„]?\s*+")


def cited_by(voice: Voice, works: Sequence[Work]) -> Work | None:
    """The work that a quotation is taken from. `works` are in the order of the text."""
    if voice.kind in {VoiceKind.SCARE, VoiceKind.TERM, VoiceKind.TITLE}:
        return None
    text = voice.at.document.text
    behind = bisect_left(works, voice.at.end, key=lambda work: work.at.start)
    if behind < len(works):
        start = works[behind].at.start
        if start - voice.at.end <= _NEAR and "\n\n" not in text[voice.at.end : start]:
            return works[behind]
    ahead = bisect_left(works, voice.at.start, key=lambda work: work.at.start) - 1
    if voice.kind is VoiceKind.BLOCK and ahead >= 0 and works[ahead].at.end <= voice.at.start:
        between = text[works[ahead].at.end : voice.at.start]
        if len(between) <= _BEFORE and _BETWEEN.fullmatch(between):
            return works[ahead]
    return None
