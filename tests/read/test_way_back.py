"""Whatever stands in a text, it is unchanged, its blocks are in order, and each character has its bytes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from armillary.errors import NothingToRead, SourceError
from armillary.read import Bytes, read
from armillary.read.lines import is_rule
from armillary.settings import Settings
from armillary.text import ByteRange, Document

SHREDS = st.sampled_from(
    [
        "The cap", " ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u2028", "\f", ". ", ", ", "# ", "> ",
        "- ", "1. ", "1) ", "* * *", "----", "====", "```", "~~~", "| ", "|---|---|", "<!--", "-->", "[^1]: ",
        "[a](#b)", "[a]: b", "Contents", "Chapter 2", "THE CAP", " / ", "....... 3", "🌍", "👩‍🚒", "e\u0301",
        "ﬁn", "שלום", "العالم", "\u202e", "“", "”", "—", "é", "---", "title: a", "    ", "**", "_", "\u00a0", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.lists(SHREDS, max_size=40).map("".join)


def read_or_none(name: str, content: bytes, encoding: str | None = None) -> Document | None:
    try:
        return read(Bytes(name, content), Settings(encoding=encoding))
    except (NothingToRead, SourceError):
        return None


@given(TEXTS, st.sampled_from(["essay.txt", "essay.md"]))
def test_the_text_is_that_of_the_file_without_its_mark(text: str, name: str) -> None:
    document = read_or_none(name, text.encode())
    assert document is None or document.text == text.removeprefix("\ufeff")


@given(TEXTS, st.sampled_from(["essay.txt", "essay.md"]))
def test_blocks_are_in_order_apart_and_without_white_space_around(text: str, name: str) -> None:
    document = read_or_none(name, text.encode())
    if document is None:
        return
    for before, block in pairwise(document.blocks):
        assert before.span.end <= block.span.start
    for block in document.blocks:
        words = document.at(block.span).words
        assert words == words.strip()


@given(TEXTS)
def test_blocks_of_plain_text_hold_every_word(text: str) -> None:
    document = read_or_none("essay.txt", text.encode())
    if document is None:
        return
    held = {at for block in document.blocks for at in range(block.span.start, block.span.end)}
    at = 0
    for line in document.text.splitlines(keepends=True):
        outside = [place for place in range(at, at + len(line)) if place not in held]
        left = "".join(document.text[place] for place in outside).strip()
        assert not left or is_rule(left) or not any(char.isalpha() for char in left)
        at += len(line)


@given(TEXTS, st.sampled_from(["essay.txt", "essay.md"]))
def test_sections_and_promises_stand_in_the_text(text: str, name: str) -> None:
    document = read_or_none(name, text.encode())
    if document is None:
        return
    for section in document.sections:
        assert document.at(section.span).words
        assert section.level >= 1
        assert section.title == " ".join(section.title.split())


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"]))
def test_each_character_has_its_own_bytes(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    document = read_or_none("essay.txt", content, encoding)
    if document is None:
        return
    for at, char in enumerate(document.text):
        place = document.origin_of(at)
        assert isinstance(place, ByteRange)
        assert content[place.start : place.end].decode(place.encoding) == char
    assert document.origin_of(len(document.text)) is None
