"""The page in a browser: every id leads to its words, nothing hostile runs, the keyboard reaches all."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import armillary
from armillary.reading import Modality
from armillary.system import System, Table
from armillary.text import Document
from samples.rents import rents
from samples.sketch import Sketch, system_of
from ui.conftest import Open, Opened

ROOT = Path(__file__).parents[2]
AXE = ROOT / "ui/node_modules/axe-core/axe.min.js"
HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>"
READ_BACK = """ids => {
  const read = {};
  for (const id of ids) {
    const pieces = [...document.querySelectorAll('#text [data-ids]')];
    read[id] = pieces.filter(piece => piece.dataset.ids.split(' ').includes(id)
      && piece.classList.contains('on')).map(piece => piece.textContent).join('');
  }
  return read;
}"""


TABS = ["text", "map", "loops", "voices", "timeline", "checks", "simulate", "claims"]


def marked(page: Opened, ids: list[str]) -> dict[str, str]:
    """For each claim, the words that are marked in the text for it now."""
    read: dict[str, str] = page.page.evaluate(READ_BACK, ids)
    return read


def check_every_id(page: Opened, system: System) -> None:
    """Choose everything that has an id, and read the marked words back."""
    others = {
        key: [row.at.words]
        for table in (system.events, system.quotations, system.positions)
        for key, row in table.items()
    }
    others |= {key: [figure.number.at.words] for key, figure in system.figures.items()}
    for key, words in others.items():
        page.go(key)
        assert marked(page, [key])[key] == "".join(words)
    for key, problem in system.problems.items():
        page.go(key)
        read = marked(page, [key])[key]
        assert all(place.words in read for place in (problem.at, *problem.see))
    for key, series in system.series.items():
        page.go(key)
        assert all(value.at.words in marked(page, [key])[key] for value in series.values)
    for key, claim in system.claims.items():
        page.go(key)
        assert marked(page, [key]) == {key: claim.at.words}
        assert page.page.locator("#text .now").count() > 0
        assert "".join(page.texts("#evidence q .words")) == claim.at.words
    for key, link in system.links.items():
        page.go(key)
        assert marked(page, list(link.claims)) == {
            one: system.claims[one].at.words for one in link.claims
        }
        assert page.page.locator("#text .on").count() >= 1
        assert page.page.locator("#evidence li").count() == len(link.claims)


def test_every_claim_and_every_link_marks_exactly_its_words(open_page: Open) -> None:
    page = open_page(rents())
    check_every_id(page, rents())
    assert page.errors == []


def test_words_after_characters_beyond_the_basic_plane_are_marked_exactly(open_page: Open) -> None:
    it = Sketch(
        "🌍👩‍👩‍👧 In 𝒜pril é\u0301 \r\nfear 🌍 raises\r\n arms. שלום: peace lowers שלום.", title="🌍"
    )
    it.claim("fear 🌍 raises\r\n arms", ("fear 🌍", "fear 🌍"), "+", ("arms", "arms"), "raises")
    it.claim("peace lowers שלום", ("peace", "peace"), "-", ("שלום", "שלום"), "lowers")
    system = system_of(it)
    check_every_id(open_page(system), system)


SENTENCE = st.text(st.characters(codec="utf-8", exclude_characters="\0.!?…"), max_size=30)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENTENCE, SENTENCE, SENTENCE)
def test_the_strip_shows_the_very_sentence_of_a_claim(
    open_page: Open, before: str, inside: str, after: str
) -> None:
    """The model tells places in code points, and the browser counts in units of UTF-16."""
    words = f"fear{inside}raises arms"
    it = Sketch(f"{before}🌍 First. 𝒜 {words}{after} Last.")
    it.claim(words, ("fear", "fear"), "+", ("arms", "arms"), "raises")
    page = open_page(system_of(it), "c1")
    assert page.texts("#evidence q") == [f"𝒜 {words}{after} Last."]
    assert "".join(page.texts("#evidence q .words")) == words
    assert page.texts("#evidence q .cause") == ["fear"]


def test_no_request_leaves_the_page(open_page: Open) -> None:
    page = open_page(rents())
    for tab in ("map", "loops", "voices", "timeline", "checks"):
        page.page.click(f"#tab-{tab}")
    blocked = page.page.evaluate(
        "() => fetch('https://example.org/').then(() => 'sent', () => 'blocked')"
    )
    assert blocked == "blocked"
    assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []


def test_a_hostile_document_runs_nothing(open_page: Open) -> None:
    it = Sketch(f"The {HOSTILE} raises the price.", title=HOSTILE, name=HOSTILE)
    it.claim(it.text, (HOSTILE, HOSTILE), "+", ("price", f"price {HOSTILE}"), "raises", HOSTILE)
    it.event(HOSTILE)
    it.quotation(HOSTILE, HOSTILE)
    it.problem(HOSTILE, HOSTILE, HOSTILE)
    page = open_page(system_of(it))
    for place in ("l1", "loops/c1", "voices/a1", "timeline/e1", "checks/k1", "claims/c1", HOSTILE):
        page.go(place)
    assert page.errors == []
    assert page.page.title().startswith("</script>")
    assert page.page.locator("img, #text svg, #text script").count() == 0


def test_an_arrow_shows_who_says_it_and_how(open_page: Open) -> None:
    page = open_page(rents())
    page.page.locator('[data-id="l6"] .ring').first.click()
    strip = page.page.locator("#evidence").inner_text()
    assert "the tenants’ union" in strip
    assert "says it may be so" in strip
    assert page.page.url.endswith("#l6")


def test_a_sentence_lights_its_arrow(open_page: Open) -> None:
    page = open_page(rents())
    page.page.locator('#text [data-ids~="c8"]').first.click()
    page.settle()
    assert page.page.locator(".link.chosen").count() == 1
    assert "investors raises rents" in str(page.page.locator(".link.chosen").get_attribute("aria-label"))


def test_a_second_click_takes_the_claim_around_the_first(open_page: Open) -> None:
    page = open_page(rents())
    words = page.page.locator('#text [data-ids="c1 c17"]').first
    words.click()
    assert page.page.url.endswith("#c1")
    words.click()
    page.settle()
    assert page.page.url.endswith("#c17")


def test_a_loop_is_told_in_its_own_order_and_the_rest_is_dimmed(open_page: Open) -> None:
    system = rents()
    page = open_page(system, "loops/o1")
    ids = [claim for link in system.loops["o1"].links for claim in system.links[link].claims]
    assert page.page.locator("#evidence li").count() == len(ids)
    assert page.page.locator(".link.chosen").count() == len(system.loops["o1"].links)
    assert page.page.locator("svg.dims").count() == 1


def test_a_check_shows_its_passages_side_by_side(open_page: Open) -> None:
    page = open_page(rents(), "checks/k2")
    assert page.page.locator("#evidence .sides > div").count() == 2
    assert page.page.locator("#text .on").count() >= 2


def test_a_deep_link_back_forward_and_an_unknown_id(open_page: Open) -> None:
    page = open_page(rents(), "c5")
    assert marked(page, ["c5"])["c5"].startswith("A cap")
    page.go("c6")
    page.page.go_back()
    page.settle()
    assert page.page.url.endswith("#c5")
    page.page.go_forward()
    page.settle()
    assert marked(page, ["c6"])["c6"] == "the cap may calm the protests"
    page.go("c999")
    assert "c999" in page.page.locator("#evidence").inner_text()
    assert page.errors == []


def test_the_keyboard_reaches_text_map_and_views(open_page: Open) -> None:
    page = open_page(rents())
    keyboard = page.page.keyboard
    keyboard.press("n")
    assert page.page.url.endswith("#c1")
    keyboard.press("n")
    keyboard.press("p")
    page.settle()
    assert page.page.url.endswith("#c1")
    keyboard.press("Escape")
    page.settle()
    assert "#" not in page.page.url
    assert page.page.locator("#view svg [tabindex='0']").count() == 1
    page.page.locator("#view svg [tabindex='0']").focus()
    keyboard.press("ArrowRight")
    keyboard.press("Enter")
    page.settle()
    assert page.page.url.endswith("#l1")
    keyboard.press("ArrowRight")
    assert page.page.evaluate("document.activeElement.dataset.id") == "f2"
    page.page.locator("#tab-map").focus()
    keyboard.press("ArrowRight")
    page.settle()
    assert "#loops" in page.page.url


def test_a_question_mark_lists_the_keys(open_page: Open) -> None:
    page = open_page(rents())
    page.page.keyboard.press("?")
    assert page.page.locator("dialog[open]").count() == 1
    page.page.keyboard.press("Escape")
    page.settle()
    assert page.page.locator("dialog[open]").count() == 0


def test_a_system_without_claims_looks_intended(open_page: Open) -> None:
    text = "Nothing follows from it."
    page = open_page(System(documents=Table.numbered("d", [Document("a.txt", "A", text, "0")])))
    assert "No causal claim was found" in page.page.locator("#view").inner_text()
    assert page.texts("#text .words") == [text]
    assert page.errors == []


def test_the_claims_can_be_sorted(open_page: Open) -> None:
    page = open_page(rents(), "claims")
    page.page.get_by_role("button", name="Effect").click()
    effects = page.texts("#view tbody tr td:nth-child(4)")
    assert effects == sorted(effects, key=str.casefold)
    assert len(effects) == 17


def test_a_table_can_be_copied_as_csv_that_no_spreadsheet_runs(open_page: Open) -> None:
    it = Sketch('=HYPERLINK("x") raises the price.')
    it.claim(it.text, ('=HYPERLINK("x")', '=HYPERLINK("x")'), "+", ("price", "price"), "raises")
    page = open_page(system_of(it), "claims")
    page.page.evaluate(
        "Object.assign(navigator.clipboard, { writeText: async text => { window.copied = text } })"
    )
    page.page.get_by_role("button", name="Copy as CSV").click()
    page.settle()
    head, row, end = page.page.evaluate("window.copied").split("\n")
    assert head == "Id,Cause,Sign,Effect,Who,How,Read,Words,Where"
    assert (
        row.startswith('c1,"\'=HYPERLINK(""x"")",\'+,price,the author,asserted,sure,')
        or "'=HYPERLINK" in row
    )
    assert end == ""


def test_claims_are_filtered_by_who_says_them_and_the_address_says_so(open_page: Open) -> None:
    system = rents()
    page = open_page(system)
    page.page.locator(".filter summary").click()
    union = page.page.evaluate(
        "[...document.querySelectorAll('option')].find(one => one.text.includes('union')).value"
    )
    page.page.get_by_label("Who says it").select_option(union)
    page.settle()
    assert f"who={union}" in page.page.url
    claims = [key for key, claim in system.claims.items() if "union" in system.holder_name(claim.holder)]
    assert f"{len(claims)} of 17 claims" in page.page.locator(".left").inner_text()
    links = [link for link in system.links if set(link.claims) & set(claims)]
    assert page.page.locator("#view .link").count() == len(links)
    page.page.get_by_role("button", name="Show all", exact=True).click()
    page.settle()
    assert page.page.locator("#view .link").count() == len(system.links)
    assert "who=" not in page.page.url


LABELS = """() => {
  const frame = document.querySelector('.frame').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.frame .factor rect')].map(one => one.getBoundingClientRect());
  const tools = document.querySelector('.tools').getBoundingClientRect();
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    pixels: 13 * document.querySelector('.frame .factor text').getScreenCTM().a,
    outside: boxes.filter(box => box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom).length,
    colliding: boxes.filter((box, place) => [tools, ...boxes.slice(place + 1)].some(other => meet(box, other))).length,
  };
}"""


@pytest.mark.parametrize("source", ["rents", "july-1914.md", "july-1914-reply.md"])
def test_the_map_opens_with_labels_that_can_be_read_and_none_over_another(
    open_page: Open, source: str
) -> None:
    """It opened at half its size, with labels of 6.5 pixels and factors cut off at the border."""
    system = rents() if source == "rents" else armillary.build(ROOT / "examples" / source)
    page = open_page(system, width=1280, height=800)
    seen = page.page.evaluate(LABELS)
    assert seen["pixels"] >= 10.99
    assert (seen["outside"], seen["colliding"]) == (0, 0)


def many(factors: int) -> System:
    """A ring of so many factors, each of which acts on the three after it."""
    pairs = [(n, (n + by) % factors) for n in range(factors) for by in (1, 2, 3)]
    it = Sketch("\n\n".join(f"Cause{a} raises effect{b}." for a, b in pairs))
    for a, b in pairs:
        words = f"Cause{a} raises effect{b}."
        it.claim(words, (f"Cause{a}", f"factor {a}"), "+", (f"effect{b}", f"factor {b}"), "raises")
    return system_of(it)


def test_a_large_map_slides_as_one_picture_and_is_not_drawn_anew(open_page: Open) -> None:
    """Each move of the pointer drew 3,000 arrows: five frames per second."""
    page = open_page(many(120), "map?part=all")
    assert page.page.locator(".frame.heavy .link").count() == 360
    drawn = page.page.locator(".frame svg > g").get_attribute("transform")
    box = page.page.locator('.factor[data-id="f1"]')
    before = box.bounding_box()
    frame = page.page.locator(".frame").bounding_box()
    assert before
    assert frame
    middle = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    page.page.mouse.move(*middle)
    page.page.mouse.down()
    page.page.mouse.move(middle[0] + 700, middle[1] + 40, steps=4)
    page.page.mouse.up()
    after = box.bounding_box()
    assert after
    assert (round(after["x"] - before["x"]), round(after["y"] - before["y"])) == (700, 40)
    assert page.page.locator(".frame svg > g").get_attribute("transform") == drawn
    page.page.get_by_role("button", name="Nearer (+)").click()
    page.settle()
    nearer = box.bounding_box()
    assert nearer
    assert nearer["width"] > after["width"] * 1.2
    page.page.get_by_role("button", name="Show all of it (0)").click()
    page.go("f1")
    chosen = box.bounding_box()
    assert chosen
    assert frame["x"] <= chosen["x"] <= frame["x"] + frame["width"]


def test_the_steps_around_a_factor_grow_and_shrink(open_page: Open) -> None:
    page = open_page(rents(), "f1")
    near = page.page.locator(".factor.near").count()
    page.page.get_by_role("button", name="One step more (])").click()
    page.settle()
    assert page.page.locator(".factor.near").count() > near
    assert page.page.url.endswith("near=2")
    page.page.get_by_role("button", name="One step less ([)").click()
    page.settle()
    assert page.page.locator(".factor.near").count() == near


def test_two_voices_on_one_arrow_are_two_rings_and_a_denial_is_struck(open_page: Open) -> None:
    it = Sketch("Caps raise rents. Caps lower rents. Caps do not raise prices.")
    caps, rents_ = ("Caps", "caps"), ("rents", "rents")
    it.claim("Caps raise rents", caps, "+", rents_, "raise")
    it.claim("Caps lower rents", caps, "-", rents_, "lower")
    it.claim(
        "Caps do not raise prices", caps, "+", ("prices", "prices"), "raise", modality=Modality.NEGATED
    )
    page = open_page(system_of(it))
    assert page.page.locator('[data-id="l1"] .ring').count() == 2
    assert page.page.locator('[data-id="l2"] .strike').count() == 1
    assert page.page.locator('[data-id="l2"] .head.open').count() == 1


def test_an_event_without_a_date_waits_in_a_tray(open_page: Open) -> None:
    page = open_page(rents(), "timeline")
    assert "1 undated" in page.page.locator(".rails").inner_text()
    assert page.page.locator(".thread.undated").count() == 1


def test_without_scripts_the_text_and_a_table_are_there(open_page: Open) -> None:
    page = open_page(rents(), scripts=False)
    assert page.page.locator("#text .words").is_visible()
    assert page.page.locator("#plain tr").count() == 18


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("table", ["", "?table=x"])
def test_nothing_sticks_out_of_the_window(open_page: Open, tab: str, width: int, table: str) -> None:
    page = open_page(rents(), f"{tab}/c2{table}", width=width, height=740)
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("table", ["", "?table=x"])
def test_axe_finds_nothing(open_page: Open, tab: str, width: int, table: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    page = open_page(rents(), f"{tab}/c2{table}", width=width)
    page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = page.page.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200))
def test_the_text_on_the_page_is_the_text_of_the_document(open_page: Open, text: str) -> None:
    page = open_page(System(documents=Table.numbered("d", [Document("a.txt", "A", text, "0")])))
    assert page.texts("#text .words") == [text]


def test_every_claim_and_link_of_the_essay_on_july_1914_marks_its_words(open_page: Open) -> None:
    system = armillary.build(ROOT / "examples/july-1914.md")
    check_every_id(open_page(system), system)
