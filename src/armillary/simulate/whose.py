"""Whose claims count in a run: all, one holder's, or all but one holder's."""

from collections.abc import Collection
from difflib import get_close_matches

from armillary.errors import SettingsError
from armillary.system import System


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
