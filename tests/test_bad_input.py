"""Documents that nobody hopes for: each is read within bounds, or refused in words that say what to do now."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from armillary.annotate import annotate, grammar
from armillary.pipeline import findings_of
from armillary.read import Bytes, read
from armillary.settings import Settings
from armillary.text import BlockKind
from samples.containers import docx, w_p
from samples.pdf import PICTURE, lines, pdf

WORDS = (
    "the rents of Berlin rose because wages fell and the minister feared in 1914 that owners would sell "
)


def repacked(part: str, content: bytes) -> bytes:
    """A Word file with one part put in the place of its own."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(docx(w_p("Rents rose.")))) as good,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            bad.writestr(name, content if name == part else good.read(name))
    return packed.getvalue()


def laughs() -> bytes:
    """A billion laughs: ten entities, each of ten of the one before."""
    body = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{body}]><w>&a9;</w>'.encode()


PROTECTED = pdf(
    [lines("Rents rose.")],
    encrypt=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}> >>",
)
REFUSED: dict[str, tuple[bytes, str]] = {
    "scan.pdf": (
        pdf([PICTURE] * 3),
        "scan.pdf holds no text: its pages 1-3 are pictures; make its text readable with a program for that (OCR)",
    ),
    "half.pdf": (
        pdf([lines("Rents rose."), PICTURE, PICTURE, lines("They fell."), PICTURE]),
        "half.pdf: pages 2-3, 5 are pictures without text; read the rest with --skip-pictures",
    ),
    "locked.pdf": (PROTECTED, "locked.pdf is protected by a password; save a copy without one"),
    "cut.docx": (docx(w_p("Rents rose."))[:300], "cut.docx is damaged"),
    "bomb.docx": (
        repacked("word/document.xml", b"<a>" + b" " * 70 * 2**20),
        "bomb.docx unpacks to more than is safe to read",
    ),
    "laughs.docx": (
        repacked("word/document.xml", laughs()),
        "which could hold an entity bomb; if you trust it",
    ),
    "script.html": (
        b"<!doctype html><html><body><div id=root></div><script>render('Rents rose.')</script></body></html>",
        "script.html shows no words by itself; open it in a browser and save what it shows",
    ),
}


def test_each_is_refused_in_words_and_the_good_document_beside_them_is_built(tmp_path: Path) -> None:
    for name, (content, _) in REFUSED.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("Rents rose because wages rose.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "armillary", "build", *REFUSED, "good.txt", "-o", "all.json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    told = done.stderr.decode()
    assert "Traceback" not in told
    assert [name for name, (_, words) in REFUSED.items() if words not in told] == []
    assert done.returncode == 3
    assert "good.txt: 1 claim" in told


def test_the_text_of_a_half_scanned_document_is_read_where_the_user_says_so() -> None:
    found = findings_of(Bytes("half.pdf", REFUSED["half.pdf"][0]), Settings(skip_pictures=True))
    assert "Rents rose." in found.document.text
    assert "They fell." in found.document.text


def test_a_long_pdf_tells_how_far_it_is_page_by_page() -> None:
    told: list[tuple[str, float]] = []
    pages = pdf([lines(f"Rents rose in year {page}.") for page in range(40)])
    findings_of(
        Bytes("long.pdf", pages), Settings(), lambda _, stage, share: told.append((stage, share))
    )
    assert list(dict.fromkeys(stage for stage, _ in told)) == ["read", "annotate", "extract"]
    shares = [share for stage, share in told if stage == "read"]
    assert shares == [page / 40 for page in range(41)]


def test_ten_thousand_rows_are_kept_apart_and_not_read_as_prose() -> None:
    table = "year,rent\n" + "".join(f"{1900 + row % 100},{row}\n" for row in range(10_000))
    reading = annotate(read(Bytes("rows.csv", f"Rents rose.\n\n{table}".encode()), Settings()))
    assert [block.kind for block in reading.document.blocks].count(BlockKind.TABLE) == 1
    assert len(reading.sentences) == 1
    assert len(reading.tokens) < 10


@pytest.mark.parametrize("stop", ["", "."])
def test_a_sentence_of_thousands_of_words_is_read_in_pieces_and_to_its_end(stop: str) -> None:
    """Work grows in a line: no sentence is longer than the bound, and twice the text has twice the marks."""

    def marks(times: int) -> tuple[int, int, int, int]:
        text = (WORDS * times).strip() + stop
        reading = annotate(read(Bytes("long.txt", text.encode()), Settings()), "armillary")
        assert all(s.last - s.first <= grammar.LONGEST_SENTENCE for s in reading.sentences)
        assert reading.tokens[-1].end == len(text)
        return len(reading.tokens), len(reading.sentences), len(reading.times), len(reading.moods)

    once, twice = marks(140), marks(280)
    assert all(abs(two - 2 * one) <= 3 for one, two in zip(once, twice, strict=True))
    assert once[2] == 140
