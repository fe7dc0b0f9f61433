"""A correction as the browser asks for it, done at a desk.

    {"do": "judge", "id": "c12", "verdict": "rejected", "mark": ""}

`mark` is what the page showed of what was said before: where something else stands by now, nothing is written.
"""

import hashlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from armillary.desk import Desk
from armillary.errors import Overtaken, SettingsError
from armillary.filing.rows import toml
from armillary.findings import Sign
from armillary.reading import Modality
from armillary.review import Entry, Kind, Verdict

Asked = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


def mark_of(entry: Entry | None) -> str:
    """A short name of what an entry says; "" for nothing."""
    return "" if entry is None else hashlib.sha256(toml(entry).encode()).hexdigest()[:12]


def do(desk: Desk, asked: Asked) -> None:
    """Do what was asked.

    Errors: `SettingsError` for what makes no sense, `Overtaken` where somebody else said something in between, and
    those of a desk.
    """
    what = _text(asked, "do")
    if what not in WAYS:
        message = f"nothing is called {what!r}; there are {', '.join(WAYS)}"
        raise SettingsError(message)
    if "mark" in asked:
        _check_mark(desk, asked)
    WAYS[what](desk, asked)


def _judge(desk: Desk, asked: Asked) -> None:
    verdict = _choice(asked, "verdict", Verdict)
    if verdict is None or verdict is Verdict.ADDED:
        message = "say accepted or rejected"
        raise SettingsError(message)
    desk.judge(_text(asked, "id"), verdict, _text(asked, "because", ""))


def _turn(desk: Desk, asked: Asked) -> None:
    desk.turn(_text(asked, "id"), _text(asked, "because", ""))


def _change(desk: Desk, asked: Asked) -> None:
    if asked.get("turned") is True:
        desk.turn(_text(asked, "id"))
    sign, modality = _choice(asked, "sign", Sign), _choice(asked, "modality", Modality)
    holder = _text(asked, "holder", "").strip() or None
    if sign or modality or holder:
        because = _text(asked, "because", "")
        desk.change(_text(asked, "id"), sign=sign, modality=modality, holder=holder, because=because)


def _add(desk: Desk, asked: Asked) -> None:
    start = asked.get("start")
    desk.add(
        _text(asked, "quote"),
        _text(asked, "cause"),
        _text(asked, "effect"),
        _choice(asked, "sign", Sign),
        _choice(asked, "modality", Modality),
        _text(asked, "holder", "").strip() or None,
        _text(asked, "because", ""),
        start if isinstance(start, int) else None,
    )


def _same(desk: Desk, asked: Asked) -> None:
    names = asked.get("names")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        message = "name two factors or two actors"
        raise SettingsError(message)
    found = [desk.words_of(name) for name in names]
    kind = _choice(asked, "kind", Kind) or found[0][0]
    because = _text(asked, "because", "")
    desk.same(kind, [words for _, words in found], apart=asked.get("apart") is True, because=because)


def _set_aside(desk: Desk, asked: Asked) -> None:
    desk.set_aside(_text(asked, "id"), _text(asked, "because"))


def _clear(desk: Desk, asked: Asked) -> None:
    desk.undo(_text(asked, "id"))


def _take_out(desk: Desk, asked: Asked) -> None:
    """An entry that belongs to no claim: names, a finding set aside, or one that has lost its words."""
    review, mark = desk.review, _text(asked, "entry")
    entries: tuple[Entry, ...] = (*review.claims, *review.names, *review.asides)
    for entry in entries:
        if mark_of(entry) == mark:
            desk.pen.remove(entry)
            return
    message = "this entry is no longer in the file"
    raise Overtaken(message)


WAYS: dict[str, Callable[[Desk, Asked], None]] = {
    "judge": _judge,
    "turn": _turn,
    "change": _change,
    "add": _add,
    "same": _same,
    "aside": _set_aside,
    "clear": _clear,
    "remove": _take_out,
}


def _check_mark(desk: Desk, asked: Asked) -> None:
    key = _text(asked, "id")
    if mark_of(desk.said(key)) != asked["mark"]:
        message = (
            f"{key} was changed in between, in another window or in the file; look at it again. "
            "Nothing was overwritten"
        )
        raise Overtaken(message)


def _text(asked: Asked, name: str, otherwise: str | None = None) -> str:
    value = asked.get(name, otherwise)
    if not isinstance(value, str):
        message = f"{name!r} is missing"
        raise SettingsError(message)
    return value


def _choice(asked: Asked, name: str, kind: type[Choice]) -> Choice | None:
    value = asked.get(name) or None
    if value is None:
        return None
    if value not in list(kind):
        message = f"{value!r} is no {name}; there are {', '.join(kind)}"
        raise SettingsError(message)
    return kind(value)
