"""How sure claims make us, measured: the share of right ones by pattern and by agreement of rules and tagger.

    python bench/beliefs.py              count and tell how reliable the beliefs are
    python bench/beliefs.py --write      and write src/armillary/extract/causes/rules/beliefs.toml and docs/beliefs.svg
    python bench/beliefs.py --widths     and try widths of the prior on documents left out

Counted on gold/tuned, on every other claim judged one by one (bench/claims_judged.csv), and on the documents of the Causal
News Corpus and BECAUSE that are kept aside (training parts; the tagger has not learned from them). Reliability is told
on gold/tuned with each document left out in its turn, on gold/held, and on the rest of the judged claims.
About two minutes.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import claims_sheet
from claims import DATA, SETS, Marked, sentences_of

from armillary.annotate import annotate
from armillary.extract.causes.beliefs import RULE, Agreement, Beliefs, agreement_of
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Claim
from armillary.read import read
from armillary.settings import Settings
from armillary.text import Document, Passage
from marks import reliability
from marks.calibrating import JUDGED, OURS, WIDTH, Judged, belief, fitted, left_out, loss, written
from marks.claims import holds, pair, shares
from marks.loading import HALVES, documents
from marks.measuring import claims_of

HERE = Path(__file__).parent
FILE = HERE.parent / "src/armillary/extract/causes/rules/beliefs.toml"
DRAWING = HERE.parent / "docs/beliefs.svg"
PUBLIC = ("CNC", "BECAUSE")
CONSTANT = 0.7
"""The belief in every claim before they were measured: the rival."""
WIDTHS = (0.0625, 0.125, 0.25, 0.5, 1.0)
_WORD = re.compile(r"\w+")


def main() -> None:
    """Count, fit and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true", help="write the beliefs and the drawing")
    parser.add_argument("--widths", action="store_true", help="try widths of the prior")
    asked = parser.parse_args()
    tuned, held = (list(marked(half)) for half in HALVES)
    sheet = by_hand()
    rows = [*tuned, *sheet[::2], *(row for name in PUBLIC for row in public(asked.data, name))]
    beliefs = fitted(rows)
    print(counts(rows, beliefs))
    if asked.widths:
        for width in WIDTHS:
            print(
                f"width {width}: log loss {loss(rows, width):.4f}{' (taken)' if width == WIDTH else ''}"
            )
    sets = {
        "gold/tuned, left out in turn": left_out(rows),
        "gold/held": [(belief(beliefs, row), row.right) for row in held],
        "judged by hand": [(belief(beliefs, row), row.right) for row in sheet[1::2]],
    }
    for name, told in sets.items():
        if told:
            print(f"\n{reliability.table(name, told, CONSTANT)}")
    if asked.write:
        written(beliefs, rows, FILE)
        DRAWING.write_text(
            reliability.drawing({n: told for n, told in sets.items() if told}), encoding="utf-8"
        )


def marked(half: str) -> Iterator[Judged]:
    """The claims of our own marked documents."""
    settings = Settings()
    for document in documents(half):
        reading = annotate(read(document.path.with_suffix(".txt"), settings), settings.language_model)
        for claim, mark in pair(claims_of(reading, Heard.BOTH), document).claims:
            yield judged(OURS, document.name, claim, right=mark is not None)


def public(data: Path, name: str) -> Iterator[Judged]:
    """The claims of the sentences of a public set that are kept aside; a side is right as in `marks/claims.py`."""
    for number, one in enumerate(sentences_of(data / SETS[name], name, "aside")):
        if number % 100 == 0:
            print(f"{name}: sentence {number}", file=sys.stderr)
        reading = annotate(Document("s", "s", one.text, "0" * 64), Settings().language_model)
        for claim in claims_of(reading, Heard.BOTH):
            yield judged(name, f"{name} {number}", claim, right=_is_right(claim, one))


def judged(source: str, document: str, claim: Claim, *, right: bool) -> Judged:
    """A claim with its verdict."""
    patterns = tuple(name.removeprefix(RULE) for name in claim.found_by if name.startswith(RULE))
    return Judged(source, document, patterns, agreement_of(claim.found_by), right)


def _is_right(claim: Claim, one: Marked) -> bool:
    cause, effect = (_places(side.at, one.text) for side in (claim.cause, claim.effect))
    return any(
        shares(cause, causes)
        and shares(effect, effects)
        and not holds(cause, effects, causes)
        and not holds(effect, causes, effects)
        for causes, effects in one.pairs or ()
    )


def _places(at: Passage, text: str) -> frozenset[int]:
    return frozenset(word.start() for word in _WORD.finditer(text, at.start, at.end))


def by_hand() -> list[Judged]:
    """The claims of the sheet; those left unclear do not count."""
    return [
        Judged(
            JUDGED,
            f"{JUDGED} {number}",
            tuple(filter(None, row["pattern"].split("; "))),
            Agreement(row["witness"]),
            row["verdict"] == "right",
        )
        for number, row in enumerate(claims_sheet.judged())
        if row["verdict"] != "unclear"
    ]


def counts(rows: list[Judged], beliefs: Beliefs) -> str:
    """Right claims by source and agreement, and by pattern."""
    lines = [f"{'':<12}" + "".join(f"{agreement.value:>14}" for agreement in beliefs.share)]
    for source in dict.fromkeys(row.source for row in rows):
        cells = [
            [row.right for row in rows if row.source == source and row.agreement is agreement]
            for agreement in beliefs.share
        ]
        lines.append(f"{source:<12}" + "".join(f"{f'{sum(c)} of {len(c)}':>14}" for c in cells))
    lines.append(f"{'believed':<12}" + "".join(f"{share:>14.2f}" for share in beliefs.share.values()))
    for name, shift in sorted(beliefs.shift.items(), key=lambda item: -item[1]):
        kept = [row.right for row in rows if name in row.patterns]
        alone, both = (beliefs.of((f"{RULE}{name}", *more)) for more in ((), ("tagger",)))
        lines.append(
            f"{name:<28}{sum(kept):>4} of {len(kept):<4} shift {shift:+.2f}, alone {alone:.2f}, both {both:.2f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
