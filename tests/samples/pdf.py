"""PDF files made word by word, with the fonts that every viewer has."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
LEFT, TOP, LEADING = 70.0, 760.0, 12.0


@dataclass(frozen=True)
class Words:
    """Words at a place, in points from the bottom left corner. `turn` is in quarters against the clock."""

    words: str
    x: float
    y: float
    size: float = 10.0
    bold: bool = False
    turn: int = 0

    @property
    def operators(self) -> bytes:
        """How a page's stream says it. `fi` after a backslash is the ligature."""
        cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.turn % 4]
        coded = self.words.encode("cp1252").replace(b"\\fi", b"\x01")
        escaped = coded.replace(b"(", b"\\(").replace(b")", b"\\)")
        font = "F2" if self.bold else "F1"
        matrix = f"{cos} {sin} {-sin} {cos} {self.x} {self.y} Tm"
        return f"BT /{font} {self.size} Tf {matrix} (".encode() + escaped + b") Tj ET\n"


def lines(
    *rows: str, x: float = LEFT, y: float = TOP, size: float = 10.0, bold: bool = False
) -> list[Words]:
    """Rows of words one under the other; an empty row leaves its place free."""
    return [Words(row, x, y - at * LEADING, size, bold) for at, row in enumerate(rows) if row]


PICTURE = b"q 500 0 0 700 40 60 cm /Im Do Q\n"


def pdf(
    pages: Sequence[Sequence[Words] | bytes], info: str = "", encrypt: str = "", rotate: int = 0
) -> bytes:
    """A file of these pages, each of words or of the operators of its stream."""
    fonts = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        fonts.format("Helvetica").encode(),
        fonts.format("Helvetica-Bold").encode(),
        _stream(
            b"\x80",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    ]
    kids: list[str] = []
    for page in pages:
        content = page if isinstance(page, bytes) else b"".join(words.operators for words in page)
        objects.append(_stream(content))
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im 5 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} /Resources {resources} "
            f"/Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< {info} >>".encode())
    return _file(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {encrypt}")


def _stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    body = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + head.encode() + end.encode()
