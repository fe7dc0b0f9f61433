"""Names that every reader of XMILE takes in an equation without quotation marks.

Letters, digits and single blanks; case and blanks do not tell two names apart. The label itself stands in the
documentation of each variable, with the id that leads back to it.
"""

from armillary.publish.arrows import names
from armillary.system import System

LONGEST = 60
_WORDS = frozenset(
    "abs and arccos arcsin arctan cos delay delay1 delay3 dt else end exp exponential external forcst graph if inf "
    "init int ln log10 lognormal max mean min mod nan normal not npv or pi poisson previous pulse ramp random "
    "rank rootn round self sign sin size smooth smth1 smth3 sqrt start starttime step stddev stop stoptime sum "
    "tan then time trend uniform".split()
)
"""What the standard or an engine reads as its own."""


def identifiers(system: System) -> dict[str, str]:
    """A name for each factor, by its id."""
    taken: set[str] = set()
    return {key: _free(plain(label), key, taken) for key, label in names(system).items()}


def plain(label: str) -> str:
    """A label with everything but letters and digits as blanks, cut at a word.

    >>> plain("NATO's eastward expansion (1999)")
    'NATO s eastward expansion 1999'
    """
    words = "".join(mark if mark.isalnum() else " " for mark in label).split()
    kept: list[str] = []
    for word in words:
        if kept and len(" ".join([*kept, word])) > LONGEST:
            break
        kept.append(word)
    name = " ".join(kept)[:LONGEST] or "factor"
    return name if name[0].isalpha() and name.casefold() not in _WORDS else f"factor {name}"


def _free(name: str, key: str, taken: set[str]) -> str:
    """The name, with the id after it where another has it."""
    free = name if name.casefold() not in taken else f"{name} {key}"
    taken.add(free.casefold())
    return free
