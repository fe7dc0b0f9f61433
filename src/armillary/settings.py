"""Settings: what a user may choose, frozen. Read from `armillary.toml`, overruled by the command line."""

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from armillary.errors import SettingsError

FILE = "armillary.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that changes a model. Two runs with equal settings give equal bytes.

    `encoding`: how to decode text files; None works it out from the bytes.
    `dated`: the date of the documents (ISO 8601 or the beginning of one), None where not told.
    `longest_loop`: feedback loops are searched up to this many links.
    `most_loops`: the search stops here and says so.
    """

    encoding: str | None = None
    dated: str | None = None
    longest_loop: int = 8
    most_loops: int = 10_000


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
    return Settings(**{key: _checked(path, key, value) for key, value in chosen.items()})


def _checked(path: Path, key: str, value: object) -> Any:  # noqa: ANN401  the type that the field wants
    defaults = {field.name: field.default for field in fields(Settings)}
    if key not in defaults:
        near = get_close_matches(key, defaults, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(defaults)}"
        message = f"{path} has an unknown setting {key!r}; {hint}"
        raise SettingsError(message)
    wanted = int if isinstance(defaults[key], int) else str
    if not isinstance(value, wanted) or isinstance(value, bool):
        message = f"{path} sets {key} to {value!r}; it takes {'a whole number' if wanted is int else 'a text'}"
        raise SettingsError(message)
    if isinstance(value, int) and value < 1:
        message = f"{path} sets {key} to {value}; it must be at least 1"
        raise SettingsError(message)
    return value
