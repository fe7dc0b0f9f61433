"""How fast a large page is: made in Python, opened, clicked and panned in Chromium.

python bench/page.py            120,000 words with 8,000 marks
python bench/page.py 1000       ... and a map of so many factors, with three links to each
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from armillary.findings import Argument, Claim, Sign
from armillary.publish.report import render
from armillary.reading import Modality, Speaker
from armillary.system import Factor, Link, System, Table
from armillary.text import Block, BlockKind, Document, Passage, Span

SENTENCE = (
    "Taxes in the northern provinces raised discontent among the smaller landholders of that year. "
)
IN_PARAGRAPH, PARAGRAPHS = 5, 1600
DRAW_ALL = """() => new Promise(done => { location.hash = '?part=all';
  requestAnimationFrame(() => requestAnimationFrame(done)) })"""
READY = "performance.getEntriesByType('navigation')[0].loadEventEnd"
CLICK = """id => new Promise(done => { const start = performance.now(); location.hash = id;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))) })"""


def large(factors: int) -> System:
    """A document of one sentence, over and over, whose claims are spread over so many factors."""
    paragraph = SENTENCE * IN_PARAGRAPH
    document = Document("large.txt", "A large document", (paragraph + "\n\n") * PARAGRAPHS, "0" * 64)
    starts = range(0, len(document.text), len(paragraph) + 2)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))) for start in starts)
    document = Document("large.txt", "A large document", document.text, "0" * 64, None, blocks)
    places = [start + step * len(SENTENCE) for start in starts for step in range(IN_PARAGRAPH)]
    claims = Table.numbered("c", (_claim(document, place) for place in places))
    named: list[list[Passage]] = [[] for _ in range(factors)]
    pairs: dict[tuple[str, str], list[str]] = {}
    for turn, (key, claim) in enumerate(claims.items()):
        cause, effect = turn % factors, (turn * 7 + turn // factors + 1) % factors
        named[cause].append(claim.cause.core)
        named[effect].append(claim.effect.core)
        pairs.setdefault((f"f{cause + 1}", f"f{effect + 1}"), []).append(key)
    return System(
        documents=Table.numbered("d", [document]),
        claims=claims,
        factors=Table.numbered("f", (Factor(f"factor {n}", tuple(at)) for n, at in enumerate(named))),
        links=Table.numbered(
            "l", (Link(*ends, tuple(keys)) for ends, keys in list(pairs.items())[: 3 * factors])
        ),
    )


def _claim(document: Document, at: int) -> Claim:
    def words(text: str) -> Passage:
        start = at + SENTENCE.index(text)
        return document.passage(start, start + len(text))

    cause, effect = words("Taxes"), words("discontent")
    whole = document.passage(cause.start, effect.end)
    sides = Argument(cause, cause), Argument(effect, effect)
    return Claim(
        whole,
        *sides,
        (words("raised"),),
        Sign.RAISES,
        Modality.ASSERTED,
        Speaker.AUTHOR,
        0.9,
        ("bench",),
    )


def timed(what: str, work: Callable[[], object]) -> object:
    """Print how long something takes."""
    start = time.perf_counter()
    result = work()
    print(f"{what:34} {time.perf_counter() - start:8.2f} s")
    return result


def in_browser(page: Page) -> None:
    """Open, click and pan."""
    print(f"{'ready':34} {page.evaluate(READY) / 1000:8.2f} s")
    clicks = [page.evaluate(CLICK, f"c{1000 + step}") for step in range(9)]
    print(f"{'a click is answered (median of 9)':34} {sorted(clicks)[4]:8.0f} ms")
    page.evaluate("location.hash = ''")
    if page.get_by_role("button", name="all ").count():
        timed("the whole map is drawn", lambda: page.evaluate(DRAW_ALL))
    page.evaluate(
        "() => { window.n = 0; const next = () => { n++; requestAnimationFrame(next) }; next() }"
    )
    page.mouse.move(900, 300)
    page.mouse.down()
    start, before = time.perf_counter(), page.evaluate("n")
    for step in range(60):
        page.mouse.move(900 + 3 * step, 300 + step)
    print(
        f"{'panned at':34} {(page.evaluate('n') - before) / (time.perf_counter() - start):8.0f} frames per second"
    )


def main(factors: int = 40) -> None:
    """Print all of it."""
    system = large(factors)
    words = len(system.documents[0].text.split())
    print(
        f"{words:,} words, {len(system.claims):,} claims, {factors:,} factors, {len(system.links):,} links"
    )
    html = str(timed("made, with its map", lambda: render(system)))
    print(f"{'size':34} {len(html.encode()) / 1e6:8.2f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "large.html"
        file.write_text(html, encoding="utf-8", newline="")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(file.as_uri())
        in_browser(page)
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
