"""Gather: what the reader holds beside the text: a folder of sources becomes a `Library`.

How a document is read is for `read` to say: its function is handed in, as is what bears on it.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from armillary.errors import HoldingsError, SourceError
from armillary.gather.folder import files
from armillary.gather.shelf import Shelf, key
from armillary.holdings import Library, Volume
from armillary.text import Document, PageBox
from armillary.wording import wording

Progress = Callable[[str], None]
"""Called with the name of each source before it is read."""


def sources(  # noqa: PLR0913  how to read, and where to keep
    folder: Path,
    read: Callable[[str, bytes], Document],
    *,
    suffixes: Collection[str],
    bearing: tuple[str, ...] = (),
    shelf: Shelf | None = None,
    progress: Progress = lambda _: None,
) -> Library:
    """All documents in a folder (or the one document that it is), with their words indexed.

    `read` makes a document of a name and bytes. What was read before and has not changed is taken from
    the shelf; `bearing` are the choices that change what is read. A source that cannot be read is
    named in `Library.skipped`. Two files of the same content are one volume.

    Errors: `HoldingsError` for a folder that is not there, and one in which nothing can be read.
    """
    shelf = shelf or Shelf()
    volumes: dict[str, Volume] = {}
    skipped: list[str] = []
    for path in files(folder, frozenset(suffixes)):
        name = str(path.relative_to(folder)) if path != folder else path.name
        progress(name)
        try:
            volume = _volume(path, name, read, bearing, shelf)
        except OSError as error:
            skipped.append(f"{name} cannot be read: {error.strerror or error}")
        except SourceError as error:
            skipped.append(str(error) if name in str(error) else f"{name}: {error}")
        else:
            volumes.setdefault(volume.document.sha256, volume)
    shelf.tidy()
    if not volumes and not skipped:
        message = f"{folder} holds no documents; those read end with {', '.join(sorted(suffixes))}"
        raise HoldingsError(message)
    return Library(tuple(volumes.values()), tuple(skipped))


def _volume(
    path: Path, name: str, read: Callable[[str, bytes], Document], bearing: tuple[str, ...], shelf: Shelf
) -> Volume:
    """One source, from the shelf or read now."""
    content = path.read_bytes()
    known_by = key(content, path.suffix.lower(), *bearing)
    volume = shelf.get(known_by, name)
    if volume is None:
        document = read(name, content)
        kept = Document(name, document.title, document.text, document.sha256)
        volume = Volume(kept, wording(document.text), _pages(document))
        shelf.put(known_by, volume)
    return volume


def _pages(document: Document) -> tuple[tuple[int, int], ...]:
    """Where each page begins, for a document that knows its pages."""
    pages: list[tuple[int, int]] = []
    for run in document.origin:
        if isinstance(run.place, PageBox) and (not pages or pages[-1][1] != run.place.page):
            pages.append((run.start, run.place.page))
    return tuple(pages)
