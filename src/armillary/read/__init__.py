"""Read: bytes become text, with its structure. Nothing is interpreted."""
from pathlib import Path
from armillary.settings import Settings
from armillary.text import Document

Source = Path | str


def read(source: Source, settings: Settings) -> Document:
    raise NotImplementedError
