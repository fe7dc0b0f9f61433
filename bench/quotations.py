"""Quotations: located in 1, 10 and 50 MB of sources, with edits and without, beside rapidfuzz in one run.

    python bench/quotations.py                 1 and 10 MB
    python bench/quotations.py --mb 1 10 50    a minute or two more
    python bench/quotations.py --rival 5       so many quotations of each kind through rapidfuzz (it is slow)

200 quotations of 20 to 60 words are drawn with a seed from four fifths of the Federalist Papers, each as it
is, with 10 and with 20 per cent of its words put in, left out or replaced; 200 more are drawn from the last fifth, which
is in no source. What 1 MB lacks to its size is made up by a chain of words (each follows two that it has followed in the
papers), so that wrong places look like right ones. A quotation is located where the passage that is shown shares half of its
characters with the true one.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from armillary.consult.quotations.ladder import verdict
from armillary.held import Likeness, QuotationVerdict
from armillary.holdings import Library, Volume
from armillary.text import Document
from armillary.wording import wording

PAPERS = Path(__file__).parents[2] / "shared" / "texts" / "federalist-papers.txt"
SEED, COUNT, SHORTEST, LONGEST = 1787, 200, 20, 60
EDITS = (0.0, 0.1, 0.2)
MB = 1_000_000
KNOWN_RUN = 8
NOT_FOUND = frozenset({Likeness.ABSENT, Likeness.ALIKE})
RIVAL_FINDS = 70
"""The score from which on rapidfuzz is taken to have found a quotation: absent ones scored at most 56 in our trial
and present ones at least 72."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A quotation and the words of the source that it was drawn from; none where it is in no source."""

    words: str
    true: str | None


def draw(words: Sequence[str], edits: float, rng: random.Random, *, absent: bool = False) -> Drawn:
    """A run of words, with a share of them put in, left out or replaced."""
    length = rng.randint(SHORTEST, LONGEST)
    start = rng.randrange(len(words) - length)
    own = list(words[start : start + length])
    true = " ".join(own)
    for place in sorted(rng.sample(range(1, length - 1), round(edits * length)), reverse=True):
        other = rng.choice(words)
        match rng.randrange(3):
            case 0:
                own[place] = other
            case 1:
                del own[place]
            case _:
                own.insert(place, other)
    return Drawn(" ".join(own), None if absent else true)


def draw_absent(words: Sequence[str], text: str, rng: random.Random) -> Drawn:
    """A quotation of which no run of eight words stands in a text: both parts of the papers quote the Constitution."""
    while True:
        drawn = draw(words, 0.0, rng, absent=True)
        own = drawn.words.split()
        runs = (" ".join(own[at : at + KNOWN_RUN]) for at in range(len(own) - KNOWN_RUN + 1))
        if not any(run in text for run in runs):
            return drawn


def chain(words: Sequence[str], size: int, rng: random.Random) -> Iterator[str]:
    """Words that each follow two others as they do in a text, about `size` characters of them."""
    after: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        after[one, two].append(three)
    pair, length = (words[0], words[1]), 0
    while length < size:
        following = after.get(pair)
        if not following:
            start = rng.randrange(len(words) - 2)
            pair = words[start], words[start + 1]
            continue
        word = rng.choice(following)
        yield word
        length += len(word) + 1
        pair = pair[1], word


def library_of(text: str, filler: str) -> Library:
    """The papers and the filler as two sources, indexed."""
    volumes = []
    for name, content in (("papers.txt", text), ("filler.txt", filler)):
        if content:
            document = Document(name, name, content, name)
            volumes.append(Volume(document, wording(content)))
    library = Library(tuple(volumes))
    _ = library.index  # built when it is first asked for
    return library


def located(found: QuotationVerdict, true: str) -> bool:
    """Whether the passages that are shown share half of their characters with the true one."""
    document = found.found[0].at.document if found.found else None
    if document is None:
        return False
    start = document.text.find(true)
    shared = sum(
        max(0, min(one.at.end, start + len(true)) - max(one.at.start, start))
        for one in found.found
        if one.at.document is document
    )
    return start >= 0 and shared >= len(true) / 2


def judged(drawn: Sequence[Drawn], library: Library) -> tuple[int, int, float]:
    """How many were located (or, of absent ones, wrongly found), how many *alike*, and milliseconds for each."""
    right = alike = 0
    began = time.perf_counter()
    verdicts = []
    for one in drawn:
        document = Document("q", "q", one.words, "q")
        verdicts.append(verdict(document.passage(0, len(one.words)), library, frozenset()))
    took = (time.perf_counter() - began) / len(drawn) * 1000
    for one, found in zip(drawn, verdicts, strict=True):
        if found is None:
            continue
        alike += found.likeness is Likeness.ALIKE
        if one.true is None:
            right += found.likeness not in NOT_FOUND
        else:
            right += located(found, one.true)
    return right, alike, took


def rival(drawn: Sequence[Drawn], texts: Sequence[str]) -> tuple[int, float]:
    """How many rapidfuzz finds over the whole text, and milliseconds for each."""
    began = time.perf_counter()
    found = sum(
        max(fuzz.partial_ratio(one.words, text) for text in texts) >= RIVAL_FINDS for one in drawn
    )
    return found, (time.perf_counter() - began) / len(drawn) * 1000


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--mb", nargs="*", type=int, default=[1, 10])
    parser.add_argument("--rival", type=int, default=5, help="quotations of each kind through rapidfuzz")
    chosen = parser.parse_args()
    if not PAPERS.is_file():
        sys.exit(f"the texts are not here: {PAPERS}")
    words = PAPERS.read_text(encoding="utf-8").split()
    cut = len(words) * 4 // 5
    known, unknown = words[:cut], words[cut:]
    text = " ".join(known)
    for size in chosen.mb:
        rng = random.Random(SEED)  # noqa: S311  a seeded test, no secret
        kinds = [
            (f"{edits:.0%} edits", [draw(known, edits, rng) for _ in range(COUNT)]) for edits in EDITS
        ]
        kinds.append(("absent", [draw_absent(unknown, text, rng) for _ in range(COUNT)]))
        began = time.perf_counter()
        library = library_of(text, " ".join(chain(known, size * MB - len(text), rng)))
        megabytes = sum(len(one.document.text) for one in library.volumes) / MB
        print(
            f"\n{megabytes:.1f} MB of sources, made and indexed in {time.perf_counter() - began:.1f} s"
        )
        print(
            f"{'':12}{'found':>8}{'alike':>8}{'ms each':>10}{'rapidfuzz found':>18}{'ms each':>10}{'ratio':>8}"
        )
        texts = [one.document.text for one in library.volumes]
        for name, drawn in kinds:
            right, alike, took = judged(drawn, library)
            found, slow = rival(drawn[: chosen.rival], texts)
            print(
                f"{name:12}{right:>4}/{COUNT}{alike:>8}{took:>10.2f}{found:>14}/{chosen.rival:<3}{slow:>10.0f}{slow / took:>8.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
