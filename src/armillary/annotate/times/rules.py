"""The rules of `rules/*.toml`, and finding them in a text.

Of matches that overlap the leftmost is kept, of those that start together the longest, of equally
long ones the one that saw more of what stands around it, then the one that is written first.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from armillary.annotate.times.lexicon import BREAK, OTHER, TOKEN, lexicon
from armillary.annotate.times.pattern import Compiler
from armillary.reading import TimeType

FILES = ("dates", "clock", "lengths", "relative")
CHUNK = 1 << 16  # characters that are looked at together, so that memory stays small


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of time expression. `says` holds what the rule itself says: unit, base, value_of and others."""

    name: str
    type: TimeType
    patterns: tuple[re.Pattern[str], ...]
    says: dict[str, Any] = field(default_factory=dict)
    example: str = ""
    finds: str = ""
    value: str | None = None
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule found at [start, end), with the words in each of its slots, in lower case."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, tuple[str, ...]]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are written."""
    tables: list[dict[str, Any]] = []
    macros: dict[str, str] = {}
    for name in FILES:
        table = tomllib.loads(files(__package__).joinpath(f"rules/{name}.toml").read_text("utf-8"))
        macros |= table.get("macro", {})
        tables += table["rule"]
    compiler = Compiler(lexicon(), macros)
    return tuple(_rule(table, compiler) for table in tables)


def _rule(table: dict[str, Any], compiler: Compiler) -> Rule:
    own = ("name", "type", "pattern", "example", "finds", "value", "counter", "not_after", "not_before")
    written = table["pattern"] if isinstance(table["pattern"], list) else [table["pattern"]]
    around = table.get("not_after", []), table.get("not_before", [])
    return Rule(
        table["name"],
        TimeType(table["type"]),
        tuple(compiler.compile(each, *around) for each in written),
        {key: value for key, value in table.items() if key not in own},
        table["example"],
        table["finds"],
        table.get("value"),
        table["counter"],
    )


@cache
def _runs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A stretch of words that rules know, and a word that makes it worth a look."""
    rules()  # gives every word of a rule its letter
    trigger = "".join(lexicon().letters(name) for name in TRIGGERS)
    return re.compile(f"[^{OTHER}{BREAK}]+"), re.compile(f"[{trigger}]")


TRIGGERS = tuple(
    "TRIGGER MONTH WEEKDAY WEEKDAYS SEASON SEASONS PART PARTS UNIT UNITS RATE HOLIDAY NEAR TENS_DECADE "
    "YEAR ISO SLASHED CLOCK ORDINAL DECADE SHORT_YEAR QUARTER ERA HALF_OF_DAY ZONE".split()
)


Accept = Callable[["Match"], bool]
"""Whether a match says something; one that does not leaves its words to others."""


def find(text: str, start: int, end: int, accept: Accept = lambda _: True) -> Iterator[Match]:
    """What the rules find in text[start:end], in order and without overlaps."""
    while start < end:
        stop = _cut(text, start, end)
        yield from _find(text, start, stop, accept)
        start = stop


def _cut(text: str, start: int, end: int) -> int:
    """Where to stop looking for now: at the end of a line, a sentence or a word, if there is one."""
    if end - start <= CHUNK:
        return end
    for mark in ("\n", ". ", " "):
        stop = text.rfind(mark, start + CHUNK // 2, start + CHUNK)
        if stop > 0:
            return stop + 1
    return start + CHUNK


def _find(text: str, start: int, end: int, accept: Accept) -> Iterator[Match]:
    run, trigger = _runs()
    code = lexicon().code
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    for token in TOKEN.finditer(text, start, end):
        spans.append(token.span())
        words.append(token.group())
    seen: dict[str, str] = {}
    for word in words:
        if word not in seen:
            seen[word] = code(word)
    letters = "".join([seen[word] for word in words])
    for stretch in run.finditer(letters):
        if trigger.search(letters, *stretch.span()):
            yield from _choose(letters, stretch.span(), _Words(spans, words), accept)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a chunk and where they stand."""

    spans: list[tuple[int, int]]
    words: list[str]


def _choose(letters: str, stretch: tuple[int, int], text: _Words, accept: Accept) -> Iterator[Match]:
    found = []
    for place, rule in enumerate(rules()):
        for pattern in rule.patterns:
            for match in pattern.finditer(letters, *stretch):
                first, last = match.span("core")
                found.append((first, first - last, match.start() - match.end(), place, match))
    found.sort(key=lambda each: each[:4])
    done = 0
    for first, _, _, place, match in found:
        if first < done:
            continue
        made = _match(rules()[place], match, text)
        if accept(made):
            done = match.end("core")
            yield made


def _match(rule: Rule, match: re.Match[str], text: _Words) -> Match:
    first, end = match.span("core")
    last = end - 2 if text.words[end - 1] == "." else end - 1
    return Match(rule, text.spans[first][0], text.spans[last][1], _slots(match, text.words))


def _slots(match: re.Match[str], words: list[str]) -> dict[str, tuple[str, ...]]:
    slots: dict[str, tuple[str, ...]] = {}
    for name in match.re.groupindex:
        if match.start(name) >= 0:
            kept = tuple(word.lower().replace("’", "'") for word in words[slice(*match.span(name))])
            slots.setdefault(name.partition("__")[0], kept)
    return slots
