"""Who is for or against what: a holder, words of taking sides, and a matter.

    Austria rejected the offer.                 Austria against *the offer*
    We support a public inquiry.                the author, or whose words these are, for *a public inquiry*
    The plan was condemned by the unions.       the unions against *The plan*
    Brazil's opposition to the sanctions        Brazil against *the sanctions*
    Mara Fenn called the raid a crime.          Mara Fenn against *the raid*

Only names, pronouns and nouns of those who can take sides hold a position: columns do not support roofs.
"""

from collections.abc import Iterator
from itertools import chain

from armillary.extract.voices.positions import nouns, verbs
from armillary.findings import Position
from armillary.reading import Reading


def positions(reading: Reading) -> Iterator[Position]:
    """All positions, in the order of the text, none inside another."""
    done = -1
    found = chain.from_iterable(
        (*verbs.find(reading, sentence), *nouns.find(reading, sentence))
        for sentence in reading.sentences
    )
    for position in sorted(found, key=lambda one: (one.at.start, -one.at.end, one.on.start)):
        if position.on.start >= done:
            done = position.on.end
            yield position
