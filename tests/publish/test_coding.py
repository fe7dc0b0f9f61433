"""Forms for tools of text coding: each place, in the units of the tool, holds the words that we found."""

import base64
import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pyrefiqda import RefiProject

from armillary.findings import Position, Stance, Work
from armillary.publish import publish
from armillary.publish.dna.password import hashed
from armillary.publish.offsets import retold
from armillary.system import System, Table
from samples.hostile import hostile
from samples.rents import rents
from samples.sketch import Sketch, system_of


def debated() -> System:
    """Two positions and a work, after an emoji and a Windows line end."""
    sketch = Sketch(
        "🌍 Debate\r\n\r\nMayor Ade backs the cap. Bo rejects it. See 100% Rents_2019 by Müller."
    )
    system = system_of(sketch)
    ade, bo = sketch.speaker("Mayor Ade"), sketch.speaker("Bo")
    cap = sketch.at("the cap")
    work = Work(sketch.at("100% Rents_2019 by Müller"), "100% Rents_2019", "Müller", "2019")
    positions = (
        Position(sketch.at("Mayor Ade backs the cap"), ade, cap, Stance.FOR),
        Position(sketch.at("Bo rejects it"), bo, cap, Stance.AGAINST),
        Position(sketch.at("See 100%"), bo, cap, Stance.UNCLEAR),
    )
    return System(
        documents=system.documents,
        positions=Table.numbered("p", positions),
        works=Table.numbered("w", (work,)),
    )


@given(st.text(st.sampled_from("ab\r\n🌍é\u0301ש"), max_size=30), st.data())
def test_offsets_of_other_tools_cut_the_same_words(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    told, words = retold(text), text[start:end].replace("\r\n", "\n")
    if "\r\n" not in {text[max(0, start - 1) : start + 1], text[max(0, end - 1) : end + 1]}:
        assert told.text[told.points(start) : told.points(end)] == words
        wide = told.text.encode("utf-16-le")
        assert wide[2 * told.units(start) : 2 * told.units(end)] == words.encode("utf-16-le")


def opened(system: System, folder: Path) -> sqlite3.Connection:
    (folder / "m.dna").write_bytes(publish(system, "dna"))
    return sqlite3.connect(folder / "m.dna")


def test_dna_is_a_sound_database_with_all_its_tables(tmp_path: Path) -> None:
    base = opened(debated(), tmp_path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()) == 16
    assert len(base.execute("SELECT * FROM CODERS").fetchone()) == 28
    assert (
        base.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()[0][:2] == "3."
    )


@pytest.mark.parametrize("make", [debated, hostile, rents])
def test_dna_counts_utf_16_units(make: Any, tmp_path: Path) -> None:
    system: System = make()
    base = opened(system, tmp_path)
    texts = {
        key: text.encode("utf-16-le") for key, text in base.execute("SELECT ID, Text FROM DOCUMENTS")
    }
    rows = base.execute("SELECT DocumentId, Start, Stop FROM STATEMENTS ORDER BY ID").fetchall()
    held = [one.at for one in system.positions if one.stance in {Stance.FOR, Stance.AGAINST}]
    held += [claim.at for claim in system.claims]
    assert [texts[key][2 * start : 2 * stop].decode("utf-16-le") for key, start, stop in rows] == [
        at.words.replace("\r\n", "\n") for at in held
    ]


def test_dna_has_the_positions_as_its_own_statements(tmp_path: Path) -> None:
    rows = opened(debated(), tmp_path).execute(
        "SELECT e.Value, b.Value FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId "
        "JOIN DATABOOLEAN b ON b.StatementId = s.ID JOIN DATASHORTTEXT d ON d.StatementId = s.ID "
        "JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity "
        "WHERE t.Label = 'DNA Statement' AND v.Variable = 'person' ORDER BY s.ID"
    )
    assert rows.fetchall() == [("Mayor Ade", 1), ("Bo", 0)]


def test_the_password_of_dna_is_the_one_that_we_tell() -> None:
    kept = base64.b64decode(hashed("armillary"))
    digest = kept[:16] + b"armillary"
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    assert kept[16:] == digest


@pytest.mark.parametrize("make", [debated, hostile, rents])
def test_a_reader_of_refi_qda_finds_the_words(make: Any, tmp_path: Path) -> None:
    system: System = make()
    (tmp_path / "m.qdpx").write_bytes(publish(system, "qdpx"))
    project = RefiProject.load(tmp_path / "m.qdpx", str(tmp_path / "out"))
    found: dict[str, str] = {}
    for source in project.sources.text_source:
        text = (
            tmp_path / "out" / "sources" / source.plain_text_path.removeprefix("internal://")
        ).read_bytes()
        for one in source.plain_text_selection:
            found[one.name] = text.decode()[one.start_position : one.end_position]
    for table in (system.claims, system.positions):
        for key, row in table.items():
            assert found[key] == row.at.words.replace("\r\n", "\n")
    links = project.links.link if project.links else []
    assert [one.name for one in links] == [
        {"raises": "+", "lowers": "-", "unclear": "?"}[link.sign.value] for link in system.links
    ]


def test_every_code_that_a_project_uses_is_in_its_codebook(tmp_path: Path) -> None:
    (tmp_path / "m.qdpx").write_bytes(publish(rents(), "qdpx"))
    project = (zipfile.ZipFile(tmp_path / "m.qdpx")).read("project.qde").decode()
    codes = {part.split('"')[0] for part in project.split('<Code guid="')[1:]}
    used = {part.split('"')[0] for part in project.split('targetGUID="')[1:]}
    assert used
    assert used <= codes


@pytest.mark.parametrize("make", [debated, hostile, rents])
def test_every_annotation_points_at_its_words(make: Any) -> None:
    system: System = make()
    collection = json.loads(publish(system, "jsonld"))
    texts = {f"urn:sha256:{one.sha256}": one.text for one in system.documents}
    items = collection["first"]["items"]
    assert collection["total"] == len(items) >= len(system.claims)
    for item in items:
        text = texts[item["target"]["source"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])


def test_a_reader_of_bibtex_finds_author_title_and_year() -> None:
    (entry,) = parse_string(publish(debated(), "bib").decode(), "bibtex").entries.values()
    assert entry.fields["title"].strip("{}") == r"100\% Rents\_2019"
    assert entry.fields["year"] == "2019"
    assert str(entry.persons["author"][0]).strip("{}") == "Müller"


def test_the_zip_has_every_table_and_the_texts() -> None:
    with zipfile.ZipFile(io.BytesIO(publish(rents(), "zip"))) as archive:
        claims = list(csv.DictReader(io.StringIO(archive.read("claims.csv").decode())))
        text = archive.read("texts/d1.txt").decode()
    assert len(claims) == len(rents().claims)
    assert [text[int(row["start"]) : int(row["end"])] for row in claims] == [
        row["words"] for row in claims
    ]


@pytest.mark.parametrize(
    "form", ["dna", "qdpx", "jsonld", "bib", "zip", "xmile", "stmx", "sdjson", "gexf", "matrix"]
)
def test_the_same_system_gives_the_same_bytes_and_nothing_is_a_file_too(form: str) -> None:
    assert publish(rents(), form) == publish(rents(), form)
    assert publish(System(), form)
