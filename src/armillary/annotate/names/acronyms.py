"""A text's own abbreviations: *Organization of Petrified Forests (OPF)* says what OPF is."""

from collections.abc import Sequence
from itertools import pairwise

from armillary.annotate.names.runs import Run
from armillary.reading import ActorKind

_SMALL = frozenset("of the and for in on & de la du".split())
_LONGEST = 8


def introduced(
    found: Sequence[Run], text: str, kinds: dict[str, ActorKind | None]
) -> dict[str, ActorKind | None]:
    """The kinds, with an acronym and the long name before or after it of one kind."""
    changed = dict(kinds)
    for first, second in pairwise(found):
        if text[first.end : second.start] != " (" or text[second.end : second.end + 1] != ")":
            continue
        short, long = (second, first) if len(second.words) == 1 else (first, second)
        if _stands_for(short.name, long.words):
            kind = kinds[long.name] if kinds[long.name] is ActorKind.PLACE else ActorKind.BODY
            changed[short.name] = changed[long.name] = kind
    return changed


def _stands_for(short: str, long: tuple[str, ...]) -> bool:
    """Whether the letters of an acronym are the initials of a name, small words in or out."""
    letters = short.replace(".", "")
    if not (letters.isupper() and 1 < len(letters) <= _LONGEST):
        return False
    parts = [part for word in long for part in word.split("-") if part and part[0].isalpha()]
    every = "".join(part[0] for part in parts).upper()
    large = "".join(part[0] for part in parts if part.lower() not in _SMALL).upper()
    return letters in {every, large}
