"""The page's Simulate view: a push is followed to what rises and falls, with its shares and its sentences."""

import csv
import io

import pytest

from armillary.pipeline import simulate
from armillary.reading import Modality
from armillary.run import Effect, Push, Way
from armillary.simulate import claims_of, factor_named
from armillary.system import System, Table
from armillary.text import Document
from samples.rents import rents
from samples.sketch import Sketch, system_of
from ui.conftest import Open, Opened
from ui.test_page import AXE

FINDER = "#view [role=combobox]"
ANSWER = "#view .answer"


def factor(label: str) -> str:
    return factor_named(rents(), label)


def pushed(
    open_page: Open, query: str = "", system: System | None = None, *, motion: bool = False
) -> Opened:
    """The page of rents, with the rent cap held up, and the answer there."""
    page = open_page(system or rents(), f"simulate?push={factor('rent cap')}.up{query}", motion=motion)
    finished(page)
    return page


def finished(page: Opened) -> None:
    page.page.locator(f"{ANSWER}[aria-busy=false]").wait_for()
    page.settle()


def answer(page: Opened) -> str:
    return str(page.page.locator(ANSWER).inner_text())


def table(page: Opened, name: str) -> list[dict[str, str]]:
    """A table twin, as it is copied."""
    page.page.evaluate(
        "Object.assign(navigator.clipboard, { writeText: async text => { window.copied = text } })"
    )
    here = page.page.evaluate("location.hash.slice(1)")
    page.go(f"{here}&table={name}")
    finished_table(page)
    page.page.get_by_role("button", name="Copy as CSV").click()
    page.settle()
    return list(csv.DictReader(io.StringIO(page.page.evaluate("window.copied"))))


def finished_table(page: Opened) -> None:
    page.page.locator("#view tbody tr").first.wait_for()


def shares(row: dict[str, str]) -> tuple[float, float, float]:
    return float(row["Rises"]), float(row["Falls"]), float(row["Stays"])


def test_the_shares_are_those_of_the_command(open_page: Open) -> None:
    system = rents()
    page = pushed(open_page)
    run = simulate(system, [Push(factor("rent cap"), Way.UP)])
    theirs = {row["Id"]: row for row in table(page, "effects")}
    assert set(theirs) == {effect.factor for effect in run.effects}
    for effect in run.effects:
        assert shares(theirs[effect.factor]) == (effect.rises, effect.falls, effect.stays)
    assert page.errors == []


@pytest.mark.parametrize("but", [False, True])
def test_the_map_of_one_holder_and_of_all_but_one(open_page: Open, *, but: bool) -> None:
    system = rents()
    page = pushed(open_page)
    option = page.page.locator("#view .asked option").filter(
        has_text=("all but" if but else "only") + " those of the tenants"
    )
    page.page.get_by_label("By whose claims").select_option(option.get_attribute("value"))
    finished(page)
    assert ("all claims but those of" if but else "by the claims of the tenants") in answer(page)
    held = (
        claims_of(system, without="tenants’ union")
        if but
        else claims_of(system, holder="tenants’ union")
    )
    run = simulate(system, [Push(factor("rent cap"), Way.UP)], claims=held)
    ours: dict[str, Effect] = {effect.factor: effect for effect in run.effects}
    for row in table(page, "effects"):
        effect = ours[row["Id"]]
        assert shares(row) == (effect.rises, effect.falls, effect.stays)


def test_a_push_is_made_by_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(rents(), "simulate")
    keyboard = page.page.keyboard
    page.page.locator(FINDER).focus()
    keyboard.type("The Rent Ca")
    assert page.page.locator("[role=option]").count() == 1
    keyboard.press("Enter")
    finished(page)
    assert page.page.url.endswith(f"simulate?push={factor('rent cap')}.up")
    assert "rent cap is pushed up" in answer(page)
    page.page.locator(f'.factor[data-id="{factor("investors")}"]').focus()
    keyboard.press("d")
    finished(page)
    assert f"{factor('investors')}.down" in page.page.url
    keyboard.press("d")
    finished(page)
    assert "investors" not in page.page.locator("#view .pushes").inner_text()


def test_back_takes_a_push_back(open_page: Open) -> None:
    page = pushed(open_page)
    page.page.get_by_role("button", name="▼ down").click()
    finished(page)
    assert "rent cap is pushed down" in answer(page)
    page.page.go_back()
    finished(page)
    assert "rent cap is pushed up" in answer(page)


def test_a_factor_that_moves_shows_the_sentences_that_carry_the_push(open_page: Open) -> None:
    page = pushed(open_page)
    page.page.locator("#view .effect", has_text="rents").first.click()
    page.settle()
    assert "to=" in page.page.url
    assert page.page.locator("#view .carries").count() > 0
    sentence = page.page.locator("#view .sentence", has_text="the cap reduced the supply of flats").first
    sentence.click()
    page.settle()
    assert page.page.locator("#text .now", has_text="the cap reduced the supply of flats").count() == 1
    assert page.page.locator("#view .sentence").count() > 0
    ways = table(page, "ways")
    assert {row["Sign"] for row in ways} == {"'+", "?"}
    assert "the cap reduced the supply of flats" in {row["Words"] for row in ways}


def test_a_push_on_what_is_not_there_is_said_and_the_others_run(open_page: Open) -> None:
    page = open_page(rents(), f"simulate?push=f999.up,{factor('rents')}.up")
    finished(page)
    assert "called “f999”" in page.page.locator("#view .pushes").inner_text()
    assert "rents is pushed up" in answer(page)
    page.page.get_by_role("button", name="Forget it").click()
    finished(page)
    assert "f999" not in page.page.url


def test_two_opposite_pushes_on_one_factor_are_refused_in_words(open_page: Open) -> None:
    page = open_page(rents(), f"simulate?push={factor('rents')}.up,{factor('rents')}.down")
    assert "up and down at once" in page.page.locator("#view .pushes").inner_text()
    assert "is pushed" not in answer(page)
    page.page.get_by_role("button", name="▼ down").click()
    finished(page)
    assert "rents is pushed down" in answer(page)


def test_a_push_without_a_way_asks_for_one(open_page: Open) -> None:
    page = open_page(rents(), f"simulate?push={factor('rents')}")
    assert "does not say which way" in page.page.locator("#view .pushes").inner_text()


def test_a_rule_that_does_not_fit_is_said_and_put_right(open_page: Open) -> None:
    page = open_page(rents(), f"simulate?push={factor('rents')}.up&rule=rescaled&transfer=tanh")
    assert "takes states from 0 to 1" in page.page.locator("#view .pushes").inner_text()
    page.page.get_by_role("button", name="Take sigmoid").click()
    finished(page)
    assert "rents is pushed up" in answer(page)


def test_runs_that_do_not_rest_are_told(open_page: Open) -> None:
    it = Sketch("Fear raises arms. Arms lower fear. War raises fear.")
    it.claim("Fear raises arms", ("Fear", "fear"), "+", ("arms", "arms"), "raises")
    it.claim("Arms lower fear", ("Arms", "arms"), "-", ("fear", "fear"), "lower")
    it.claim("War raises fear", ("War", "war"), "+", ("fear", "fear"), "raises")
    page = open_page(
        system_of(it), f"simulate?push={factor_named(system_of(it), 'war')}.up&transfer=bivalent"
    )
    finished(page)
    assert "went round and round" in answer(page)
    assert "not proved" in answer(page)


def test_a_map_without_links_that_can_be_run_says_so(open_page: Open) -> None:
    it = Sketch("Rain does not feed the river.")
    it.claim("Rain does not feed the river", ("Rain", "rain"), "+", ("river", "river"), "feed", "", Modality.NEGATED)  # fmt: skip
    page = open_page(system_of(it), "simulate?push=f1.up")
    finished(page)
    assert "no link that can be run" in answer(page)


def test_a_text_without_claims_has_nothing_to_push(open_page: Open) -> None:
    text = "Nothing follows from it."
    page = open_page(
        System(documents=Table.numbered("d", [Document("a.txt", "A", text, "0")])), "simulate?push=f1.up"
    )
    assert "nothing to push" in page.page.locator("#view").inner_text()
    assert page.errors == []


def test_without_motion_a_push_is_stepped_by_hand(open_page: Open) -> None:
    page = pushed(open_page)
    assert page.page.get_by_role("button", name="Watch it travel").count() == 0
    page.page.get_by_role("button", name="To the beginning").click()
    page.settle()
    assert page.page.locator("#view .moved").count() == 1
    assert page.page.locator("#view .way").count() > 0
    page.page.get_by_role("button", name="One step on").click()
    page.settle()
    assert page.page.locator("#view .moved").count() > 1
    assert page.page.locator("#view .pulse").count() == 0
    assert "it gets to" in page.page.locator("#view .player").inner_text()


def test_with_motion_a_push_is_seen_to_travel(open_page: Open) -> None:
    page = pushed(open_page, motion=True)
    page.page.get_by_role("button", name="To the beginning").click()
    page.page.get_by_role("button", name="Watch it travel").click()
    page.page.locator("#view .pulse").first.wait_for()
    page.page.get_by_role("button", name="Pause").click()
    page.settle()
    assert page.page.locator("#view .pulse").count() == 0


def test_a_long_run_shows_how_far_it_is_and_gives_way_to_another(open_page: Open) -> None:
    page = open_page(rents(), f"simulate?push={factor('rents')}.up&runs=100000")
    page.page.locator("#view progress").wait_for()
    page.page.get_by_role("button", name="Let rents go").click()
    page.settle()
    assert page.page.locator("#view progress").count() == 0
    assert "Push a factor up or down" in answer(page)


def test_the_steps_are_a_table_too(open_page: Open) -> None:
    rows = table(pushed(open_page), "steps")
    first = [row for row in rows if row["Id"] == factor("supply of flats")]
    assert [int(row["Step"]) for row in first] == list(range(len(first)))
    assert float(first[0]["Fallen"]) == 0
    assert float(first[1]["Fallen"]) > 0.9


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("table", ["", "&table=effects", "&table=ways", "&table=steps"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    open_page: Open, table: str, width: int, *, dark: bool
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run `npm ci` in ui/")
    query = f"simulate?push={factor('rent cap')}.up,f99.up&to={factor('rents')}{table}"
    page = open_page(rents(), query, width=width, height=740)
    page.page.emulate_media(color_scheme="dark" if dark else "light")
    page.page.locator("#view .sentence, #view tbody tr").first.wait_for()
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = page.page.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_the_list_of_factors_is_one_that_a_screen_reader_knows(open_page: Open) -> None:
    page = open_page(rents(), "simulate")
    page.page.locator(FINDER).focus()
    page.page.keyboard.press("ArrowDown")
    active = page.page.locator(FINDER).get_attribute("aria-activedescendant")
    assert page.page.locator(f"#{active}[aria-selected=true]").count() == 1
    page.page.keyboard.type("zzz")
    assert "called that" in page.page.locator("[role=listbox]").inner_text()
    page.page.keyboard.press("Escape")
    assert not page.page.locator("[role=listbox]").is_visible()


def test_whose_claims_say_so_is_told_for_the_factor_that_is_asked_for(open_page: Open) -> None:
    """Of the rents the author and the union say the opposite: no mean of the two may hide it."""
    system = rents()
    page = pushed(open_page, f"&to={factor('rents')}")
    page.page.get_by_text("rescaled, bivalent").wait_for(state="attached")
    rows = {row["Which"]: row for row in table(page, "otherwise")}
    assert rows["the author alone"]["Rises"] == "1"
    assert rows["the tenants’ union alone"]["Falls"] == "1"
    assert sum(row["By"] == "rule" for row in rows.values()) == 9
    for name, held in (
        ("the author alone", claims_of(system, holder="the author")),
        ("all but the author", claims_of(system, without="the author")),
    ):
        run = simulate(system, [Push(factor("rent cap"), Way.UP)], claims=held, members=200)
        (effect,) = (one for one in run.effects if one.factor == factor("rents"))
        assert shares(rows[name]) == (effect.rises, effect.falls, effect.stays)


def test_the_map_shows_at_the_end_what_the_answer_says(open_page: Open) -> None:
    page = pushed(open_page)
    falls = page.page.locator("#view ul.rows", has_text="flats to let").locator(".effect").count()
    assert page.page.locator("#view .moved.lowers").count() == falls


def test_names_that_are_hostile_long_or_right_to_left_are_words_like_any_other(open_page: Open) -> None:
    bad, long, hebrew = "<img src=x onerror=alert(1)>", "very " * 90 + "long", "שלום"
    it = Sketch(f"{bad} raises {hebrew}. {hebrew} lowers {long}.")
    it.claim(f"{bad} raises {hebrew}", (bad, bad), "+", (hebrew, hebrew), "raises", bad)
    it.claim(f"{hebrew} lowers {long}", (hebrew, hebrew), "-", (long, long), "lowers")
    page = open_page(system_of(it), f"simulate?push=f1.up,{bad}.down&to=f3&who={bad}", width=360)
    finished(page)
    page.go("simulate?push=f1.up&to=f3")
    finished(page)
    assert bad in answer(page)
    assert hebrew in answer(page)
    assert page.page.locator("#view img").count() == 0
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.errors == []


def test_where_nothing_moves_what_leads_there_is_offered(open_page: Open) -> None:
    it = Sketch("Drought raises prices.")
    it.claim("Drought raises prices", ("Drought", "drought"), "+", ("prices", "prices"), "raises")
    page = open_page(system_of(it), f"simulate?push={factor_named(system_of(it), 'prices')}.up")
    finished(page)
    assert "nothing else moves" in answer(page)
    page.page.locator("#view .instead button", has_text="drought").click()
    finished(page)
    assert "drought" in page.page.locator("#view .push").last.inner_text()


def test_a_sentence_can_be_taken_as_not_said(open_page: Open) -> None:
    """What if that were not so? The run is made again without the claim, as Python would make it."""
    system = rents()
    page = pushed(open_page, f"&to={factor('rents')}")
    page.page.get_by_role("button", name="What if that were not so?").first.click()
    finished(page)
    (out,) = page.page.evaluate("new URLSearchParams(location.hash.split('?')[1]).get('out')").split(",")
    assert "1 sentence left out" in answer(page)
    left = frozenset(system.claims.ids) - {out}
    run = simulate(system, [Push(factor("rent cap"), Way.UP)], claims=left)
    theirs = {row["Id"]: row for row in table(page, "effects")}
    for effect in run.effects:
        assert shares(theirs[effect.factor]) == (effect.rises, effect.falls, effect.stays)
    page.page.get_by_role("button", name="Picture").click()
    page.page.get_by_role("button", name="Take it back in").click()
    finished(page)
    assert "out=" not in page.page.url


def test_an_unknown_sentence_in_the_address_is_said(open_page: Open) -> None:
    page = pushed(open_page, "&out=c999,f1")
    assert "called “c999”" in page.page.locator("#view .pushes").inner_text()
    assert "left out" not in answer(page)


def test_an_arrow_without_a_sentence_left_is_crossed_out(open_page: Open) -> None:
    system = rents()
    link = next(key for key, link in system.links.items() if link.effect == factor("flats to let") and link.cause == factor("rent cap"))  # fmt: skip
    page = pushed(open_page, f"&out={','.join(system.links[link].claims)}")
    assert page.page.locator("#view .gone").count() == 1
