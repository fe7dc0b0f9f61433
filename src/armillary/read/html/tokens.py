"""HTML as a row of tags and texts, each with its place. Any input gives tokens, in linear time.

It follows the tokenizer of the HTML standard where pages depend on it: raw text in scripts, attributes
without quotation marks, comments that never end, character references.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

RAW = frozenset({"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content holds no tags."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,100})")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/"'][^\s=>/]{0,200})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_OTHER = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">"}


class Tag(NamedTuple):
    """A tag at [start, end). `name` is in small letters; an end tag has no attributes."""

    name: str
    attributes: dict[str, str]
    is_end: bool
    is_empty: bool
    start: int
    end: int


class Words(NamedTuple):
    """Characters that stand for [start, end) of the source: the same, or what a reference names."""

    words: str
    start: int
    end: int
    is_same: bool = True


Token = Tag | Words


def tokens_of(source: str) -> Iterator[Token]:
    """All tags and texts of a source in order. Comments and declarations are left out."""
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        opening = len(source) if opening < 0 else opening
        if opening > at:
            yield from _words(source, at, opening)
        if opening == len(source):
            return
        found = _TAG.match(source, opening)
        if found is None:
            end = _after_other(source, opening)
            if end == opening:  # a lone `<`
                yield Words("<", opening, opening + 1)
                end += 1
            at = end
            continue
        tag = _tag(source, found)
        yield tag
        at = tag.end
        if tag.name in RAW and not tag.is_end and not tag.is_empty:
            closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, at)
            end = closing.start() if closing else len(source)
            if end > at:
                yield from _words(source, at, end)
            at = end


def _tag(source: str, found: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    at = found.end()
    while True:
        pair = _ATTRIBUTE.match(source, at)
        if pair is None:
            break
        value = pair[2] or ""
        bare = (
            value[1:-1]
            if value[:1] in {'"', "'"} and value[:1] == value[-1:] and len(value) > 1
            else value
        )
        attributes.setdefault(pair[1].lower(), unescape(bare))
        at = pair.end()
    end = source.find(">", at)
    end = len(source) if end < 0 else end + 1
    is_empty = source[max(at - 1, end - 2) : end - 1].strip() == "/"
    return Tag(found[2].lower(), attributes, bool(found[1]), is_empty, found.start(), end)


def _after_other(source: str, at: int) -> int:
    """The place after a comment or a declaration; `at` itself where none begins."""
    for opening, closing in _OTHER.items():
        if source.startswith(opening, at):
            end = source.find(closing, at + len(opening))
            return len(source) if end < 0 else end + len(closing)
    return at


def _words(source: str, start: int, end: int) -> Iterator[Words]:
    at = start
    for reference in _REFERENCE.finditer(source, start, end):
        meant = unescape(reference[0])
        if meant == reference[0]:
            continue
        if reference.start() > at:
            yield Words(source[at : reference.start()], at, reference.start())
        yield Words(meant, reference.start(), reference.end(), is_same=False)
        at = reference.end()
    if at < end:
        yield Words(source[at:end], at, end)
