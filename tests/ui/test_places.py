"""The tab of places: the map, its numbers, its table twin, and the names that are on no map."""

from pathlib import Path

import pytest

from armillary.system import System
from samples.rents import rents
from samples.somewhere import told
from ui.conftest import Open

AXE = Path(__file__).parents[2] / "ui/node_modules/axe-core/axe.min.js"


def provinces() -> System:
    """Shares by province, an event in a city that is meant, in one that may be two, and in one that nobody knows."""
    return told(
        "In Vienna, Ruritania and Athens it rained. Odessa voted with 85%, Kharkov with 74%, Lugansk with 89%.",
        "Vienna",
        "Ruritania",
        "Athens",
        series={"Odessa": "85%", "Kharkov": "74%", "Lugansk": "89%"},
    )


def test_shares_stand_at_their_places_and_lead_to_their_words(open_page: Open) -> None:
    page = open_page(provinces(), "places")
    names = page.texts(".places .spot title")
    assert sorted(names) == ["Kharkiv 74%, Ukraine", "Luhansk 89%, Ukraine", "Odesa 85%, Ukraine"]
    page.page.get_by_role("button", name="Odesa 85%, Ukraine").click()
    page.settle()
    assert "85%" in "".join(page.texts("#text .on"))
    strip = page.page.locator("#evidence").inner_text()
    assert "the text writes “Odessa”" in strip
    assert "taken because the places beside it lie in that country too" in strip
    assert page.errors == []


def test_events_have_a_sheet_of_their_own_reached_by_the_keyboard(open_page: Open) -> None:
    page = open_page(provinces(), "places")
    page.page.get_by_role("button", name="Where events happen").press("Enter")
    page.settle()
    assert page.page.url.endswith("places?part=events")
    assert page.texts(".places .spot title") == ["Vienna 1 event, Austria"]
    page.page.locator(".places .spot").first.press("Enter")
    page.settle()
    assert page.texts("#text .now") == ["Vienna"]


def test_what_is_on_no_map_is_said_in_the_picture_and_in_the_table(open_page: Open) -> None:
    page = open_page(provinces(), "places")
    told_ = page.page.locator(".places").inner_text()
    assert "Athens (in Greece or in United States)" in told_
    assert "does not know them: Ruritania" in told_
    page.go("places?table=places")
    rows = page.texts("#view tbody tr")
    assert len(rows) == 6
    assert any("Athens" in row and "no: in Greece or in United States" in row for row in rows)
    assert page.page.locator("#view tbody tr.on").count() == 0


def test_a_text_without_places_has_no_such_tab(open_page: Open) -> None:
    page = open_page(rents())
    assert page.page.locator("#tab-places").count() == 0


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("table", ["", "?table=places"])
def test_axe_finds_nothing_and_nothing_sticks_out(open_page: Open, width: int, table: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    page = open_page(provinces(), f"places{table}", width=width)
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = page.page.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
