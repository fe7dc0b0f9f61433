"""A sheet of claims to be judged one by one, each in its sentence.

    python bench/claims_sheet.py --draw NEW.csv [--sentences NEW.txt]    draw 200 claims, seeded, verdicts left empty
    python bench/claims_sheet.py                                         what the judged sheet says: precision, and of what
    python bench/claims_sheet.py --still                                 and which of its claims are still made today

The claims are of the Federalist Papers (1788) and of an essay of today, by both witnesses as they were when the sheet was
drawn. A claim is **right** where the sentence says, of these two sides, that the one brings about, helps, hinders or prevents
the other, in this direction, in whatever mood; a side may be a few words too long or too short as long as it names the thing;
and a sign that is not *unclear* must not be the wrong one. It is **wrong** otherwise, and **unclear** where two careful readers
would differ. Sides are shown by at most twelve words.
"""

import argparse
import csv
import random
import sys
from collections import Counter
from pathlib import Path

from armillary.annotate import annotate
from armillary.extract import extract
from armillary.extract.causes.beliefs import RULE, agreement_of
from armillary.findings import Claim
from armillary.read import read
from armillary.settings import Settings

TEXTS = Path(__file__).parents[2] / "shared" / "texts"
DRAWN = {"ukraine-war-essay.txt": 40, "federalist-papers.txt": 200}
"""At most so many of each text, in this order, 200 in all."""
ALL = 200
SHEET = Path(__file__).with_name("claims_judged.csv")
SEED = 200
WORDS = 12
COLUMNS = ("file", "place", "pattern", "witness", "cause", "effect", "sign", "verdict", "reason")


def main() -> None:
    """Draw a sheet, or tell of the one that is judged."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--draw", type=Path, help="write a new sheet here")
    parser.add_argument("--sentences", type=Path, help="with --draw: the sentences, for whoever judges")
    parser.add_argument("--seed", type=int, default=SEED, help="with --draw: another draw")
    parser.add_argument("--still", action="store_true", help="read the texts again")
    parser.add_argument("--texts", type=Path, default=TEXTS)
    asked = parser.parse_args()
    if asked.draw is not None:
        draw(asked.texts, asked.draw, asked.sentences, asked.seed)
        return
    rows = judged(SHEET)
    print(told(rows))
    if asked.still:
        print(f"\nstill made: {_counted(still(asked.texts, rows))}")


def draw(texts: Path, sheet: Path, sentences: Path | None, seed: int) -> None:
    """Claims at random from each text, in the order of the text."""
    chance = random.Random(seed)  # noqa: S311  a seeded draw, no secret
    shown: list[str] = []
    with sheet.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        rows.writeheader()
        for name, number in DRAWN.items():
            claims = claims_of(texts / name)
            print(f"{len(claims)} claims", file=sys.stderr)
            most = min(number, len(claims), ALL - len(shown))
            kept = sorted(chance.sample(range(len(claims)), most))
            for claim in (claims[at] for at in kept):
                rows.writerow(_row(name, claim))
                shown.append(_shown(len(shown) + 1, claim))
    if sentences is not None:
        sentences.write_text("\n\n".join(shown), encoding="utf-8")


def claims_of(path: Path) -> tuple[Claim, ...]:
    """All claims of a text, by both witnesses."""
    print(f"reading {path.name}", file=sys.stderr)
    settings = Settings()
    return extract(annotate(read(path, settings), settings.language_model), settings.witnesses).claims


def judged(sheet: Path = SHEET) -> list[dict[str, str]]:
    """The rows of a sheet."""
    with sheet.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def still(texts: Path, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows whose claims are made today, with the same sides at the same place."""
    known = {
        (row["file"], row["place"].split("-")[0], row["cause"], row["effect"])
        for name in DRAWN
        for row in (_row(name, claim) for claim in claims_of(texts / name))
    }
    return [
        row
        for row in rows
        if (row["file"], row["place"].split("-")[0], row["cause"], row["effect"]) in known
    ]


def _row(name: str, claim: Claim) -> dict[str, str]:
    patterns = [one.removeprefix(RULE) for one in claim.found_by if one.startswith(RULE)]
    return {
        "file": name,
        "place": f"{claim.at.start}-{claim.at.end}",
        "pattern": "; ".join(patterns),
        "witness": agreement_of(claim.found_by).value,
        "cause": _short(claim.cause.at.words),
        "effect": _short(claim.effect.at.words),
        "sign": claim.sign.value,
        "verdict": "",
        "reason": "",
    }


def _short(words: str) -> str:
    every = words.split()
    return " ".join(every[:WORDS]) + (" …" if len(every) > WORDS else "")


def _shown(number: int, claim: Claim) -> str:
    text = claim.at.document.text
    start, end = max(0, claim.at.start - 200), min(len(text), claim.at.end + 200)
    stands = [
        f" (= {' '.join(side.stands_for.words.split())})" if side.stands_for else ""
        for side in (claim.cause, claim.effect)
    ]
    return "\n".join(
        (
            f"{number}. {' '.join(text[start:end].split())}",
            f"   {claim.cause.at.words!r}{stands[0]}",
            f"   -> {claim.effect.at.words!r}{stands[1]}",
            f"   cores {claim.cause.core.words!r} -> {claim.effect.core.words!r}",
            f"   {claim.cue[0].words!r}: {claim.sign}, {claim.modality}, {', '.join(claim.found_by)}",
        )
    )


def told(rows: list[dict[str, str]]) -> str:
    """Precision of all, by text, by witness and by pattern; and why the others are wrong."""
    lines = [f"{len(rows)} claims: {_counted(rows)}"]
    for column in ("file", "witness", "pattern"):
        lines.append(f"\nby {column}")
        for value, _ in Counter(row[column] for row in rows).most_common():
            lines.append(
                f"  {value or '(tagger alone)':<28}{_counted([r for r in rows if r[column] == value])}"
            )
    reasons = Counter(row["reason"].split(":")[0] for row in rows if row["verdict"] == "wrong")
    lines += [
        "\nwrong because",
        *(f"  {number:>3}  {reason}" for reason, number in reasons.most_common()),
    ]
    return "\n".join(lines)


def _counted(rows: list[dict[str, str]]) -> str:
    """Right ones of those that are right or wrong."""
    counts = Counter(row["verdict"] for row in rows)
    judged = counts["right"] + counts["wrong"]
    share = f"{counts['right'] / judged:.2f}" if judged else "-"
    return f"{counts['right']:>4} of {judged:<4} {share}, {counts['unclear']} unclear"


if __name__ == "__main__":
    main()
