"""A system as weighted arrows, by a rule that is told in docs/simulation.md and nowhere hidden.

The numbers below were chosen, not measured: a text gives directions, seldom sizes. That is why no result
is shown for one set of weights alone, and why a run speaks of directions only.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from armillary.errors import SettingsError
from armillary.reading import Modality
from armillary.system import Link, System

STRENGTH = {
    Modality.ASSERTED: 1.0,
    Modality.HEDGED: 0.5,
    Modality.CONDITIONAL: 0.5,
    Modality.COUNTERFACTUAL: 0.5,
    Modality.INTENDED: 0.0,  # what somebody wants to bring about is not said to come about
    Modality.NEGATED: 0.0,  # it counts against the link instead
}
"""How much a claim counts for its link."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link as numbers: places of its ends in the table of factors, size, and two probabilities.

    `raising`: that it raises; 1 and 0 where all agree, 1/2 where no claim says. `present`: that it is
    there at all. `size` is in (0, 1).
    """

    cause: int
    effect: int
    size: float
    raising: float
    present: float


def arrows(system: System, claims: Collection[str]) -> tuple[Arrow, ...]:
    """The links that these claims support, in the order of the table."""
    place = {key: number for number, key in enumerate(system.factors.ids)}
    made = (
        _arrow(system, link, place[link.cause], place[link.effect], frozenset(claims))
        for link in system.links
    )
    return tuple(arrow for arrow in made if arrow is not None)


def _arrow(system: System, link: Link, cause: int, effect: int, claims: frozenset[str]) -> Arrow | None:
    """Size s/(1+s) for claims of strength s in all; present as the strongest claim, less what is denied."""

    def strengths(keys: Iterable[str]) -> list[float]:
        return [STRENGTH[system.claims[key].modality] for key in keys if key in claims]

    raises, lowers, unclear = (strengths(keys) for keys in (link.raises, link.lowers, link.unclear))
    denied = sum(key in claims for key in link.denied)
    up, down, total = sum(raises), sum(lowers), sum(raises + lowers + unclear)
    if total == 0:
        return None
    strongest = max(raises + lowers + unclear)
    raising = up / (up + down) if up + down else 0.5
    return Arrow(cause, effect, total / (1 + total), raising, strongest * total / (total + denied))


def claims_of(system: System, holder: str | None = None, without: str | None = None) -> frozenset[str]:
    """The ids of all claims, of one holder's, or of all but one holder's."""
    named = {key: system.holder_name(claim.holder) for key, claim in system.claims.items()}
    only = None if holder is None else _holder(holder, named.values())
    never = None if without is None else _holder(without, named.values())
    return frozenset(
        key for key, name in named.items() if (only is None or name == only) and name != never
    )


def _holder(words: str, names: Collection[str]) -> str:
    """A holder's name as a person types it. `SettingsError` offers the nearest."""
    known = {name.casefold().removeprefix("the "): name for name in sorted(names)}
    asked = " ".join(words.split()).casefold().removeprefix("the ")
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known, n=1)
    hint = (
        f"did you mean {known[near[0]]!r}?"
        if near
        else f"the holders are {', '.join(known.values()) or 'none'}"
    )
    message = f"nobody called {words!r} holds a claim; {hint}"
    raise SettingsError(message)
