"""Numbers in digits: *1,234.5*, *1 234*, *.5*, *2½*, *3/4*, *6.2×10⁻⁴*.

A numeral that is glued to letters or chained with others by marks (*F-16*, *555-0199*, *2.0.1*, *10:30*)
is a label, a clock time or an address, not an amount.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits that make an amount. `start` takes a sign with it."""

    start: int
    end: int
    value: float
    whole: bool


LONGEST = 40
"""Characters. A longer run of digits is data, not an amount that somebody states."""

_RUN = re.compile(
    r"[0-9]++(?:[.,'’·][0-9]++)*+(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]|[,:/-][0-9]))*+(?:\.[0-9]++)?"
)
_DECIMAL = r"(?:[.·][0-9]+)?"
_SHAPES = tuple(
    (re.compile(pattern), drop)
    for pattern, drop in (
        (rf"(?:0|[1-9][0-9]*){_DECIMAL}", ""),
        (rf"[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+{_DECIMAL}", ","),
        (rf"[1-9][0-9]?(?:,[0-9]{{2}})+,[0-9]{{3}}{_DECIMAL}", ","),
        (rf"[1-9][0-9]{{0,2}}(?:['’][0-9]{{3}})+{_DECIMAL}", "'’"),
        (rf"[1-9][0-9]{{0,2}}(?:[ \u00a0\u2009\u202f][0-9]{{3}})+{_DECIMAL}", " \u00a0\u2009\u202f"),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}", "."),
    )
)
_CHAIN = re.compile(
    r"(?:[:/.\\][0-9]|[-‐‑–][0-9]{1,8}[-‐‑–/][0-9])[0-9:/.,\\‐‑–-]*+"  # 10:30, 1/2/03, 555-01-99, 1.2.3
)
_POWER = re.compile(
    r"[ \u00a0]?[×x*·][ \u00a0]?10(?:\^?[({]?([-−+]?[0-9]{1,3})[)}]?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![0-9A-Za-z])|[eE]([-−+]?[0-9]{1,3})(?![0-9A-Za-z])"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_SLASHED = re.compile(
    r"(?P<whole>[ \u00a0-])?(?P<over>[1-9][0-9]{0,2})[/⁄](?P<under>[1-9][0-9]{0,2})(?![0-9/])"
)
_VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (1/2, 1/3, 2/3, 1/4, 3/4, 1/5, 2/5, 3/5, 4/5, 1/6, 5/6, 1/8, 3/8, 5/8, 7/8), strict=True))  # fmt: skip
_UNDER = frozenset({*range(2, 11), 12, 15, 16, 20, 24, 25, 32, 50, 64, 100, 1000})
"""Denominators of fractions that people write with a slash. *9/11* and *24/7* are names."""


def read(text: str, at: int, end: int) -> Numeral | int:
    """The numeral at `at`, or the place where the scan goes on: what stands before it is none."""
    if text[at] in _VULGAR:
        return Numeral(at, at + 1, _VULGAR[text[at]], whole=False)
    run = _RUN.match(text, at, end)
    if run is None:
        return at + 1
    slashed = _slashed(text, at, end)
    if slashed:
        return slashed
    written = _trimmed(run.group())
    stop = at + len(written)
    chain = _CHAIN.match(text, stop, end)
    if chain:
        return chain.end()
    pointed = at > 0 and text[at - 1] == "." and (at == 1 or text[at - 2] in " \t\n(=<>~$£€-−+")
    if pointed and written.isdigit() and len(written) <= LONGEST:
        written, at = f"0.{written}", at - 1
    value = _value(written)
    if value is None:
        return run.end()
    return _with_power(text, _with_part(text, Numeral(at, stop, value, "." not in written), end), end)


def _trimmed(written: str) -> str:
    """Without groups after blanks that do not belong: *100 200* is two numbers, *2 000* one."""
    head, *groups = re.split(r"[ \u00a0\u2009\u202f]", written, maxsplit=1)
    if groups and (len(head) > 3 or not head.isdigit() or head.startswith("0")):  # noqa: PLR2004  a group is three digits
        return head
    return written


def _value(written: str) -> float | None:
    if len(written) > LONGEST:
        return None
    for shape, drop in _SHAPES:
        if shape.fullmatch(written):
            return float("".join(c for c in written if c not in drop).replace("·", "."))
    return None


def _slashed(text: str, at: int, end: int) -> Numeral | None:
    """*3/4*; a whole number before it is added by `_with_part`."""
    found = _SLASHED.match(text, at, end)
    if not found or found["whole"] or not _is_part(found):
        return None
    return Numeral(at, found.end(), int(found["over"]) / int(found["under"]), whole=False)


def _is_part(found: re.Match[str]) -> bool:
    return int(found["over"]) < int(found["under"]) and int(found["under"]) in _UNDER


def _with_part(text: str, numeral: Numeral, end: int) -> Numeral:
    """*2½*, *2 1/2*."""
    at = numeral.end
    if not numeral.whole or at >= end:
        return numeral
    if text[at] in _VULGAR:
        return Numeral(numeral.start, at + 1, numeral.value + _VULGAR[text[at]], whole=False)
    found = _SLASHED.match(text, at, end)
    if found and found["whole"] and _is_part(found):
        part = int(found["over"]) / int(found["under"])
        return Numeral(numeral.start, found.end(), numeral.value + part, whole=False)
    return numeral


def _with_power(text: str, numeral: Numeral, end: int) -> Numeral:
    """*6.2×10⁻⁴*, *1e6*."""
    found = _POWER.match(text, numeral.end, end)
    if not found:
        return numeral
    power = int(next(group for group in found.groups() if group).translate(_RAISED))
    value = float(f"{numeral.value!r}e{power}") if abs(power) < 300 else numeral.value  # noqa: PLR2004  a float ends at 1e308
    return Numeral(numeral.start, found.end(), value, whole=False)
