"""The documents in a folder: which files are read, in one order everywhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from armillary.errors import HoldingsError


def files(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    """The files in a folder and in those below whose names end so, in order of their names.

    Links are followed, each folder once, so that links that loop end. What is hidden is passed over.
    Errors: `HoldingsError` for a folder that is not there or may not be read.
    """
    try:
        inside = sorted(folder.iterdir())
    except NotADirectoryError:
        yield folder
        return
    except FileNotFoundError as error:
        message = f"there is no folder of sources {folder}; check the name after --sources"
        raise HoldingsError(message) from error
    except (OSError, ValueError) as error:
        message = f"the folder of sources {str(folder)!r} cannot be read: {error}"
        raise HoldingsError(message) from error
    yield from _below(inside, suffixes, {_identity(folder)})


def _below(
    inside: list[Path], suffixes: frozenset[str], seen: set[tuple[int, int] | None]
) -> Iterator[Path]:
    for path in inside:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            if path.suffix.lower() in suffixes:
                yield path
            continue
        identity = _identity(path)
        if identity in seen:
            continue
        seen.add(identity)
        try:
            deeper = sorted(path.iterdir())
        except OSError:  # it may not be read, or went away: nothing of it is held
            continue
        yield from _below(deeper, suffixes, seen)


def _identity(path: Path) -> tuple[int, int] | None:
    """What the file system knows a folder by, whatever links lead to it. None where it went away."""
    try:
        told = os.stat(path)  # noqa: PTH116  it follows links
    except OSError:
        return None
    return told.st_dev, told.st_ino
