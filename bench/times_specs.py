"""The share of Microsoft's English date specs that pass, by file, and what the others ask for.

    python bench/times_specs.py --data ../shared/data/times/specs
    python bench/times_specs.py --failures DateParser --class value

The specs (Recognizers-Text, MIT) are short requests to an assistant. *Found*: each expected time shares
a character with one of ours, and nothing is found where nothing is expected. *Passed*: in addition each
value agrees, where the spec has one: with their TIMEX or with what they resolve it to, before or after
the reference date. Their intervals `(begin,end,length)` agree with ours of the same ends.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from armillary.annotate.times import mark
from armillary.reading import Reading, Time
from armillary.text import Document

MONTHS = 12
_INTERVAL = re.compile(r"\(([^,()]+),([^,()]+),[^()]*\)")


def times(spec: dict[str, Any]) -> tuple[Time, ...]:
    """What we find in the input, read on the day that the spec names."""
    dated = str(spec.get("Context", {}).get("ReferenceDateTime", ""))[:10] or None
    text = spec["Input"]
    return mark(Reading(Document("spec", "spec", text, "0" * 64, dated))).times if text else ()


def verdict(spec: dict[str, Any]) -> str:
    """passed, value (another one), missed, or false (found where nothing is expected)."""
    ours = times(spec)
    if not spec["Results"]:
        return "false" if ours else "passed"
    kinds = [_one(expected, ours) for expected in spec["Results"]]
    return next((kind for kind in ("missed", "value") if kind in kinds), "passed")


def _one(expected: dict[str, Any], ours: tuple[Time, ...]) -> str:
    start = expected.get("Start", 0)
    end = expected.get("End", start + expected.get("Length", 1) - 1) + 1
    near = [time for time in ours if time.at.start < end and start < time.at.end]
    if not near:
        return "missed"
    accepted = set(_accepted(expected))
    told = {spelled for time in near for spelled in _ours(time.value or "")}
    told |= {f"{first}/{last}" for one, two in pairwise(near) for first, last in _ends(one, two)}
    return "passed" if not accepted or accepted & told else "value"


def _ends(one: Time, two: Time) -> Iterator[tuple[str, str]]:
    yield one.value or "", two.value or ""
    yield _hour(one.value or ""), _hour(two.value or "")


def _ours(value: str) -> Iterator[str]:
    """Our value, also as they would write it: the hour without its day, a decade by its ends."""
    yield value
    yield _hour(value)
    if re.fullmatch(r"[0-9]{3}", value):
        yield f"{value}0-01-01/{int(value) + 1}0-01-01"
    piece = re.fullmatch(r"([0-9]{4})-([QH])([1-4])", value)
    if piece:
        months = 3 if piece[2] == "Q" else 6
        first, after = months * (int(piece[3]) - 1) + 1, months * int(piece[3]) + 1
        year = int(piece[1])
        yield f"{year}-{first:02}-01/{year + (after > MONTHS)}-{(after - 1) % MONTHS + 1:02}-01"
    years = re.fullmatch(r"([0-9]{4})/([0-9]{4})", value)
    if years:
        yield f"{years[1]}-01-01/{years[2]}-01-01"


def _hour(value: str) -> str:
    day, mark, hour = value.partition("T")
    return (
        f"T{hour.removesuffix(':00') if hour.count(':') == 1 else hour}"
        if mark and day != "P"
        else value
    )


def _accepted(expected: dict[str, Any]) -> Iterator[str]:
    """The values that count as right."""
    found = [expected.get("Value") or {}, *(expected.get("Resolution") or {}).get("values", [])]
    for value in found:
        if not isinstance(value, dict):
            continue
        timex = str(value.get("Timex") or value.get("timex") or "")
        if timex:
            yield from _spelled(timex)
        for side in ("FutureResolution", "PastResolution"):
            resolved = value.get(side) or {}
            if "date" in resolved:
                yield resolved["date"]
        if value.get("type") == "date" and "value" in value:
            yield value["value"]


def _spelled(timex: str) -> Iterator[str]:
    yield timex
    interval = _INTERVAL.fullmatch(timex)
    if interval:
        yield f"{interval[1]}/{interval[2]}"


def main() -> None:
    """Print the table, or the failures of one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/times/specs"))
    parser.add_argument("--failures", help="the name of a spec file without .json")
    parser.add_argument("--class", dest="kind", choices=("value", "missed", "false"), default="missed")
    chosen = parser.parse_args()
    if chosen.failures:
        for spec in json.loads((chosen.data / f"{chosen.failures}.json").read_text("utf-8-sig")):
            if verdict(spec) == chosen.kind:
                ours = [(time.at.words, time.value) for time in times(spec)]
                wanted = [(each["Text"], sorted(_accepted(each))) for each in spec["Results"]]
                print(f"{spec['Input']!r}: wanted {wanted}, found {ours}")
        return
    total: Counter[str] = Counter()
    print(f"{'':26}specs  passed  found   value missed  false")
    for path in sorted(chosen.data.glob("*.json")):
        counts = Counter(verdict(spec) for spec in json.loads(path.read_text("utf-8-sig")))
        total += counts
        print(_row(path.stem, counts))
    print(_row("all", total))


def _row(name: str, counts: Counter[str]) -> str:
    specs = max(1, counts.total())
    passed, found = counts["passed"] / specs, (counts["passed"] + counts["value"]) / specs
    rest = "  ".join(f"{counts[kind]:5}" for kind in ("value", "missed", "false"))
    return f"{name:26}{specs:5}   {passed:.3f}  {found:.3f}  {rest}"


if __name__ == "__main__":
    main()
