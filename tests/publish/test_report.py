"""The page: the text in pieces, everything escaped, the same bytes for the same system."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.errors import OutputError
from armillary.publish import report
from armillary.publish.report import excerpts, facts, in_script, maps, prose, render
from armillary.publish.report.calendar import Scale, when
from armillary.publish.report.pieces import Mark, cut
from armillary.system import System, Table
from armillary.text import Block, BlockKind, Document, Section, SectionStatus, Span
from samples.rents import rents
from samples.sketch import Sketch, system_of

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "--><img src=x onerror=alert(1)>",
    '"onmouseover="alert(1)',
    "'><svg/onload=alert(1)>",
    "]]><x>",
    "</title><body onload=alert(1)>",
    "<!--armillary:model-->",
    "&lt;b&gt; &amp;amp; &#60;",
    "\u2028\u2029\u202e\u0000\r\n",
    "javascript:alert(1)",
    "{@html alert(1)} ${alert(1)}",
)


@pytest.fixture
def bare_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template with nothing in it but the places to fill."""
    holes = "\n".join(f"<{hole}><!--armillary:{hole}--></{hole}>" for hole in report.HOLES)
    monkeypatch.setattr(report, "template", lambda: holes)


class Page(HTMLParser):
    """The tags and the text of a page, as a browser would find them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def document(text: str, *blocks: Block) -> Document:
    return Document("a.txt", "A", text, "0", None, blocks)


marks = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=12)


@given(st.text(min_size=1, max_size=60), marks)
def test_joined_pieces_are_the_text_and_every_mark_is_whole(
    text: str, spans: list[tuple[int, int]]
) -> None:
    given_marks = [
        Mark(start, min(start + length, len(text)), f"c{place}")
        for place, (start, length) in enumerate(spans)
        if start < len(text)
    ]
    pieces = list(cut(document(text), 0, len(text), given_marks))
    assert "".join(piece.text for piece in pieces) == text
    for mark in given_marks:
        assert (
            "".join(piece.text for piece in pieces if mark.id in piece.ids)
            == text[mark.start : mark.end]
        )
        assert [mark.id in piece.ending for piece in pieces].count(True) == 1


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.lists(st.integers(0, 59), max_size=8),
)
def test_an_article_reads_back_as_the_very_text_of_its_document(text: str, borders: list[int]) -> None:
    stops = sorted({stop for stop in borders if stop < len(text)} | {len(text)})
    kinds = list(BlockKind)
    blocks = [
        Block(kinds[place % len(kinds)], Span(left, right))
        for place, (left, right) in enumerate(pairwise(stops))
    ]
    html = prose.articles(System(documents=Table.numbered("d", [document(text, *blocks)])))
    html = html.replace("&#13;", "\r")
    assert Page(html).text == text.replace("\0", "\ufffd")


def test_of_two_marks_over_the_same_words_the_shorter_comes_first() -> None:
    pieces = cut(document("fear raises arms"), 0, 16, [Mark(0, 16, "c1"), Mark(0, 4, "c2")])
    assert [piece.ids for piece in pieces] == [("c2", "c1"), ("c1",)]


def hostile_system(words: str) -> System:
    it = Sketch(f"The {words} raises the {words} price.", title=words, name=words)
    it.sections = (Section(words, 1, Span(0, 3), SectionStatus.PROMISED),)
    it.claim(it.text, (words, words), "+", ("price", f"{words} price"), "raises", words)
    it.event(words)
    it.quotation(words, words)
    it.problem("C1", words, words, "price")
    return system_of(it)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.usefixtures("bare_template")
def test_nothing_that_a_document_says_becomes_part_of_the_page(words: str) -> None:
    harmless, hostile = (Page(render(hostile_system(text))) for text in ("fear", words))
    assert set(hostile.tags) == set(harmless.tags)
    assert hostile.attributes == harmless.attributes


@pytest.mark.parametrize("words", HOSTILE)
def test_the_model_survives_its_way_through_the_script_element(words: str) -> None:
    written = in_script({"words": words})
    assert json.loads(written) == {"words": words}
    assert not re.search("[<>&\u2028\u2029]", written)


@pytest.mark.usefixtures("bare_template")
def test_the_same_system_gives_the_same_bytes() -> None:
    assert render(rents()).encode() == render(rents()).encode()


@pytest.mark.usefixtures("bare_template")
def test_a_system_without_claims_says_so() -> None:
    page = render(System(documents=Table.numbered("d", [document("Nothing follows from it.")])))
    assert "No causal claim was found in this text." in page
    assert "0 claims, 0 loops, 0 dated events, 0 checks" in page


@pytest.mark.usefixtures("bare_template")
def test_a_system_without_documents_has_a_page() -> None:
    assert "Nothing was read" in render(System())


def test_a_missing_template_says_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "files", lambda _: tmp_path)
    with pytest.raises(OutputError, match="make ui"):
        render(System())


def test_a_template_of_another_version_says_how_to_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "template", lambda: "<html><!--armillary:title--></html>")
    with pytest.raises(OutputError, match="make ui"):
        render(System())


def test_the_counts_are_told_in_one_line() -> None:
    assert facts.page(rents())["counts"] == "17 claims by 3 voices, 5 loops, 4 dated events, 2 checks"


def test_every_id_in_the_model_leads_to_words() -> None:
    model = facts.page(rents())
    claims = {claim["id"] for claim in model["claims"]}
    for link in model["links"]:
        said = [key for heap in ("raises", "lowers", "unclear", "denied") for key in link.get(heap, [])]
        assert said
        assert set(said) <= claims
    for row in (*model["claims"], *model["events"], *model["quotations"]):
        assert "".join(text for text, parts in pieces(rents(), row) if "words" in parts)


def pieces(system: System, row: dict[str, Any]) -> list[tuple[str, set[str]]]:
    """An excerpt as the browser reads it: its pieces, each with the parts that it plays."""
    text = system.documents[row.get("document", "d1")].text
    start, *rest = row["cut"]
    found = []
    for length, bits in zip(rest[::2], rest[1::2], strict=True):
        parts = {part for bit, part in enumerate(excerpts.PARTS) if bits & 1 << bit}
        found.append((text[start : start + length], parts))
        start += length
    return found


def test_an_excerpt_is_the_sentence_around_the_words() -> None:
    claim = facts.page(rents())["claims"][3]
    cut_up = pieces(rents(), claim)
    assert "".join(text for text, _ in cut_up) == (
        "High rents brought out protesters, and the protests won the cap in the first place."
    )
    assert ("the protests", {"cause", "words"}) in cut_up


@pytest.mark.usefixtures("bare_template")
def test_the_sentence_around_a_claim_stands_on_the_page_once() -> None:
    """It stood there again in every claim, and a page of 112,000 words had 6 MB."""
    it = Sketch("That year, however, fear raises arms, and nobody was surprised.")
    it.claim("fear raises arms", ("fear", "fear"), "+", ("arms", "arms"), "raises")
    it.claim("fear raises arms", ("arms", "arms"), "-", ("fear", "fear"), "raises")
    assert render(system_of(it)).count("nobody was surprised") == 1


def test_an_excerpt_of_a_text_without_full_stops_stays_short() -> None:
    it = Sketch("and so on " * 500 + "fear raises arms " + "and so on " * 500)
    it.claim("fear raises arms", ("fear", "fear"), "+", ("arms", "arms"), "raises")
    claim = facts.page(system_of(it))["claims"][0]
    assert sum(claim["cut"][1::2]) < 520
    assert claim["torn"] == 3


def test_a_section_that_is_promised_and_missing_is_named_among_the_contents() -> None:
    html = prose.articles(rents())
    assert "2 sections, 1 promised and not there" in html
    assert '<li class="level1 promised">What other cities did' in html


def test_every_paragraph_finds_its_own_direction() -> None:
    html = prose.articles(system_of(Sketch("Peace.\n\nשלום")))
    assert html.count('<p dir="auto" class="paragraph">') == 2


def test_several_documents_stand_one_below_the_other_with_their_titles() -> None:
    texts = [Sketch("Fear raises arms.", title="First"), Sketch("Arms raise fear.", title="Second")]
    html = prose.articles(system_of(*texts))
    assert html.index("<h2>First</h2>") < html.index("<h2>Second</h2>")


def test_the_map_begins_with_the_strongest_factors_and_has_a_second_with_all() -> None:
    it = Sketch("\n\n".join(f"Cause{n} raises effect{n}." for n in range(40)))
    for n in range(40):
        cause, effect = f"Cause{n}", f"effect{n}"
        it.claim(f"{cause} raises {effect}.", (cause, cause), "+", (effect, effect), "raises")
    first, whole = maps.maps(system_of(it))
    assert maps.FEWEST_FACTORS <= len(first["boxes"]) <= maps.MOST_FACTORS
    assert first["width"] <= maps.OPENING[0]
    assert first["height"] <= maps.OPENING[1]
    assert len(whole["boxes"]) == 80


def rings() -> System:
    """Two rings of 18 factors with one link between them, and a pair apart."""
    pairs = [(f"{ring}{n}", f"{ring}{(n + 1) % 18}") for ring in "ab" for n in range(18)]
    pairs += [("a0", "b0"), ("p0", "p1")]
    it = Sketch("\n\n".join(f"Cause{a} raises effect{b}." for a, b in pairs))
    for a, b in pairs:
        words = f"Cause{a} raises effect{b}."
        it.claim(words, (f"Cause{a}", a), "+", (f"effect{b}", b), "raises")
    return system_of(it)


def test_a_large_map_comes_in_groups_that_hold_every_factor_once_and_are_the_same_on_every_run() -> None:
    system = rings()
    groups = maps.groups(system)
    assert groups is not None
    assert groups == maps.groups(system)
    held = [key for row in groups["rows"] for key in row["factors"]]
    assert sorted(held) == sorted(system.factors.ids)
    assert groups["rows"][-1]["name"] == "2 others"
    assert all(
        len({system.factors[key].label[0] for key in row["factors"]}) == 1 for row in groups["rows"]
    )
    inside = {key for row in groups["rows"] for key in row["map"]["arrows"]}
    between = {key for keys in groups["between"].values() for key in keys}
    assert inside | between == set(system.links.ids)
    assert set(groups["map"]["boxes"]) == {row["id"] for row in groups["rows"]}


def test_a_small_map_has_no_groups() -> None:
    assert maps.groups(rents()) is None


@pytest.mark.parametrize(
    ("value", "words", "days"),
    [
        ("1914-07-28", "28 July 1914", 1),
        ("1914-07-28T11:00", "28 July 1914", 1),
        ("1914-07", "July 1914", 31),
        ("1914", "1914", 365),
        ("1989/1991", "1989 – 1991", 3 * 365),
        ("1912-10/1913-05", "October 1912 – May 1913", 243),
        ("199", "the 1990s", 3652),
        ("199X", "the 1990s", 3652),
        ("1914-SU", "summer 1914", 92),
        ("1914-W31", "week 31 of 1914", 7),
    ],
)
def test_a_time_is_a_stretch_of_days_and_reads_well(value: str, words: str, days: int) -> None:
    found = when(value)
    assert found is not None
    assert (found.words, found.end - found.first) == (words, days)


@pytest.mark.parametrize(
    "value", [None, "", "P2D", "PRESENT_REF", "XXXX-07-28", "1914-02-30", "1991/1989", "1914-13"]
)
def test_what_has_no_place_in_time_gets_none(value: str | None) -> None:
    assert when(value) is None


@given(st.text(max_size=20))
def test_no_value_breaks_the_calendar(value: str) -> None:
    assert when(value) is None or when(value)


@settings(max_examples=50)
@given(st.lists(st.integers(1000, 2100), min_size=1, max_size=20))
def test_the_timeline_keeps_the_order_of_its_events(years: list[int]) -> None:
    times = [time for year in years if (time := when(str(year)))]
    scale = Scale.over(times)
    places = [scale.place(time.first) for time in sorted(times, key=lambda time: time.first)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
