"""How well moods are found, on public development sets.

    python bench/moods.py
    python bench/moods.py --errors 30

negation   Sherlock: cues found (precision, recall), and words in scope (F1 over words without cues and
           punctuation, union of all negations of a sentence). Affixes (*un-*, *-less*) have no cue here:
           the second line leaves sentences with them out.
factuality UDS-IH2: mean gold label of the words that we mark with each modality (-3 to 3), and the
           correlation of gold labels with the means that the same modalities have in the training part.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import correlation, mean

from armillary.annotate import grammar, stance
from armillary.reading import Modality, Reading
from armillary.text import Block, BlockKind, Document, Span

Stretch = tuple[int, int]


def marked(text: str) -> Reading:
    """One sentence with its moods."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return stance.mark(grammar.mark(Reading(Document("sentence", "", text, "0" * 64, blocks=(block,)))))


@dataclass
class Tally:
    """Shares by name, and what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, key: str, *, right: bool) -> None:
        """Count one case."""
        self.of[key] += 1
        self.right[key] += right

    def lines(self) -> str:
        """One line for each share."""
        return "\n".join(
            f"  {key:34} {self.right[key] / of:.3f}  ({self.right[key]} of {of})"
            for key, of in sorted(self.of.items())
        )


def _shares(one: Stretch, other: Stretch) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def negation(path: Path) -> Tally:
    """Cues and scopes of Sherlock, words put together with blanks."""
    tally = Tally()
    counts: Counter[str] = Counter()
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines()]
        cues, scope, affixed = _gold_negation(rows)
        found_cues, found_scope = _our_negation([row[3] for row in rows])
        for key in ("", "no affixes "):
            if key and affixed:
                continue
            counts[f"{key}hit"] += len(scope & found_scope - cues)
            counts[f"{key}ours"] += len(found_scope - found_cues - cues)
            counts[f"{key}gold"] += len(scope - cues)
            counts[f"{key}cue hit"] += len(cues & found_cues)
            counts[f"{key}cue ours"] += len(found_cues)
            counts[f"{key}cue gold"] += len(cues)
        if not affixed and (cues != found_cues or scope - cues != found_scope - found_cues - cues):
            shown = " ".join(
                f"{'*' * (n in cues)}{row[3]}{'/G' * (n in scope - cues)}{'/O' * (n in found_scope - found_cues)}"
                for n, row in enumerate(rows)
            )
            tally.errors.append(shown)
    for key in ("", "no affixes "):
        for what in ("", "cue "):
            hit, ours, gold = (counts[f"{key}{what}{part}"] for part in ("hit", "ours", "gold"))
            print(
                f"  {key}{what or 'scope words '} P {hit / ours:.3f} R {hit / gold:.3f} F1 {2 * hit / (ours + gold):.3f}"
            )
    return tally


def _gold_negation(rows: list[list[str]]) -> tuple[set[int], set[int], bool]:
    cues: set[int] = set()
    scope: set[int] = set()
    affixed = False
    for column in range(7, len(rows[0]) - 2, 3):
        for number, row in enumerate(rows):
            if row[column] != "_":
                cues.add(number)
                affixed = affixed or row[column] != row[3]
            if row[column + 1] != "_" and row[3][0].isalnum():
                scope.add(number)
    return cues, scope, affixed


def _our_negation(words: list[str]) -> tuple[set[int], set[int]]:
    text = ""
    places = []
    for word in words:
        glued = word.lower() in {"n't", "'s", "'ll", "'re", "'ve", "'m", "'d"} or re.fullmatch(
            r"[.,;:!?]|''", word
        )
        text += ("" if glued or not text else " ") + word
        places.append((len(text) - len(word), len(text)))
    cues: set[int] = set()
    scope: set[int] = set()
    for mood in marked(text).moods:
        if mood.modality is Modality.NEGATED:
            for number, place in enumerate(places):
                if not words[number][0].isalnum() and words[number] not in {
                    "n't",
                    "'s",
                    "'ll",
                    "'re",
                    "'ve",
                    "'m",
                    "'d",
                }:
                    continue
                if _shares(place, (mood.cue.start, mood.cue.end)) > 0 and not (
                    mood.cue.words.lower().endswith(("n't", "n’t")) and words[number].lower() != "n't"
                ):
                    cues.add(number)
                elif _shares(place, (mood.scope.start, mood.scope.end)) > 0:
                    scope.add(number)
    return cues, scope


def factuality(folder: Path) -> Tally:
    """Modalities beside the gold labels of UDS-IH2."""
    train = _labelled(folder / "uds_ih2_train.jsonl")
    dev = _labelled(folder / "uds_ih2_dev.jsonl")
    means = {key: mean(labels) for key, labels in _by_modality(train).items()}
    for key, labels in _by_modality(dev).items():
        print(
            f"  {key:16} mean {mean(labels):+.2f}  below 0: {sum(x < 0 for x in labels) / len(labels):.2f}  of {len(labels)}"
        )
    print(
        f"  correlation {correlation([means[key] for key, _ in dev], [label for _, label in dev]):.3f}"
    )
    tally = Tally()
    for key, label in dev:
        if label < 0:
            tally.add("recall of what did not happen", right=key is not Modality.ASSERTED)
        if key is Modality.NEGATED:
            tally.add("negated that did not happen", right=label < 0)
        if key is Modality.ASSERTED:
            tally.add("asserted that happened", right=label > 0)
    return tally


def _by_modality(labelled: list[tuple[Modality, float]]) -> dict[Modality, list[float]]:
    found: dict[Modality, list[float]] = defaultdict(list)
    for key, label in labelled:
        found[key].append(label)
    return dict(sorted(found.items()))


def _labelled(path: Path) -> list[tuple[Modality, float]]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        places = [(part.start(), part.end()) for part in re.finditer(r"\S+", row["text"])]
        reading = marked(row["text"])
        for target in row["targets"]:
            first, last = target["span1"]
            at = reading.document.passage(places[first][0], places[last - 1][1])
            found.append((reading.modality_of(at), target["label"]))
    return found


def main() -> None:
    """Measure both."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--errors", type=int, default=0)
    chosen = options.parse_args()
    data = chosen.shared / "data"
    print("negation")
    tally = negation(data / "negation/sherlock_dev.txt")
    print("factuality")
    print(factuality(data / "factuality").lines())
    keyed = sorted(tally.errors, key=lambda line: hashlib.sha256(line.encode()).digest())
    print("\n".join(keyed[: chosen.errors]))


if __name__ == "__main__":
    main()
