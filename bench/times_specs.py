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
from pathlib import Path
from typing import Any

from armillary.annotate.times import mark
from armillary.reading import Reading, Time
from armillary.text import Document

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
    if not accepted or any(_plain(time.value) in accepted for time in near):
        return "passed"
    ends = {f"{first.value}/{last.value}" for first, last in zip(near, near[1:], strict=False)}
    return "passed" if accepted & ends else "value"


def _plain(value: str | None) -> str:
    return re.sub(r"(T\d\d):00$", r"\1", value or "").removeprefix("XXXX-XX-XXT") or ""


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
    yield timex.removeprefix("T")
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
