"""Causal claims against sentences that people have marked: is there one, which way, and in which words.

    python bench/claims.py [--data ../shared/data/causal] [--part tuned|aside] [--show N]

Sets: the Causal News Corpus V2 (CC0; training part) and BECAUSE 2.1 (MIT; training part, annotated
sentences only). A fifth of the documents is kept aside by a hash of their names and is never tuned on.

sentence F1   a sentence has a claim, or none
end to end    a claim is right where a marked pair has the same direction and both its sides share half of
              their words with it (intersection over union of words >= 0.5); each pair counts once
connectives   the same with the rules of `connectives.toml` alone, in the same run
"""

import argparse
import ast
import csv
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from armillary.annotate import annotate
from armillary.extract import extract
from armillary.extract.causes.rules import load
from armillary.findings import Claim
from armillary.text import Document

DATA = Path(__file__).parents[2] / "shared" / "data" / "causal"
SETS = {"CNC": "cnc_v2_train_spans_grouped.csv", "BECAUSE": "unicausal_because_grouped_train.csv"}
FOLDS = 5
HALF = 0.5
_TAG = re.compile(r"</?(?:ARG0|ARG1|SIG\d*)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and the pairs of cause and effect in it, as sets of character offsets of their words."""

    text: str
    pairs: tuple[tuple[frozenset[int], frozenset[int]], ...]


@dataclass(slots=True)
class Score:
    """Counts of what was right, found and marked."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __str__(self) -> str:
        """Precision, recall and F1 in per cent."""
        precision = self.right / max(self.found, 1)
        recall = self.right / max(self.marked, 1)
        both = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * both:5.1f}"


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--part", choices=("tuned", "aside"), default="tuned")
    parser.add_argument(
        "--language-model", default="none", help="the parser: armillary, none, or any of spaCy's"
    )
    parser.add_argument("--show", type=int, default=0, help="print this many sentences that went wrong")
    asked = parser.parse_args()
    connectives = {f"rule:{rule['name']}" for rule in load("connectives")["rule"]}
    for name, file in SETS.items():
        sentences = list(_sentences(asked.data / file, asked.part))
        found = [_claims(one.text, asked.language_model) for one in sentences]
        plain = [tuple(c for c in claims if connectives & set(c.found_by)) for claims in found]
        print(
            f"{name}, {asked.part}: {len(sentences)} sentences, {sum(len(s.pairs) for s in sentences)} pairs"
        )
        for title, claims in (("all rules", found), ("connectives", plain)):
            print(
                f"  {title:<12} sentence {_gate(sentences, claims)}   end to end {_pairs(sentences, claims)}"
            )
        _show(sentences, found, asked.show)


def _claims(text: str, language_model: str) -> tuple[Claim, ...]:
    return extract(annotate(Document("s", "s", text, "0" * 64), language_model)).claims


def _sentences(path: Path, part: str) -> Iterator[Marked]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            aside = zlib.crc32(row["doc_id"].encode()) % FOLDS == 0
            if aside == (part == "aside"):
                marked = (
                    ast.literal_eval(row["causal_text_w_pairs"]) if row["causal_text_w_pairs"] else []
                )
                yield Marked(row["text"], tuple(_pair(words) for words in marked))


def _pair(words: str) -> tuple[frozenset[int], frozenset[int]]:
    """The offsets, in the sentence without its tags, of the words of the cause and of the effect."""
    sides: dict[str, set[int]] = {"ARG0": set(), "ARG1": set()}
    open_: set[str] = set()
    at = last = 0
    for tag in _TAG.finditer(words):
        for name in open_ & sides.keys():
            sides[name].update(range(at, at + tag.start() - last))
        at += tag.start() - last
        last = tag.end()
        name = tag.group().strip("</>")
        (open_.discard if tag.group().startswith("</") else open_.add)(name)
    plain = _TAG.sub("", words)
    starts = [word.start() for word in re.finditer(r"\w+", plain)]
    return (
        frozenset(start for start in starts if start in sides["ARG0"]),
        frozenset(start for start in starts if start in sides["ARG1"]),
    )


def _gate(sentences: list[Marked], found: list[tuple[Claim, ...]]) -> Score:
    score = Score()
    for one, claims in zip(sentences, found, strict=True):
        score.found += bool(claims)
        score.marked += bool(one.pairs)
        score.right += bool(claims) and bool(one.pairs)
    return score


def _pairs(sentences: list[Marked], found: list[tuple[Claim, ...]]) -> Score:
    score = Score()
    for one, claims in zip(sentences, found, strict=True):
        left = list(one.pairs)
        score.found += len(claims)
        score.marked += len(left)
        for claim in claims:
            hit = next((pair for pair in left if _fits(one.text, claim, pair)), None)
            if hit is not None:
                left.remove(hit)
                score.right += 1
    return score


def _fits(text: str, claim: Claim, pair: tuple[frozenset[int], frozenset[int]]) -> bool:
    for side, marked in zip((claim.cause.at, claim.effect.at), pair, strict=True):
        mine = {
            word.start() for word in re.finditer(r"\w+", text) if side.start <= word.start() < side.end
        }
        if len(mine & marked) < HALF * len(mine | marked):
            return False
    return True


def _show(sentences: list[Marked], found: list[tuple[Claim, ...]], most: int) -> None:
    shown = 0
    for one, claims in zip(sentences, found, strict=True):
        wrong = [
            claim for claim in claims if not any(_fits(one.text, claim, pair) for pair in one.pairs)
        ]
        missed = [
            pair for pair in one.pairs if not any(_fits(one.text, claim, pair) for claim in claims)
        ]
        if (wrong or missed) and shown < most:
            shown += 1
            print(f"\n  {one.text}")
            for claim in wrong:
                print(
                    f"    found   {claim.cause.at.words!r} -> {claim.effect.at.words!r} {claim.found_by}"
                )
            for cause, effect in missed:
                print(f"    missed  {_words(one.text, cause)!r} -> {_words(one.text, effect)!r}")


def _words(text: str, starts: frozenset[int]) -> str:
    return " ".join(word.group() for word in re.finditer(r"\w+", text) if word.start() in starts)


if __name__ == "__main__":
    main()
