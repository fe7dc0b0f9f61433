"""A model with 50,000 claims: it opens, every part answers, and the page says what is not drawn."""

import re

import pytest
from page import large

from armillary.publish.report import maps
from armillary.system import System
from ui.conftest import Open

CLAIMS = 50_000


@pytest.fixture(scope="module")
def system() -> System:
    return large(300_000, CLAIMS, 300)


def test_fifty_thousand_claims_open_and_what_is_left_out_is_said(
    open_page: Open, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps, "MOST_LINKS", 400)
    page = open_page(system)
    told = page.page.locator("#counts").inner_text()
    left = re.search(r"the (\d+) weakest factors are left out", told)
    assert told.startswith("50,000 claims")
    assert left
    shown = len(system.factors) - int(left[1])
    assert 0 < shown < len(system.factors)
    page.page.get_by_role("button", name=f"{shown} of 300 factors").click()
    page.settle()
    assert page.page.locator("#view .factor").count() == shown
    assert 0 < page.page.locator("#view .link").count() <= 400
    for claim in ("c1", "c25000", "c50000"):
        page.go(claim)
        assert page.texts("#text .on") == [system.claims[claim].at.words]
    page.go("map?table=claims")
    assert page.page.get_by_role("button", name="Show all 50,000").count() == 1
    assert page.errors == []


def test_without_scripts_the_table_says_how_many_claims_it_leaves_out(
    open_page: Open, system: System
) -> None:
    page = open_page(system, scripts=False)
    assert page.page.locator("#plain tr").count() == 5_001
    assert "the first 5,000 of 50,000 claims" in page.page.locator("#plain caption").inner_text()
