"""Units of measure and currencies: which one stands after a number, or before it.

The lists are data (`units.toml`, `currencies.toml`); a canonical name is the key of its entry
(`kilometre`, `percent`, `USD`). A rate of two known units is named after both: `gram per litre`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical name, with its dimension (`length`, `currency`, `ratio`)."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Found:
    """A unit in the text and where it ends (or starts, for one that stands before its number)."""

    unit: Unit
    edge: int


@dataclass(frozen=True, slots=True)
class Table:
    """All forms of all units: words in lower case, symbols as written, and what stands before numbers.

    `scaled` are names that are common words too and count only after a scale word.
    """

    units: dict[str, Unit]
    words: dict[str, Unit]
    symbols: dict[str, Unit]
    before: dict[str, Unit]
    scaled: dict[str, Unit]


@cache
def table() -> Table:
    """The table, read once."""
    made = Table({}, {}, {}, {}, {})
    for dimension, entries in _load("units.toml").items():
        for name, entry in entries.items():
            unit = made.units[name] = Unit(name, dimension)
            for singular in (name, *entry.get("words", ())):
                _add_word(made.words, singular, unit)
            made.words.update((plural.lower(), unit) for plural in entry.get("plurals", ()))
            made.symbols.update((symbol, unit) for symbol in entry.get("symbols", ()))
    for code, entry in _load("currencies.toml").items():
        unit = made.units[code] = Unit(code, "currency")
        for singular in entry["words"]:
            _add_word(made.words, singular, unit)
        for singular in entry.get("scaled", ()):
            _add_word(made.scaled, singular, unit)
        made.before.update((sign, unit) for sign in entry["before"])
        signs = (*entry["before"], *entry.get("after", ()))
        made.symbols.update((sign, unit) for sign in signs if " " not in sign)
    return made


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _add_word(words: dict[str, Unit], singular: str, unit: Unit) -> None:
    low = singular.lower()
    words[low] = unit
    words.setdefault(f"{low}s", unit)


_WORDS = re.compile(
    r"(?:[^\S\n]{1,3}\n?|\n[^\S\n]{0,8}|[-‐‑])?((?:[^\W\d_]|\.){1,16}(?:[ \n-][^\W\d_]{1,12}){0,3})"
)
_SYMBOL = re.compile(
    r"[ \u00a0\u202f\u2009-]?((?:[°º] )?[^\s\d()\[\]{},;:!?“”\"|<>][^\s()\[\]{},;:!?“”\"|<>]{0,9})"
)
_NEXT = re.compile(r"(?: per |/| an? )")
_BEFORE = re.compile(
    r"(?:[A-Z]{0,3}[$£€¥₽₴₹₩₱₦₪₺฿₫₸₾₿₡₭]|U\.S\. ?\$|(?<![A-Za-z])[A-Z][A-Za-zčł$]{1,3}\.?)[ \u00a0]?$"
)
_MONEY_NEAR = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|cost|costs|price|priced|worth|fine|fined|tax|sold|sell|bought|buy|fund|funds|funding|"
    r"spen[dt]|salary|wage|wages|earn|earns|earned|debt|budget|loan|bill|sterling|charge|charged|fee|fees|profit|rent)\b"
)
_NEVER_BARE = frozenset(
    {"second", "bar", "time", "fold", "point", "mark", "league", "stone", "percentage"}
)
"""Singulars that are no unit after a number unless a hyphen or the number one makes them one."""


def before(text: str, at: int) -> Found | None:
    """The currency sign or code that ends at `at`: *€*, *US$*, *EUR*."""
    found = _BEFORE.search(text, max(0, at - 7), at)
    if not found:
        return None
    written = found.group().strip(" \u00a0")
    for drop in range(len(written)):
        unit = table().before.get(written[drop:])
        if unit and (drop == 0 or not written[drop:].isalpha()):
            return Found(unit, found.start() + drop)
    return None


@dataclass(frozen=True, slots=True)
class Amount:
    """What a unit wants to know of its number: `scaled` by thousands or more, in `digits`, a bare `half`."""

    value: float
    digits: bool
    scaled: bool
    half: bool = False


_OF_A = re.compile(r"[^\S\n]{1,3}(?:of )?an?(?=[ \n])")


def after(text: str, at: int, end: int, amount: Amount) -> Found | None:
    """The unit that stands at `at`, after an amount that ends there."""
    if amount.half and (linked := _OF_A.match(text, at, end)):
        found = _word(text, linked.end(), end, Amount(1, digits=False, scaled=False))
        return found if found and found.unit.dimension not in {"ratio", "time"} else None
    signed = amount.digits or text[at : at + 1] == "%"
    found = (_symbol(text, at, end) if signed else None) or _word(text, at, end, amount)
    if found is None or found.unit.dimension in {"currency", "ratio"}:
        return found
    return _rate(text, found, end)


def _symbol(text: str, at: int, end: int) -> Found | None:
    found = _SYMBOL.match(text, at, end)
    if not found:
        return None
    written = found[1]
    glued = found.start(1) == at
    while written:
        unit = table().symbols.get(written)
        stop = found.start(1) + len(written)
        if (
            unit
            and _stands_alone(text, written, stop, end)
            and (glued or _apart(text, written, stop, end))
        ):
            return Found(unit, stop)
        written = written[:-1]
    return None


def _stands_alone(text: str, written: str, stop: int, end: int) -> bool:
    """Whether a symbol ends where a word ends."""
    return not written[-1].isalnum() or stop >= end or not (text[stop].isalnum() or text[stop] == "_")


_LONELY = re.compile(
    r"\s{0,2}(?:[.,;:)!?/]|\Z|(?:of|long|wide|high|tall|deep|away|from|and|or|to|in|at|on|per|above|below|by|with|for|is|was)\b)"
)


def _apart(text: str, written: str, stop: int, end: int) -> bool:
    """Whether a symbol one blank away is meant as one: *5 m long*, but not *5 A levels*."""
    if len(written) > 1 or not written.isalpha():
        return True
    return written in "mgltKWVJNh" and bool(_LONELY.match(text, stop, end))


def _word(text: str, at: int, end: int, amount: Amount) -> Found | None:
    found = _WORDS.match(text, at, end)
    if not found or found.start(1) == at:
        return None
    hyphen = text[at] in "-‐‑"
    parts = re.split(r"([ \n-])", found[1])
    for count in range(len(parts), 0, -2):
        written = "".join(parts[:count]).replace("\n", " ").lower()
        form = written.rstrip(".") or written
        unit = table().words.get(form) or (table().scaled.get(form) if amount.scaled else None)
        if unit and (hyphen or amount.value == 1 or form not in _NEVER_BARE):
            stop = found.start(1) + len("".join(parts[:count]).rstrip("."))
            return Found(_pound(text, unit, stop, scaled=amount.scaled), stop)
    return None


def _pound(text: str, unit: Unit, stop: int, *, scaled: bool) -> Unit:
    """The pound is money beside words of money or after a scale word, else a weight."""
    if unit.name != "pound" or not text[max(0, stop - 6) : stop].lower().endswith(("pound", "pounds")):
        return unit
    near = text[max(0, stop - 80) : stop + 40].lower()
    return table().units["GBP"] if scaled or _MONEY_NEAR.search(near) else unit


def _rate(text: str, found: Found, end: int) -> Found:
    """*grams per litre*, *µg/m³*: a second unit below the first."""
    link = _NEXT.match(text, found.edge, end)
    if not link:
        return found
    under = _under(text, link.end(), end)
    if under is None or (link.group().startswith(" a") and under.unit.dimension != "time"):
        return found
    return Found(
        Unit(
            f"{found.unit.name} per {under.unit.name}",
            f"{found.unit.dimension} per {under.unit.dimension}",
        ),
        under.edge,
    )


_UNDER = re.compile(r"[A-Za-zµμ²³0-9]{1,14}(?:[ -][A-Za-z]{1,12})?")


def _under(text: str, at: int, end: int) -> Found | None:
    found = _UNDER.match(text, at, end)
    if not found:
        return None
    for written in (found.group(), found.group().split(" ")[0].split("-")[0]):
        unit = table().words.get(written.lower()) or table().symbols.get(written)
        if unit:
            return Found(unit, at + len(written))
    return None
