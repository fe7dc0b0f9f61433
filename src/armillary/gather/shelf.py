"""The shelf: sources that were read before, on disk, by what they hold. A changed file is another one.

Each is a file of numpy arrays named by the digest of the source's bytes and of all that bears on how it
is read. It holds the text of the source: the folder can be read by its owner alone. What is damaged or
cannot be written is read again.
"""

import contextlib
import hashlib
import os
import tempfile
import time
import zipfile
from pathlib import Path

import numpy as np
import platformdirs

from armillary.holdings import Volume
from armillary.text import Document
from armillary.wording import Wording

VERSION = "1"
"""Raised with every change of `wording` or of what stands in the files."""

KEPT = 90 * 24 * 3600
"""Seconds for which a source stays that nobody asks for."""

_ENDING = ".volume.npz"


class Shelf:
    """The sources that were read before. `folder` is made when the first is put there."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or platformdirs.user_cache_path("armillary") / "sources"

    def get(self, key: str, name: str) -> Volume | None:
        """The volume of a key, under the name that its file has now; None where there is none."""
        path = self._folder / f"{key}{_ENDING}"
        try:
            with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
                text = file["text"].tobytes().decode("utf-8", "surrogatepass")
                words = Wording(file["numbers"], file["starts"], file["ends"])
                title = file["title"].tobytes().decode("utf-8", "surrogatepass")
                pages = tuple((int(start), int(page)) for start, page in file["pages"])
                digest = file["sha256"].tobytes().decode("ascii")
            os.utime(path)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        return Volume(Document(name, title, text, digest), words, pages)

    def put(self, key: str, volume: Volume) -> None:
        """Keep a volume. Where the disk is full or the folder may not be written, it is not kept."""
        document, words = volume.document, volume.wording
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".new")
            try:
                with os.fdopen(handle, "wb") as file:
                    np.savez(
                        file,
                        text=_bytes(document.text),
                        title=_bytes(document.title),
                        sha256=_bytes(document.sha256),
                        numbers=words.numbers,
                        starts=words.starts,
                        ends=words.ends,
                        pages=np.array(volume.pages, np.uint32).reshape(-1, 2),
                    )
                Path(name).replace(self._folder / f"{key}{_ENDING}")
            finally:
                Path(name).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take away what nobody has asked for in a long while."""
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                with contextlib.suppress(OSError):
                    if time.time() - path.stat().st_mtime > KEPT:
                        path.unlink()


def key(content: bytes, *bearing: str) -> str:
    """What a source is known by: its bytes, and all that bears on how they are read."""
    told = "\0".join((VERSION, *bearing)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(hashlib.sha256(content).digest() + told).hexdigest()


def _bytes(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)
