"""The app in a browser: one person corrects a document from the first key to the file beside it."""

import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from armillary.errors import OutputError
from armillary.pipeline import build
from armillary.publish.report import template
from armillary.settings import Settings

QUICK = Settings(witnesses="rules", language_model="none")
TEXT = """\
The cap

The cap reduced the number of flats. Fewer flats led to higher rents. Higher rents led to a cap.

Rent control, said the mayor, hurts nobody. 🌍 Heavy rain caused floods. The council met on 30 February 2021.
"""
AXE = Path(__file__).parents[2] / "ui/node_modules/axe-core/axe.min.js"
SELECT = """words => {
  const walk = document.createTreeWalker(document.querySelector('#text .words'), NodeFilter.SHOW_TEXT);
  const nodes = []; let all = '';
  while (walk.nextNode()) { nodes.push([walk.currentNode, all.length]); all += walk.currentNode.data; }
  const place = at => { const [node, start] = nodes.findLast(([, start]) => start <= at); return [node, at - start]; };
  const range = document.createRange();
  range.setStart(...place(all.indexOf(words)));
  range.setEnd(...place(all.indexOf(words) + words.length));
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


class Served:
    """A folder that `armillary serve` serves, and the windows on it."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.errors: list[str] = []
        self.asked: list[str] = []

    def window(self) -> Page:
        """A window on the list of the documents."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.address)
        return page

    def document(self) -> Page:
        """A window on the document."""
        page = self.window()
        page.get_by_role("link", name="rents.txt").click()
        page.wait_for_selector("#bench")
        return page

    @property
    def review(self) -> Path:
        """The file beside the document."""
        return self.folder / "rents.txt.review.toml"

    def said(self) -> dict[str, Any]:
        """What stands in it."""
        return tomllib.loads(self.review.read_text(encoding="utf-8")) if self.review.exists() else {}


@pytest.fixture
def served(browser: Browser, tmp_path: Path) -> Iterator[Served]:
    try:
        template("app.html")
    except OutputError as error:
        pytest.skip(str(error))
    (tmp_path / "rents.txt").write_text(TEXT, encoding="utf-8")
    reading = ["--witnesses", "rules", "--language-model", "none"]
    command = [
        sys.executable,
        "-m",
        "armillary",
        "serve",
        str(tmp_path),
        "--no-open",
        "--port",
        "0",
        *reading,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        it = Served(browser, tmp_path, running.stdout.readline().strip())
        yield it
        running.send_signal(signal.SIGINT)  # with all windows open
        _, told = running.communicate(timeout=60)
        assert (running.returncode, told.splitlines()[-1]) == (
            0,
            "ended; every correction stands in its file",
        )
    it.context.close()
    assert it.errors == []
    assert all(url.startswith((it.address.split("?")[0], "data:")) for url in it.asked)


def chosen(page: Page, key: str) -> None:
    """Wait until this claim is chosen."""
    expect(page.locator("#bench > p b")).to_have_text(key)


def test_a_whole_session_of_correcting(served: Served) -> None:
    page = served.document()
    press = page.keyboard.press
    press("n")
    chosen(page, "c1")
    press("a")
    chosen(page, "c2")
    press("r")
    chosen(page, "c3")
    press("t")
    expect(page.locator("#bench")).to_contain_text("changed by hand (turned)")
    press("z")
    expect(page.locator("#bench")).to_contain_text("nobody has looked at this")

    press("e")
    page.get_by_role("radio", name="lowers").check()
    page.get_by_label("Manner").select_option("hedged")
    page.get_by_label("Holder").fill("the mayor")
    page.get_by_label("Why").fill("He only fears it.")
    press("Enter")
    expect(page.locator("#bench")).to_contain_text("changed by hand (sign, modality, holder)")

    page.evaluate(SELECT, "Rent control, said the mayor, hurts nobody")
    press("c")
    expect(page.get_by_label("The words that say it")).to_have_value(
        "Rent control, said the mayor, hurts nobody"
    )
    page.get_by_label("Cause", exact=True).fill("Rent control")
    page.get_by_label("Effect", exact=True).fill("nobody")
    page.get_by_role("radio", name="lowers").check()
    press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)

    press("m")
    page.get_by_label("This name").fill("The cap")
    page.get_by_label("and this").fill("Rent control")
    press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.click("#tab-checks")
    page.locator(".checks .row").first.click()
    press("x")
    page.get_by_label("Why").fill("A jest.")
    press("Enter")
    expect(page.locator("#bar")).to_contain_text("6 corrections, saved in rents.txt.review.toml")

    said = served.said()
    assert [(one["quote"], one.get("verdict"), one.get("sign")) for one in said["claim"]] == [
        ("Fewer flats led to higher rents", "rejected", None),
        ("Higher rents led to a cap", None, "lowers"),
        ("Rent control, said the mayor, hurts nobody", "added", "lowers"),
        ("The cap reduced the number of flats", "accepted", None),
    ]
    assert (said["claim"][1]["holder"], said["claim"][1]["because"]) == (
        "the mayor",
        "He only fears it.",
    )
    assert said["factors"] == [{"same": ["The cap", "Rent control"]}]
    assert said["aside"][0]["because"] == "A jest."


def test_the_page_becomes_what_the_next_build_gives(served: Served) -> None:
    page = served.document()
    before = page.locator("#counts").inner_text()
    page.keyboard.press("n")
    page.keyboard.press("n")
    chosen(page, "c2")
    page.keyboard.press("r")
    expect(page.locator("#counts")).not_to_have_text(before)
    chosen(page, "c3")
    after = build(served.folder / "rents.txt", settings=QUICK)
    page.goto(page.url.split("#")[0] + "#map?table=claims")
    ids = page.locator("#view tbody td:first-child").all_inner_texts()
    assert ids == list(after.claims.ids)
    assert "c2" not in ids
    page.keyboard.press("z")
    expect(page.locator("#counts")).to_have_text(before)
    assert served.said() == {}


def test_what_is_chosen_stays_chosen_when_ids_move(served: Served) -> None:
    """Rejecting the first claim gives the arrows after it other ids."""
    page = served.document()
    page.keyboard.press("n")
    chosen(page, "c1")
    page.keyboard.press("r")
    chosen(page, "c2")
    words = page.locator("#text .now").all_inner_texts()
    page.locator("#evidence button", has_text="rents").first.click()
    name = page.locator("#evidence h2").inner_text()
    page.keyboard.press("r")
    expect(page.locator("#counts")).to_contain_text("2 claims")
    assert page.locator("#evidence h2").inner_text() == name
    assert "".join(words) == "Fewer flats led to higher rents"


def test_the_sentences_of_one_arrow_are_judged_one_after_another(served: Served) -> None:
    """A rejected sentence leaves the arrow; the one that comes next must not be passed over for it."""
    text = "Rain caused floods. Nobody minded. Again, rain caused floods. In May rain caused floods."
    (served.folder / "rents.txt").write_text(text, encoding="utf-8")
    page = served.document()
    page.locator("g.link").first.click()
    chosen(page, "c1")
    before = page.locator("#counts").inner_text()
    page.keyboard.press("r")
    chosen(page, "c2")
    expect(page.locator("#counts")).not_to_have_text(before)
    chosen(page, "c2")
    assert page.locator("#evidence .walk").inner_text().split("\n")[1] == "1 of 2"
    page.keyboard.press("a")
    chosen(page, "c3")


def test_words_are_selected_by_characters_and_not_by_units_of_the_browser(served: Served) -> None:
    text = "🌍👩‍👩‍👧 e\u0301 ﬁ\r\n\r\nTax hurts 🌍 trade. שלום\r\n\r\nNobody 𝒜 minds. Tax hurts 🌍 trade. So be it."
    (served.folder / "rents.txt").write_bytes(text.encode())
    page = served.document()
    page.evaluate(SELECT, " Tax hurts 🌍 trade. So")
    page.get_by_role("button", name="Add a claim of these words").click()
    expect(page.get_by_label("The words that say it")).to_have_value("Tax hurts 🌍 trade. So")
    page.get_by_label("Cause", exact=True).fill("Tax")
    words = page.get_by_label("The words that say it")
    words.evaluate("field => { field.focus(); field.setSelectionRange(10, 18); }")
    page.get_by_role("button", name="The selected words are the effect").click()
    expect(page.get_by_label("Effect", exact=True)).to_have_value("🌍 trade")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#bar")).to_contain_text("1 correction")
    system = build(served.folder / "rents.txt", settings=QUICK)
    (added,) = [claim for claim in system.claims if claim.belief == 1]
    document = system.documents[0]
    assert added.at.start == document.text.rindex("Tax")
    assert (added.at.words, added.effect.at.words) == ("Tax hurts 🌍 trade. So", "🌍 trade")


def test_a_second_window_hears_of_it_and_overwrites_nothing(served: Served) -> None:
    one, other = served.document(), served.document()
    for page in (one, other):
        page.keyboard.press("n")
        chosen(page, "c1")
    one.keyboard.press("r")
    expect(other.locator("#bench")).to_contain_text("was changed in another window")
    expect(other.locator("#bar")).to_contain_text("1 correction")
    other.keyboard.press("z")
    expect(other.locator("#bench")).to_contain_text("nothing of this window to take back")
    served.review.write_text("[[claim]]\nquote = \n", encoding="utf-8")
    expect(other.locator("#alert")).to_contain_text("line 2")
    one.keyboard.press("a")
    expect(one.locator("#alert")).to_contain_text("line 2")
    assert served.review.read_text(encoding="utf-8") == "[[claim]]\nquote = \n"


def test_a_document_that_was_changed_is_read_again_when_asked(served: Served) -> None:
    page = served.document()
    page.keyboard.press("n")
    page.keyboard.press("r")
    chosen(page, "c2")
    (served.folder / "rents.txt").write_text("A new first line.\n\n" + TEXT, encoding="utf-8")
    page.get_by_role("button", name="Read it again").click()
    expect(page.locator("#text")).to_contain_text("A new first line.")
    expect(page.locator("#bar")).to_contain_text("1 correction")
    assert page.locator("#alert").count() == 0


def test_a_document_is_dropped_read_and_opened(served: Served) -> None:
    page = served.window()
    name = "<img src=x onerror=alert(1)>'&.txt"
    content = b"</script><script>alert(1)</script> caused harm. Fewer flats led to higher rents."
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content}
    )
    page.wait_for_selector("#bench")
    assert page.locator("#text .words").text_content() == content.decode()
    assert page.locator("img, #text script").count() == 0
    page.get_by_role("link", name="All documents").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.locator("input[type=file]").set_input_files({"name": "a.exe", "mimeType": "", "buffer": b"MZ"})
    expect(page.get_by_role("alert")).to_contain_text("a.exe is of no kind that is read")


def test_the_app_that_was_ended_is_told(served: Served) -> None:
    page = served.document()
    page.keyboard.press("n")
    served.context.set_offline(True)
    page.keyboard.press("r")
    expect(page.locator("#alert")).to_contain_text("this was not saved")
    served.context.set_offline(False)
    page.keyboard.press("r")
    expect(page.locator("#bar")).to_contain_text("1 correction")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core comes with `make setup`")
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_axe_finds_nothing_on_any_screen_of_the_app(served: Served, width: int, scheme: Any) -> None:
    page = served.window()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = [violations(page)]
    page.get_by_role("link", name="rents.txt").click()
    page.wait_for_selector("#bench")
    page.keyboard.press("n")
    found.append(violations(page))
    page.keyboard.press("a")
    for key in ("e", "m", "c", "l"):
        page.keyboard.press(key)
        page.wait_for_selector("dialog[open]")
        found.append(violations(page))
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog[open]", state="detached")
    page.goto(page.url.split("#")[0] + "#checks/k1")
    page.keyboard.press("x")
    page.wait_for_selector("dialog[open]")
    found.append(violations(page))
    assert found == [[]] * 7


def violations(page: Page) -> list[str]:
    """What axe finds, and whether anything sticks out at the side."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: list[str] = page.evaluate(
        "() => axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
    )
    return result
