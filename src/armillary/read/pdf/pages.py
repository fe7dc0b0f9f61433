"""The one door to pypdfium2: the pages of a PDF as stretches of characters with their boxes.

A page is read and closed before the next one is opened, so that memory does not grow with pictures and fonts.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from armillary.errors import SourceError
from armillary.read.pdf.letters import SPACES, Letter, goes_on, whole, words_of
from armillary.read.source import Bytes

LEAST_PICTURE = 0.3
"""A page without text is a picture if pictures cover at least this share of it."""

ASKEW = 9.0
"""Letters that are turned by more degrees from a right angle are a watermark, and no text."""

FARTHEST = 100_000.0
"""No letter stands further than this from the corner of its page, in points: 35 metres."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SAMPLE = 200
_BOLD = re.compile(
    r"bold|black|heavy|demi|-medi\b|-bd|(?:cm|sf|ec|ptm)bx?\d*\b"
)  # in the names of TeX's fonts too
_LINE_ENDS = frozenset({0x0A, 0x0D})
_NAME = 128


@dataclass(slots=True)
class Stretch:
    """Words in a row on one line, and the box around them, in points, as the page is read upright.

    `base` is the line that the letters stand on, `size` that of the font.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    is_bold: bool = False


@dataclass(slots=True)
class Page:
    """A page: its number from 1, in how many quarters of a circle it is turned, its stretches as the file has them."""

    number: int
    turn: int = 0
    is_picture: bool = False
    stretches: list[Stretch] = field(default_factory=list)


class Book:
    """An open PDF. To be used as a context, and closed."""

    def __init__(self, source: Bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  loaded when a PDF is read, for a fast start

        self._pdfium = pypdfium2
        self._name = source.name
        try:
            self._pdf = pypdfium2.PdfDocument(source.content)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD:
                message = (
                    f"{source.name} is protected by a password; save a copy without one and read that"
                )
                raise SourceError(message) from error
            message = f"{source.name} is damaged, or no PDF: {error}; open it elsewhere and print it to a new PDF"
            raise SourceError(message) from error

    def __enter__(self) -> Self:
        """The book itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give its memory back."""
        self._pdf.close()

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._pdf)

    @property
    def metadata(self) -> dict[str, str]:
        """Title, CreationDate and their like, where the file says them."""
        return dict(self._pdf.get_metadata_dict(skip_empty=True))

    def pages(self) -> Iterator[Page]:
        """The pages in order, one at a time.

        Errors: `SourceError` for a page that cannot be opened; it would be a gap that nobody sees.
        """
        for index in range(len(self._pdf)):
            try:
                opened = self._pdf[index]
                text = opened.get_textpage()
            except self._pdfium.PdfiumError as error:
                message = f"{self._name} is damaged: its page {index + 1} cannot be opened ({error})"
                raise SourceError(message) from error
            page = _Reader(self._pdfium.raw, text.raw).page(index + 1)
            page.is_picture = not page.stretches and self._is_picture(opened)
            text.close()
            opened.close()
            yield page

    def _is_picture(self, page: Any) -> bool:  # noqa: ANN401  a page of pypdfium2
        """Whether pictures cover much of a page."""
        width, height = page.get_size()
        covered = 0.0
        for image in page.get_objects(filter=[self._pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            left, bottom, right, top = image.get_bounds()
            covered += max(right - left, 0) * max(top - bottom, 0)
        return bool(covered >= LEAST_PICTURE * width * height)


class _Reader:
    """Reads the letters of one page."""

    def __init__(self, raw: Any, text: Any) -> None:  # noqa: ANN401  PDFium's functions and a handle of it
        self._raw = raw
        self._text = text
        self._count = max(raw.FPDFText_CountChars(text), 0)
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._turn = self._usual_turn()

    def page(self, number: int) -> Page:
        """The page as stretches."""
        page = Page(number, self._turn)
        row: list[Letter] = []
        for place in range(self._count):
            code = self._raw.FPDFText_GetUnicode(self._text, place)
            if code in _LINE_ENDS:
                self._take(page, row)
            elif code in SPACES and self._raw.FPDFText_IsGenerated(self._text, place) == 1:
                row += [row[-1]._replace(code=0x20, left=row[-1].right)] if row else []
            else:
                letter = self._letter(place, code, row[-1] if row else None)
                if not all(abs(side) < FARTHEST for side in letter[2:]):  # of a damaged file
                    continue
                if row and not goes_on(row[-1], letter):
                    self._take(page, row)
                row.append(letter)
        self._take(page, row)
        return page

    def _letter(self, place: int, code: int, before: Letter | None) -> Letter:
        raw, text, box = self._raw, self._text, self._box
        raw.FPDFText_GetLooseCharBox(text, place, box)
        raw.FPDFText_GetCharOrigin(text, place, self._x, self._y)
        left, bottom, right, top = _upright(self._turn, (box.left, box.bottom, box.right, box.top))
        base = _upright(self._turn, (self._x.value, self._y.value, self._x.value, self._y.value))[1]
        same = before is not None and abs(before.base - base) < 0.01  # noqa: PLR2004  rounding
        size = before.size if before is not None and same else self._size(place)
        return Letter(place, code, left, bottom, right, top, base, size)

    def _size(self, place: int) -> float:
        """The size of the font as it is shown: the one that is set, times the scale of the text."""
        size = self._raw.FPDFText_GetFontSize(self._text, place)
        if self._raw.FPDFText_GetMatrix(self._text, place, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return max(float(size), 0.1)

    def _take(self, page: Page, row: list[Letter]) -> None:
        """What was gathered is a stretch, if it stands in the direction of the page."""
        words = words_of(row) if row else ""
        if words and _quarter(self._raw.FPDFText_GetCharAngle(self._text, row[0].place)) == page.turn:
            usual = whole(row)
            shown = [letter for letter in row if letter.code not in SPACES]
            page.stretches.append(
                Stretch(
                    words,
                    min(letter.left for letter in shown),
                    min(letter.bottom for letter in shown),
                    max(letter.right for letter in shown),
                    max(letter.top for letter in shown),
                    usual.base,
                    usual.size,
                    is_bold=self._is_bold(usual.place),
                )
            )
        row.clear()

    def _usual_turn(self) -> int:
        """In how many quarters of a circle most letters stand, against the clock."""
        step = max(1, self._count // _SAMPLE)
        places = range(0, self._count, step)
        turns = Counter(_quarter(self._raw.FPDFText_GetCharAngle(self._text, place)) for place in places)
        return max(sorted(turns), key=lambda turn: turns[turn], default=0)

    def _is_bold(self, place: int) -> bool:
        buffer = ctypes.create_string_buffer(_NAME)
        self._raw.FPDFText_GetFontInfo(self._text, place, buffer, _NAME, ctypes.c_int())
        name = buffer.raw.partition(b"\0")[0].decode("utf-8", "replace").lower()
        return _BOLD.search(name) is not None


def _quarter(angle: float) -> int:
    """An angle, which PDFium counts with the clock, in quarters against it; -1 for letters that stand askew."""
    quarters = -math.degrees(angle) / 90
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) <= ASKEW / 90 else -1


def _upright(turn: int, box: Box) -> Box:
    """A box as if its page had been turned so that the letters stand."""
    left, bottom, right, top = box
    turned = {
        1: (bottom, -right, top, -left),
        2: (-right, -top, -left, -bottom),
        3: (-top, left, -bottom, right),
    }
    return turned.get(turn, box)


def placed(turn: int, box: Box) -> Box:
    """The box on the page itself, of one that was turned to stand."""
    return _upright(-turn % 4, box)
