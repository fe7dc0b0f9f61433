"""Figures: value, unit and what they are of, on sentences marked by hand; beside other tools; on public specs.

    python bench/figures.py                        the part that rules may be tuned on
    python bench/figures.py --part held --errors   the part kept aside: look at its errors only at the end
    python bench/figures.py --beside PYTHON        the same sentences through quantulum3 and recognizers-text,
                                                   which PYTHON must have (pip install quantulum3
                                                   recognizers-text-suite 'emoji<2')
    python bench/figures.py --specs FOLDER         the share of Microsoft's number specs that agree
    python bench/figures.py --speed TEXT           words per second on a long text

A figure is right where it shares a character with a marked one of equal value. Words of `of` are counted
one by one, without regard to order. Dates and durations are no figures.
"""

import argparse
import json
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from armillary.annotate import annotate, numbers
from armillary.extract import figures
from armillary.findings import Findings
from armillary.reading import Number, Reading
from armillary.text import Document

HERE = Path(__file__).parent
GOLD = HERE / "figures_gold.jsonl"
CLOSE = 1e-3
"""Values this close, relative to their size, are equal: a third is 0.333333 in the marked sentences."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure by hand or by a tool."""

    start: int
    end: int
    value: float
    unit: str | None = None
    of: str | None = None

    def matches(self, other: "Marked") -> bool:
        """Whether both stand at one place and mean one value."""
        near = abs(self.value - other.value) <= CLOSE * max(abs(self.value), abs(other.value))
        return near and self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Score:
    """Counts of what was found, what was marked and what agrees."""

    found: int = 0
    marked: int = 0
    agree: int = 0

    def add(self, found: int, marked: int, agree: int) -> None:
        """Count one sentence."""
        self.found, self.marked, self.agree = (
            self.found + found,
            self.marked + marked,
            self.agree + agree,
        )

    @property
    def told(self) -> str:
        """F1 (precision/recall)."""
        precision = self.agree / self.found if self.found else 0.0
        recall = self.agree / self.marked if self.marked else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.agree else 0.0
        return f"{f1:.3f} ({precision:.3f}/{recall:.3f})"


@dataclass(slots=True)
class Scores:
    """All that is scored of one tool."""

    value: Score = field(default_factory=Score)
    unit: Score = field(default_factory=Score)
    of: Score = field(default_factory=Score)

    def add(self, found: list[Marked], marked: list[Marked]) -> list[str]:
        """Count one sentence; what is wrong in it, in words."""
        pairs, left, missed = _paired(found, marked)
        same = [(a, b) for a, b in pairs if a.unit == b.unit]
        self.value.add(len(found), len(marked), len(pairs))
        self.unit.add(len(found), len(marked), len(same))
        shared = sum(len(_words(a) & _words(b)) for a, b in pairs)
        self.of.add(sum(len(_words(a)) for a in found), sum(len(_words(b)) for b in marked), shared)
        wrong = [f"unit {b.value:g}: {a.unit} for {b.unit}" for a, b in pairs if a.unit != b.unit]
        wrong += [f"of {b.value:g}: {a.of!r} for {b.of!r}" for a, b in pairs if _words(a) != _words(b)]
        return (
            [f"too much {a.value:g} {a.unit}" for a in left]
            + [f"missed {b.value:g}" for b in missed]
            + wrong
        )


def _paired(
    found: list[Marked], marked: list[Marked]
) -> tuple[list[tuple[Marked, Marked]], list[Marked], list[Marked]]:
    pairs: list[tuple[Marked, Marked]] = []
    missed: list[Marked] = []
    left = list(found)
    for wanted in marked:
        hit = next((one for one in left if one.matches(wanted)), None)
        if hit is None:
            missed.append(wanted)
        else:
            pairs.append((hit, wanted))
            left.remove(hit)
    return pairs, left, missed


def _words(figure: Marked) -> set[str]:
    return (
        set(figure.of.lower().split()) - {"the", "a", "an", "its", "their", "his", "her"}
        if figure.of
        else set()
    )


def read(text: str) -> list[Marked]:
    """Our figures in a text."""
    document = Document("sentence.txt", "", text, "0" * 64)
    found = figures.find(annotate(document), Findings(document)).figures
    return [
        Marked(
            one.number.at.start,
            one.number.at.end,
            one.number.value,
            one.number.unit,
            one.of.words if one.of else None,
        )
        for one in found
    ]


def load(part: str) -> list[tuple[str, list[Marked]]]:
    """The marked sentences of a part, or of both."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [
        (
            row["text"],
            [Marked(f["start"], f["end"], f["value"], f["unit"], f["of"]) for f in row["figures"]],
        )
        for row in rows
        if part in {row["part"], "all"}
    ]


def ours(part: str, *, errors: bool) -> None:
    """Score us, and print what is wrong where asked."""
    scores = Scores()
    for text, marked in load(part):
        wrong = scores.add(read(text), marked)
        if wrong and errors:
            print(text, *wrong, sep="\n    ")
    print(f"value      {scores.value.told}\nwith unit  {scores.unit.told}\nof         {scores.of.told}")


def beside(python: str, part: str) -> None:
    """A paired table: the same sentences through us and through the others, in one run."""
    sentences = load(part)
    texts = [text for text, _ in sentences]
    read(texts[0])
    began = time.perf_counter()
    rows: dict[str, Any] = {"armillary": [read(text) for text in texts]}
    seconds = {"armillary": time.perf_counter() - began}
    told = subprocess.run(
        [python, str(HERE / "figures_rivals.py")],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    for tool, result in json.loads(told.stdout).items():
        rows[tool] = [[Marked(*one) for one in found] for found in result["found"]]
        seconds[tool] = result["seconds"]
    print(f"{'tool':34}{'value F1 (P/R)':24}{'value and unit F1 (P/R)':26}sentences/s")
    for tool, found in rows.items():
        scores = Scores()
        for one, (_, marked) in zip(found, sentences, strict=True):
            scores.add(one, marked)
        print(f"{tool:34}{scores.value.told:24}{scores.unit.told:26}{len(texts) / seconds[tool]:.0f}")


SPECS = {
    "NumberModel": None,
    "PercentModel": frozenset({"percent"}),
    "CurrencyModel": frozenset({"currency"}),
    "DimensionModel": frozenset(
        "length area volume mass speed data energy power pressure force frequency angle electricity".split()
    ),
    "AgeModel": frozenset({"time"}),
    "TemperatureModel": frozenset({"temperature", "angle"}),
    "NumberRangeModel": None,
}  # which dimensions a model of Microsoft's looks at; None: all numbers


def specs(folder: Path, *, errors: bool) -> None:
    """The share of cases in which we find exactly the values that Microsoft's specs want. Times are not read."""
    for name, dimensions in SPECS.items():
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        passed = 0
        for case in cases:
            wanted = sorted(set(_wanted(case)))
            got = sorted(
                {
                    round(number.value, 4)
                    for number in _alone(case["Input"])
                    if _counts(number, dimensions)
                }
            )
            passed += got == wanted
            if errors and got != wanted:
                print(f"{name}: {case['Input'][-110:]!r} wanted {wanted} got {got}")
        print(f"{name:20}{passed:4} of {len(cases):4} = {passed / len(cases):.2f}")


def _alone(text: str) -> tuple[Number, ...]:
    """Our numbers of a text in which no times were read."""
    return numbers.mark(Reading(Document("spec.txt", "", text, "0" * 64))).numbers


def _counts(number: Number, dimensions: frozenset[str] | None) -> bool:
    return dimensions is None or number.dimension in dimensions or number.unit in dimensions


def _wanted(case: dict[str, Any]) -> list[float]:
    """The values of a case; the ends of its ranges."""
    values: list[float] = []
    for result in case["Results"]:
        value = str((result.get("Resolution") or {}).get("value") or "")
        for part in value.strip("[]()%").split(","):
            try:
                values.append(round(float(part.strip("%")), 4))
            except ValueError:
                continue
    return values


def speed(path: Path) -> None:
    """Words per second of one core, numbers alone and figures with what they are of."""
    text = path.read_text(encoding="utf-8")
    reading = annotate(Document(path.name, "", text, "0" * 64))
    words = len(text.split())
    began = time.process_time()
    marked = numbers.mark(reading)
    middle = time.process_time()
    figures.find(marked, Findings(marked.document))
    ended = time.process_time()
    print(f"numbers: {words / (middle - began):,.0f} words/s, {len(marked.numbers):,} of them")
    print(f"figures: {words / (ended - middle):,.0f} words/s")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Figures, measured.")
    parser.add_argument("--part", choices=["tune", "held", "all"], default="tune")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--beside", metavar="PYTHON")
    parser.add_argument("--specs", type=Path, metavar="FOLDER")
    parser.add_argument("--speed", type=Path, metavar="TEXT")
    chosen = parser.parse_args()
    if chosen.beside:
        beside(chosen.beside, chosen.part)
    elif chosen.specs:
        specs(chosen.specs, errors=chosen.errors)
    elif chosen.speed:
        speed(chosen.speed)
    else:
        ours(chosen.part, errors=chosen.errors)


if __name__ == "__main__":
    main()
