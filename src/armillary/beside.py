"""What is known of documents from beside them: a table for many, or a small file next to each.

speech.txt          the document
speech.txt.toml     author = "Adler"
                    body = "Left"
                    date = 1912-05-03
"""

import csv
import tomllib
from datetime import date
from pathlib import Path

from armillary.errors import SettingsError
from armillary.keep.store import Facts

FACTS = ("author", "body", "date")
SUFFIX = ".toml"
"""What the name of a document is followed by in the name of the file that tells of it."""
MOST_BYTES = 1 << 16
"""A file of facts that is larger is none, and is not read."""


def facts_of(table: Path) -> dict[str, Facts]:
    """Author, body and date of documents from a CSV file with the columns file, author, body, date.

    Errors: `SettingsError` where it cannot be read or has no column `file`.
    """
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if "file" not in (rows.fieldnames or ()):
                message = f"{table} has no column file; its columns may be file, {', '.join(FACTS)}"
                raise SettingsError(message)
            return {row["file"]: Facts(*(row.get(name) or None for name in FACTS)) for row in rows}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"cannot read {table}: {error}"
        raise SettingsError(message) from error


def facts_beside(document: Path) -> Facts:
    """The facts in the file beside a document; none where there is no such file.

    Errors: `SettingsError` where the file is no TOML, is too large, or tells of something else.
    """
    path = document.with_name(document.name + SUFFIX)
    if not path.is_file():
        return Facts()
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            message = f"{path.name} is too large for facts of a document ({MOST_BYTES} bytes at most)"
            raise SettingsError(message)
        told = tomllib.loads(content.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"cannot read {path.name}, which tells of it: {error}"
        raise SettingsError(message) from error
    return Facts(**{"dated" if name == "date" else name: _fact(path, name, told[name]) for name in told})


def _fact(path: Path, name: str, value: object) -> str:
    if name not in FACTS:
        message = f"{path.name} tells of {name!r}, which is none of {', '.join(FACTS)}"
        raise SettingsError(message)
    if isinstance(value, str | int | date) and not isinstance(value, bool):
        return str(value)
    message = f'{path.name}: {name} must be words or a date, as {name} = "…"'
    raise SettingsError(message)
