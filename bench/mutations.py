"""Checks: errors planted in clean pages, found or not; and what is found on the clean pages.

    python bench/mutations.py                  1,000 mutants and 1,000 clean pages, a few minutes
    python bench/mutations.py --each 5         so many mutants of each check
    python bench/mutations.py --show T402      what was missed and what was wrongly found, for one check

A page is some 300 words of the Federalist Papers, or of the tuned half of `gold/`, without quotations of its own. A mutant is such a page
with a passage in which one thing is wrong; its clean page is the same with the passage as it should be. A mutant is
found where its check says something on the passage. On a clean page every finding of the families S, Q, N and T
is false, wherever it stands; those of C and A are notes on what a text really says, and are counted apart.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planting import PLANTERS, Pair, Planter
from rich.progress import track

from armillary.holdings import Holdings, Library, Volume
from armillary.pipeline import examine
from armillary.read import Bytes
from armillary.settings import Settings
from armillary.system import Problem
from armillary.text import Document
from armillary.wording import wording

HERE = Path(__file__).parent
PAPERS = HERE.parents[1] / "shared" / "texts" / "federalist-papers.txt"
OURS = sorted((HERE.parent / "gold" / "tuned").glob("*.txt"))
SEED, PAGE = 1852, 300
COUNTED = ("S", "Q", "N", "T")
SETTINGS = Settings(witnesses="rules", language_model="none")
_FILL = re.compile(r"«([-~,=≠]?)(\d+)»")


@dataclass(slots=True)
class Score:
    """What became of the mutants of one check, and of the clean pages beside them."""

    planted: int = 0
    found: int = 0
    false: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Prose:
    """Pages to plant in, and words to quote."""

    def __init__(self) -> None:
        text = PAPERS.read_text(encoding="utf-8") if PAPERS.is_file() else ""
        text = text.partition("*** START OF")[2].partition("*** END OF")[0] or text
        papers = [
            part
            for part in re.split(r"\n{2,}", text)
            if len(part.split()) >= PAGE // 10 and not re.search('[“"]', part)
        ]
        cut = len(papers) * 4 // 5
        self.source, other = (
            " ".join(" ".join(papers[:cut]).split()),
            " ".join(" ".join(papers[cut:]).split()),
        )
        self._known, self._unknown = self.source.split(), other.split()
        self._pages = [*_pages(papers), *(page for path in OURS for page in _pages(_paragraphs(path)))]

    def page(self, rng: random.Random) -> list[str]:
        """The paragraphs of one page."""
        return list(rng.choice(self._pages))

    def filled(self, passage: str, seed: int) -> str:
        """The passage with quotations for its marks; with one seed both passages quote from the same place."""
        rng = random.Random(seed)  # noqa: S311  a seeded test, no secret
        last: list[str] = []

        def fill(found: re.Match[str]) -> str:
            mark, length = found[1], int(found[2])
            words = last[-1] if mark in {"=", "≠"} else self.quoted(mark, length, rng)
            last.append(words)
            return " ".join(self._with_changes(words.split(), rng)) if mark == "≠" else words

        return _FILL.sub(fill, passage)

    def _with_changes(self, words: list[str], rng: random.Random) -> list[str]:
        """The words with three of them replaced."""
        others = [word for word in self._known[:5000] if word.isalpha()]
        for place in rng.sample(range(2, len(words) - 2), 3):
            words[place] = rng.choice(others)
        return words

    def quoted(self, mark: str, length: int, rng: random.Random) -> str:
        """Words to stand between quotation marks."""
        words = self._unknown if mark == "-" else self._known
        while True:
            start = rng.randrange(len(words) - length - 1)
            own = words[start : start + length]
            if not re.search(r"[.!?:;“”\"()\[\]]", " ".join(own)):
                break
        if mark == "~":
            own = self._with_changes(own, rng)
        if mark == ",":
            place = rng.randrange(3, length - 3)
            own[place] = own[place].removesuffix(",") if own[place].endswith(",") else own[place] + ","
        return " ".join(own).rstrip(",")


def _paragraphs(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    parts = [part for part in re.split(r"\n{2,}", text) if not part.startswith(("#", "---", "- ", ">"))]
    return [part for part in parts if len(part.split()) >= PAGE // 20 and not re.search('[“"]', part)]


def _pages(paragraphs: Sequence[str]) -> Iterator[list[str]]:
    page: list[str] = []
    for part in paragraphs:
        page.append(part)
        if sum(len(one.split()) for one in page) >= PAGE:
            yield page
            page = []


def grown(pair: Pair, prose: Prose, rng: random.Random) -> Iterator[tuple[str, str]]:
    """The clean page and its mutant, each with the passage that was planted."""
    state = rng.getrandbits(64)
    for passage in (pair.right, pair.wrong):
        own = random.Random(state)  # noqa: S311  both pages have the same words
        told = prose.filled(passage, state)
        page = prose.page(own)
        if pair.whole:
            first, *rest = told.split("…")
            yield first + "".join(page[at % len(page)] + part for at, part in enumerate(rest)), told
        else:
            page.insert(own.randrange(1, len(page) + 1), told)
            yield "\n\n".join(page) + "\n", told


def problems(text: str, holdings: Holdings) -> list[Problem]:
    """What the checks say of a page."""
    system, _ = examine(Bytes("page.md", text.encode()), SETTINGS, holdings)
    return list(system.problems)


def judge(planter: Planter, each: int, prose: Prose, holdings: Holdings, score: Score) -> None:
    """Plant so many errors and count what is found."""
    rng = random.Random(f"{SEED} {planter.code}")  # noqa: S311  a seeded test, no secret
    for _ in range(each):
        pair = planter.plant(rng)
        (clean, told), (mutant, wrong) = grown(pair, prose, rng)
        score.planted += 1
        found = [one for one in problems(mutant, holdings) if one.code == planter.code]
        at = (0, len(mutant)) if pair.whole else (mutant.index(wrong), mutant.index(wrong) + len(wrong))
        if any(at[0] <= one.at.start < at[1] for one in found):
            score.found += 1
        else:
            score.missed.append(wrong)
        for one in problems(clean, holdings):
            if one.code.startswith(COUNTED):
                score.false[one.code] += 1
                score.wrong.append(f"{one.code} “{one.at.words[:60]}” {one.message[:90]} | {told[:200]}")
            else:
                score.notes += 1


def main() -> None:
    """Print a row for each check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--each", type=int, default=-(-1000 // len(PLANTERS)))
    parser.add_argument("--show", help="a check whose misses are printed")
    chosen = parser.parse_args()
    prose = Prose()
    if not prose.source:
        sys.exit(f"the texts are not here: {PAPERS}")
    document = Document("papers.txt", "papers", prose.source, "papers")
    holdings = Holdings(Library((Volume(document, wording(prose.source)),)))
    planters = [one for one in PLANTERS if chosen.show in {None, one.code}]
    scores = {one.code: Score() for one in planters}
    for planter in track(planters, description="planting", transient=True):
        judge(planter, chosen.each, prose, holdings, scores[planter.code])
    show(scores, chosen.show)


def show(scores: dict[str, Score], only: str | None) -> None:
    """The table, and the misses of one check where they are asked for."""
    false: Counter[str] = sum((score.false for score in scores.values()), Counter())
    pages = sum(score.planted for score in scores.values())
    print(f"{'check':8}{'mutants':>8}{'found':>8}{'recall':>8}   false on {pages} clean pages")
    for code in sorted({*scores, *false}):
        score = scores.get(code, Score())
        recall = f"{score.found / score.planted:8.2f}" if score.planted else " " * 8
        print(f"{code:8}{score.planted:8}{score.found:8}{recall}{false[code]:8}")
    for family in COUNTED:
        own = [score for code, score in scores.items() if code.startswith(family)]
        if own:
            planted, found = sum(one.planted for one in own), sum(one.found for one in own)
            print(f"{family:8}{planted:8}{found:8}{found / planted:8.3f}")
    print(
        f"false findings for 10 clean pages: {10 * false.total() / pages:.2f}; notes of C and A: {sum(one.notes for one in scores.values())}"
    )
    for score in scores.values() if only else ():
        for line in (
            *(f"missed: {text}" for text in score.missed),
            *(f"false: {text}" for text in score.wrong),
        ):
            print(line)


if __name__ == "__main__":
    main()
