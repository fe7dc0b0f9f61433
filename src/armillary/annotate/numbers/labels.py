"""What looks like a figure and is none: labels, list numbers, ordinals, the pronoun *one*.

The rules are data (`labels.toml`); a number is a label when every part of one rule holds.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SIGHT = 40
"""Characters that a rule may look at before a number. The longest pattern has 40."""

_WORD_BEFORE = re.compile(r"([^\s(“\"‘']{1,16})[ \n]?\Z")
_NEXT_IN_LIST = re.compile(r"(?:,| and| or| to| &|, and|–|-|, or) ?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of label. A part that is None holds for every number."""

    name: str
    example: str
    counter: str
    words: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    itself: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    measured: bool

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the number at [start, end) is such a label, the word before it left aside."""
        return (
            (self.itself is None or self.itself.fullmatch(text, start, end) is not None)
            and (self.after is None or self.after.match(text, end) is not None)
            and (
                self.before is None or self.before.search(text, max(0, start - SIGHT), start) is not None
            )
            and (
                self.unless_before is None
                or self.unless_before.search(text, max(0, start - SIGHT), start) is None
            )
            and (self.unless_after is None or self.unless_after.match(text, end) is None)
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    text = files(__package__).joinpath("labels.toml").read_text(encoding="utf-8")
    return tuple(_rule(entry) for entry in tomllib.loads(text)["rule"])


def _rule(entry: dict[str, Any]) -> Rule:
    def part(name: str) -> re.Pattern[str] | None:
        return re.compile(entry[name]) if name in entry else None

    return Rule(
        entry["name"],
        entry["example"],
        entry["counter"],
        frozenset(entry.get("words", "").split()),
        part("before"),
        part("after"),
        part("itself"),
        part("unless_before"),
        part("unless_after"),
        entry.get("measured", True),
    )


@cache
def _by_word() -> dict[str, tuple[Rule, ...]]:
    """The rules that want a word before the number, by that word."""
    words = {word for rule in rules() for word in rule.words}
    return {word: tuple(rule for rule in rules() if word in rule.words) for word in sorted(words)}


@cache
def _by_place() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if not rule.words)


def is_label(text: str, start: int, end: int, *, measures: bool) -> bool:
    """Whether the number at [start, end) names a thing. `measures`: it has a unit of measure."""
    before = _WORD_BEFORE.search(text, max(0, start - SIGHT), start)
    worded = _by_word().get(before[1].lower(), ()) if before else ()
    return any(
        (rule.measured or not measures) and rule.holds(text, start, end)
        for rule in (*worded, *_by_place())
    )


def goes_on(text: str, label_end: int, start: int) -> bool:
    """Whether a number that starts here only goes on with a list of labels: *sections 3, 4 and 5*."""
    found = _NEXT_IN_LIST.match(text, label_end)
    return found is not None and found.end() == start
