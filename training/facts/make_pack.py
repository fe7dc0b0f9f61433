"""Make the fact pack that ships, `src/armillary/gather/pack.csv`, of the lists beside this file.

    python training/facts/make_pack.py

Every row has a source. It refuses a date that is none, an end before its start, and an office that two people
hold at once for longer than a month.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from armillary.days import iso_days

HERE = Path(__file__).parent
PACK = HERE.parents[1] / "src" / "armillary" / "gather" / "pack.csv"

AS_OF = "2025-01-31"
"""The day up to which the lists are kept. Nothing is said of what came after."""

HANDING_OVER = timedelta(days=31)


class Row(NamedTuple):
    """A row of the pack. `asof`: the row says nothing of later days."""

    subject: str
    relation: str
    object: str
    start: str
    end: str
    asof: str
    source: str


def offices() -> Iterator[Row]:
    """Who held which office from when to when."""
    for (office, state, source), lines in _lists("offices.txt"):
        rows = [
            Row(person, office, state, start, end, "" if end else AS_OF, source)
            for person, start, end in lines
        ]
        for before, after in pairwise(rows):
            if _first(after.start) + HANDING_OVER < _last(before.end):
                sys.exit(
                    f"{before.subject} and {after.subject} both hold the office of {office}, {state}"
                )
        yield from rows


def memberships() -> Iterator[Row]:
    """Which state has been a member of which body since when."""
    for (body, source), lines in _lists("memberships.txt"):
        for start, end, states in lines:
            for state in states.split(", "):
                yield Row(state, "member of", body, start, end, "" if end else AS_OF, source)


def names() -> Iterator[Row]:
    """What things are called besides."""
    for line in _lines("names.txt"):
        thing, others = line.split(" | ")
        for other in others.split(", "):
            yield Row(thing, "also called", other, "", "", "", "common usage")


def _lists(name: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The lists of a file: the parts of the line above, and those of each line that is set in under it."""
    above: list[str] = []
    under: list[list[str]] = []
    for line in _lines(name):
        parts = [part.strip() for part in line.split("|")]
        if line.startswith(" "):
            under.append(parts)
            continue
        if above:
            yield above, under
        above, under = parts, []
    yield above, under


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _first(told: str) -> date:
    days = iso_days(told)
    return days.first if days else sys.exit(f"{told!r} is no date")


def _last(told: str) -> date:
    days = iso_days(told or AS_OF)
    return days.last if days else sys.exit(f"{told!r} is no date")


def main() -> None:
    """Write the pack."""
    rows = [*offices(), *memberships(), *names()]
    for row in rows:
        if row.start and _last(row.end) < _first(row.start):
            sys.exit(f"{row} ends before it begins")
    with PACK.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(rows)
    sys.stdout.write(f"{len(rows)} facts: {PACK}\n")


if __name__ == "__main__":
    main()
