"""What looks like a figure and is none: labels, list numbers, ordinals, the pronoun *one*.

The rules are data (`labels.toml`); a number is a label when every part of one rule holds.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SIGHT = 40
"""Characters that a rule may look at before a number. The longest word of a rule has half as many."""

_NEXT_IN_LIST = re.compile(r"(?:,| and| or| to| &|, and|–|-|, or) ?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of label. A part that is None holds for every number."""

    name: str
    example: str
    counter: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    itself: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the number at [start, end) is such a label."""
        return (
            (self.itself is None or self.itself.fullmatch(text, start, end) is not None)
            and (self.after is None or self.after.match(text, end) is not None)
            and (
                self.before is None or self.before.search(text, max(0, start - SIGHT), start) is not None
            )
            and (self.unless_after is None or self.unless_after.match(text, end) is None)
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    text = files(__package__).joinpath("labels.toml").read_text(encoding="utf-8")
    return tuple(
        Rule(
            entry["name"],
            entry["example"],
            entry["counter"],
            *(
                re.compile(entry[part]) if part in entry else None
                for part in ("before", "after", "itself", "unless_after")
            ),
        )
        for entry in tomllib.loads(text)["rule"]
    )


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) names a thing."""
    return any(rule.holds(text, start, end) for rule in rules())


def goes_on(text: str, label_end: int, start: int) -> bool:
    """Whether a number that starts here only goes on with a list of labels: *sections 3, 4 and 5*."""
    found = _NEXT_IN_LIST.match(text, label_end)
    return found is not None and found.end() == start
