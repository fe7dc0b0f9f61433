"""How large a page is, and how fast: made in Python, opened, clicked and panned in Chromium.

python bench/page.py                        120,000 words with 8,000 claims and 40 factors
python bench/page.py --factors 1000         ... and a map of so many factors, with three links to each
python bench/page.py --words 50000 --claims 700
python bench/page.py book.txt               a real text, or a model that was built of one
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import armillary
from armillary.findings import Argument, Claim, Sign
from armillary.publish.report import render
from armillary.reading import Modality, Speaker
from armillary.system import Factor, Link, System, Table
from armillary.text import Block, BlockKind, Document, Passage, Span

SENTENCE = (
    "Taxes in the northern provinces raised discontent among the smaller landholders of that year. "
)
IN_PARAGRAPH = 5
DRAW_ALL = """() => new Promise(done => { location.hash = '?part=all';
  requestAnimationFrame(() => requestAnimationFrame(done)) })"""
FRAMES = 120
READY = "performance.getEntriesByType('navigation')[0].loadEventEnd"
PAN = """frames => new Promise(done => {
  const pane = document.querySelector('.frame');
  const { left, top, width, height } = pane.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const move = (type, on, x, y) => on.dispatchEvent(
    new MouseEvent(type, { clientX: x, clientY: y, view: window, bubbles: true, cancelable: true }));
  move('mousedown', pane, x, y);
  const times = [performance.now()];
  const next = () => {
    times.push(performance.now());
    const turn = 2 * Math.PI * times.length / frames;
    if (times.length <= frames) {
      move('mousemove', window, x + 250 * Math.sin(turn), y + 150 * (Math.cos(turn) - 1));
      return requestAnimationFrame(next);
    }
    move('mouseup', window, x, y);
    done(times.slice(1).map((time, place) => time - times[place]));
  };
  requestAnimationFrame(next);
})"""
"""The pointer goes round in a circle, a step for each frame; the time of each frame, in milliseconds."""

CLICK = """id => new Promise(done => { const start = performance.now(); location.hash = id;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))) })"""


def large(words: int, claims: int, factors: int) -> System:
    """A document of one sentence, over and over, whose claims are spread over its sentences and so many factors."""
    paragraph = SENTENCE * IN_PARAGRAPH
    text = (paragraph + "\n\n") * max(1, round(words / len(paragraph.split())))
    document = Document("large.txt", "A large document", text, "0" * 64)
    starts = range(0, len(document.text), len(paragraph) + 2)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))) for start in starts)
    document = Document("large.txt", "A large document", document.text, "0" * 64, None, blocks)
    places = [start + step * len(SENTENCE) for start in starts for step in range(IN_PARAGRAPH)]
    chosen = [places[turn * len(places) // claims] for turn in range(claims)]
    table = Table.numbered("c", (_claim(document, place) for place in chosen))
    named: list[list[Passage]] = [[] for _ in range(factors)]
    pairs: dict[tuple[str, str], list[str]] = {}
    for turn, (key, claim) in enumerate(table.items()):
        cause, effect = turn % factors, (turn * 7 + turn // factors + 1) % factors
        named[cause].append(claim.cause.core)
        named[effect].append(claim.effect.core)
        pairs.setdefault((f"f{cause + 1}", f"f{effect + 1}"), []).append(key)
    return System(
        documents=Table.numbered("d", [document]),
        claims=table,
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
    frames = sorted(page.evaluate(PAN, FRAMES))
    slow = frames[int(0.95 * len(frames))]
    print(f"{'panned at':34} {1000 * len(frames) / sum(frames):8.0f} frames per second")
    print(f"{'... 19 of 20 frames within':34} {slow:8.0f} ms")


def asked() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(description="How large a page is, and how fast.")
    parser.add_argument("source", nargs="?", type=Path, help="a text, or a model that was built of one")
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--claims", type=int, default=8_000)
    parser.add_argument("--factors", type=int, default=40)
    return parser.parse_args()


def main() -> None:
    """Print all of it."""
    of = asked()
    system = _read(of.source) if of.source else large(of.words, of.claims, of.factors)
    words = sum(len(document.text.split()) for document in system.documents)
    print(
        f"{words:,} words, {len(system.claims):,} claims, {len(system.factors):,} factors, "
        f"{len(system.links):,} links"
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


def _read(source: Path) -> System:
    return armillary.load(source) if source.suffix == ".json" else armillary.build(source)


if __name__ == "__main__":
    main()
