"""Takes the picture of the README: a document's page with its best supported arrow chosen.

python ui/take_picture.py examples/july-1914.md docs/page.png
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

import armillary

SIZE: ViewportSize = {"width": 1440, "height": 900}


def main(source: str, picture: str) -> None:
    """Build the page, open it, choose the arrow, take the picture."""
    system = armillary.build(Path(source))
    best = max(system.links.items(), key=lambda item: len(item[1].claims))[0]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = armillary.save(system, Path(folder) / "page.html")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(page_file.as_uri())
        page.wait_for_timeout(300)
        page.evaluate("id => { location.hash = id }", best)
        page.wait_for_timeout(400)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
