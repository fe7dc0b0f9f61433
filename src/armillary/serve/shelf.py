"""The shelf: the documents that stand in one folder. Nothing outside it is read or written, by no name and no link."""

import os
import tempfile
from collections.abc import AsyncIterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePath
from typing import BinaryIO

from armillary import filing
from armillary.errors import OutputError, SettingsError
from armillary.read import FORMATS

MOST_BYTES = 64 * 1024 * 1024
"""How large a document may be that is dropped into the browser. Set by hand: a scanned book has less. What is larger
can be put into the folder by other ways; there is no limit on reading."""

LONGEST_NAME = 200
"""Bytes of a name, so that the name of its review file still fits into the 255 that most disks allow."""

SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)


class TooLarge(SettingsError):
    """More was sent than is taken."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with documents."""

    folder: Path

    @staticmethod
    def of(folder: Path) -> "Shelf":
        """The shelf of a folder.

        Errors: `SettingsError` where there is none.
        """
        if not folder.is_dir():
            message = f"{folder} is no folder; `armillary serve FOLDER` serves the documents in one"
            raise SettingsError(message)
        return Shelf(folder.resolve())

    def names(self) -> list[str]:
        """The names of the documents, in the order of the alphabet."""
        try:
            names = os.listdir(self.folder)  # noqa: PTH208  names are wanted, not paths
        except OSError as error:
            message = f"cannot read {self.folder}: {error.strerror or error}"
            raise OutputError(message) from error
        return sorted(filter(self.find, names), key=lambda name: (name.casefold(), name))

    def find(self, name: str) -> Path | None:
        """The document of a name. None where there is none, or where it is a link that leads out of the folder."""
        if not _plain(name) or PurePath(name).suffix.lower() not in SUFFIXES:
            return None
        path = self.folder / name
        try:
            inside = path.resolve(strict=True).parent == self.folder
            return path if inside and path.is_file() else None
        except (OSError, ValueError, RuntimeError):  # gone, a name that no disk takes, links in a ring
            return None

    async def take(self, name: str, chunks: AsyncIterable[bytes]) -> tuple[str, bool]:
        """Put a document into the folder. Gives its name, and whether it was there already, byte for byte.

        Nothing is overwritten: another document of the same name stays, and this one gets a number.

        Errors: `SettingsError` for a name that no document may have, `TooLarge`, and `OutputError` where it cannot
        be written; then nothing of it is left behind.
        """
        _check_name(name)
        try:
            with _beside(self.folder) as (file, path):
                size = 0
                async for chunk in chunks:
                    size += len(chunk)
                    check_size(name, size)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
                return self._named(path, name)
        except OSError as error:
            message = f"cannot write {name} into {self.folder}: {error.strerror or error}; nothing of it was kept"
            raise OutputError(message) from error

    def _named(self, beside: Path, name: str) -> tuple[str, bool]:
        stem, suffix = PurePath(name).stem, PurePath(name).suffix
        beside.chmod(0o644)
        for number in count(1):
            free = name if number == 1 else f"{stem} ({number}){suffix}"
            path = self.folder / free
            try:
                os.link(beside, path)  # unlike a renaming, this never overwrites
            except FileExistsError:
                if self.find(free) and path.read_bytes() == beside.read_bytes():
                    return free, True
            else:
                return free, False
        raise AssertionError


@contextmanager
def _beside(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A file that is on no list, gone afterwards."""
    place, name = tempfile.mkstemp(dir=folder, prefix=".taking.")
    try:
        with os.fdopen(place, "wb") as file:
            yield file, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def check_size(name: str, size: int) -> None:
    """Refuse what is too large. Errors: `TooLarge`."""
    if size > MOST_BYTES:
        message = (
            f"{name} is larger than the {MOST_BYTES // 2**20} MB that are taken this way; "
            "put it into the folder yourself, and load this page again"
        )
        raise TooLarge(message)


def _check_name(name: str) -> None:
    if not _plain(name) or len(name.encode(errors="replace")) > LONGEST_NAME:
        message = f"{name[:80]!r} cannot be the name of a document here; give it a plain, shorter one"
        raise SettingsError(message)
    if PurePath(name).suffix.lower() not in SUFFIXES:
        message = f"{name} is of no kind that is read; there are {', '.join(SUFFIXES)}"
        raise SettingsError(message)


def _plain(name: str) -> bool:
    """Whether this is a name and no path, which the folder shows."""
    signs = set("/\\:\0") | {chr(code) for code in range(32)}
    seen = bool(name.strip()) and not name.startswith(".") and not name.endswith(filing.ENDING)
    return seen and not signs.intersection(name) and PurePath(name).name == name
