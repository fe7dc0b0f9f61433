"""HTML: the main text in blocks, and for each character the bytes that show it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.errors import NothingToRead, SourceError
from armillary.read import Bytes, read
from armillary.text import BlockKind, ByteRange, Document
from samples.drawing import DEFAULTS, blocks, document, of_kind, sections

PROSE = "The council put a cap on rents, and because of it many owners sold their flats to those who lived in them."


def page(body: str, head: str = "") -> Document:
    return document(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "page.html")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Rents rose.<p>Wages fell.", [("paragraph", "Rents rose."), ("paragraph", "Wages fell.")]),
        ("<div>Rents rose.<br><br>Wages fell.</div>", [("paragraph", "Rents rose."), ("paragraph", "Wages fell.")]),
        ("<p>Rents<br>rose.</p>", [("paragraph", "Rents\nrose.")]),
        ("<p>Rents \n\t <b>rose</b>\n.</p>", [("paragraph", "Rents rose .")]),
        ("<p>Rents<i> rose</i></p>", [("paragraph", "Rents rose")]),
        ("<h2>Rents</h2><p>They rose.", [("heading", "Rents"), ("paragraph", "They rose.")]),
        ("<ul><li>Rents rose.<li>Wages fell.</ul>", [("list_item", "Rents rose."), ("list_item", "Wages fell.")]),
        ("<dl><dt>Rents<dd>They rose.</dl>", [("list_item", "Rents"), ("list_item", "They rose.")]),
        ("<blockquote><p>Rents rose.</p></blockquote>", [("quote", "Rents rose.")]),
        ("<blockquote><ul><li>Rents rose.</ul></blockquote>", [("quote", "Rents rose.")]),
        ("<figure><img><figcaption>Rents in 1914</figcaption></figure>", [("caption", "Rents in 1914")]),
        ("<pre>rents = 1\n  wages = 2</pre>", [("code", "rents = 1\n  wages = 2")]),
        ("<p>Rents &amp; wages &lt; prices &hellip; &#8212; &#x1F3E0;", [("paragraph", "Rents & wages < prices … — 🏠")]),
        ("<p>AT&T rents & R&D", [("paragraph", "AT&T rents & R&D")]),
        ("<p>a < b and c > d", [("paragraph", "a < b and c > d")]),
        ("<p>He said <q>rents rose</q>.", [("paragraph", "He said “rents rose”.")]),
        ("<p>Rents rose.<sup><a href='#n1'>1</a></sup> Again.", [("paragraph", "Rents rose. Again.")]),
        ("<p>In 10<sup>2</sup> flats", [("paragraph", "In 10² flats")]),
        ("<ol class=footnotes><li id=n1>See the minutes. <a role=doc-backlink>↩</a></ol>", [("footnote", "See the minutes.")]),
        ("<ul class=references><li>Fenn, Rents.</ul>", [("reference", "Fenn, Rents.")]),
        ("<p><a href='/1914'>Rents Before the War</a>", [("reference", "Rents Before the War")]),
        ("<p>Rents<!-- fell --> rose.<script>document.write('<p>no')</script>", [("paragraph", "Rents rose.")]),
        ("<p>Rents <span hidden>fell</span>rose<span style='display:none'> not</span>.", [("paragraph", "Rents rose.")]),
        ("Rents rose", [("paragraph", "Rents rose")]),
        ("<p>Rents rose.<!-- and", [("paragraph", "Rents rose.")]),
        ("<p>Rents rose.<script>if (a<b) c='", [("paragraph", "Rents rose.")]),
        ("<p title='a > b'>Rents rose.", [("paragraph", "Rents rose.")]),
    ],
)  # fmt: skip
def test_each_element_is_what_a_browser_shows(html: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(page(html)) == expected


def test_a_table_of_data_is_one_block_with_tabs_between_its_cells() -> None:
    rows = "<tr><th>Year<th>Rent</tr><tr><td>1914<td><p>10</p><p>old</p></tr>"
    assert blocks(page(f"<p>{PROSE}<table><caption>Rents</caption>{rows}</table>"))[1:] == [
        ("caption", "Rents"),
        ("table", "Year\tRent\n1914\t10 old"),
    ]


def test_a_table_that_only_sets_the_page_is_prose() -> None:
    assert blocks(page(f"<table><tr><td><p>{PROSE}</p></td></tr></table>")) == [("paragraph", PROSE)]


BOILERPLATE = """
<div class="site-header"><a href="/">Home</a> <a href="/news">News</a></div>
<nav><ul><li><a href="/a">One</a><li><a href="/b">Two</a></ul></nav>
{text}
<div class="related-posts"><h3>More</h3><ul><li><a href="/c">Another page with a rather long title</a></ul></div>
<div id="comments"><p>I do not agree with this, and I have said so before, at length, more than once.</p></div>
<footer><p>All rights reserved, and so on and so forth, by the company that owns this site, since 1999.</p></footer>
"""


@pytest.mark.parametrize("tag", ["main", "article", "div", "section"])
def test_menus_comments_and_footers_are_left_out_however_the_text_is_marked(tag: str) -> None:
    text = f"<{tag}><h1>Rents</h1><p>{PROSE}</p><h2>The Cap</h2><p>{PROSE}</p><ul><li>Short.</ul><p>{PROSE}</p></{tag}>"
    assert [words for _, words in blocks(page(BOILERPLATE.format(text=text)))] == [
        "Rents", PROSE, "The Cap", PROSE, "Short.", PROSE,
    ]  # fmt: skip


def test_the_heading_above_the_element_of_the_text_belongs_to_it() -> None:
    text = f"<header><h1>Rents</h1></header><div class=text><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert blocks(page(BOILERPLATE.format(text=text)))[0] == ("heading", "Rents")


def test_a_page_that_is_called_a_sidebar_all_over_is_still_read() -> None:
    assert len(page(f"<div class='has-sidebar menu'><p>{PROSE}</p><p>{PROSE}</p></div>").blocks) == 2


def test_links_to_places_on_the_page_are_its_contents_wherever_they_stand() -> None:
    toc = "<nav><ul><li><a href='#a'>The Cap</a><ul><li><a href='#b'>Its Law</a></ul><li><a href='#c'>What Next</a></ul></nav>"
    text = f"{toc}<main><h1>Rents</h1><p>{PROSE}</p><h2>The Cap</h2><p>{PROSE}</p><h3>Its Law</h3><p>{PROSE}</p></main>"
    read_page = page(text)
    assert of_kind(read_page, BlockKind.CONTENTS) == ["The Cap", "Its Law", "What Next"]
    assert sections(read_page) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (2, "present", "Its Law"),
    ]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Rents – The Paper</title>", "<h1>Rents</h1>", "Rents"),
        ("<title>Rents &amp; wages</title>", "<h1>The Paper</h1>", "Rents & wages"),
        ("<title>A | B</title><meta property=og:title content='Rents'>", "", "Rents"),
        ("", "<h1>Rents</h1>", "Rents"),
        ("", "", "page"),
    ],
)
def test_the_title_is_that_of_the_page_without_the_name_of_the_site(
    head: str, body: str, title: str
) -> None:
    assert page(f"{body}<p>{PROSE}</p>", head).title == title


@pytest.mark.parametrize(
    ("head", "dated"),
    [
        ("<meta property='article:published_time' content='2023-02-24T10:00:00Z'>", "2023-02-24"),
        ("<meta name=DC.date content='February 2023'>", "2023-02"),
        ('<script type=\'application/ld+json\'>{"datePublished": "2023-02-24"}</script>', "2023-02-24"),
        ("<meta name=date content='soon'>", None),
        ("", None),
    ],
)
def test_the_date_is_the_day_it_was_published(head: str, dated: str | None) -> None:
    assert page(f"<p>{PROSE}</p>", head).dated == dated


def test_a_time_in_the_text_dates_a_page_that_says_nothing_else() -> None:
    assert page(f"<p><time datetime='2023-02-24'>Friday</time> {PROSE}").dated == "2023-02-24"


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "utf-8", "iso-8859-1"])
def test_a_page_is_read_in_the_encoding_that_it_names(declared: str) -> None:
    words = "Rents rose – café" if declared == "iso-8859-1" else "Цены выросли"
    encoding = "windows-1252" if declared == "iso-8859-1" else declared
    content = f"<meta charset={declared}><p>{words}".encode(encoding)
    assert read(Bytes("page.html", content), DEFAULTS).text == words


def test_a_page_that_names_a_wrong_encoding_is_read_in_the_right_one() -> None:
    content = "<meta charset=utf-8><p>café – rents".encode("windows-1252")
    assert read(Bytes("page.html", content), DEFAULTS).text == "café – rents"


def test_a_page_that_is_all_script_shows_no_words() -> None:
    with pytest.raises(NothingToRead, match="open it in a browser and save what it shows"):
        page("<div id=root></div><script>render()</script><noscript>Switch scripts on.</noscript>")


def test_a_page_without_a_name_is_known_by_its_beginning() -> None:
    assert document("<!doctype html><p>Rents rose.", "standard input").text == "Rents rose."
    assert document("<p>Rents rose.", "rents.txt").text == "<p>Rents rose."


def test_a_deep_page_is_read_to_the_end() -> None:
    assert (
        page("<div>" * 5000 + "Rents rose." + "</div>" * 5000 + "<p>Wages fell.").text
        == "Rents rose.\n\nWages fell."
    )


SHREDS = st.sampled_from(
    [
        "Rents", "rose", " ", "  ", "\n", "\r\n", "\t", "&amp;", "&nbsp;", "&eacute;", "&#128512;", "&x", "&", "<", ">",
        "<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<h2>", "</h2>", "<li>", "<ul>", "</ul>", "<br>", "<table>",
        "<tr>", "<td>", "</table>", "<pre>", "</pre>", "<q>", "</q>", "<!--", "-->", "<script>", "</script>", "<a href='#x'>",
        "</a>", "<sup>", "</sup>", "12", "<blockquote>", "🌍", "e\u0301", "ﬁn", "שלום", "\u202e", "é", "\u00a0", "<p class='", "'>",
    ]
)  # fmt: skip


@given(st.lists(SHREDS, max_size=40).map("".join), st.sampled_from(["utf-8", "utf-16"]))
def test_each_character_has_the_bytes_that_show_it(html: str, encoding: str) -> None:
    content = html.encode(encoding)
    try:
        read_page = read(Bytes("page.html", content), DEFAULTS)
    except SourceError:
        return
    for before, run in pairwise(read_page.origin):
        assert before.end <= run.start
        assert isinstance(before.place, ByteRange)
        assert isinstance(run.place, ByteRange)
        assert before.place.end <= run.place.start
    for block in read_page.blocks:
        for at in range(block.span.start, block.span.end):
            place = read_page.origin_of(at)
            char = read_page.text[at]
            if place is None:
                assert char in "\t\n "
                continue
            assert isinstance(place, ByteRange)
            shown = content[place.start : place.end].decode(place.encoding)
            assert shown == char or char.isspace() or shown[0] in "&<" or char in "⁰¹²³⁴⁵⁶⁷⁸⁹"
