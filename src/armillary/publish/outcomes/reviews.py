"""Verdicts on statements beside facts, as ClaimReview of schema.org (https://schema.org/ClaimReview).

A review says how a statement stands to the rows that the reader brought, and names them with their sources. It gives
no number: which side is right is not for us to say.
"""

import json
from collections.abc import Sequence

from armillary.held import FactVerdict
from armillary.holdings import Fact
from armillary.outcome import Outcome

Json = dict[str, object]


def as_reviews(outcomes: Sequence[Outcome]) -> bytes:
    """A JSON-LD graph with a review for each statement of a kind that facts speak of, in order."""
    graph = [
        _review(outcome.file, verdict) for outcome in outcomes for verdict in outcome.held.facts or ()
    ]
    written = {"@context": "https://schema.org", "@graph": graph}
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def _review(file: str, verdict: FactVerdict) -> Json:
    document = verdict.at.document
    line, column = document.position(verdict.at.start)
    return {
        "@type": "ClaimReview",
        "claimReviewed": verdict.told,
        "itemReviewed": {
            "@type": "Claim",
            "text": verdict.at.words,
            "appearance": {
                "@type": "CreativeWork",
                "name": document.title,
                "url": file,
                "position": f"{line}:{column}",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": verdict.answer.value,
            "ratingExplanation": verdict.because,
        },
        "reviewAspect": verdict.kind.value,
        "author": {"@type": "Organization", "name": "Armillary"},
        "citation": [_citation(fact) for fact in verdict.facts],
    }


def _citation(fact: Fact) -> Json:
    said = (
        fact.subject,
        fact.relation,
        fact.object,
        None if fact.value is None else f"{fact.value:.12g}",
        fact.unit,
    )
    cited: Json = {
        "@type": "CreativeWork",
        "name": fact.row,
        "text": ", ".join(part for part in (*said, fact.start, fact.end) if part),
    }
    return cited | ({"publisher": fact.source} if fact.source else {})
