"""The name that leads a run which as a whole is none: *Alberta* Transmission Access, *Ann Webb* Manager."""

from collections.abc import Sequence

from armillary.annotate.names.lists import Lists
from armillary.annotate.names.runs import Run
from armillary.reading import ActorKind, Token

_EVENTS = ("event", "body", "place")


def leading(run: Run, tokens: Sequence[Token], lists: Lists) -> tuple[ActorKind, int] | None:
    """The kind of the leading name, and where it ends; None where the run is one name or none."""
    words = run.words
    if any(words[-1] in lists.short[table]["last"] for table in _EVENTS):
        return None
    for count in range(len(words) - 1, 0, -1):
        kind = _listed(words[:count], lists)
        if kind is not None:
            last = tokens[run.first + count - 1]
            return kind, last.start + len(words[count - 1])
    return None


def _listed(words: tuple[str, ...], lists: Lists) -> ActorKind | None:
    name = " ".join(words)
    if name in lists.places or name in lists.cities:
        return ActorKind.PLACE
    if name in lists.short["body"]["known"] or name in lists.short["body"]["acronyms"]:
        return ActorKind.BODY
    given = words[0] in lists.given or words[0].capitalize() in lists.given_us
    if len(words) > 1 and given and words[-1].lower() not in lists.common and words[-1] != ".":
        return ActorKind.PERSON
    return None
