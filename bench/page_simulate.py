"""How long an ensemble takes in the page, and how long the page is deaf meanwhile.

python bench/page_simulate.py           1,000 runs of 40, 1,000 and 2,600 factors with three links to each
"""

import shutil
import tempfile
import time
from pathlib import Path

from page import large
from playwright.sync_api import Browser, sync_playwright

from armillary.pipeline import simulate
from armillary.publish.report import render
from armillary.run import Push, Way

SIZES = (40, 1000, 2600)
WATCH = """() => { window.gap = 0; let last = performance.now();
  const next = () => { const now = performance.now(); gap = Math.max(gap, now - last); last = now;
    requestAnimationFrame(next) }; requestAnimationFrame(next) }"""
DONE = "() => document.querySelector('.answer[aria-busy=false] .words') !== null"


def in_browser(browser: Browser, file: Path) -> tuple[float, float]:
    """Seconds until the answer stands there, and the longest time between two pictures until then, in ms."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"{file.as_uri()}#simulate")
    page.wait_for_timeout(2000)
    page.evaluate(WATCH)
    start = time.perf_counter()
    page.evaluate("location.hash = 'simulate?push=f1.up'")
    page.wait_for_function("document.querySelector('.answer[aria-busy=true]') !== null", timeout=20_000)
    page.wait_for_function(DONE, timeout=300_000)
    seconds = time.perf_counter() - start
    gap = page.evaluate("gap")
    page.close()
    return seconds, gap


def main() -> None:
    """One line for each size."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for size in SIZES:
            system = large(120_000, 8_000, size)
            file = Path(folder) / f"{size}.html"
            file.write_text(render(system), encoding="utf-8", newline="")
            seconds, gap = in_browser(browser, file)
            start = time.perf_counter()
            simulate(system, [Push("f1", Way.UP)])
            python = time.perf_counter() - start
            print(
                f"{size:6,} factors, {len(system.links):6,} links: 1,000 runs in {seconds:6.2f} s in the page, "
                f"{python:6.2f} s in Python; longest pause of the page {gap:4.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
