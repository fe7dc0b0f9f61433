"""A browser for the tests of the page: Debian's Chromium, offline, watched for requests and errors."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from armillary.comparison import Comparison
from armillary.errors import OutputError
from armillary.publish.report import render, template
from armillary.system import System

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass
class Opened:
    """A page in the browser, and what it did besides being shown."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, hash_: str) -> None:
        """Follow an address on the page, and wait until it is shown."""
        self.page.evaluate("hash => { location.hash = hash }", hash_)
        self.settle()

    def settle(self) -> None:
        """Wait until the page has drawn itself."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))"
        )

    def texts(self, selector: str) -> list[str]:
        """The text of each element, exactly as it is in the document."""
        found: list[str] = self.page.eval_on_selector_all(
            selector, "all => all.map(one => one.textContent)"
        )
        return found


def dismissed(opened: Opened, dialog: Dialog) -> None:
    """A dialog means that something ran which should not have."""
    opened.errors.append(dialog.message)
    dialog.dismiss()


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt install chromium)")
    try:
        template()
    except OutputError as error:
        pytest.skip(str(error))
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a system from disk, with the network off; or one that was made already."""
    contexts = []

    def open_it(  # noqa: PLR0913  the window, and what the reader has switched off
        system: System | str,
        hash_: str = "",
        width: int = 1440,
        height: int = 900,
        *,
        scripts: bool = True,
        motion: bool = False,
        dark: bool = False,
        comparison: Comparison | None = None,
    ) -> Opened:
        file = tmp_path / "page.html"
        made = system if isinstance(system, str) else render(system, comparison)
        file.write_text(made, encoding="utf-8", newline="")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            reduced_motion="no-preference" if motion else "reduce",
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on(
            "console", lambda told: opened.errors.append(told.text) if told.type == "error" else None
        )
        opened.page.on("dialog", lambda dialog: dismissed(opened, dialog))
        opened.page.goto(f"{file.as_uri()}#{hash_}")
        if scripts:
            opened.settle()
        return opened

    yield open_it
    for context in contexts:
        context.close()
