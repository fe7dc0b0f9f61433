"""What share of the lines of a text runs on from the line before: hard-wrapped or not.

python bench/read_wrapping.py ../shared/texts/*.txt
"""

import sys
from itertools import pairwise
from pathlib import Path

from armillary.read.lines import LEAST_RUNNING, WIDEST, chunks_of, lines_of, runs_on


def main() -> None:
    """Print a row for each file."""
    for name in sys.argv[1:]:
        text = Path(name).read_text(encoding="utf-8")
        breaks = [pair for chunk in chunks_of(lines_of(text)) for pair in pairwise(chunk.lines)]
        running = sum(before.width <= WIDEST and runs_on(text, before, line) for before, line in breaks)
        share = running / max(len(breaks), 1)
        verdict = "wrapped" if share >= LEAST_RUNNING else "a paragraph to a line"
        print(f"{share:.2f}  {len(breaks):6} breaks  {verdict:22} {name}")


if __name__ == "__main__":
    main()
