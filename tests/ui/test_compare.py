"""The page of a comparison: what differs stands side by side, and a click marks it in both texts."""

from functools import cache
from pathlib import Path

import pytest

from armillary import pipeline
from armillary.comparison import Comparison, Standing
from armillary.publish.report import facts
from armillary.read import Bytes
from ui.conftest import Open, Opened
from ui.test_page import AXE

CAPS = "# For\n\nRent caps raise rents. The council met on 3 May 2021. The protests of the tenants in the old harbour grew."
REPLY = (
    "# Against\n\nRent caps lower rents. Fear raises rents. "
    "We read of the protests of the tenants in the old harbour."
)


@cache
def both() -> Comparison:
    """Two short texts that contradict each other and share a run of words."""
    return pipeline.compare([Bytes("for.md", CAPS.encode())], [Bytes("against.md", REPLY.encode())])


@cache
def essays() -> Comparison:
    """The example and its reply."""
    folder = Path(__file__).parents[2] / "examples"
    return pipeline.compare([folder / "july-1914.md"], [folder / "july-1914-reply.md"])


def marked(page: Opened) -> list[str]:
    return page.texts("#text .on")


def test_a_comparison_opens_on_its_own_view_with_what_flips_first(open_page: Open) -> None:
    found = essays()
    page = open_page(found.system, comparison=found)
    assert page.page.locator("#tab-compare").get_attribute("aria-selected") == "true"
    assert page.page.locator("#tab-checks").count() == 0
    first = page.page.locator(".compared .row").first
    assert found.links[0].standing is Standing.FLIPPED
    assert first.locator(".side").count() == 2
    assert all(first.locator(".side").nth(side).locator("q").count() > 0 for side in (0, 1))


def test_every_link_of_a_comparison_shows_the_sentences_of_each_side(open_page: Open) -> None:
    found = essays()
    page = open_page(found.system, comparison=found)
    while (more := page.page.locator(".compared .more-of")).count():
        more.first.click()
    rows = page.page.locator(".compared .rows").locator("xpath=.//button[.//span[@class='saying']]")
    assert rows.count() == len(found.links)
    for link in found.links[:12]:
        page.go(f"compare/{link.key}")
        words = sorted(found.system.claims[key].at.words for side in link.sides for key in side.claims)
        chosen = page.page.locator(".compared .row[aria-pressed=true]")
        shown = chosen.locator("q").evaluate_all(
            "all => all.map(one => [...one.querySelectorAll('.words')].map(piece => piece.textContent).join(''))"
        )
        assert sorted(shown) == words


def test_a_pair_of_passages_is_marked_in_both_texts(open_page: Open) -> None:
    found = both()
    pairs = facts.page(found.system, found)["compared"]["pairs"]
    shared = next(pair for pair in pairs if pair["what"] == "words")
    page = open_page(found.system, comparison=found, hash_=shared["id"])
    assert "".join(marked(page)) == "".join(at.words for at in found.reuse[0].places)
    assert page.page.locator("#evidence .sides > div").count() == 2
    dates = next(
        pair
        for pair in facts.page(essays().system, essays())["compared"]["pairs"]
        if pair["what"] == "dates"
    )
    page = open_page(essays().system, comparison=essays(), hash_=dates["id"])
    events = [event.at.words for event in essays().dates[0].events]
    assert all(words in "".join(marked(page)) for words in events)


def test_the_tables_of_a_comparison_hold_its_rows(open_page: Open) -> None:
    found = essays()
    page = open_page(found.system, comparison=found, hash_="compare?table=across")
    assert page.page.locator("#view tbody tr").count() == len(found.links)
    assert page.page.locator("#view tbody tr").first.inner_text().count("with opposite signs") == 1


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("table", ["", "?table=across"])
def test_axe_finds_nothing_on_a_comparison(open_page: Open, table: str, width: int, dark: bool) -> None:  # noqa: FBT001
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    found = both()
    page = open_page(found.system, f"compare{table}", width, dark=dark, comparison=found)
    page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    faults = page.page.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in faults] == []
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
