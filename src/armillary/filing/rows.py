"""An entry of the review file as the noun that it stands for, and back."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from armillary.anchor import Anchor, one_line
from armillary.errors import ReviewError
from armillary.filing.blocks import Block, Key, Sheet
from armillary.findings import Sign
from armillary.reading import Modality
from armillary.review import Aside, Correction, Entry, Kind, Review, Same, Verdict

Choice = TypeVar("Choice", bound=StrEnum)

_WORDS = {
    "claim": ("quote", "prefix", "suffix", "cause", "effect"),
    "aside": ("code", "because", "quote", "prefix", "suffix"),
    "factors": (),
    "actors": (),
}
"""The tables, and the texts that an entry of each must have."""

_MORE = {
    "claim": ("verdict", "turned", "sign", "modality", "holder", "because"),
    "aside": ("against",),
    "factors": ("same", "apart", "because"),
    "actors": ("same", "apart", "because"),
}
_ORDER = tuple(_WORDS)


def review(path: Path, sheet: Sheet) -> Review:
    """All entries of a file."""
    entries = [entry(path, block) for block in sheet.blocks]
    return Review(
        tuple(one for one in entries if isinstance(one, Correction)),
        tuple(one for one in entries if isinstance(one, Same)),
        tuple(one for one in entries if isinstance(one, Aside)),
    )


def entry(path: Path, block: Block) -> Entry:
    """The entry of a block.

    Errors: `ReviewError` for one that lacks a text, has an unknown name, or a value that means nothing.
    """
    row = _Row(path, block)
    if block.table == "claim":
        return _correction(row)
    if block.table == "aside":
        return Aside(**{name: row.text(name) for name in _WORDS["aside"]}, against=row.texts("against"))
    same, apart = row.texts("same"), row.texts("apart")
    if bool(same) == bool(apart) or min(len(same or apart), 2) < 2:  # noqa: PLR2004  two wordings
        row.refuse("needs two wordings or more in `same`, or in `apart`")
    return Same(Kind(block.table), same or apart, bool(apart), row.text("because", ""))


def key(entry: Entry) -> Key:
    """What an entry speaks of, which is also its place in the file."""
    if isinstance(entry, Correction):
        at = entry.at
        return ("0", at.quote, at.prefix, at.suffix, entry.cause, entry.effect)
    if isinstance(entry, Aside):
        return ("1", entry.quote, entry.prefix, entry.suffix, entry.code, *entry.against)
    return ("2", entry.kind.value, str(int(entry.apart)), *sorted(entry.words))


def toml(entry: Entry) -> str:
    """The block of an entry."""
    if isinstance(entry, Same):
        table: str = entry.kind.value
        values: dict[str, Any] = {"apart" if entry.apart else "same": entry.words}
    elif isinstance(entry, Aside):
        table = "aside"
        values = {name: getattr(entry, name) for name in (*_WORDS["aside"], "against")}
    else:
        table = "claim"
        values = {
            "quote": entry.at.quote,
            "prefix": entry.at.prefix,
            "suffix": entry.at.suffix,
            **{name: getattr(entry, name) for name in ("cause", "effect", *_MORE["claim"])},
        }
    if not isinstance(entry, Aside):
        values["because"] = entry.because
    kept = {
        name: value for name, value in values.items() if value or (name in _WORDS[table] and value == "")
    }
    return "\n".join([f"[[{table}]]", *(f"{name} = {_value(v)}" for name, v in kept.items())]) + "\n\n"


def _correction(row: "_Row") -> Correction:
    verdict, sign = row.choice("verdict", Verdict), row.choice("sign", Sign)
    turned = row.block.values.get("turned", False)
    if not isinstance(turned, bool):
        row.refuse("takes true or false for `turned`")
    found = Correction(
        Anchor(one_line(row.text("quote")), row.text("prefix"), row.text("suffix")),
        one_line(row.text("cause")),
        one_line(row.text("effect")),
        verdict,
        turned,
        sign,
        row.choice("modality", Modality),
        row.text("holder", "") or None,
        row.text("because", ""),
    )
    if not (found.at.quote and found.cause and found.effect):
        row.refuse("needs words in `quote`, `cause` and `effect`")
    return found


class _Row:
    """Takes values out of a block, and says where one does not fit."""

    def __init__(self, path: Path, block: Block) -> None:
        self.path = path
        self.block = block
        if block.table not in _WORDS:
            self.refuse(f"is of no known kind; there are {', '.join(f'[[{name}]]' for name in _ORDER)}")
        known = (*_WORDS[block.table], *_MORE[block.table])
        unknown = [name for name in block.values if name not in known]
        if unknown:
            self.refuse(f"has an unknown name {unknown[0]!r}; there are {', '.join(known)}")

    def refuse(self, what: str) -> NoReturn:
        message = f"{self.path}, line {self.block.line}: the entry [[{self.block.table}]] {what}"
        raise ReviewError(message)

    def text(self, name: str, otherwise: str | None = None) -> str:
        value = self.block.values.get(name, otherwise)
        if not isinstance(value, str):
            self.refuse(f"needs the text {name}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.block.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(words, str) for words in value):
            self.refuse(f"needs a list of texts in `{name}`")
        return tuple(value)

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        value = self.text(name, "")
        try:
            return kind(value) if value else None
        except ValueError:
            self.refuse(f"has {value!r} for `{name}`; it takes {', '.join(kind)}")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return _toml(str(value))


def _toml(words: str) -> str:
    """A text as TOML writes it: as JSON does, and without the one control character that JSON lets stand."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
