"""Correct: what a person said of a document is applied to its findings, each thing to the words that it names.

    read:      c12  fewer flats raises rents      (rule:led to)
    said:      [[claim]] quote = "Fewer flats led to higher rents" … sign = "lowers"
    corrected: c12  fewer flats lowers rents      (rule:led to, by hand)

What has lost its words is told of and applied to nothing. The order of a review says nothing, and ids stay: a claim
that is rejected leaves a gap. Judgements teach: see `precision`.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from armillary.correct.claims import changed
from armillary.correct.ledger import BY_HAND, Ledger, Line, ledger
from armillary.correct.precision import learned
from armillary.findings import Claim, Corrected, Corrections, Findings
from armillary.review import Kind, Review, Same, Verdict

__all__ = ["BY_HAND", "Ledger", "Line", "correct", "ledger"]


def correct(findings: Findings, review: Review) -> Findings:
    """The findings as a person corrected them. Findings that were corrected before stay as they are."""
    if findings.corrected is not None:
        return findings
    kept = ledger(findings, review)
    lost = list(kept.lost)
    numbers: list[int] = []
    claims: list[Claim] = []
    of_rule = learned(kept.lines)
    applied = 0
    for line in kept.lines:
        claim: Claim | None = line.claim
        if line.said is None:
            claim = replace(line.claim, belief=of_rule(line.claim))
        else:
            claim, why = changed(line.claim, line.said, kept.flat)
            applied += not why
            lost += [f"{line.said.at.quote!r}: {why}"] if why else []
            if line.said.verdict is Verdict.REJECTED:
                continue
        numbers.append(line.number)
        claims.append(claim)
    text = kept.flat.text.casefold()
    names = []
    for said in sorted(set(review.names), key=lambda said: (said.kind, said.apart, said.words)):
        gone = [words for words in said.words if " ".join(words.casefold().split()) not in text]
        names += [] if gone else [said]
        lost += [f"{', '.join(said.words)}: the words {gone[0]!r} are gone"] if gone else []
    done = Corrected(
        applied + len(names),
        tuple(sorted(lost)),
        tuple(numbers),
        _pairs(names, Kind.FACTORS),
        _pairs(names, Kind.ACTORS),
    )
    return replace(findings, claims=tuple(claims), corrected=done)


def _pairs(names: Iterable[Same], kind: Kind) -> Corrections:
    """What is said of the wordings of one kind, as pairs."""
    mine = [said for said in names if said.kind is kind]
    one = [(said.words[0], other) for said in mine if not said.apart for other in said.words[1:]]
    apart = [pair for said in mine if said.apart for pair in combinations(said.words, 2)]
    return Corrections(tuple(one), tuple(apart))
