"""The ledger: every claim that was read or added, with its number and what a person said of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from armillary.anchor import Flat, one_line
from armillary.findings import Argument, Claim, Findings, Sign
from armillary.reading import Modality, Speaker
from armillary.review import Correction, Review, Verdict
from armillary.text import Passage

BY_HAND = "by hand"

GONE = "its words are gone"
TWICE = "its words stand there more than once, in like surroundings"
QUIET = "its words stand there, and no claim is read in them any more"
TWO_SAY = "two entries speak of this claim; keep one"
NO_SIDES = "its cause and effect must stand in its words, once each and apart"


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as it was read, or as it was added, and what a person said of it. `number` is that of its id."""

    number: int
    claim: Claim
    said: Correction | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All claims in the order of the text, and the entries that belong to none, in words."""

    lines: tuple[Line, ...]
    lost: tuple[str, ...]
    flat: Flat = field(repr=False)

    def line(self, number: int) -> Line | None:
        """The claim of a number."""
        return next((line for line in self.lines if line.number == number), None)


def ledger(findings: Findings, review: Review) -> Ledger:
    """The claims of a document beside what was said of them."""
    flat = Flat(findings.document)
    by_sides: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, claim in enumerate(findings.claims):
        by_sides[one_line(claim.cause.core.words), one_line(claim.effect.core.words)].append(at)
    said: dict[int, list[Correction]] = defaultdict(list)
    added: dict[Claim, list[Correction]] = defaultdict(list)
    lost: list[str] = []
    for correction in sorted(set(review.claims), key=_order):
        places = flat.find(correction.at)
        if len(places) != 1:
            lost.append(_told(correction, TWICE if places else GONE))
            continue
        like = by_sides.get((correction.cause, correction.effect), [])
        found = _nearest(findings.claims, like, places[0])
        if len(found) == 1:
            said[found[0]].append(correction)
        elif found:
            lost.append(_told(correction, TWICE))
        elif correction.verdict is Verdict.ADDED:
            made = _made(correction, places[0])
            if made is None:
                lost.append(_told(correction, NO_SIDES))
            else:
                added[made].append(correction)
        else:
            lost.append(_told(correction, QUIET))
    lines = [
        Line(at + 1, claim, _only(said.get(at, []), lost)) for at, claim in enumerate(findings.claims)
    ]
    more = sorted(added.items(), key=lambda item: (item[0].at.start, item[0].at.end, item[1][0].at))
    for number, (claim, entries) in enumerate(more, start=len(lines) + 1):
        only = _only(entries, lost)
        if only is not None:
            _insert(lines, Line(number, claim, only))
    return Ledger(tuple(lines), tuple(lost), flat)


def _order(said: Correction) -> tuple[str, ...]:
    return (said.at.quote, said.at.prefix, said.at.suffix, said.cause, said.effect, repr(said))


def _told(said: Correction, why: str) -> str:
    return f"{said.at.quote!r}: {why}"


def _only(entries: list[Correction], lost: list[str]) -> Correction | None:
    """The one thing that was said. Two are never weighed against each other."""
    if len(entries) > 1:
        lost += [_told(said, TWO_SAY) for said in entries]
    return entries[0] if len(entries) == 1 else None


def _nearest(claims: tuple[Claim, ...], like: Iterable[int], place: Passage) -> list[int]:
    """Which of the claims with the same sides are read in these words: just these, or some that meet them."""
    meeting = [at for at in like if claims[at].at.meets(place)]
    exact = [at for at in meeting if claims[at].at.span == place.span]
    return exact or meeting


def _made(said: Correction, place: Passage) -> Claim | None:
    """The claim that a person added. None where its sides do not stand in its words, once each and apart."""
    flat = Flat(replace(place.document, text=place.words, blocks=(), sections=(), origin=()))
    sides = [flat.all(words) for words in (said.cause, said.effect)]
    if any(len(found) != 1 for found in sides) or sides[0][0].meets(sides[1][0]):
        return None
    cause, effect = (
        place.document.passage(place.start + found.start, place.start + found.end) for (found,) in sides
    )
    return Claim(
        at=place,
        cause=Argument(cause, cause),
        effect=Argument(effect, effect),
        cue=(),
        sign=Sign.UNCLEAR,
        modality=Modality.ASSERTED,
        holder=Speaker.AUTHOR,
        belief=1.0,
        found_by=(BY_HAND,),
    )


def _insert(lines: list[Line], line: Line) -> None:
    at = next(
        (at for at, other in enumerate(lines) if other.claim.at.start > line.claim.at.start), len(lines)
    )
    lines.insert(at, line)
