"""How much of a page's main text is found where the page does not mark it.

    python bench/read_pages.py ../shared/pages        (a folder of saved pages that have a <main>)

Each page is read as it is and once more with `main`, `article`, `nav` and `aside` renamed to `div`. Printed
are the shares of the words read that stand in the page's <main>, and of its words that were read.
"""

import argparse
import html
import re
import time
from collections import Counter
from pathlib import Path
from statistics import mean

from armillary.errors import NothingToRead
from armillary.read import Bytes, read
from armillary.settings import Settings

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_SILENT = re.compile(r"<(script|style|button|svg)\b.*?</\1>", re.DOTALL)
_MARKS = re.compile(r"(</?)(?:main|nav|aside|article)\b")


def words_of(text: str) -> Counter[str]:
    """The words of a text, each as often as it comes."""
    return Counter(re.findall(r"\w+", text))


def shares(page: str, wanted: Counter[str]) -> tuple[float, float]:
    """Precision and recall of the words that were read."""
    try:
        found = words_of(read(Bytes("page.html", page.encode()), Settings()).text)
    except NothingToRead:
        found = Counter()
    both = (found & wanted).total()
    return both / max(found.total(), 1), both / max(wanted.total(), 1)


def main() -> None:
    """Print the two rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    rows: dict[str, list[tuple[float, float]]] = {"as it is": [], "without marks": []}
    begun = time.perf_counter()
    for path in sorted(parser.parse_args().folder.rglob("*.html")):
        page = path.read_text(encoding="utf-8", errors="replace")
        inside = _MAIN.search(page)
        if inside is None:
            continue
        wanted = words_of(html.unescape(re.sub(r"<[^>]+>", " ", _SILENT.sub(" ", inside[1]))))
        rows["as it is"].append(shares(page, wanted))
        rows["without marks"].append(shares(_MARKS.sub(r"\1div", page), wanted))
    for name, row in rows.items():
        if row:
            print(
                f"{name:14} {len(row)} pages  precision {mean(p for p, _ in row):.3f}  recall {mean(r for _, r in row):.3f}"
            )
    print(f"{time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
