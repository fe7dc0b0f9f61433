"""The verdict on one quotation: which step of the ladder it stands on.

*verbatim*, *same words*, *changed*, *stitched*, *alike*, *absent*: see `Likeness`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from armillary.consult.quotations.alignment import changes
from armillary.consult.quotations.pieces import Piece, pieces
from armillary.consult.quotations.search import Match, locate
from armillary.consult.quotations.stitches import stitches
from armillary.held import Change, Found, Likeness, QuotationVerdict
from armillary.holdings import Library
from armillary.text import Passage
from armillary.wording import GRAM, Numbers

CHANGED = 0.4
"""A quotation with at most this share of its words changed is that passage, changed. `python
bench/quotations.py` measures it: of 600 quotations with up to 20 per cent of edits the farthest has 0.35."""

ALIKE = 0.6
"""With at most this share changed, a passage is like it. The nearest of 600 absent quotations has 0.65."""

GAP = 300
"""An ellipsis may leave out so many words, about a page; beyond, the parts are from different places."""


class _Located(NamedTuple):
    """A piece of a quotation and the words of the library that are nearest to it."""

    piece: Piece
    match: Match

    @property
    def share(self) -> float:
        """The share of its words that differ."""
        return self.match.distance / len(self.piece.wording)


def verdict(quotation: Passage, library: Library, left_out: frozenset[int]) -> QuotationVerdict | None:
    """How a quotation stands to the sources. None for one that is too short to tell: fewer than three words."""
    parts = [piece for piece in pieces(quotation) if len(piece.wording) >= GRAM]
    if not parts:
        return None
    located = _located(parts, library, left_out)
    gap = GAP if len(parts) > 1 else 0
    if len(parts) == 1 and located[0].share > CHANGED / 2:
        sewn = [_Located(*one) for one in stitches(parts[0], library, left_out)]
        located = sewn or located
    share = sum(one.match.distance for one in located) / sum(len(one.piece.wording) for one in located)
    held = [one for one in located if one.share <= ALIKE]
    if share > ALIKE or not held:
        return QuotationVerdict(quotation, Likeness.ABSENT)
    found = tuple(_found(one.match, library) for one in held)
    if share > CHANGED:
        return QuotationVerdict(quotation, Likeness.ALIKE, found)
    lost = tuple(Change("", one.piece.text) for one in located if one not in held)
    changed = tuple(change for one in held for change in _changed(one, library)) + lost
    if not _in_one_place([one.match for one in held], gap, library):
        return QuotationVerdict(quotation, Likeness.STITCHED, found, changed)
    whole = (_found(Match(0, held[0].match.start, held[-1].match.end), library),)
    if changed:
        return QuotationVerdict(quotation, Likeness.CHANGED, whole, changed)
    dress = [_dress(one, place) for one, place in zip(held, found, strict=True)]
    other = tuple(change for change in dress if change is not None)[:1]
    return QuotationVerdict(quotation, Likeness.SAME_WORDS if other else Likeness.VERBATIM, whole, other)


def _located(parts: Sequence[Piece], library: Library, left_out: frozenset[int]) -> list[_Located]:
    """Where each piece stands, if it can be after the one before."""
    located: list[_Located] = []
    for piece in parts:
        after = located[-1].match.end if located else None
        located.append(_Located(piece, locate(piece.wording.numbers, library, left_out, after)))
    return located


def _in_one_place(matches: Sequence[Match], gap: int, library: Library) -> bool:
    """Whether they follow each other in one source, with at most so many words left out between."""
    for one, two in pairwise(matches):
        near = 0 <= two.start - one.end <= gap
        if not near or library.volume_at(one.start) != library.volume_at(two.start):
            return False
    return True


def _found(match: Match, library: Library) -> Found:
    number = library.volume_at(match.start)
    volume = library.volumes[number]
    first, last = match.start - library.firsts[number], match.end - 1 - library.firsts[number]
    passage = volume.document.passage(int(volume.wording.starts[first]), int(volume.wording.ends[last]))
    return Found(passage, volume.place(passage))


def _changed(one: _Located, library: Library) -> Iterator[Change]:
    number = library.volume_at(one.match.start)
    volume, first = library.volumes[number], library.firsts[number]
    quoted = one.piece.wording
    source = library.numbers[one.match.start : one.match.end].tolist()
    for theirs, ours in changes(source, quoted.numbers.tolist()):
        held = _words(
            volume.document.text,
            volume.wording.starts,
            volume.wording.ends,
            slice(theirs.start + one.match.start - first, theirs.stop + one.match.start - first),
        )
        said = _words(one.piece.text, quoted.starts, quoted.ends, ours)
        if _letters(held) != _letters(said):
            yield Change(held, said)


def _words(text: str, starts: Numbers, ends: Numbers, places: slice) -> str:
    """The words at these places as they are written, on one line; "" for none."""
    if places.start == places.stop:
        return ""
    return " ".join(text[int(starts[places.start]) : int(ends[places.stop - 1])].split())


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)  # fmt: skip
_PRINTED = re.compile(r"\w+|[^\w\s]")
_AROUND = 3  # words told on either side of a mark that differs


def _dress(one: _Located, found: Found) -> Change | None:
    """The first difference in punctuation or case, with some words around it; None where there is none.

    Punctuation at either end is not compared, nor is the case of the first letter.
    """
    quoted = one.piece.text[int(one.piece.wording.starts[0]) : int(one.piece.wording.ends[-1])]
    theirs, ours = _printed(found.at.words), _printed(quoted)
    if theirs == ours or (theirs[1:] == ours[1:] and theirs[0].casefold() == ours[0].casefold()):
        return None
    place = next(
        (
            place
            for place, pair in enumerate(zip(theirs, ours, strict=False))
            if place and pair[0] != pair[1]
        ),
        min(len(theirs), len(ours)),
    )
    cut = slice(max(0, place - _AROUND), place + _AROUND)
    return Change(_excerpt(theirs[cut]), _excerpt(ours[cut]))


def _printed(words: str) -> list[str]:
    """Words and marks, with the forms of a mark that say the same made equal."""
    return _PRINTED.findall(words.translate(_SAME).replace("--", "-"))


def _excerpt(printed: Sequence[str]) -> str:
    """Some words and marks as a line."""
    return re.sub(r" ([,.;:!?'’)\-]) ?", r"\1 ", " ".join(printed)).strip()
