"""A document as the corpus keeps it: flat rows for questions, and its whole model for everything else."""

import zlib
from dataclasses import dataclass

from armillary import wire
from armillary.findings import Claim
from armillary.likeness import signature
from armillary.rows import Cell
from armillary.system import System

Rows = tuple[tuple[Cell, ...], ...]
LEVEL = 6
"""How hard the model is squeezed. Chosen, not measured."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What one document gives. `rows` has a table for each name of `shape.ROWS`; `model` is packed JSON.

    `signature` tells whether another document is nearly this one; None where the text is too short.
    """

    name: str
    title: str
    sha256: str
    dated: str | None
    characters: int
    rows: dict[str, Rows]
    model: bytes
    signature: bytes | None = None


def leaf_of(system: System) -> Leaf:
    """The leaf of a system of one document."""
    (document,) = system.documents
    signed = signature(document.text)
    return Leaf(
        name=document.name,
        title=document.title,
        sha256=document.sha256,
        dated=document.dated,
        characters=len(document.text),
        rows={"claims": _claims(system), "events": _events(system), "positions": _positions(system)},
        model=zlib.compress(wire.dump(system), LEVEL),
        signature=None if signed is None else signed.astype("<u4").tobytes(),
    )


def unpacked(model: bytes) -> System:
    """The system of a packed model."""
    return wire.parse(zlib.decompress(model), "a model of the corpus")


def _claims(system: System) -> Rows:
    return tuple(_claim(system, key, claim) for key, claim in system.claims.items())


def _claim(system: System, key: str, claim: Claim) -> tuple[Cell, ...]:
    cause, effect = (
        system.factors[system.factor_at[side.core]].label for side in (claim.cause, claim.effect)
    )
    return (
        key,
        cause,
        effect,
        claim.sign.value,
        claim.modality.value,
        system.holder_name(claim.holder),
        claim.belief,
        claim.at.words,
        claim.at.start,
        claim.at.end,
    )


def _events(system: System) -> Rows:
    return tuple(
        (
            key,
            event.time.value if event.time else None,
            event.what.words if event.what else None,
            event.who.words if event.who else None,
            event.whom.words if event.whom else None,
            event.modality.value,
            system.holder_name(event.holder),
            event.at.words,
            event.at.start,
            event.at.end,
        )
        for key, event in system.events.items()
    )


def _positions(system: System) -> Rows:
    return tuple(
        (
            key,
            system.holder_name(position.holder),
            position.on.words,
            position.stance.value,
            position.at.words,
            position.at.start,
            position.at.end,
        )
        for key, position in system.positions.items()
    )
