"""The bytes of a document, wherever they come from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from armillary.errors import SourceError

_LONGEST_NAME = 255  # no file system of today takes more in one name


@dataclass(frozen=True, slots=True)
class Bytes:
    """A document that is in memory: its bytes, and the name that messages call it by.

    The end of the name (`.html`) says the format, as it does for a file; where it says nothing, the
    content does. `tell` is called by a reader that takes long, with the share that is done.
    """

    name: str
    content: bytes
    tell: Callable[[float], None] = field(default=lambda _: None, compare=False, repr=False)

    def __str__(self) -> str:
        """The name, as for a path."""
        return self.name


Source = Path | str | Bytes
"""A path, or bytes with a name. A string is a path, never the text itself."""


def fetch(source: Source) -> Bytes:
    """The bytes of a source, under the name of the file without its folder.

    Errors: `SourceError` for a file that is not there, a folder, a device, and what may not be read.
    """
    if isinstance(source, Bytes):
        return source
    path = Path(source)
    try:
        if path.is_dir():
            message = f"{path} is a folder; name the documents in it, for example {path / '*.txt'}"
            raise SourceError(message)
        if path.is_char_device() and not path.is_fifo():
            message = f"{path} is a device, not a document"
            raise SourceError(message)
        return Bytes(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise SourceError(_missing(path)) from error
    except PermissionError as error:
        message = f"{path} may not be read; ask its owner for the right, or copy the text elsewhere"
        raise SourceError(message) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(_unreadable(source, error)) from error


def _missing(path: Path) -> str:
    """Say which names are near the one that is not there."""
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder}, so no file {path}"
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        names = []
    near = get_close_matches(path.name, names, n=1, cutoff=0.6)
    hint = f"did you mean {str(folder / near[0])!r}?" if near else "check the name and the folder"
    return f"there is no file {path}; {hint}"


def _unreadable(source: Path | str, error: OSError | ValueError) -> str:
    name = str(source)
    if len(Path(name).name) > _LONGEST_NAME or "\n" in name:
        return (
            f"{name[:40]!r}… is no path of a file; to read a text that is in memory, "
            "give Bytes(name, content)"
        )
    return f"cannot read {name!r}: {error}"
