"""A review file as blocks of lines: one for each entry, with the remarks above it, kept letter by letter."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from armillary.errors import ReviewError

_HEADING = re.compile(r"\[\[\s*(\w+)\s*\]\]\s*(?:#.*)?")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""Only a line feed ends a line in TOML: words may hold other signs that do elsewhere."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An entry as it stands in the file: its table, its values, its lines and the first of them."""

    table: str
    values: dict[str, Any]
    lines: str
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file: what stands above the first entry, and the entries."""

    head: str
    blocks: tuple[Block, ...]


def cut(path: Path, text: str) -> Sheet:
    """A file cut into its entries.

    Errors: `ReviewError` for one that is no TOML, with the line, or that holds anything but entries.
    """
    whole = _parsed(path, text, 0)
    for name, value in whole.items():
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            message = f"{path}: write each entry under a line [[{name}]]"
            raise ReviewError(message)
    lines = _LINE.findall(text)
    starts = [at for at, line in enumerate(lines) if _HEADING.fullmatch(line.strip())]
    borders = [*(_with_remarks(lines, start) for start in starts), len(lines)]
    found = []
    for start, first, last in zip(starts, borders, borders[1:], strict=False):
        words = "".join(lines[first:last])
        table, rows = next(iter(_parsed(path, words, first).items()))
        found.append(Block(table, rows[0], words, start + 1))
    counted = {name: sum(block.table == name for block in found) for name in whole}
    if any(counted[name] != len(value) for name, value in whole.items()):
        message = f"{path}: write each entry under a line [[claim]] of its own, and no table in a table"
        raise ReviewError(message)
    return Sheet("".join(lines[: borders[0]]), tuple(found))


def joined(sheet: Sheet, order: Sequence[Key], key: Key, written: str | None, head: str) -> str:
    """The file with an entry in the place of the one that has its key, or where it belongs; without it for None."""
    parts = [block.lines for block in sheet.blocks]
    if key in order:
        at = order.index(key)
        parts[at] = "" if written is None else _remarks(parts[at]) + written
    elif written is not None:
        at = next((at for at, other in enumerate(order) if other > key), len(parts))
        if at == len(parts) and parts and not parts[-1].endswith("\n\n"):
            parts[-1] = parts[-1].rstrip("\n") + "\n\n"
        parts.insert(at, written)
    start = sheet.head or f"{head}\n"
    start = start if start.endswith("\n\n") else start.rstrip("\n") + "\n\n"
    return (start + "".join(parts)).rstrip("\n") + "\n"


def _parsed(path: Path, text: str, above: int) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = re.sub(r"line (\d+)", lambda found: f"line {int(found[1]) + above}", str(error))
        said = said.replace("at end of document", f"at line {above + len(_LINE.findall(text))}, the end")
        message = (
            f"cannot read {path}: {said}; nothing was changed in it. Mend that line, or delete the entry"
        )
        raise ReviewError(message) from error


def _with_remarks(lines: list[str], start: int) -> int:
    """The first of the remarks that stand right above a heading."""
    first = start
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first if first > 0 else start


def _remarks(words: str) -> str:
    lines = _LINE.findall(words)
    count = next(at for at, line in enumerate(lines) if _HEADING.fullmatch(line.strip()))
    return "".join(lines[:count])
