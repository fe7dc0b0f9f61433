"""A document drawn as lines, so that a test shows what it expects."""

from armillary.read import Bytes, read
from armillary.settings import Settings
from armillary.text import BlockKind, Document

DEFAULTS = Settings()


def document(text: str, name: str = "essay.txt", settings: Settings = DEFAULTS) -> Document:
    """A text as if it stood in a file of this name."""
    return read(Bytes(name, text.encode()), settings)


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind.value, document.at(block.span).words) for block in document.blocks]


def of_kind(document: Document, kind: BlockKind) -> list[str]:
    """The words of the blocks of one kind."""
    return [document.at(block.span).words for block in document.blocks if block.kind is kind]


def sections(document: Document) -> list[tuple[int, str, str]]:
    """Level, status and title of each section."""
    return [(section.level, section.status.value, section.title) for section in document.sections]
