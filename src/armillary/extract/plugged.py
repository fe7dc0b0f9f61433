"""Extractors of others: installed packages that find claims, behind the entry point `armillary.extractors`.

    [project.entry-points."armillary.extractors"]
    mine = "my_package:claims"        # claims(reading) gives an iterable of Claim

A claim can only be made of passages, and a passage only of words that stand at its place; what comes back in any
other shape, or from another document, is refused and counted. A claim that is there already is supported.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from armillary.errors import WordsError
from armillary.findings import Claim, Findings
from armillary.reading import Reading
from armillary.text import Passage

GROUP = "armillary.extractors"
Plugged = Callable[[Reading], Iterable[object]]


@cache
def installed() -> tuple[tuple[str, Plugged], ...]:
    """The extractors that are installed, by name."""
    return tuple(sorted((point.name, point.load()) for point in entry_points(group=GROUP)))


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with what the installed extractors add, and a note for each that had something refused."""
    claims, notes = list(findings.claims), list(findings.notes)
    for name, finder in installed():
        refused = 0
        for found in _one_by_one(finder, reading):
            if isinstance(found, Claim) and _is_of(found, reading):
                _take(claims, found, f"plugged:{name}")
            else:
                refused += 1
        if refused:
            notes.append(
                f"{refused} claims of the extractor {name!r} were refused: they have no exact words here"
            )
    claims.sort(key=lambda claim: (claim.at.start, claim.at.end))
    return replace(findings, claims=tuple(claims), notes=tuple(notes)) if installed() else findings


def _one_by_one(finder: Plugged, reading: Reading) -> Iterator[object]:
    """What an extractor gives. Words that do not stand where it says end its list, and count as refused."""
    try:
        yield from finder(reading)
    except WordsError:
        yield None


def _is_of(claim: Claim, reading: Reading) -> bool:
    """Whether all its passages are of this document."""
    places: list[object] = [claim.at, *claim.cue]
    for side in (claim.cause, claim.effect):
        places += [side.at, side.core, side.stands_for or side.at]
    places += [claim.holder] if isinstance(claim.holder, Passage) else []
    return all(isinstance(at, Passage) and at.document == reading.document for at in places)


def _take(claims: list[Claim], found: Claim, witness: str) -> None:
    """Add a claim, or its witness to the one that has the same sides."""
    for at, claim in enumerate(claims):
        if claim.cause.core == found.cause.core and claim.effect.core == found.effect.core:
            claims[at] = replace(claim, found_by=(*claim.found_by, witness))
            return
    claims.append(replace(found, found_by=(*found.found_by, witness)))
