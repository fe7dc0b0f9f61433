"""Our page beside a page of Cytoscape.js with the same map: bytes, time until it is there, frames while it is moved.

python bench/page_rivals.py                          July 1914, and 1,000 factors with 3,000 links
python bench/page_rivals.py essay.txt                ... a text of yours, or a model that was built of one

Cytoscape.js comes from npm (`npm pack cytoscape@3.34.4`, kept in .cache/) and lays the map out in the browser by
its own `cose`; ours was laid out when the page was made, and opens with the strongest factors. Its page holds the map alone; ours holds the text, every sentence, the tables and a run of the map
as well. Kumu is a service on the network: its page can not be measured without one, so no figure stands here.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from page import DRAW_ALL, FRAMES, PAN, large
from playwright.sync_api import Browser, sync_playwright

import armillary
from armillary.publish.report import render, template
from armillary.system import System

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache" / "rivals"
RIVAL = "cytoscape-3.34.4"
RIVAL_PAGE = """<!doctype html><meta charset="utf-8"><title>map</title>
<style>html, body, #map {{ margin: 0; height: 100% }}</style><div id="map"></div>
<script>{library}</script><script>
const cy = cytoscape({{ container: document.getElementById("map"), elements: {elements},
  style: [{{ selector: "node", style: {{ label: "data(label)", shape: "round-rectangle", "text-valign": "center", width: "label" }} }},
    {{ selector: "edge", style: {{ label: "data(sign)", "curve-style": "bezier", "target-arrow-shape": "triangle" }} }}],
  layout: {{ name: "cose", animate: false }} }});
requestAnimationFrame(() => requestAnimationFrame(() => {{ window.there = performance.now() }}));
</script>"""
OURS_THERE = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
  done(document.querySelector('.factor') ? performance.now() : NaN))))"""
RIVAL_PAN = """frames => new Promise(done => {
  const times = [performance.now()];
  const next = () => {
    times.push(performance.now());
    const turn = 2 * Math.PI * times.length / frames;
    if (times.length > frames) return done(times.slice(1).map((time, place) => time - times[place]));
    cy.panBy({ x: 12 * Math.cos(turn), y: 8 * Math.sin(turn) });
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""


def library() -> str:
    """The minified Cytoscape.js, fetched once."""
    file = CACHE / "package" / "dist" / "cytoscape.min.js"
    if not file.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [shutil.which("npm") or "npm", "pack", RIVAL.replace("-", "@"), "--silent"],
            cwd=CACHE,
            check=True,
            capture_output=True,
        )
        with tarfile.open(CACHE / f"{RIVAL}.tgz") as packed:
            packed.extractall(CACHE, filter="data")
    return file.read_text(encoding="utf-8")


def rival(system: System) -> str:
    """The page of Cytoscape.js with the factors and links of a system."""
    nodes = [{"data": {"id": key, "label": row.label}} for key, row in system.factors.items()]
    edges = [
        {"data": {"id": key, "source": row.cause, "target": row.effect, "sign": row.sign.value}}
        for key, row in system.links.items()
    ]
    elements = json.dumps(nodes + edges).replace("<", "\\u003c")
    return RIVAL_PAGE.format(library=library().replace("</script", "<\\/script"), elements=elements)


def measured(browser: Browser, html: str, *, ours: bool) -> tuple[float, float, float]:
    """Kilobytes, milliseconds until the map is there (best of three), frames per second while it is moved."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8", newline="")
        there = []
        for _ in range(3):
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(file.as_uri())
            if not ours:
                page.wait_for_function("window.there", timeout=300_000)
            there.append(float(page.evaluate(OURS_THERE if ours else "window.there")))
        if ours and page.get_by_role("button", name="factors").count():
            page.evaluate(DRAW_ALL)
        frames = page.evaluate(PAN if ours else RIVAL_PAN, FRAMES)
        return len(html.encode()) / 1000, min(there), 1000 * len(frames) / sum(frames)


def beside(browser: Browser, name: str, system: System) -> None:
    """Print both, and what is ours to theirs."""
    print(
        f"\n{name}: {len(system.factors):,} factors, {len(system.links):,} links, {len(system.claims):,} claims"
    )
    print(f"{'':36}{'Armillary':>12}{'Cytoscape.js':>14}{'ratio':>9}")
    ours = measured(browser, render(system), ours=True)
    theirs = measured(browser, rival(system), ours=False)
    bare = (len(template().encode()) / 1000, len(library().encode()) / 1000)
    print(f"{'program alone, kB':36}{bare[0]:12,.0f}{bare[1]:14,.0f}{bare[0] / bare[1]:9.2f}")
    labels = ("page, kB", "map there, ms", "whole map moved, frames per second")
    for label, one, other in zip(labels, ours, theirs, strict=True):
        print(f"{label:36}{one:12,.0f}{other:14,.0f}{one / other:9.2f}")


def main(source: str = "") -> None:
    """Measure a text, or the two that are usual."""
    path = Path(source or ROOT / "examples" / "july-1914.md")
    read = armillary.load if path.suffix == ".json" else armillary.build
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        beside(browser, path.name, read(path))
        if not source:
            beside(browser, "large.txt", large(120_000, 8_000, 1_000))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
