"""What a shape gives: a draft of a claim, from a cue to the two sides that it joins."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from armillary.extract.causes import clauses, phrases, subjects
from armillary.extract.causes.line import Line
from armillary.extract.causes.rules import Pattern
from armillary.extract.causes.stretch import Stretch
from armillary.findings import Sign
from armillary.reading import Modality


class Elsewhere(Enum):
    """A side that does not stand in the sentence."""

    BEFORE = "the sentence before"


BEFORE = Elsewhere.BEFORE
NEAR = 8
"""Tokens within which the second half of a cue must come: *made … scarce*, *so … that*, *protect … from*."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern at its place."""

    pattern: Pattern
    at: Stretch


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its sides are read: what joins what, by which cue."""

    cause: Stretch | Elsewhere
    effect: Stretch
    cue: Stretch
    sign: Sign
    modality: Modality | None = None  # None: as the words around the cue say
    holder: Stretch | None = None  # None: whoever speaks around the cue


Shape = Callable[[Line, Cue], Iterator[Draft]]


def pairs(line: Line, draft: Draft) -> Iterator[Draft]:
    """A draft for each member of a list of causes and of a list of effects."""
    causes: list[Stretch | Elsewhere] = [draft.cause]
    if isinstance(draft.cause, Stretch):
        more = subjects.further(line, draft.cause) if draft.cause.last < draft.cue.first else None
        more = more or _as_well(line, draft.cause)
        causes = [*phrases.parts(line, draft.cause), *([] if more is None else [more])]
    effects = [*phrases.parts(line, draft.effect)]
    if (also := _but_also(line, draft.effect)) is not None:
        effects.append(also)
    for cause in causes:
        for effect in effects:
            yield replace(draft, cause=cause, effect=effect)


def _as_well(line: Line, side: Stretch) -> Stretch | None:
    """*(by) A as well as B*: B."""
    first = side.last + (line.low(side.last) == ",")
    if line.lows[first : first + 3] != ("as", "well", "as"):
        return None
    found = phrases.phrase(line, first + 3)
    return found if len(found) else None


def _but_also(line: Line, side: Stretch) -> Stretch | None:
    """*(lower) not only A but also B*: B."""
    before = line.lows[max(0, side.first - 2) : side.first + 2]
    first = side.last + (line.low(side.last) == ",")
    if "only" not in before or line.low(first) != "but":
        return None
    found = phrases.phrase(line, first + 1 + (line.low(first + 1) == "also"))
    return found if len(found) else None


def whole(draft: Draft) -> bool:
    """Whether both sides hold something."""
    return len(draft.effect) > 0 and (isinstance(draft.cause, Elsewhere) or len(draft.cause) > 0)


def fronted(line: Line, cue: Cue) -> Draft | None:
    """*CUE CAUSE, EFFECT*: the comma that ends the cause is the first that ends no list."""
    first = _past_aside(line, cue.at.last)
    for at in range(first + 1, len(line) - 1):
        if line.low(at) == "," and not subjects.in_list(line, at):
            effect = clauses.right_clause(line, at + 1)
            draft = Draft(Stretch(first, at), effect, cue.at, cue.pattern.rule.sign)
            return draft if whole(draft) and len(effect) > 1 else None
        if line.low(at) in {";", ":"}:
            return None
    return None


def _past_aside(line: Line, first: int) -> int:
    """Past what stands between commas right behind a cue: *if, on the contrary, rents fall, …*."""
    if first >= len(line) or line.low(first) != ",":
        return first
    closing = next((at for at in range(first + 1, len(line)) if line.low(at) == ","), len(line))
    return min(closing + 1, len(line))
