"""Compare: parts of one system side by side. What two texts say of one thing, in the words of each."""

from collections.abc import Sequence

from armillary.compare import aligned, dates, distance, links, positions, reuse
from armillary.compare.whose import Whose
from armillary.comparison import Comparison, Part
from armillary.system import System


def compare(system: System, parts: Sequence[Part], least_words: int = reuse.LEAST_WORDS) -> Comparison:
    """The parts of a system that holds the documents of all. A document may stand in two parts.

    `least_words`: words that two documents share are told from so many in a row on.
    """
    whose = Whose(system, parts)
    across = links.across(system, whose)
    return Comparison(
        system=system,
        parts=tuple(parts),
        factors=aligned.factors(system, whose),
        actors=aligned.actors(system, whose),
        links=across,
        positions=positions.opposed(system, whose),
        dates=dates.differing(system, whose),
        reuse=reuse.between(system, whose, least_words),
        distances=distance.between(across, whose),
    )
