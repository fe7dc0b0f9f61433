"""Who is for or against what: a holder, words of taking sides, and a matter.

    Austria rejected the offer.                 Austria against *the offer*
    We support a public inquiry.                the author, or whose words these are, for *a public inquiry*
    The plan was condemned by the unions.       the unions against *The plan*
    Brazil's opposition to the sanctions        Brazil against *the sanctions*
    Mara Fenn called the raid a crime.          Mara Fenn against *the raid*
    The raid was a crime. We must end it.       the author against *The raid*, for *end it*

Only names, pronouns and nouns of those who can take sides hold a position: columns do not support roofs.
"""

from collections.abc import Iterator
from itertools import chain

from armillary.extract.voices.positions import judging, nouns, verbs
from armillary.findings import Position
from armillary.reading import Reading


def positions(reading: Reading) -> Iterator[Position]:
    """All positions, in the order of the text, none inside another."""
    done = -1
    found = chain.from_iterable(
        (
            *verbs.find(reading, sentence),
            *nouns.find(reading, sentence),
            *judging.find(reading, sentence),
        )
        for sentence in reading.sentences
    )
    last: Position | None = None
    for position in sorted(found, key=lambda one: (one.on.start, one.at.start, -one.at.end)):
        joined = last is not None and (last.on, last.stance) == (position.on, position.stance)
        if position.on.start >= done or joined:
            done = max(done, position.on.end)
            last = position
            yield position
