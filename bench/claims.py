"""Causal claims against sentences that people have marked: is there one, which way, and in which words.

    python bench/claims.py [--data ../shared/data/causal] [--part tuned|aside] [--witnesses NAME] [--show N]

Sets, training parts: the Causal News Corpus V2 (CC0), BECAUSE 2.1 (MIT; annotated sentences only),
EventStoryLine and SemEval-2010 task 8 (CC BY 3.0; no spans). A fifth of the documents is kept aside by a hash
of their names: the tagger has not learned from it (it has from the rest), and no rule is tuned on it. One choice
was: on half of it, whose words a side takes where both witnesses speak (`docs/claims.md`).

sentence F1   a sentence has a claim, or none
sides         causes and effects one by one: a marked one of the same role shares half of its words
end to end    a claim is right where a marked pair has the same direction and both its sides share half of
              their words with it (intersection over union of words >= 0.5); each pair counts once
plain         the same with the rules of `connectives.toml` alone, in the same run

Published figures stand beside for their order of size: they are of other parts of the same sets, by models
of BERT-base's size (110 million numbers) trained on each set for its own labels.
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
from armillary.extract import causes
from armillary.extract.causes.rules import load
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Claim, Findings
from armillary.text import Document, Passage

DATA = Path(__file__).parents[2] / "shared" / "data" / "causal"
SETS = {
    "CNC": "cnc_v2_train_spans_grouped.csv",
    "BECAUSE": "unicausal_because_grouped_train.csv",
    "EventStoryLine": "eventstoryline_train_rebuilt.csv",
    "SemEval": "unicausal_semeval2010t8_train.csv",
}
KEYS = {"SemEval": "index"}
"""The column that names a document, where it is not `doc_id`."""
PUBLISHED = {
    "CNC": "sentence F1 86.3 (development part, the set's README)",
    "BECAUSE": "sentence F1 90.8 on 51 sentences, of which four fifths are causal (UniCausal, test part)",
    "EventStoryLine": "sentence F1 81.2 (UniCausal, test part)",
    "SemEval": "sentence F1 89.6 (UniCausal, test part)",
}
FOLDS = 5
HALF = 0.5
_TAG = re.compile(r"</?(?:ARG0|ARG1|SIG\d*)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and the pairs of cause and effect in it, as sets of character offsets of their words.

    `pairs` is None where the set marks none.
    """

    text: str
    causal: bool
    pairs: tuple[tuple[frozenset[int], frozenset[int]], ...] | None


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
    parser.add_argument(
        "--witnesses",
        choices=tuple(Heard),
        help="hear these alone; all are compared where none is named",
    )
    asked = parser.parse_args()
    heard = tuple(Heard) if asked.witnesses is None else (Heard(asked.witnesses),)
    for name, file in SETS.items():
        sentences = list(sentences_of(asked.data / file, name, asked.part))
        causal = sum(one.causal for one in sentences)
        print(f"\n{name}, {asked.part}: {len(sentences)} sentences, {causal} of them causal")
        found = _found(sentences, heard, asked.language_model)
        for title, claims in found.items():
            print(f"  {title:<9}{_scores(sentences, claims)}")
        print(f"  BERT-base, published: {PUBLISHED[name]}")
        if sentences[0].pairs is not None:
            _show(sentences, found[heard[-1]], asked.show)


def _found(
    sentences: list[Marked], heard: tuple[Heard, ...], language_model: str
) -> dict[str, list[tuple[Claim, ...]]]:
    """The claims of each sentence, by each of those who are heard, and by plain connectives."""
    connectives = {f"rule:{rule['name']}" for rule in load("connectives")["rule"]}
    found: dict[str, list[tuple[Claim, ...]]] = {name: [] for name in ("plain", *heard)}
    for one in sentences:
        document = Document("s", "s", one.text, "0" * 64)
        reading = annotate(document, language_model)
        empty = Findings(document)
        by_rules = causes.find(reading, empty, Heard.RULES).claims
        found["plain"].append(tuple(c for c in by_rules if connectives & set(c.found_by)))
        for who in heard:
            claims = by_rules if who is Heard.RULES else causes.find(reading, empty, who).claims
            found[who].append(claims)
    return found


def _scores(sentences: list[Marked], found: list[tuple[Claim, ...]]) -> str:
    """One row of the table."""
    row = f"sentence {_gate(sentences, found)}"
    if sentences[0].pairs is None:
        return row
    return f"{row}   sides {_sides(sentences, found)}   end to end {_pairs(sentences, found)}"


def sentences_of(path: Path, name: str, part: str) -> Iterator[Marked]:
    """The sentences of a part of a set."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            key = row[KEYS.get(name, "doc_id")]
            if (zlib.crc32(key.encode()) % FOLDS == 0) != (part == "aside"):
                continue
            if "causal_text_w_pairs" not in row:
                yield Marked(row["text"], row["seq_label"] == "1", None)
                continue
            marked = ast.literal_eval(row["causal_text_w_pairs"] or "[]")
            yield Marked(row["text"], bool(marked), tuple(_pair(words) for words in marked))


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
        score.marked += one.causal
        score.right += bool(claims) and one.causal
    return score


def _sides(sentences: list[Marked], found: list[tuple[Claim, ...]]) -> Score:
    """Causes and effects, each once, whatever they are paired with."""
    score = Score()
    for one, claims in zip(sentences, found, strict=True):
        for role in (0, 1):
            left = list(dict.fromkeys(pair[role] for pair in one.pairs or ()))
            mine = dict.fromkeys((claim.cause.at, claim.effect.at)[role] for claim in claims)
            score.found += len(mine)
            score.marked += len(left)
            for at in mine:
                hit = next((side for side in left if _shares(one.text, at, side)), None)
                if hit is not None:
                    left.remove(hit)
                    score.right += 1
    return score


def _pairs(sentences: list[Marked], found: list[tuple[Claim, ...]]) -> Score:
    score = Score()
    for one, claims in zip(sentences, found, strict=True):
        left = list(one.pairs or ())
        score.found += len(claims)
        score.marked += len(left)
        for claim in claims:
            hit = next((pair for pair in left if _fits(one.text, claim, pair)), None)
            if hit is not None:
                left.remove(hit)
                score.right += 1
    return score


def _fits(text: str, claim: Claim, pair: tuple[frozenset[int], frozenset[int]]) -> bool:
    sides = claim.cause.at, claim.effect.at
    return all(_shares(text, at, marked) for at, marked in zip(sides, pair, strict=True))


def _shares(text: str, at: Passage, marked: frozenset[int]) -> bool:
    """Whether a passage shares half of its words and theirs with a marked side."""
    mine = {word.start() for word in re.finditer(r"\w+", text) if at.start <= word.start() < at.end}
    return len(mine & marked) >= HALF * len(mine | marked)


def _show(sentences: list[Marked], found: list[tuple[Claim, ...]], most: int) -> None:
    shown = 0
    for one, claims in zip(sentences, found, strict=True):
        wrong = [
            claim
            for claim in claims
            if not any(_fits(one.text, claim, pair) for pair in one.pairs or ())
        ]
        missed = [
            pair for pair in one.pairs or () if not any(_fits(one.text, claim, pair) for claim in claims)
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
