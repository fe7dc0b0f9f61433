"""What stands behind the figures of the tuned half: each claim, right or wrong; each mark that nobody finds.

The tagger alone is tried at every tenth of how sure it is, with a cue that the rules know and without. So SURE and
SURE_WITHOUT are measured again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from armillary.annotate import annotate
from armillary.extract.causes import witnesses
from armillary.extract.causes.witnesses import TAGGER, Heard
from armillary.findings import Claim
from armillary.read import read
from armillary.reading import Reading
from armillary.settings import Settings
from marks.claims import Paired, pair
from marks.loading import Marked
from marks.measuring import claims_of

TENTHS = tuple(tenth / 10 for tenth in range(9, 0, -1))
_NEVER = 2.0
_WORDS = 60


@dataclass(frozen=True, slots=True)
class _Alone:
    """A claim of the tagger that no rule supports: how sure it was at least, and whether rules know its cue."""

    sure: float
    known: bool
    right: bool


def proposals(documents: Sequence[Marked]) -> str:
    """Every claim with its patterns, and the tagger's own by how sure it is."""
    lines: list[str] = []
    alone: list[_Alone] = []
    for marked in documents:
        reading = _reading(marked)
        paired = pair(claims_of(reading, Heard.BOTH), marked)
        lines.append(f"\n{marked.name}")
        lines += [_line(claim, is_right=mark is not None) for claim, mark in paired.claims]
        alone += _alone(reading, marked)
    return "\n".join([*lines, "", *_by_sureness(alone)])


def missed(documents: Sequence[Marked]) -> str:
    """The marks that have to be found and are not, in the order of the text."""
    lines = []
    for marked in documents:
        paired = pair(claims_of(_reading(marked), Heard.BOTH), marked)
        lines += [f"\n{marked.name}", *(f"  {' '.join(mark.words.split())}" for mark in paired.missed)]
    return "\n".join(lines)


def _reading(marked: Marked) -> Reading:
    settings = Settings()
    return annotate(read(marked.path.with_suffix(".txt"), settings), settings.language_model)


def _line(claim: Claim, *, is_right: bool) -> str:
    cause, effect = (" ".join(side.at.words.split())[:_WORDS] for side in (claim.cause, claim.effect))
    verdict = "right" if is_right else "WRONG"
    return f"  {verdict}  {', '.join(claim.found_by):<28} {cause} -> {effect}"


def _alone(reading: Reading, marked: Marked) -> Iterator[_Alone]:
    """The tagger's own claims, each at the highest tenth at which it is there."""
    seen: set[Claim] = set()
    for tenth in TENTHS:
        with _sure(tenth, _NEVER):
            known = _own(reading, marked)
        with _sure(tenth, tenth):
            every = _own(reading, marked)
        for claim, is_right in every.items():
            if claim not in seen:
                seen.add(claim)
                yield _Alone(tenth, claim in known, is_right)


def _own(reading: Reading, marked: Marked) -> dict[Claim, bool]:
    paired: Paired = pair(claims_of(reading, Heard.BOTH), marked)
    return {claim: mark is not None for claim, mark in paired.claims if claim.found_by == (TAGGER,)}


@contextmanager
def _sure(with_cue: float, without: float) -> Iterator[None]:
    """Hear the tagger alone from these probabilities on."""
    before = witnesses.SURE, witnesses.SURE_WITHOUT
    witnesses.SURE, witnesses.SURE_WITHOUT = with_cue, without
    try:
        yield
    finally:
        witnesses.SURE, witnesses.SURE_WITHOUT = before


def _by_sureness(alone: Sequence[_Alone]) -> list[str]:
    rows = [f"{'the tagger alone, sure from':<30}{'cue known':>12}{'cue unknown':>14}"]
    for tenth in TENTHS:
        cells = [
            [one.right for one in alone if one.sure >= tenth and one.known is known]
            for known in (True, False)
        ]
        told = [f"{sum(cell)} of {len(cell)}" for cell in cells]
        rows.append(f"{tenth:<30}{told[0]:>12}{told[1]:>14}")
    return rows
