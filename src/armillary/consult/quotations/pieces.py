"""The pieces of a quotation: what stands between the marks with which a writer owns up to a cut.

“The bridge … was closed [by the clerk] for a year.”  →  *The bridge*, *was closed*, *for a year.*
"""

import re
from typing import NamedTuple

from armillary.text import Passage
from armillary.wording import Wording, wording

_CUT = re.compile(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\[\]\n]{0,200}\])\s*")


class Piece(NamedTuple):
    """A piece of a quotation: where it stands in the document, and its words; their places count from there."""

    start: int
    text: str
    wording: Wording


def pieces(quotation: Passage) -> list[Piece]:
    """The pieces of a quotation that hold words, in order."""
    text, found, start = quotation.words, [], 0
    for cut in [
        *((match.start(), match.end()) for match in _CUT.finditer(text)),
        (len(text), len(text)),
    ]:
        words = text[start : cut[0]]
        found.append(Piece(quotation.start + start, words, wording(words)))
        start = cut[1]
    return [piece for piece in found if len(piece.wording)]
