"""Whole documents marked by hand: claims, signs, modality, holders, merges, events, figures, quotations, positions.

    python bench/gold.py                        every document and both halves
    python bench/gold.py --tuned                the half that rules and thresholds may be tuned on
    python bench/gold.py --held                 the half that nothing is tuned on: its figures only
    python bench/gold.py --proposals            every claim of the tuned half, right or wrong, with its pattern;
                                                how often the tagger is right alone, by how sure it is (SURE and
                                                SURE_WITHOUT in extract/causes/witnesses.py)
    python bench/gold.py --missed               the marked claims of the tuned half that nobody finds
    python bench/gold.py --floors               raise the floors in gold/floors.json to what is measured
    python bench/gold.py --floors --lower WHY   lower those that do not hold, with a line in CHANGELOG.md

Ends with 1 where a figure is below its floor. What counts as right is told in gold/README.md. Rivals in the same run: a plain
list of connectives for claims, equal words for factors.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from marks import floors, listing
from marks.loading import HALVES, documents
from marks.measuring import BOTH, PLAIN, Measured, measure, total, values
from marks.table import table

TUNED, HELD = HALVES


def main() -> int:
    """Print what is asked for; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tuned", action="store_true", help="only this half")
    parser.add_argument("--held", action="store_true", help="only this half")
    parser.add_argument("--proposals", action="store_true", help="every claim of the tuned half")
    parser.add_argument(
        "--missed", action="store_true", help="the marks of the tuned half that are not found"
    )
    parser.add_argument("--floors", action="store_true", help="raise the floors")
    parser.add_argument("--lower", metavar="WHY", help="with --floors: lower those that do not hold")
    asked = parser.parse_args()
    if (asked.proposals or asked.missed) and asked.held:
        parser.error(
            "the held half is measured and not looked at: who has seen its errors has tuned on it"
        )
    if asked.lower is not None and not (asked.floors and asked.lower.strip()):
        parser.error("--lower goes with --floors and takes a reason")
    if asked.proposals or asked.missed:
        marked = documents(TUNED)
        print(listing.proposals(marked) if asked.proposals else listing.missed(marked))
        return 0
    halves = [half for half in HALVES if getattr(asked, half)] or list(HALVES)
    measured = {half: list(_measured(half)) for half in halves}
    for half, rows in measured.items():
        print(table(half, rows), _beside(rows), sep="\n", end="\n\n")
    told = {half: values(total(rows)) for half, rows in measured.items()}
    return settle(told, raise_=asked.floors, lower=asked.lower)


def _measured(half: str) -> Iterator[Measured]:
    marked = documents(half)
    for number, one in enumerate(marked, start=1):
        print(f"{half} {number}/{len(marked)}: {one.name}", file=sys.stderr)
        yield measure(one)


def _beside(rows: Sequence[Measured]) -> str:
    """How many times the rival's F1 ours is."""
    told = values(total(rows))
    ours, plain = (told[f"{name}: F1"][0] for name in (BOTH, PLAIN))
    ratio = f"{ours / plain:.1f} times" if plain else "the rival finds none:"
    return f"Claims by both witnesses: {ratio} the F1 of a plain list of connectives."


def settle(told: Mapping[str, floors.Values], *, raise_: bool, lower: str | None) -> int:
    """Hold the figures of each half against the floors; 1 where one is below and nobody gave a reason."""
    kept = floors.read()
    falls = [fall for half, one in told.items() for fall in floors.fallen(half, one, kept)]
    for fall in falls:
        print(f"below its floor: {fall}", file=sys.stderr)
    if falls and lower is None:
        if raise_:
            print('No floor was changed. Mend it, or: --floors --lower "the reason"', file=sys.stderr)
        return 1
    if raise_:
        after = {
            half: floors.raised(half, one, kept, lower=lower is not None) for half, one in told.items()
        }
        floors.write(kept | after)
        if falls and lower is not None:
            floors.tell(falls, lower)
    return 0


if __name__ == "__main__":
    sys.exit(main())
