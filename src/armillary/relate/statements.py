"""Positions as statements of discourse network analysis: an actor, a matter, and whether it agrees.

Neutral and unclear positions are no statements, nor those that nobody is named for. The author of a document is an
actor of its own.
"""

from collections import Counter
from dataclasses import dataclass

from armillary.findings import Position, Stance
from armillary.matters import Matters, bare
from armillary.network import Count
from armillary.reading import Speaker
from armillary.system import System
from armillary.text import Passage

_AGREES = {Stance.FOR: True, Stance.AGAINST: False}


@dataclass(frozen=True, slots=True)
class Statement:
    """`actor` and `matter` are keys of nodes, `name` and `about` their labels; `of` is the kind of the actor."""

    actor: str
    name: str
    of: str
    matter: str
    about: str
    agrees: bool
    at: Passage


def statements(system: System) -> tuple[list[Statement], tuple[str, ...]]:
    """The statements in the order of the positions, and what was left out, in words."""
    matters = Matters(system)
    left: Counter[str] = Counter()
    said = []
    for position in system.positions:
        if position.stance not in _AGREES:
            left["take no side"] += 1
        elif position.holder is Speaker.UNKNOWN:
            left["have no named holder"] += 1
        else:
            key, name, of = _holder(system, position)
            matter = matters.of(position)
            said.append(
                Statement(key, name, of, matter.key, matter.label, _AGREES[position.stance], position.at)
            )
    notes = tuple(f"left out: {number} positions that {why}" for why, number in sorted(left.items()))
    return said, notes


def _holder(system: System, position: Position) -> tuple[str, str, str]:
    holder = position.holder
    if isinstance(holder, Speaker):
        key = system.documents.id_of(position.at.document)
        return f"author of {key}", f"the author of {position.at.document.name}", "author"
    actor = system.actor_at.get(holder)
    if actor is not None:
        return actor, system.actors[actor].name, system.actors[actor].kind.value
    return bare(holder.words), " ".join(holder.words.split()), "holder"


def counted(said: list[Statement], count: Count) -> list[Statement]:
    """The statements without those that say the same again, as far as such do not count."""
    if count is Count.EACH:
        return said
    kept: dict[tuple[object, ...], Statement] = {}
    for one in said:
        where = id(one.at.document) if count is Count.DOCUMENT else None
        kept.setdefault((one.actor, one.matter, one.agrees, where), one)
    return list(kept.values())
