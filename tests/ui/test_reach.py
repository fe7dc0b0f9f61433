"""Who does not use a mouse, bright light, motion, left-to-right text, scripts or a screen: the page is there for them."""

import pytest

from armillary.system import System, Table
from armillary.text import Document
from samples.rents import rents
from samples.sketch import Sketch, system_of
from ui.conftest import Open
from ui.test_page import AXE, TABS

ALL_TABS = [*TABS, "series"]
LONG = "the fear of " * 33 + "war"
TAKEN = """() => { const one = document.activeElement;
  return one === document.body ? '' : (one.id || one.getAttribute('aria-label') || one.textContent.trim()) }"""
INJECTIONS = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<svg onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
    "<a href='javascript:window.ran = 1'>x</a>",
    '" onpointerenter="window.ran = 1" x="',
    "<style>* { display: none }</style>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0; url=https://example.org/'>",
    "<form action='https://example.org/'><button>x</button></form>",
    "{@html '<img src=x onerror=window.ran=1>'} {window.ran = 1} ${window.ran = 1}",
    "<template><script>window.ran = 1</script></template>",
    "<math><mtext><script>window.ran = 1</script></mtext></math>",
    "<link rel=stylesheet href='https://example.org/x.css'>",
    "<!--armillary:model--> <!--",
)


@pytest.mark.parametrize("tab", ALL_TABS)
@pytest.mark.parametrize("chosen", ["", "/c2", "/o1"])
def test_axe_finds_nothing_in_the_dark(open_page: Open, tab: str, chosen: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    page = open_page(rents(), f"{tab}{chosen}", dark=True)
    page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = page.page.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_tab_alone_comes_to_every_view_and_back_to_the_start(open_page: Open) -> None:
    page = open_page(rents(), "checks/k2")
    stops: list[str] = []
    for _ in range(80):
        page.page.keyboard.press("Tab")
        stops.append(page.page.evaluate(TAKEN))
        if len(stops) > 1 and stops[-1] in {"", stops[0]}:
            break
    assert len(stops) < 80
    assert "tab-checks" in stops
    assert any("Clear" in stop for stop in stops)
    assert sum("promise" in stop or "“" in stop for stop in stops) >= 1


@pytest.mark.parametrize("tab", ["map", "loops", "voices", "timeline", "checks", "simulate"])
def test_the_arrow_keys_open_each_view(open_page: Open, tab: str) -> None:
    page = open_page(rents())
    page.page.locator("#tab-map").focus()
    for _ in range(9):
        if page.page.locator(f"#tab-{tab}[aria-selected=true]").count():
            break
        page.page.keyboard.press("ArrowRight")
        page.settle()
    assert page.page.evaluate("document.activeElement.id") == f"tab-{tab}"


def test_a_loop_is_a_story_whose_turns_are_numbered(open_page: Open) -> None:
    system = rents()
    page = open_page(system, "loops/o1")
    loop = system.loops["o1"]
    labels = [system.factors[key].label for key in loop.factors]
    turns = page.texts("#evidence .turn")
    assert len(turns) == len(loop.links)
    for place, turn in enumerate(turns):
        assert turn.strip().startswith(f"{place + 1}. {labels[place]}")
        assert turn.strip().endswith(labels[(place + 1) % len(labels)])
    ids = [claim for key in loop.links for claim in system.links[key].claims]
    for claim in ids:
        assert system.claims[claim].at.words == "".join(page.texts("#text .now"))
        page.page.keyboard.press("n")
        page.settle()


def test_paper_has_the_text_with_numbered_notes_then_the_map_then_tables(open_page: Open) -> None:
    page = open_page(rents(), "voices")
    page.page.emulate_media(media="print")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.settle()
    notes = page.page.evaluate(
        "[...document.querySelectorAll('[data-end]')].map(one => getComputedStyle(one, '::after').content)"
    )
    assert '"c1"' in notes
    tops = page.page.evaluate(
        "['#text', '.paper .map', '.paper table'].map(one => document.querySelector(one).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    assert page.page.locator(".paper .link").count() == len(rents().links)
    assert page.page.locator(".paper table").count() >= 5
    assert page.page.locator("nav, #evidence, #time, #view").locator("visible=true").count() == 0
    assert len(page.page.pdf()) > 10_000


def test_right_to_left_text_reads_from_the_right_in_text_evidence_and_tables(open_page: Open) -> None:
    it = Sketch("הפחד מעלה את הנשק.\n\nFear raises arms.", title="שלום")
    it.claim("הפחד מעלה את הנשק", ("הפחד", "הפחד"), "+", ("הנשק", "הנשק"), "מעלה")
    page = open_page(system_of(it), "c1")
    direction = "one => getComputedStyle(one).direction"
    assert page.page.locator("#text p").first.evaluate(direction) == "rtl"
    assert page.page.locator("#text p").last.evaluate(direction) == "ltr"
    assert page.page.locator("#evidence q").first.evaluate(direction) == "rtl"
    page.go("claims/c1")
    assert page.page.locator("#view td[dir=auto]").nth(0).evaluate(direction) == "rtl"


def test_nothing_moves_for_those_who_asked_for_less_motion(open_page: Open) -> None:
    page = open_page(rents(), "simulate")
    moving = "[...document.getAnimations()].filter(one => one.playState === 'running').length"
    page.go("map/o1")
    assert page.page.evaluate(moving) == 0


@pytest.mark.parametrize("words", INJECTIONS)
def test_no_injection_runs_or_asks_the_network_for_anything(open_page: Open, words: str) -> None:
    it = Sketch(f"The {words} raises the {words} price.", title=words, name=words)
    it.claim(it.text, (words, words), "+", ("price", f"{words} price"), "raises", words)
    it.event(words)
    it.quotation(words, words)
    it.problem(words[:20], words, words, "price")
    page = open_page(system_of(it))
    for place in ("l1", "voices/author", "timeline/e1", "checks/k1", "claims/c1", f"map/{words}"):
        page.go(place)
    assert page.page.evaluate("window.ran") is None
    assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []
    assert page.texts("#text .words") == [it.text]
    assert page.page.locator("#text").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_labels_of_four_hundred_characters_fit(open_page: Open, width: int) -> None:
    it = Sketch(f"{LONG} raises {LONG.upper()}.")
    it.claim(it.text, (LONG, LONG), "+", (LONG.upper(), LONG.upper()), "raises")
    it.event(LONG)
    it.problem("S1", LONG, LONG)
    page = open_page(system_of(it), "map/l1", width=width, height=740)
    for tab in ALL_TABS:
        page.go(f"{tab}/l1")
        assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab
        assert page.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), tab


def test_a_group_of_a_large_map_opens_by_key_and_has_an_address(open_page: Open) -> None:
    pairs = [(f"{ring}{n}", f"{ring}{(n + 1) % 18}") for ring in "ab" for n in range(18)]
    it = Sketch("\n\n".join(f"Cause{a} raises effect{b}." for a, b in [*pairs, ("a0", "b0")]))
    for a, b in [*pairs, ("a0", "b0")]:
        it.claim(f"Cause{a} raises effect{b}.", (f"Cause{a}", a), "+", (f"effect{b}", b), "raises")
    page = open_page(system_of(it))
    page.page.get_by_role("button", name="groups", exact=False).first.click()
    page.settle()
    count = page.page.locator("#view .group").count()
    assert count >= 2
    if AXE.is_file():
        page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
        assert page.page.evaluate("axe.run().then(result => result.violations.map(one => one.id))") == []
    page.page.locator('#view [data-id="g1"]').focus()
    page.page.keyboard.press("Enter")
    page.settle()
    assert page.page.url.endswith("part=g1")
    drawn = page.page.locator("#view .factor").count()
    assert 4 <= drawn < 36
    page.page.go_back()
    page.settle()
    assert page.page.locator("#view .group").count() == count


def test_without_scripts_each_text_and_the_claims_are_there_and_the_views_are_not(
    open_page: Open,
) -> None:
    texts = [Document(f"{n}.txt", f"T{n}", f"Words of {n}.", "0") for n in range(3)]
    page = open_page(System(documents=Table.numbered("d", texts)), scripts=False)
    assert page.page.locator("#text .words").count() == 3
    assert "No causal claim was found" in page.page.locator("#plain").inner_text()
    assert page.page.locator("nav").count() == 0
