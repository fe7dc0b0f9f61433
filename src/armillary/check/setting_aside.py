"""Findings that the reader set aside with a reason, in the review file beside the document.

    essay.txt, essay.txt.review.toml:

    [[aside]]
    code = "T401"
    because = "The date is of the Julian calendar."
    quote = "Monday, 28 July 1914"
    prefix = "drew the same morning. On "
    suffix = ", Austria-Hungary declared war"

An entry holds for the finding that has its words and most of the words around them, wherever it moves. Where
that is none, or more than one, the entry is an orphan: it is told, and never taken for a look-alike.
"""

from collections.abc import Iterable, Sequence

from armillary.anchor import Flat, one_line
from armillary.outcome import Lost, Orphan, Outcome
from armillary.review import Aside
from armillary.system import Problem, System


def entry_for(problem: Problem, because: str) -> Aside:
    """The entry that sets this finding aside."""
    at = Flat(problem.at.document).anchor(problem.at)
    return Aside(problem.code, because, at.quote, at.prefix, at.suffix, _against(problem))


def parted(file: str, system: System, asides: Iterable[Aside]) -> Outcome:
    """The problems of a file without those that were set aside, which stand beside them with the reason."""
    problems = system.problems.rows
    taken: dict[int, Aside] = {}
    orphans: list[Orphan] = []
    asides = tuple(asides)
    flats = {id(document): Flat(document) for document in system.documents} if asides else {}
    for aside in asides:
        found = _belonging(problems, flats, aside)
        if isinstance(found, Lost):
            stands = found is Lost.WORDS and any(flat.find(aside.at) for flat in flats.values())
            orphans.append(Orphan(aside, Lost.QUIET if stands else found))
        else:
            taken[found] = aside
    left = tuple(problem for place, problem in enumerate(problems) if place not in taken)
    asides_taken = tuple((problems[place], taken[place]) for place in sorted(taken))
    return Outcome(file, system, left, asides_taken, tuple(orphans))


def _belonging(problems: Sequence[Problem], flats: dict[int, Flat], aside: Aside) -> int | Lost:
    """The place of the one problem that an entry speaks of, or why there is none."""
    fits = [
        (flats[id(problem.at.document)].fits(aside.at, problem.at), place)
        for place, problem in enumerate(problems)
        if problem.code == aside.code
    ]
    best = max((fit for fit, _ in fits), default=0.0)
    if not best:
        return Lost.WORDS
    fitting = [
        place for fit, place in fits if fit == best and _against(problems[place]) == aside.against
    ]
    if not fitting:
        return Lost.OTHERS
    return fitting[0] if len(fitting) == 1 else Lost.TWICE


def _against(problem: Problem) -> tuple[str, ...]:
    return tuple(one_line(passage.words) for passage in problem.see)
