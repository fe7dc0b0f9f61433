"""Stance: whose words these are, and how they are put forward.

    The mayor said that the bridge “may fall”.
    → voices: [the bridge “may fall”] reported, [may fall] direct, both held by *The mayor*
    → moods:  [the bridge “may fall”] hedged by *may*

Quotation marks are paired first (`marks`); the words around them tell the speaker (`frames`, `phrases`,
`speakers`, `people`) and the kind (`kinds`). Moods are scopes of cues inside their clauses (`moods`).
"""

from dataclasses import replace

from armillary.annotate.stance import quotations, reported
from armillary.annotate.stance.marks import quoted
from armillary.annotate.stance.moods import moods
from armillary.annotate.stance.page import page
from armillary.annotate.stance.people import people
from armillary.reading import Reading


def mark(reading: Reading) -> Reading:
    """The reading with its voices and moods. It needs tokens and sentences; names make it better."""
    laid_out = page(reading)
    quotes = quoted(laid_out.text, [block.span for block in laid_out.blocks])
    outer = [(laid_out.at(one.start), laid_out.at(one.end)) for one in quotes if one.depth == 0]
    named = people(laid_out, outer)
    voices = (*quotations.voices(laid_out, quotes, named), *reported.voices(laid_out, named))
    in_order = sorted(voices, key=lambda voice: (voice.at.start, -voice.at.end))
    return replace(reading, voices=tuple(in_order), moods=moods(laid_out))
