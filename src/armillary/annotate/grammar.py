"""Sentences and words of the prose blocks. Headings, tables, contents and code have none.

    "The U.S. left. Why?"  →  two sentences; tokens "The", "U.S.", "left", ".", "Why", "?"

This first pass splits by rule and knows no tags. What stands on it needs `tokens` and `sentences`
alone, so that a parser can take its place.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from armillary.reading import Reading, Sentence, Token
from armillary.text import PROSE, Block, BlockKind, Span

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655"  # combining: Latin, Hebrew, Arabic
_LETTERS = rf"[^\W_](?:[^\W_]|[{_MARKS}])*+"
_TOKEN = re.compile(
    rf"""
      (?:[A-Za-z]\.){{2,8}}                        # U.S., e.g.
    | \d+(?:[.,]\d+)*+%?                           # 1,234.5 and 29.6%
    | {_LETTERS}(?:['’‐‑-]{_LETTERS})*+            # don’t, well-kept
    | \.{{2,8}}                                    # ...
    | [^\w\s] | _                                  # any other mark alone
    """,
    re.VERBOSE,
)
LONGEST_SENTENCE = 300
"""Tokens. A longer run is cut, so that no later stage meets a sentence without end. The longest sentence of the
Federalist Papers, whose sentences are long, has 198."""
_ENDS = frozenset({".", "!", "?", "…", "...", "‽", "؟", "。"})
_CLOSERS = frozenset("”’\"')]}»›‛“")
_OPENERS = frozenset("“‘\"'([{«‹„*_")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen col sen rep gov lt capt sgt maj adm rev hon messrs vs cf e.g i.e al vol "
    "pp p fig figs ed eds inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec approx ca".split()
)
_BEFORE_NUMBER = frozenset({"no", "nos", "art", "ch", "sec", "p", "pp", "vol"})
_STARTERS = frozenset(
    "the a an in on at it he she they we i this that these those but and as for if when while however "
    "there so such its their his her our my no not after before since by from with what who why how".split()
)


def mark(reading: Reading) -> Reading:
    """The reading with the tokens and sentences of its prose."""
    text = reading.document.text
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in reading.document.blocks or _whole(text):
        if block.kind not in PROSE:
            continue
        first = len(tokens)
        tokens.extend(_tokens(text, block.span))
        sentences.extend(_sentences(text, tokens, first))
    return replace(reading, tokens=tuple(tokens), sentences=tuple(sentences))


def _whole(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()


def _tokens(text: str, span: Span) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, span.start, span.end):
        yield Token(found.start(), found.end(), found.group().lower().replace("’", "'"))


def _sentences(text: str, tokens: list[Token], first: int) -> Iterator[Sentence]:
    """Cut tokens[first:] into sentences. A sentence takes its closing marks with it."""
    at = first
    last = len(tokens)
    while at < last:
        end = at
        longest = min(last, at + LONGEST_SENTENCE)
        while end < longest and not _ends_here(text, tokens, end, last):
            end += 1
        end = _with_closers(tokens, end + 1, last) if end < longest else longest
        yield Sentence(Span(tokens[at].start, tokens[end - 1].end), at, end)
        at = end


def _with_closers(tokens: list[Token], end: int, last: int) -> int:
    """Past the marks that touch what stands before them: quotation marks, brackets, more stops."""
    while (
        end < last and tokens[end].low in _CLOSERS | _ENDS and tokens[end].start == tokens[end - 1].end
    ):
        end += 1
    return end


def _ends_here(text: str, tokens: list[Token], at: int, last: int) -> bool:
    token = tokens[at]
    dotted = token.low.endswith(".") and token.low not in _ENDS
    if token.low not in _ENDS and not dotted:
        return False
    following = _with_closers(tokens, at + 1, last)
    if following >= last:
        return True
    after = tokens[following]
    if after.start == tokens[following - 1].end and after.low not in _OPENERS:
        return False  # 3.5, example.org
    small = text[after.start].islower()
    if dotted:
        return not small and after.low in _STARTERS
    if token.low != "." or following > at + 1:
        return not small  # “Go!” he said
    return tokens[at - 1].end != token.start or _stop_ends(tokens[at - 1].low, after.low)


def _stop_ends(before: str, after: str) -> bool:
    """Whether a full stop that touches the word before it ends a sentence, or an abbreviation."""
    if before in _BEFORE_NUMBER and after[0].isdigit():
        return False
    return not (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i"))
