"""Settings: what a user may choose, frozen. Read from `armillary.toml`, overruled by the command line."""

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from encodings.aliases import aliases
from pathlib import Path
from typing import Any

from armillary.errors import SettingsError

FILE = "armillary.toml"
WITNESSES = ("both", "rules", "tagger")
_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checking:
    """Which checks run, and how they are told: the table `[check]` of `armillary.toml`.

    `select` and `ignore` are codes or beginnings of codes; where none is selected, all are.
    `format` is how `armillary check` tells of findings: text, json, sarif, claimreview or html.
    `sources`: the folder of documents that quotations are held against, None for none.
    `facts`: tables of facts that statements are held against: paths, or `pack` for the one that ships.
    `exit_zero`: `armillary check` ends with 0 even where something was found.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "text"
    sources: str | None = None
    facts: tuple[str, ...] = ()
    exit_zero: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that changes a model. Two runs with equal settings give equal bytes.

    `encoding`: how to decode text files; None works it out from the bytes.
    `dated`: the date of the documents (ISO 8601 or the beginning of one), None where not told.
    `language_model`: the parser of grammar, which events need: `armillary` ships with the package; any
    installed spaCy pipeline can be named; `none` reads by rules over words alone, quicker and coarser.
    `witnesses`: who is heard on causal claims: `rules`, the trained `tagger`, or `both`.
    `longest_loop`: feedback loops are searched up to this many links.
    `most_loops`: the search stops here and says so.
    `skip_pictures`: read a scanned document without the pages that are pictures, rather than refuse it.
    `check`: which checks run.

    Errors: `SettingsError` for a date that is none and an encoding that nobody knows.
    """

    encoding: str | None = None
    dated: str | None = None
    language_model: str = "armillary"
    witnesses: str = "both"
    longest_loop: int = 8
    most_loops: int = 10_000
    skip_pictures: bool = False
    check: Checking = field(default_factory=Checking)

    def __post_init__(self) -> None:
        """Refuse what could only fail later, at every document."""
        if self.dated is not None:
            _check_date(self.dated)
        if self.encoding is not None:
            _check_encoding(self.encoding)
        if self.witnesses not in WITNESSES:
            message = f"nobody called {self.witnesses!r} reads claims; there are {', '.join(WITNESSES)}"
            raise SettingsError(message)


def load(folder: Path) -> Settings:
    """The settings of `armillary.toml` in this folder; the defaults where there is none.

    Errors: `SettingsError` for a file that is not TOML, for an unknown key (with the nearest known
    one) and for a value of another type.
    """
    path = folder / FILE
    if not path.is_file():
        return Settings()
    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"cannot read {path}: {error}"
        raise SettingsError(message) from error
    table = chosen.pop("check", {})
    if not isinstance(table, dict):
        message = f"{path} sets check to {table!r}; it takes a table, under a line [check]"
        raise SettingsError(message)
    checking = Checking(**_values(path, table, Checking(), "check."))
    return Settings(**_values(path, chosen, Settings()), check=checking)


def _values(
    path: Path, chosen: dict[str, Any], defaults: Settings | Checking, table: str = ""
) -> dict[str, Any]:
    """The values of a table of the file, each of the type that its setting takes."""
    known = {field.name: getattr(defaults, field.name) for field in fields(defaults)}
    for key in chosen:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(known)}"
            message = f"{path} has an unknown setting {table + key!r}; {hint}"
            raise SettingsError(message)
    return {key: _checked(f"{path} sets {table}{key}", known[key], chosen[key]) for key in chosen}


def _checked(where: str, default: object, value: object) -> Any:  # noqa: ANN401  the type that the field wants
    wanted = str if default is None else type(default)
    if wanted is tuple and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    if type(value) is not wanted:  # a truth value is no whole number here
        message = f"{where} to {value!r}; it takes {_KINDS[wanted]}"
        raise SettingsError(message)
    if isinstance(value, int) and not isinstance(value, bool) and value < 1:
        message = f"{where} to {value}; it must be at least 1"
        raise SettingsError(message)
    return value


_KINDS = {int: "a whole number", str: "a text", bool: "true or false", tuple: "a list of texts"}


def _check_date(dated: str) -> None:
    """Refuse what is not an ISO 8601 date or the beginning of one (`2023`, `2023-02`, `2023-02-24`)."""
    try:
        if _ISO_DATE.fullmatch(dated) is None:
            raise ValueError  # noqa: TRY301  the same answer as for a day that no month has
        date.fromisoformat(dated + "-01-01"[len(dated) - 4 :])
    except ValueError as error:
        message = f"{dated!r} is no date; write it as 2023, 2023-02 or 2023-02-24"
        raise SettingsError(message) from error


def _check_encoding(encoding: str) -> None:
    if _is_encoding(encoding):
        return
    names = {name.replace("_", "-") for name in (*aliases, *aliases.values()) if _is_encoding(name)}
    near = get_close_matches(encoding.lower().replace("_", "-"), sorted(names), n=1)
    hint = (
        f"did you mean {near[0]!r}?"
        if near
        else "the usual ones are 'utf-8', 'windows-1252' and 'utf-16'"
    )
    message = f"no encoding is called {encoding!r}; {hint}"
    raise SettingsError(message)


def _is_encoding(name: str) -> bool:
    """Whether text can be decoded from it: `base64` is a codec, and no encoding of text."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True
