"""W3C Web Annotations with claims in the shape that we write them, over texts that the user gives.

An annotation fits where its text has the same words at its place. Where the place is missing, or the text was
edited before it, the quote and what stood around it must be found once and once only.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from armillary.errors import SourceError
from armillary.read.coded.coding import Coding, Linked, sign_of
from armillary.read.source import Bytes
from armillary.reading import Modality
from armillary.text import Document

KEY = "urn:armillary:claim"
_SHOWN = 60


def read(source: Bytes, texts: Sequence[Document]) -> list[Coding]:
    """The claims, each in the text that has its words. Errors: `SourceError` shows the first that fits none."""
    if not texts:
        message = (
            f"{source.name} holds annotations: give the texts that they speak of, as --text essay.txt"
        )
        raise SourceError(message)
    try:
        items = list(_items(json.loads(source.content)))
    except (ValueError, RecursionError) as error:
        message = f"{source.name} is no JSON that can be read: {error}"
        raise SourceError(message) from error
    made = {
        one.sha256: Coding(one.name, one.title, one.text, "web annotation", one.dated) for one in texts
    }
    for item in items:
        told = item.get(KEY)
        if isinstance(told, dict):
            text, span = _place(source.name, item, texts)
            made[text.sha256].links.append(_linked(told, span))
    return list(made.values())


def _items(root: object) -> Iterator[dict[str, Any]]:
    """The annotations of a list, a page or a collection."""
    if isinstance(root, list):
        for one in root:
            yield from _items(one)
    elif isinstance(root, dict):
        if root.get("type") == "Annotation":
            yield root
        for inner in ("first", "items"):
            if isinstance(root.get(inner), list | dict):
                yield from _items(root[inner])


def _linked(told: dict[str, Any], span: tuple[int, int]) -> Linked:
    words = {
        name: told[name] for name in ("cause", "effect", "holder") if isinstance(told.get(name), str)
    }
    modality = str(told.get("modality", ""))
    holder = words.get("holder", "")
    return Linked(
        words.get("cause", ""),
        words.get("effect", ""),
        sign_of(str(told.get("sign", ""))),
        span,
        holder,
        Modality(modality) if modality in set(Modality) else Modality.ASSERTED,
    )


def _place(
    name: str, item: dict[str, Any], texts: Sequence[Document]
) -> tuple[Document, tuple[int, int]]:
    target = item.get("target")
    selectors = target.get("selector", []) if isinstance(target, dict) else []
    by_type = {one.get("type"): one for one in selectors if isinstance(one, dict)}
    quote, place = by_type.get("TextQuoteSelector", {}), by_type.get("TextPositionSelector", {})
    exact, start = quote.get("exact"), place.get("start")
    if isinstance(exact, str) and exact:
        for text in texts:
            if isinstance(start, int) and start >= 0 and text.text.startswith(exact, start):
                return text, (start, start + len(exact))
        found = [(text, at) for text in texts if (at := _only(text.text, quote)) is not None]
        if len(found) == 1:
            text, at = found[0]
            return text, (at, at + len(exact))
    message = (
        f"{name}: the words {str(exact)[:_SHOWN]!r} of the annotation {item.get('id', '?')} do not stand at its "
        f"place ({start}) in {', '.join(text.name for text in texts)}, nor just once elsewhere; nothing was taken"
    )
    raise SourceError(message)


def _only(text: str, quote: dict[str, Any]) -> int | None:
    """Where a quote with its surroundings stands, if it stands there once."""
    prefix, suffix = str(quote.get("prefix", "")), str(quote.get("suffix", ""))
    whole = f"{prefix}{quote['exact']}{suffix}"
    first = text.find(whole)
    return first + len(prefix) if first >= 0 and text.find(whole, first + 1) < 0 else None
