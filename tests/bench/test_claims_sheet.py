import subprocess
import sys
from collections import Counter
from pathlib import Path

from claims_sheet import COLUMNS, WORDS, judged, told

BENCH = Path(__file__).parents[2] / "bench" / "claims_sheet.py"


def test_two_hundred_claims_are_judged_and_every_wrong_one_says_why() -> None:
    rows = judged()
    assert len(rows) == 200
    assert all(tuple(row) == COLUMNS for row in rows)
    assert {row["verdict"] for row in rows} == {"right", "wrong", "unclear"}
    assert all(row["reason"] for row in rows if row["verdict"] != "right")
    assert len({(row["file"], row["place"], row["cause"], row["effect"]) for row in rows}) == 200


def test_the_sheet_holds_short_quotations_only() -> None:
    assert all(len(row[side].split()) <= WORDS + 1 for row in judged() for side in ("cause", "effect"))


def test_precision_leaves_out_what_is_unclear() -> None:
    rows = judged()
    counts = Counter(row["verdict"] for row in rows)
    share = counts["right"] / (counts["right"] + counts["wrong"])
    assert f"{share:.2f}, {counts['unclear']} unclear" in told(rows).splitlines()[0]


def test_the_command_tells_of_the_sheet_without_the_texts() -> None:
    done = subprocess.run([sys.executable, str(BENCH)], capture_output=True, text=True, check=True)
    assert "wrong because" in done.stdout
