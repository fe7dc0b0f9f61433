"""Read: bytes become text, with its structure and the way back to its source. Nothing is interpreted.

    source ─▶ Bytes ─▶ Draft (a reader for each format) ─▶ contents, title, headings, sections ─▶ Document

A reader knows its format and nothing else; what is told by the look of a line is told in `structure` for
all of them.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from armillary.errors import NothingToRead
from armillary.read.formats import FORMATS, format_of
from armillary.read.source import Bytes, Source, fetch
from armillary.read.structure import document
from armillary.settings import Settings
from armillary.text import Document

__all__ = ["FORMATS", "Bytes", "Source", "read"]

_LETTER = re.compile(r"[^\W_]")


def read(source: Source, settings: Settings, tell: Callable[[float], None] = lambda _: None) -> Document:
    """A document as it stands in its source: text, blocks, sections, title, date, way back.

    `tell` is called with the share that is done.

    Errors: `SourceError` where the source cannot be read, `EncodingError` where its bytes fit no
    encoding, `NothingToRead` where it holds no words.
    """
    tell(0.0)
    raw = replace(fetch(source), tell=tell)
    if not raw.content.strip():
        message = f"{raw.name} is empty; there is nothing to read"
        raise NothingToRead(message)
    draft = format_of(raw).read(raw, settings)
    if _LETTER.search(draft.text) is None:
        message = f"{raw.name} holds no words; there is nothing to read"
        raise NothingToRead(message)
    return document(raw, draft, settings.dated)
