"""In which language a document is written. What our rules and models know is English.

English is told by its small words, which is cheap; the rest is for py3langid, whose one door this is. A text
that is too short to tell, and one that mixes English with another language, counts as English.
"""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from armillary.reading import ENGLISH, Reading
from armillary.text import PROSE, Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

LEAST_SMALL_WORDS = 0.06
"""From this share of small words on a text is English. Of 1,336 English documents of 40 words and more (news,
novels, Wikipedia, web) five have less, all lists or cries; texts in eighteen other languages have none
(`tests/annotate/test_language.py`)."""
MOST_ENGLISH = 0.01
"""A text with fewer small words is foreign where English is no likelier than this. The five above come to 0.98 and more."""
LEAST_LETTERS = 100
"""Fewer letters tell of no language."""
SAMPLE, WINDOWS = 2_000, 8
"""Code points of a window, and how many windows of a long text are looked at, spread evenly."""

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("the of and to that with for from by which this have has are were their not".split())


def mark(reading: Reading) -> Reading:
    """The reading with the language of its prose."""
    return replace(reading, language=_language(_sample(reading.document)))


def _sample(document: Document) -> str:
    """Windows of the prose, spread over the whole of it."""
    prose = "\n".join(
        document.text[block.span.start : block.span.end]
        for block in document.blocks
        if block.kind in PROSE
    )
    if len(prose) <= SAMPLE * WINDOWS:
        return prose
    step = len(prose) // WINDOWS
    return "\n".join(prose[at : at + SAMPLE] for at in range(0, WINDOWS * step, step))


def _language(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    small = sum(word in _SMALL for word in words)
    if letters < LEAST_LETTERS or small >= LEAST_SMALL_WORDS * len(words):
        return ENGLISH
    ranked = [(_names()[code], likely) for code, likely in _identifier().rank(sample)]
    return ranked[0][0] if dict(ranked)[ENGLISH] <= MOST_ENGLISH else ENGLISH


@cache
def _identifier() -> "LanguageIdentifier":
    """The identifier, for the languages that we can name; dialects would only share their probability."""
    from py3langid.langid import (  # noqa: PLC0415  loaded when in doubt, for a fast start
        MODEL_FILE,
        LanguageIdentifier,
    )

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(_names()))
    return found


@cache
def _names() -> dict[str, str]:
    listed = files("armillary.annotate") / "languages.toml"
    return dict(tomllib.loads(listed.read_text(encoding="utf-8")))
