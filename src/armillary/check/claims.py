"""C5: claims against each other.

"Rain raises yields." and "Rain lowers yields.", both the author's  →  C501
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.findings import Claim
from armillary.reading import Modality
from armillary.system import Severity, System

_PLAIN = frozenset({Modality.ASSERTED, Modality.HEDGED})


def _both_signs(system: System) -> Iterator[Clash]:
    for link in system.links:
        if not (link.raises and link.lowers):
            continue
        raising = _by_holder(system, link.raises)
        lowering = _by_holder(system, link.lowers)
        cause, effect = system.factors[link.cause].label, system.factors[link.effect].label
        for holder in (name for name in raising if name in lowering):
            for_, against = raising[holder], lowering[holder]
            message = f"{holder} says that “{cause}” raises “{effect}”, and that it lowers it"
            yield message, for_[0].at, tuple(claim.at for claim in (*for_[1:], *against))


def _by_holder(system: System, ids: tuple[str, ...]) -> dict[str, list[Claim]]:
    """The plain claims of these ids by the name of their holder; those of nobody are left out."""
    heaps: dict[str, list[Claim]] = {}
    for claim in (system.claims[key] for key in ids):
        name = system.holder_name(claim.holder)
        if claim.modality in _PLAIN and name != "unnamed":
            heaps.setdefault(name, []).append(claim)
    return heaps


BOTH_SIGNS = Rule("C501", "one holder gives a link both signs", Severity.WARNING, _both_signs)
