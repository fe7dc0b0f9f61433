"""Factors: one factor, many wordings; and what must stay apart.

    "NATO's eastward expansion … the Alliance expanded … the expansion"  →  one factor, three wordings

Head and modifiers decide first: two wordings are one where their words are, whatever their order and
forms, with actors for their names and words of change put into the sign. Then the document decides: what it
says is one, and short forms of what it names in full. What no rule ties stays apart: *Russian imports* and
*Ukrainian imports*, *war* and *peace*. Every merge has its reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from armillary.assemble.factors import ties
from armillary.assemble.factors.label import label, named
from armillary.assemble.factors.naming import LONGEST, Gatherer, Naming
from armillary.assemble.factors.ties import RULES, Tie
from armillary.assemble.union import Union
from armillary.findings import Claim, Corrections, Findings, Sign
from armillary.system import Actor, Because, Factor, Merge
from armillary.text import Passage


@dataclass(frozen=True, slots=True)
class Merged:
    """The factors, and the claims with their signs turned where a wording goes against its factor's label."""

    factors: tuple[Factor, ...]
    claims: tuple[Claim, ...]


def merge(
    claims: Sequence[Claim],
    findings: Sequence[Findings],
    actors: Iterable[Actor],
    corrections: Corrections | None = None,
) -> Merged:
    """The factors of these claims, in the order in which the text first names them."""
    corrections = corrections or Corrections()
    gatherer = Gatherer(findings, actors)
    namings = gatherer.gather(claims)
    union = Union(len(namings))
    ties.apart(namings, corrections.apart, union)
    reasons = _unite(namings, union, corrections)
    groups: dict[int, list[int]] = {}
    for at in range(len(namings)):
        groups.setdefault(union.root(at), []).append(at)
    factors = []
    against: set[int] = set()
    for group in groups.values():
        head = named([namings[at] for at in group])
        against |= {id(namings[at]) for at in group if namings[at].turned != head.turned}
        factors.append(
            _factor([namings[at] for at in group], head, [reasons[at] for at in group if at in reasons])
        )
    turned = {place for place, naming in gatherer.of.items() if id(naming) in against}
    return Merged(tuple(factors), tuple(_signed(claim, turned) for claim in claims))


def left_out(factors: Iterable[Factor]) -> tuple[str, ...]:
    """A note on wordings that were too long to be compared word by word; none where there are none."""
    many = sum(len(place.words) > LONGEST for factor in factors for place in factor.aliases)
    if not many:
        return ()
    return (
        f"factors of more than {LONGEST} characters are one only where their words are equal: {many} in all",
    )


def _unite(namings: list[Naming], union: Union, corrections: Corrections) -> dict[int, Merge]:
    """Let every rule tie its wordings. Gives the reason of each wording that has one of its own."""
    reasons: dict[int, Merge] = {}
    by_hand = ties.by_hand(namings, corrections.one)
    for found in (by_hand, *(rule(namings, union) for rule in RULES)):
        for tie in found:
            if union.root(tie.alias) != union.root(tie.name) and union.join(tie.alias, tie.name):
                _tied(tie, namings, reasons)
    return reasons


def _tied(tie: Tie, namings: list[Naming], reasons: dict[int, Merge]) -> None:
    alias, name = namings[tie.alias], namings[tie.name]
    if tie.because in {Because.SHORT_FORM, Because.CHANGE, Because.POINTER}:
        alias.short = True
    if tie.turned is not None:
        alias.turned = tie.turned
    if tie.because is not None:
        reasons[tie.alias] = Merge(alias.first, name.first, tie.because)


def _factor(group: list[Naming], head: Naming, told: list[Merge]) -> Factor:
    places = dict.fromkeys(place for naming in group for place in naming.places)
    explained = {row.at for row in told}
    rows = list(told)
    leaders: dict[object, Naming] = {}
    for naming in (head, *group):
        like = leaders.setdefault(naming.wording.key, naming)
        because = None if naming.first in explained else _because(naming, like)
        if because is not None:
            rows.append(Merge(naming.first, like.first, because))
            explained.add(naming.first)
    rows.sort(key=lambda row: (row.at.document.name, row.at.start, row.at.end))
    return Factor(label(head.first.words), tuple(places), tuple(rows))


def _because(naming: Naming, like: Naming) -> Because | None:
    """Why two wordings of equal keys are one; None where they are the same words, but for an article."""
    if naming.words == like.words:
        return None
    differ = naming.wording.forms ^ like.wording.forms
    told = (
        (naming.turned != like.turned, Because.CHANGE),
        (naming.points != like.points, Because.PRONOUN),
        (naming.spelled != like.spelled, Because.ACRONYM),
        (any(stem.startswith("@") for stem, _ in differ), Because.ACTOR),
        (bool(differ), Because.FORM),
        (_bare(naming) != _bare(like), Because.ORDER),
    )
    return next((because for holds, because in told if holds), None)


def _bare(naming: Naming) -> str:
    first, _, rest = naming.words.partition(" ")
    return rest if first in {"the", "a", "an"} else naming.words


def _signed(claim: Claim, turned: set[Passage]) -> Claim:
    """A claim whose sign speaks of the factors as their labels read."""
    if not turned or (claim.cause.core in turned) == (claim.effect.core in turned):
        return claim
    return replace(claim, sign=claim.sign.times(Sign.LOWERS))
