"""Takes the pictures of the documentation: a page with its best supported arrow chosen, or with a push.

python ui/take_picture.py examples/july-1914.md docs/page.png
python ui/take_picture.py examples/july-1914.md docs/simulate.png "attack on Serbia" "fear"
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

import armillary
from armillary.simulate import factor_named
from armillary.system import System

SIZE: ViewportSize = {"width": 1440, "height": 900}


def main(source: str, picture: str, push: str = "", to: str = "") -> None:
    """Build the page, open it, choose the arrow or push the factor up, take the picture."""
    system = armillary.build(Path(source))
    place = address(system, push, to)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = armillary.save(system, Path(folder) / "page.html")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(page_file.as_uri())
        page.wait_for_timeout(300)
        page.evaluate("hash => { location.hash = hash }", place)
        page.wait_for_timeout(1500 if push else 400)
        page.screenshot(path=picture)
        browser.close()


def address(system: System, push: str, to: str) -> str:
    """Where on the page: at the best supported link, or at a push and what it comes to for one factor."""
    if not push:
        return max(system.links.items(), key=lambda item: len(item[1].claims))[0]
    ways = f"&to={factor_named(system, to)}" if to else ""
    return f"simulate?push={factor_named(system, push)}.up{ways}"


if __name__ == "__main__":
    main(*sys.argv[1:])
