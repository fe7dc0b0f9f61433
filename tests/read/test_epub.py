"""EPUB: the chapters in order, each with the bytes of its words in its own file."""

import pytest

from armillary.errors import SourceError
from armillary.read import Bytes, read
from armillary.text import ByteRange
from samples.containers import epub, packed
from samples.drawing import DEFAULTS, blocks, sections

CHAPTERS = {
    "nav.xhtml": '<nav epub:type="toc"><ol><li><a href="one.xhtml">The Cap</a></li><li><a href="two.xhtml">What Next</a></li></ol></nav>',
    "one.xhtml": '<h1>The Cap</h1><a id="x"/><p>Rents rose.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">See the minutes.</aside>',
    "two.xhtml": "<h1>What Came</h1><p>Wages fell &amp; fell.</p>",
}  # fmt: skip


def test_chapters_are_read_in_order_with_contents_and_notes() -> None:
    book = read(Bytes("rents.epub", epub(CHAPTERS)), DEFAULTS)
    assert blocks(book) == [
        ("contents", "The Cap"), ("contents", "What Next"), ("heading", "The Cap"), ("paragraph", "Rents rose."),
        ("footnote", "See the minutes."), ("heading", "What Came"), ("paragraph", "Wages fell & fell."),
    ]  # fmt: skip
    assert sections(book) == [
        (1, "promised", "What Next"),
        (1, "present", "The Cap"),
        (1, "unlisted", "What Came"),
    ]


def test_title_and_date_are_those_of_the_package() -> None:
    metadata = "<dc:title>The Price of Rooms</dc:title><dc:title>A subtitle</dc:title><dc:date>1914-07</dc:date>"
    book = read(Bytes("rents.epub", epub(CHAPTERS, metadata)), DEFAULTS)
    assert (book.title, book.dated) == ("The Price of Rooms", "1914-07")


def test_each_character_has_its_bytes_in_its_chapter() -> None:
    book = read(Bytes("rents.epub", epub(CHAPTERS)), DEFAULTS)
    place = book.origin_of(book.text.index("Wages"))
    assert isinstance(place, ByteRange)
    assert (place.part, place.end - place.start) == ("OEBPS/two.xhtml", 1)
    amp = book.origin_of(book.text.index("&"))
    assert isinstance(amp, ByteRange)
    assert amp.end - amp.start == len("&amp;")


def test_a_book_that_is_protected_is_told() -> None:
    content = epub(CHAPTERS | {"two.xhtml": "\0\1\2"}, encryption="<encryption/>")
    with pytest.raises(SourceError, match="protected against reading"):
        read(Bytes("rents.epub", content), DEFAULTS)


def test_a_book_without_its_list_of_files_is_told() -> None:
    with pytest.raises(SourceError, match=r"it has no part 'META-INF/container\.xml'"):
        read(Bytes("rents.epub", packed({"mimetype": "application/epub+zip"})), DEFAULTS)
