"""A system at the end of a notebook's cell: its page works in a frame without an origin of its own."""

from pathlib import Path

from playwright.sync_api import Browser

from samples.rents import rents
from samples.sketch import Sketch, system_of


def test_a_system_shows_its_page_in_a_sandbox(browser: Browser, tmp_path: Path) -> None:
    cell = tmp_path / "cell.html"
    cell.write_text(f"<body><div>{rents()._repr_html_()}</div>", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(cell.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator('[data-id="l6"] .ring').first.click()
    assert "says it may be so" in frame.locator("#evidence").inner_text()
    assert frame.locator("#text .now").count() > 0
    frame.locator("#tab-loops").click()
    assert frame.locator(".beside .row").count() == 5
    assert errors == []
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts allow-downloads"
    page.close()


def test_nothing_that_a_document_says_leaves_the_frame(browser: Browser, tmp_path: Path) -> None:
    words = '"></iframe><img src=x onerror="document.title=1">&quot;&#34;'
    it = Sketch(f"The {words} raises the price.", title=words, name=words)
    it.claim(it.text, (words, words), "+", ("price", f"price {words}"), "raises")
    cell = tmp_path / "cell.html"
    cell.write_text(f"<title>cell</title>{system_of(it)._repr_html_()}", encoding="utf-8")
    page = browser.new_page()
    page.goto(cell.as_uri())
    assert page.locator("iframe").count() == 1
    assert page.locator("img").count() == 0
    assert page.title() == "cell"
    assert page.frame_locator("iframe").locator("#text .words").text_content() == it.text
    page.close()
