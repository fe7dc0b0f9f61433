"""How well times are found and understood, on WikiWars and MEANTIME, scored as TempEval-3 does.

    python bench/times.py --data ../shared/data/times
    python bench/times.py --errors value --corpus wikiwars      # the development part only
    python bench/times.py --beside PYTHON                       # beside dateparser, quantulum3 and recognizers-text,
                                                                # which PYTHON must have (times_rivals.py)

A third of the documents of each corpus, chosen by a hash of their names, is held back: rules were
written and costs were tuned on the others, and `--errors` never shows them. Nothing is fitted, so
each document counts as unseen as its part is.

Relaxed: the spans share a character. Strict: they are equal. Value F1 is relaxed F1 times the share
of matched times whose value is equal to the letter (UzZaman et al. 2013, section 4). An unknown value
equals no value of the corpus, not even `null`. The corpora mark both ends of a range; `--joined`
scores what the model file holds, where a range of years is one time.
"""

import argparse
import hashlib
import json
import re
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from armillary.annotate import grammar
from armillary.annotate.times.marking import unjoined
from armillary.annotate.times.ranges import joined
from armillary.reading import Reading
from armillary.text import Block, BlockKind, Document, Span

CORPORA = ("wikiwars", "meantime")
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Mark:
    """A time as marked by hand or by us."""

    start: int
    end: int
    type: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A document and its times as marked by hand."""

    document: Document
    gold: list[Mark]


@dataclass(slots=True)
class Score:
    """Counts of one part of a corpus."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def f1(self, hits: int) -> float:
        """The balanced mean of precision and recall."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0

    def row(self) -> str:
        """The figures in the order of the head."""
        matched = max(1, self.relaxed)
        precision, recall = self.relaxed / max(1, self.found), self.relaxed / max(1, self.gold)
        spans = [precision, recall, self.f1(self.relaxed), self.f1(self.strict)]
        shares = [*spans, self.type / matched, self.value / matched, self.f1(self.value)]
        return f"{self.gold:5} {self.found:5}  " + "  ".join(f"{share:.3f}" for share in shares)


HEAD = "gold found  prec.  recall relax. strict type   value  value F1"


def parts(folder: Path, corpus: str) -> dict[str, list[Path]]:
    """The documents of a corpus: a third, by hash, is held back."""
    paths = list((folder / corpus).glob("*.tml"))
    paths.sort(key=lambda path: hashlib.sha256(f"{corpus}/{path.stem}".encode()).hexdigest())
    third = len(paths) // 3
    return {"development": sorted(paths[third:]), "held back": sorted(paths[:third])}


def case(path: Path) -> Case:
    """A TimeML file as a document with one block for each line, and its marks."""
    raw = path.read_text(encoding="utf-8")
    dated = re.search(r'<DCT>.*?value="([0-9-]+)', raw, re.DOTALL)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, gold = _plain(body)
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(*line.span())) for line in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    return Case(
        Document(path.name, path.stem, text, "0" * 64, dated[1] if dated else None, blocks), gold
    )


def _plain(body: str) -> tuple[str, list[Mark]]:
    pieces: list[str] = []
    gold: list[Mark] = []
    length = last = start = 0
    attributes: dict[str, str] = {}
    for tag in _TAG.finditer(body):
        pieces.append(unescape(body[last : tag.start()]))
        length += len(pieces[-1])
        last = tag.end()
        if tag[1]:
            start, attributes = length, dict(_ATTRIBUTE.findall(tag[1]))
        else:
            gold.append(Mark(start, length, attributes["type"], attributes.get("value")))
    pieces.append(unescape(body[last:]))
    return "".join(pieces), [mark for mark in gold if mark.start < mark.end]


def marked(document: Document, *, join: bool) -> list[Mark]:
    """Our times."""
    times = unjoined(document)
    kept = joined(document, times) if join else times
    return [Mark(time.at.start, time.at.end, time.type.value, time.value) for time in kept]


def pairs(gold: list[Mark], ours: list[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Each time by hand with ours that shares a character with it, each used once, equal spans first."""
    left = {(mark.start, mark.end): mark for mark in ours}
    partner = {mark: left.pop((mark.start, mark.end), None) for mark in gold}
    for mark in gold:
        if partner[mark] is None:
            near = next(
                (each for each in left.values() if each.start < mark.end and mark.start < each.end), None
            )
            partner[mark] = left.pop((near.start, near.end)) if near else None
        yield mark, partner[mark]
    yield from ((None, mark) for mark in left.values())


def score(cases: Iterable[Case], *, join: bool) -> Score:
    """The counts over these documents together."""
    return counted((each.gold, marked(each.document, join=join)) for each in cases)


def counted(sides: Iterable[tuple[list[Mark], list[Mark]]]) -> Score:
    """The counts over times by hand and times found, document by document."""
    total = Score()
    for by_hand, found in sides:
        for gold, ours in pairs(by_hand, found):
            total.gold += gold is not None
            total.found += ours is not None
            if gold and ours:
                total.relaxed += 1
                total.strict += (gold.start, gold.end) == (ours.start, ours.end)
                total.type += gold.type == ours.type
                total.value += gold.value == ours.value
    return total


def beside(python: str, corpus: str, cases: list[Case]) -> None:
    """A paired table: the same documents through us, their sentences through the others, in one run."""
    marked(cases[0].document, join=False)  # loads what is loaded lazily
    began = time.perf_counter()
    rows = {"armillary": [marked(each.document, join=False) for each in cases]}
    seconds = {"armillary": time.perf_counter() - began}
    cut = [[each.span for each in grammar.mark(Reading(one.document)).sentences] for one in cases]
    asked = [
        (each.document.text[span.start : span.end], each.document.dated or "2000-01-01")
        for each, spans in zip(cases, cut, strict=True)
        for span in spans
    ]
    for tool, answer in _asked(python, asked).items():
        found = iter(answer["found"])
        rows[tool] = [
            [
                Mark(span.start + start, span.start + end, kind, value)
                for span, marks in zip(spans, found, strict=False)
                for start, end, kind, value in marks
            ]
            for spans in cut
        ]
        seconds[tool] = answer["seconds"]
    print(f"{corpus}, held back: {len(cases)} documents, {len(asked)} sentences")
    print(f"{'tool':34}{HEAD}  sentences/s  ours is faster")
    for tool, marks in rows.items():
        line = counted((each.gold, one) for each, one in zip(cases, marks, strict=True)).row()
        print(
            f"{tool:34}{line}  {len(asked) / seconds[tool]:11.0f}  {seconds[tool] / seconds['armillary']:13.1f}x"
        )


def _asked(python: str, sentences: list[tuple[str, str]]) -> dict[str, Any]:
    told = subprocess.run(
        [python, str(Path(__file__).parent / "times_rivals.py")],
        input=json.dumps(sentences),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: dict[str, Any] = json.loads(told.stdout)
    return answers


def errors(cases: Iterable[Case], kind: str) -> Iterator[str]:
    """The errors of one kind, each with the words around it."""
    for each in cases:
        text = each.document.text
        for gold, ours in pairs(each.gold, marked(each.document, join=False)):
            wrong = {
                "missed": ours is None,
                "false": gold is None,
                "value": bool(gold and ours and gold.value != ours.value),
                "span": bool(gold and ours and (gold.start, gold.end) != (ours.start, ours.end)),
            }[kind]
            if wrong:
                yield f"{each.document.title:16} {_told(text, gold)} <> {_told(text, ours)} | {_around(text, gold or ours)}"


def _told(text: str, mark: Mark | None) -> str:
    return f"{text[mark.start : mark.end]!r} {mark.type} {mark.value}" if mark else "-"


def _around(text: str, mark: Mark | None) -> str:
    if mark is None:
        return ""
    return text[max(0, mark.start - 60) : mark.end + 40].replace("\n", " ¶ ")


def main() -> None:
    """Print the table, or the errors of the development part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/times"))
    parser.add_argument("--corpus", choices=CORPORA, action="append")
    parser.add_argument("--errors", choices=("missed", "false", "value", "span"))
    parser.add_argument("--joined", action="store_true", help="ranges of years as one time")
    parser.add_argument("--development", action="store_true", help="leave out what is held back")
    parser.add_argument("--beside", metavar="PYTHON", help="on what is held back")
    chosen = parser.parse_args()
    if chosen.beside:
        for corpus in chosen.corpus or CORPORA:
            held = parts(chosen.data, corpus)["held back"]
            beside(chosen.beside, corpus, [case(path) for path in held])
        return
    if not chosen.errors:
        print(f"{'':24}{HEAD}")
    for corpus in chosen.corpus or CORPORA:
        for part, paths in parts(chosen.data, corpus).items():
            if part == "held back" and (chosen.errors or chosen.development):
                continue
            cases = [case(path) for path in paths]
            if chosen.errors:
                print(*errors(cases, chosen.errors), sep="\n")
            else:
                print(f"{corpus:10}{part:14}{score(cases, join=chosen.joined).row()}")


if __name__ == "__main__":
    main()
