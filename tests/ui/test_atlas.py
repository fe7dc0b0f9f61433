"""The atlas in a browser: from a graph to the sentences and back, filters, both voices, and nothing that runs or leaves."""

import base64
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from armillary.keep import opened
from armillary.keep.strongest import strongest
from armillary.publish.atlas import atlas_page
from samples.speeches import SPEECHES, Told, corpus_of
from ui.conftest import Open, Opened
from ui.test_page import AXE

VIEWS = ("graph", "links", "disputed", "factors")


@pytest.fixture
def speeches(tmp_path: Path) -> str:
    return page_of(tmp_path)


def page_of(place: Path, told: Sequence[Sequence[Told]] = SPEECHES, most: int = 1000) -> str:
    path = corpus_of(place / "speeches.armillary", told)
    with opened(path, to_write=False) as corpus:
        return atlas_page(strongest(corpus, str(path), most))


def picked(page: Opened, name: str, option: str) -> None:
    page.page.get_by_role("combobox", name=name, exact=True).select_option(option)
    page.settle()


def rows(page: Opened) -> list[list[str]]:
    found: list[list[str]] = page.page.eval_on_selector_all(
        "#view tbody tr", "all => all.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
    )
    return found


def test_it_opens_from_disk_draws_and_asks_the_network_for_nothing(
    open_page: Open, speeches: str
) -> None:
    page = open_page(speeches)
    assert page.page.locator(".canvas canvas").count() > 3
    assert page.texts("#proof .links b")[:2] == ["tariffs", "prices"]
    assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []
    assert page.errors == []
    assert drawn(page) > 100


def drawn(page: Opened) -> int:
    """How many points of the graph have the colour of an arrow that raises."""
    shot = page.page.locator(".canvas").screenshot()
    data = f"data:image/png;base64,{base64.b64encode(shot).decode()}"
    count: int = page.page.evaluate(
        """async source => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0);
          const { data } = pen.getImageData(0, 0, image.width, image.height);
          let found = 0;
          for (let at = 0; at < data.length; at += 4) found += data[at] < 40 && Math.abs(data[at + 1] - 114) < 30 && data[at + 2] > 140;
          return found;
        }""",
        data,
    )
    return count


def test_an_arrow_in_the_graph_leads_to_its_sentences(open_page: Open, tmp_path: Path) -> None:
    page = open_page(page_of(tmp_path, [[("rain", "mud", "raises", "hedged", "Adler")]]))
    page.page.locator(".canvas").click()  # the one arrow runs through the middle
    page.settle()
    assert page.page.url.endswith("#l1")
    assert page.texts("#proof blockquote") == ["rain raises mud."]
    assert page.texts("#proof figure p") == ["Adler, hedged speech 0, 1900, characters 0 to 9"]
    page.page.keyboard.press("Escape")
    assert "#" not in page.page.url


def test_a_disputed_link_has_both_voices_beside_each_other(open_page: Open, speeches: str) -> None:
    page = open_page(speeches, "l1")
    assert page.texts("#proof h3") == ["raises 2", "lowers 1", "does not bear on 1"]
    assert page.texts("#proof figure b") == ["Adler", "Dietz", "Brandt", "Cole"]
    assert "They disagree." in page.page.locator("#proof .sum").inner_text()
    page.page.locator("#tab-disputed").click()
    assert page.texts("#view h2") == ["tariffs → prices"]
    assert page.texts("#view h3") == ["raises 2 claims", "lowers 1 claim", "does not bear on 1 claim"]
    assert "Adler and 1 other" in page.page.locator("#view").inner_text()


def test_filters_leave_what_they_name_and_stand_in_the_address(open_page: Open, speeches: str) -> None:
    page = open_page(speeches, "?view=links")
    assert [row[:2] for row in rows(page)] == [
        ["tariffs", "prices"],
        ["drought", "prices"],
        ["prices", "unrest"],
        ["unrest", "war"],
    ]
    picked(page, "Holder", "Adler")
    assert [row[:4] for row in rows(page)] == [
        ["tariffs", "prices", "1", "0"],
        ["drought", "prices", "1", "0"],
    ]
    assert "who=Adler" in page.page.url
    page.page.get_by_role("button", name="Clear", exact=True).click()
    for name, option, left in (
        ("Body", "Right", 3),
        ("From", "1903", 2),
        ("To", "1900", 2),
        ("Says", "denies", 1),
        ("How", "hedged", 1),
        ("Documents", "2", 2),
        ("Author", "Brandt", 2),
    ):
        picked(page, name, option)
        assert len(rows(page)) == left, name
        page.page.get_by_role("button", name="Clear", exact=True).click()
    page.page.get_by_role("searchbox", name="Factor", exact=True).fill("WAR")
    assert [row[:2] for row in rows(page)] == [["unrest", "war"]]
    page.page.get_by_role("searchbox", name="Factor", exact=True).fill("nothing of the kind")
    assert "No link passes these filters." in page.page.locator("#view").inner_text()


def test_the_address_brings_back_what_was_looked_at(open_page: Open, speeches: str) -> None:
    page = open_page(speeches, "l1?view=links&author=Brandt")
    assert page.texts("#proof h3") == ["lowers 1"]
    assert page.page.get_by_role("combobox", name="Author", exact=True).input_value() == "Brandt"
    page.page.locator("#view tbody button").nth(1).click()
    assert page.texts("#proof h2 button") != ["tariffs", "prices"]
    page.page.go_back()
    page.settle()
    assert page.texts("#proof h2 button") == ["tariffs", "prices"]
    page.page.locator("#find").press_sequentially("drou")
    page.settle()
    assert "find=drou" in page.page.url
    page.page.go_back()  # one step for the whole word
    page.settle()
    assert "find" not in page.page.url
    assert page.page.locator("#find").input_value() == ""
    page.go("l999?view=nowhere")
    assert page.texts("#proof h2") == ["The strongest links"]


def test_the_strongest_are_shown_first_and_a_button_shows_more(open_page: Open, tmp_path: Path) -> None:
    many = [[(f"cause {one}", f"effect {one}", "raises", "asserted", "Adler")] for one in range(150)]
    page = open_page(page_of(tmp_path, [*many, many[7]], most=130), "?view=links")
    assert rows(page)[0][:2] == ["cause 7", "effect 7"]
    assert len(rows(page)) == 60
    told = page.page.locator("footer [role=status]")
    assert "The 60 strongest of 130 links." in told.inner_text()
    assert "20 weaker ones of the corpus are not on this page" in told.inner_text()
    page.page.get_by_role("button", name="Show 60 more").click()
    assert len(rows(page)) == 120
    page.page.get_by_role("button", name="Show 10 more").click()
    assert len(rows(page)) == 130
    assert "show=180" in page.page.url
    assert "130 links." in told.inner_text()


def test_sentences_that_are_not_on_the_page_are_counted_and_the_way_to_them_is_told(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(page_of(tmp_path, [[("rain", "mud", "raises", "asserted", "Adler")]] * 30), "l1")
    assert page.texts("#proof h3") == ["raises 30"]
    assert len(page.texts("#proof blockquote")) == 25
    assert page.texts("#proof .rest") == [
        '5 more sentences: armillary corpus query CORPUS words "rain" "mud"'
    ]
    picked(page, "Holder", "Adler")
    assert "Filters see the 25 sentences" in page.page.locator("#proof").inner_text()


def test_tables_can_be_sorted_and_lead_to_the_sentences(open_page: Open, speeches: str) -> None:
    page = open_page(speeches, "?view=factors")
    page.page.get_by_role("button", name="Links in").click()
    assert rows(page)[0] == ["prices", "1", "2", "4"]
    assert page.page.locator("th[aria-sort=descending]").inner_text().startswith("Links in")
    page.page.locator("#view tbody button").first.click()
    assert page.texts("#proof .links i") == ["raises or lowers or does not bear on", "raises", "raises"]


def test_the_keyboard_reaches_everything(open_page: Open, speeches: str) -> None:
    page = open_page(speeches)
    press = page.page.keyboard.press
    press("n")
    assert page.page.url.endswith("#l1")
    press("n")
    press("p")
    press("p")
    assert page.page.url.endswith("#l4")
    press("/")
    page.page.keyboard.type("dr")
    assert page.page.locator("#find").input_value() == "dr"
    page.page.locator("#tab-graph").focus()
    press("ArrowRight")
    assert page.page.evaluate("document.activeElement.id") == "tab-links"
    press("?")
    assert page.page.locator("dialog").is_visible()
    press("Escape")
    assert page.page.locator("dialog").count() == 0
    page.page.locator("#tab-graph").click()
    page.page.locator(".canvas").focus()
    for key in ("+", "-", "ArrowLeft", "ArrowUp"):
        press(key)
    assert page.errors == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1440, 420])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(open_page: Open, speeches: str, view: str, width: int, dark: bool) -> None:  # noqa: FBT001
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    page = open_page(speeches, f"l1?view={view}", width=width, dark=dark)
    page.page.evaluate(AXE.read_text(encoding="utf-8"))
    assert (
        page.page.evaluate(
            "axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))"
        )
        == []
    )
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_links_stand_in_a_table(open_page: Open, speeches: str) -> None:
    page = open_page(speeches, scripts=False)
    assert page.page.locator("#plain").is_visible()
    assert page.page.locator("#plain tbody tr").count() == 4
    assert "need JavaScript" in page.page.locator("#plain").inner_text()
    first = page.page.locator("#plain tbody tr").first.inner_text()
    assert re.search(r"raises Tariffs raises prices\. \(Adler\)\s+lowers tariffs lowers", first)


def test_without_webgl_the_page_says_so_and_the_tables_remain(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "atlas.html"
    file.write_text(page_of(tmp_path), encoding="utf-8")
    page = browser.new_page()
    page.add_init_script(
        "const real = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest); };"
    )
    page.goto(file.as_uri())
    assert "draws no WebGL" in page.locator("#view").inner_text()
    page.locator("#tab-links").click()
    assert page.locator("#view tbody tr").count() == 4
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        '</script><img src=x onerror="alert(1)">',
        "<!--<script>",
        "\u2028'\"&amp;{@html 1}",
        "سلام 😀\r\nـ",
        "x" * 4000,
    ],
)
def test_what_documents_say_stays_words(
    open_page: Open, tmp_path: Path, words: str, *, scripts: bool
) -> None:
    page = open_page(
        page_of(tmp_path, [[(words, f"price {words}", "raises", "asserted", f"who {words}")]]),
        "l1",
        scripts=scripts,
    )
    assert page.page.locator("img").count() == 0
    assert page.errors == []
    where = "#proof h2 button" if scripts else "#plain tbody td"
    shown = page.texts(where)[:2]
    assert [text.replace("\r\n", "\n") for text in shown] == [
        one.replace("\r\n", "\n") for one in (words, f"price {words}")
    ]
