"""C5: claims against each other.

"Rain raises yields." and "Rain lowers yields.", both the author's  →  C501
"""

from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.findings import Claim
from armillary.held import Held
from armillary.reading import Modality, Speaker
from armillary.system import Severity, System

_Key = tuple[str, str | None]
"""A holder's name, and for an author the digest of the document: each has an author of its own."""

_PLAIN = frozenset({Modality.ASSERTED, Modality.HEDGED})


def _both_signs(system: System, _: Held) -> Iterator[Clash]:
    for link in system.links:
        if not (link.raises and link.lowers):
            continue
        raising = _by_holder(system, link.raises)
        lowering = _by_holder(system, link.lowers)
        cause, effect = system.factors[link.cause].label, system.factors[link.effect].label
        for key in (key for key in raising if key in lowering):
            for_, against = raising[key], lowering[key]
            message = f"{key[0]} says that “{cause}” raises “{effect}”, and that it lowers it"
            yield message, for_[0].at, tuple(claim.at for claim in (*for_[1:], *against))


def _by_holder(system: System, ids: tuple[str, ...]) -> dict[_Key, list[Claim]]:
    """The plain claims of these ids by their holder; those of nobody are left out."""
    heaps: dict[_Key, list[Claim]] = {}
    for claim in (system.claims[key] for key in ids):
        if claim.modality in _PLAIN and claim.holder is not Speaker.UNKNOWN:
            heaps.setdefault(_key(system, claim), []).append(claim)
    return heaps


def _key(system: System, claim: Claim) -> _Key:
    own = claim.at.document.sha256 if claim.holder is Speaker.AUTHOR else None
    return system.holder_name(claim.holder), own


BOTH_SIGNS = Rule("C501", "one holder gives a link both signs", Severity.WARNING, _both_signs)
