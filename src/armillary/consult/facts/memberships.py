"""Memberships: *Finland joined NATO in 2023*, *the accession of Estonia*, *Sweden left the league in 1939*."""

import re
from collections.abc import Iterator

from armillary.consult.facts.context import Context, overlap, silent
from armillary.days import Days, days_of, iso_days
from armillary.findings import Event
from armillary.held import Answer, FactVerdict
from armillary.holdings import Fact, FactKind
from armillary.reading import Modality
from armillary.text import Passage

_JOINING = re.compile(
    r"join(?:s|ed|ing)?|acced(?:e|es|ed|ing)|accession|entry|entered|admitted|admission|ratified|signed",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"lea(?:ve|ves|ving)|left|withdr[ae]w(?:n|s|al)?|exit(?:s|ed)?|quit", re.IGNORECASE
)
_BECAME = re.compile(r"becam?e|becomes|made", re.IGNORECASE)
_MEMBER = re.compile(r"\b(?:members?|membership)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bmembers?\s{1,3}of\b[^.;]{0,60}\bsince\b", re.IGNORECASE)
_REAL = frozenset({Modality.ASSERTED, Modality.HEDGED})


def memberships(context: Context) -> Iterator[FactVerdict]:
    """A verdict for each member and body of each dated event of joining or leaving."""
    rows: dict[tuple[str, str], list[Fact]] = {}
    for fact in context.rows(FactKind.MEMBERSHIP):
        rows.setdefault((context.known(fact.subject), context.known(fact.object)), []).append(fact)
    for event in context.system.events:
        leaving = _leaving(event)
        days = None if event.time is None else days_of(event.time)
        if leaving is None or days is None or event.modality not in _REAL:
            continue
        named = {name: at for at, name in reversed(context.named(event.at))}
        for (member, body), own in rows.items():
            if member in named and body in named and _stands_as_member(event, named[member]):
                yield _verdict(event, named[member], named[body], days, own, leaving=leaving)


def _leaving(event: Event) -> bool | None:
    """Whether an event is one of leaving; None for what is neither that nor joining."""
    words = event.at.words
    if event.what is None:
        return False if _SINCE.search(words) else None
    if _JOINING.fullmatch(event.what.words):
        return False
    if _BECAME.fullmatch(event.what.words) and _MEMBER.search(words):
        return False
    return True if _LEAVING.fullmatch(event.what.words) else None


def _stands_as_member(event: Event, member: Passage) -> bool:
    """Whether a name stands where the one who joins stands: in the subject, where the grammar tells it."""
    return event.who is None or event.who.start <= member.start < event.who.end


def _verdict(  # noqa: PLR0913  what a statement of membership says
    event: Event, member: Passage, body: Passage, days: Days, rows: list[Fact], *, leaving: bool
) -> FactVerdict:
    said = event.time.at.words if event.time else ""
    told = f"{member.words} {'left' if leaving else 'joined'} {body.words}, {said}"
    right, wrong = list[Fact](), list[Fact]()
    for fact in rows:
        own = iso_days((fact.end if leaving else fact.start) or "")
        if own is not None and not (silent(fact, days) and not overlap(own, days)):
            (right if overlap(own, days) else wrong).append(fact)
    if not right and not wrong:
        because = "no row says when this was"
        return FactVerdict(event.at, FactKind.MEMBERSHIP, told, Answer.NOT_COVERED, because)
    answer = Answer.AGREES if not wrong else Answer.DISPUTED if right else Answer.DIFFERS
    deciding = right + wrong
    because = "; ".join(f"it was {fact.end if leaving else fact.start}" for fact in deciding)
    return FactVerdict(event.at, FactKind.MEMBERSHIP, told, answer, because, tuple(deciding))
