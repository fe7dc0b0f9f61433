"""Q21: quotations against the sources that the reader holds.

“Nobody dared to sign a paper”, and the source has “Nobody dared to sign the papers”  →  Q212
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Need, Rule
from armillary.held import Change, Held, Likeness, QuotationVerdict
from armillary.system import Severity, System

_TOLD = 5  # changes that a message tells one by one


def _other_marks(_: System, held: Held) -> Iterator[Clash]:
    for one in _those(held, Likeness.SAME_WORDS):
        change = one.changes[0]
        message = f"the words are those of {one.found[0].place}, which has “{change.held}” for “{change.quoted}”"
        yield message, one.at, ()


def _changed(_: System, held: Held) -> Iterator[Clash]:
    for one in _those(held, Likeness.CHANGED):
        words = "1 word" if one.changed == 1 else f"{one.changed} words"
        told = "; ".join(_told(change) for change in one.changes[:_TOLD])
        more = f"; and {len(one.changes) - _TOLD} more changes" if len(one.changes) > _TOLD + 1 else ""
        yield f"differs from {one.found[0].place} in {words}: {told}{more}", one.at, ()


def _stitched(_: System, held: Held) -> Iterator[Clash]:
    for one in _those(held, Likeness.STITCHED):
        places = " and ".join(found.place for found in one.found)
        yield f"is put together from {len(one.found)} passages: {places}", one.at, ()


def _alike(_: System, held: Held) -> Iterator[Clash]:
    for one in _those(held, Likeness.ALIKE):
        found = one.found[0]
        words = " ".join(found.at.words.split())
        yield f"is in no source held; the nearest passage is {found.place}: “{words}”", one.at, ()


def _absent(_: System, held: Held) -> Iterator[Clash]:
    for one in _those(held, Likeness.ABSENT):
        yield "is in none of the sources held, nor anything like it", one.at, ()


def _those(held: Held, likeness: Likeness) -> Iterator[QuotationVerdict]:
    """The quotations that stand on one step."""
    return (one for one in held.quotations or () if one.likeness is likeness)


def _told(change: Change) -> str:
    """A change in words."""
    if not change.held:
        return f"“{change.quoted}” is added"
    if not change.quoted:
        return f"“{change.held}” is left out"
    return f"“{change.held}” has become “{change.quoted}”"


OTHER_MARKS = Rule(
    "Q211",
    "a quotation with other punctuation or case than its source",
    Severity.NOTE,
    _other_marks,
    Need.SOURCES,
)
CHANGED = Rule(
    "Q212", "a quotation that differs from its source in words", Severity.WARNING, _changed, Need.SOURCES
)
STITCHED = Rule(
    "Q213", "a quotation put together from several places", Severity.WARNING, _stitched, Need.SOURCES
)
ALIKE = Rule(
    "Q214", "a quotation that is only like a passage of a source", Severity.WARNING, _alike, Need.SOURCES
)
ABSENT = Rule("Q215", "a quotation that no source holds", Severity.NOTE, _absent, Need.SOURCES)
