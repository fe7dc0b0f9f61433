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


def rule_named(rules: tuple[Rule, ...], code: str) -> Rule:
    """The check of a code, in any case. Errors: `SettingsError` where there is none, with the nearest."""
    for rule in rules:
        if rule.code == code.upper():
            return rule
    raise _unknown([rule.code for rule in rules], code)


def _begun(codes: list[str], beginnings: Iterable[str]) -> frozenset[str]:
    """The codes that start so."""
    found: set[str] = set()
    for beginning in beginnings:
        fitting = [code for code in codes if beginning and code.startswith(beginning.upper())]
        if not fitting:
            raise _unknown(codes, beginning)
        found.update(fitting)
    return frozenset(found)


def _unknown(codes: list[str], asked: str) -> SettingsError:
    near = get_close_matches(asked.upper(), codes, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the codes are {', '.join(codes)}"
    return SettingsError(f"no check is called {asked!r}; {hint}")
