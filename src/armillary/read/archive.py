"""Containers: a zip of XML files, opened with bounds, so that no document can fill the memory.

A *zip bomb* is a small file that unpacks to a huge one; an *entity bomb* does the same inside XML. Both
are refused by what they say of themselves and, as that may be a lie, by what they give.
"""

import struct
import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree as ET

from armillary.errors import SourceError
from armillary.read.source import Bytes

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one file inside, unpacked. The XML of a book of 2,000 pages has about 30 MB."""

LARGEST_SUM = 4 * LARGEST_PART
"""Bytes of all files that are read from one container."""

MOST_RATIO = 400
"""Unpacked to packed size. XML comes to 5 to 60; deflate can reach 1,032, on nothing but repetition."""

DEEPEST = 200
"""Elements inside each other. Documents have up to about 40."""

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_KINDS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # no document is packed in another way
_SMALL = 8 * 1024 * 1024
_ENCRYPTED = 0x1


class Archive:
    """A zip file that gives its parts by name, each once, within the bounds above."""

    def __init__(self, source: Bytes) -> None:
        self.name = source.name
        self._left = LARGEST_SUM
        try:
            self._zip = zipfile.ZipFile(BytesIO(source.content))
        except _FAULTS as error:
            raise SourceError(self._damaged(str(error))) from error

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._zip.NameToInfo

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Errors: `SourceError` for a part that is missing, too large, protected or damaged.
        """
        info = self._zip.NameToInfo.get(part)
        if info is None:
            raise SourceError(self._damaged(f"it has no part {part!r}"))
        if info.flag_bits & _ENCRYPTED:
            message = f"{self.name} is protected by a password; open it and save it without one"
            raise SourceError(message)
        if info.compress_type not in _KINDS:
            raise SourceError(self._damaged(f"{part!r} is packed in a way that no document is"))
        most = min(LARGEST_PART, self._left)
        dense = info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)
        if info.file_size > most or dense:
            raise SourceError(self._too_large(part))
        try:
            with self._zip.open(info) as opened:
                content = opened.read(most + 1)
        except _FAULTS as error:
            raise SourceError(self._damaged(str(error))) from error
        if len(content) > most:
            raise SourceError(self._too_large(part))
        self._left -= len(content)
        return content

    def tree(self, part: str) -> ET.Element:
        """The XML of a part. Errors: `SourceError`, also for XML that declares a document type."""
        return tree_of(self.read(part), f"{self.name} ({part})")

    def _damaged(self, why: str) -> str:
        return f"{self.name} is damaged: {why}; open it in the program that made it and save it again"

    def _too_large(self, part: str) -> str:
        return (
            f"{self.name} unpacks to more than is safe to read ({part}; at most {LARGEST_PART // 2**20} MB a part); "
            "if you trust it, save its text as a plain text file"
        )


class _Builder(ET.TreeBuilder):
    """Builds a tree and refuses a document type, without which there are no entities, and endless depth."""

    _depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        """Open an element, unless too many are open."""
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"more than {DEEPEST} of its elements stand inside each other"
            raise SourceError(message)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, *_: object) -> None:
        """Refuse it before anything of it is expanded."""
        message = f"it declares a document type ({name!r}), which could hold an entity bomb"
        raise SourceError(message)


def tree_of(content: bytes, name: str) -> ET.Element:
    """The root of an XML text. `name` is for the message."""
    try:
        return ET.fromstring(content, ET.XMLParser(target=_Builder()))  # noqa: S314  see _Builder
    except ET.ParseError as error:
        message = f"{name} is damaged: {error}; open it in the program that made it and save it again"
        raise SourceError(message) from error
    except SourceError as error:
        message = f"{name} is refused: {error}; if you trust it, open it in its program and save it anew"
        raise SourceError(message) from error


def local(element: ET.Element) -> str:
    """The name of an element without its namespace; there are two sets of those for each format."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str, default: str = "") -> str:
    """An attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return default
