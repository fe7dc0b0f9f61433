"""How surely near-duplicates are known: texts with some of their words changed, beside texts that share less.

    python bench/likeness.py [TEXT] [--texts N]

Texts of 60, 150 and 400 words are cut from a book at random places. Of each, copies are made in which each
word is, with the chance given, dropped, replaced or followed by another word of the book; and others that
share the first third, half or two thirds of it and go on with words from elsewhere. A row tells how many of
a kind are taken for copies. Two thirds in common are the border, and count neither as right nor as wrong. Then: seconds to
find the copies among ever more texts.
"""

import argparse
import random
import time
from pathlib import Path

from armillary.likeness import ALIKE, alike, copies, signature

TEXT = Path(__file__).parents[2] / "shared" / "texts" / "federalist-papers.txt"
LENGTHS = (60, 150, 400)
CHANGED = (0.05, 0.1, 0.2)
COMMON = {"a third in common": 1 / 3, "half in common": 1 / 2, "two thirds in common": 2 / 3}
OTHERS = frozenset({"a third in common", "half in common", "nothing in common"})
MOMENTS = random.Random(3)  # noqa: S311  the same texts every time


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="?", type=Path, default=TEXT)
    parser.add_argument("--texts", type=int, default=300, help="of each length and kind")
    chosen = parser.parse_args()
    words = chosen.text.read_text(encoding="utf-8").split()
    taken = _taken(words, chosen.texts)
    print(f"taken for copies, of {chosen.texts} each, at {ALIKE}:\n")
    print(f"| kind | {' | '.join(f'{length} words' for length in LENGTHS)} |")
    print("|---|" + "---|" * len(LENGTHS))
    for kind in taken[LENGTHS[0]]:
        print(f"| {kind} | {' | '.join(f'{taken[length][kind]:.1%}' for length in LENGTHS)} |")
    right = sum(share for row in taken.values() for kind, share in row.items() if "changed" in kind)
    wrong = sum(share for row in taken.values() for kind, share in row.items() if kind in OTHERS)
    recall = right / (len(CHANGED) * len(LENGTHS))
    print(f"\nprecision {right / (right + wrong):.4f}, recall {recall:.4f} over all lengths\n")
    _speed(words)


def _taken(words: list[str], number: int) -> dict[int, dict[str, float]]:
    """For each length the share of each kind of text that is taken for a copy."""
    taken: dict[int, dict[str, float]] = {}
    for length in LENGTHS:
        row = taken.setdefault(length, {})
        for _ in range(number):
            whole = _cut(words, length)
            held = signature(" ".join(whole))
            for kind, other in _kinds(whole, words).items():
                there = signature(" ".join(other))
                found = held is not None and there is not None and alike(held, there) >= ALIKE
                row[kind] = row.get(kind, 0.0) + found / number
    return taken


def _kinds(whole: list[str], words: list[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {
        f"{share:.0%} of the words changed": _changed(whole, words, share) for share in CHANGED
    }
    kinds["a fifth cut off"] = whole[: len(whole) * 4 // 5]
    for name, share in COMMON.items():
        kept = round(len(whole) * share)
        kinds[name] = whole[:kept] + _cut(words, len(whole) - kept)
    kinds["nothing in common"] = _cut(words, len(whole))
    return kinds


def _cut(words: list[str], length: int) -> list[str]:
    start = MOMENTS.randrange(len(words) - length)
    return words[start : start + length]


def _changed(whole: list[str], words: list[str], share: float) -> list[str]:
    changed: list[str] = []
    for word in whole:
        other = MOMENTS.choice(words)
        kinds: tuple[list[str], ...] = ([], [other], [word, other])
        changed += MOMENTS.choice(kinds) if MOMENTS.random() < share else [word]
    return changed


def _speed(words: list[str]) -> None:
    print(
        "| texts of 150 words, a tenth of them copies | seconds to sign | seconds to find copies | found |"
    )
    print("|---|---|---|---|")
    for number in (1_000, 10_000):
        texts = [_cut(words, 150) for _ in range(number * 9 // 10)]
        texts += [_changed(MOMENTS.choice(texts), words, 0.05) for _ in range(number - len(texts))]
        began = time.perf_counter()
        signed = [signature(" ".join(text)) for text in texts]
        halfway = time.perf_counter()
        found = len(copies(signed))
        print(f"| {number} | {halfway - began:.1f} | {time.perf_counter() - halfway:.1f} | {found} |")


if __name__ == "__main__":
    main()
