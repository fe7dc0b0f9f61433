"""One claim as a person corrected it."""

from dataclasses import replace

from armillary.anchor import Flat
from armillary.correct.ledger import BY_HAND
from armillary.findings import Claim
from armillary.reading import Holder, Speaker
from armillary.review import Correction
from armillary.text import Passage

_SPEAKERS = {speaker.value: speaker for speaker in Speaker}


def changed(claim: Claim, said: Correction, flat: Flat) -> tuple[Claim, str]:
    """The corrected claim, and why it could not be corrected wholly, "" where it could.

    A claim that a person has looked at is read right: its belief is 1.
    """
    holder = claim.holder if said.holder is None else holder_of(said.holder, claim.at, flat)
    if holder is None:
        return claim, f"the words of its holder, {said.holder!r}, are gone"
    cause, effect = (claim.effect, claim.cause) if said.turned else (claim.cause, claim.effect)
    by = claim.found_by if BY_HAND in claim.found_by else (*claim.found_by, BY_HAND)
    found = replace(
        claim,
        cause=cause,
        effect=effect,
        sign=said.sign or claim.sign,
        modality=said.modality or claim.modality,
        holder=holder,
        belief=1.0,
        found_by=by,
    )
    return found, ""


def holder_of(words: str, at: Passage, flat: Flat) -> Holder | None:
    """The holder of these words: the place of them that is nearest to the claim. None where they are gone."""
    if words in _SPEAKERS:
        return _SPEAKERS[words]
    return min(flat.all(words), key=lambda place: abs(place.start - at.start), default=None)
