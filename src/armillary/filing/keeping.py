"""A small file that several people and programs write: nothing that one of them wrote is ever lost.

A change reads the file anew under a lock, is written beside and put in place as a whole, and looks once more
whether an editor, which knows no lock, has written in between. So a killed process leaves the old file or the new
one, and so does a full disk.
"""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from armillary.errors import OutputError, ReviewError

ALONE = find_spec("fcntl") is not None
"""Whether folders can be locked. On Windows they cannot: there only the second look protects."""

TRIES = 20
"""How often a change is made anew because somebody else wrote in between."""


def text_of(path: Path) -> str:
    """The text of a file; "" where there is none.

    Errors: `ReviewError` where it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # the name of its document is as long as names may be
            return ""
        message = f"cannot read {path}: {error.strerror or error}"
        raise ReviewError(message) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = f"cannot read {path}: line {line} is not UTF-8; nothing was changed in it"
        raise ReviewError(message) from error


def change(path: Path, edit: Callable[[str], str]) -> None:
    """Change a file as a whole or not at all.

    Errors: what `edit` raises, and `OutputError`; the file is then as it was.
    """
    try:
        with _alone(path.parent):
            for _ in range(TRIES):
                before = text_of(path)
                after = edit(before)
                if after == before or _put(path, before, after):
                    return
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}; it is as it was, and the correction is not in it"
        raise OutputError(message) from error
    message = f"cannot write {path}: another program writes it all the time; close it and try again"
    raise OutputError(message)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder: one writer at a time, and no file of ours left behind."""
    if not ALONE:
        yield
        return
    import fcntl  # noqa: PLC0415  where there is one

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put(path: Path, before: str, after: str) -> bool:
    """Put the new text in place, unless the old one is no longer what it was."""
    target = path.resolve()  # a link stays a link
    place, name = tempfile.mkstemp(dir=target.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(place, "wb") as file:
            file.write(after.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        if text_of(path) != before:
            return False
        beside.replace(target)
        _settle(target.parent)
        return True
    finally:
        beside.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Have the disk keep the new name too."""
    if not ALONE:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
