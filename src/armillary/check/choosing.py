"""Which checks are asked for: codes, or the beginnings of codes."""

from collections.abc import Iterable
from difflib import get_close_matches

from armillary.check.rule import Rule
from armillary.errors import SettingsError


def chosen(
    rules: tuple[Rule, ...], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> frozenset[str]:
    """The codes that `select` names (all where it is empty) without those that `ignore` names.

    Each is a code or the beginning of one, in any case: *Q* is every check of quotations.
    Errors: `SettingsError` for one that begins no code, with the nearest.
    """
    codes = [rule.code for rule in rules]
    kept = _begun(codes, select) or frozenset(codes)
    return kept - _begun(codes, ignore)


def _begun(codes: list[str], beginnings: Iterable[str]) -> frozenset[str]:
    """The codes that start so."""
    found: set[str] = set()
    for beginning in beginnings:
        fitting = [code for code in codes if beginning and code.startswith(beginning.upper())]
        if not fitting:
            near = get_close_matches(beginning.upper(), codes, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the codes are {', '.join(codes)}"
            message = f"no check is called {beginning!r}; {hint}"
            raise SettingsError(message)
        found.update(fitting)
    return frozenset(found)
