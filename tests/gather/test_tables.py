"""Tables of facts: what is taken of them, what is refused, and in which words."""

from pathlib import Path

import duckdb
import pytest

from armillary.errors import HoldingsError
from armillary.gather.tables import MOST_ROWS, PACK, facts, refuse_unreadable
from armillary.holdings import FactKind

TABLE = """subject,relation,object,value,unit,start,end,source
Clara Osten,Mayor,Zell,,,1990-01-01,1994-05-31,the town archive
Zell,population,,12400,,1991,1991,the census
Zell,also called,Zellen,,,,,
Zell,member of,League of Towns,,,1975,,the league
Ostrau,member of,League of Towns,,,1980,,the league
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "zell.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_only_rows_that_speak_of_the_names_are_taken(table: Path) -> None:
    rows = facts([str(table)], {"Clara Osten"}).rows
    assert [(fact.subject, fact.row) for fact in rows] == [("Clara Osten", "zell.csv, row 1")]


def test_a_row_speaks_of_its_object_too_and_of_other_names(table: Path) -> None:
    rows = facts([str(table)], {"the ZELLEN"}).rows
    assert [fact.row for fact in rows] == [f"zell.csv, row {number}" for number in (1, 2, 3, 4)]
    assert [fact.kind for fact in rows] == [
        FactKind.OFFICE, FactKind.FIGURE, FactKind.NAME, FactKind.MEMBERSHIP,
    ]  # fmt: skip


def test_a_name_that_is_close_to_a_known_one_leads_to_its_rows(table: Path) -> None:
    assert [fact.subject for fact in facts([str(table)], {"Clara Ostenn"}).rows] == []
    assert [fact.subject for fact in facts([str(table)], (), {"Clara Ostenn"}).rows] == ["Clara Osten"]


@pytest.mark.parametrize("ending", ["parquet", "duckdb"])
def test_every_form_of_a_table_gives_the_same(table: Path, tmp_path: Path, ending: str) -> None:
    other = tmp_path / f"zell.{ending}"
    with duckdb.connect(str(other) if ending == "duckdb" else ":memory:") as database:
        database.execute(f"CREATE TABLE facts AS FROM read_csv('{table}', all_varchar = true)")
        if ending == "parquet":
            database.execute(f"COPY facts TO '{other}'")
    one, two = (facts([str(path)], {"Zell"}) for path in (table, other))
    assert [fact.subject for fact in one.rows] == [fact.subject for fact in two.rows]
    assert two.rows[0].row == f"zell.{ending}, row 1"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "subject,relatoin,object\nA,b,C\n", "no column 'relation'; is it 'relatoin'"),
        ("a.csv", "subject,relation\nA,b\n", "no column 'object'"),
        ("a.csv", "", "no column 'subject'"),
        ("a.duckdb", "no database", "cannot read facts"),
        ("a.parquet", "no table", "cannot read facts"),
        ("a.xls", "", "tables are read from .csv"),
        ("gone.csv", None, "there is no file"),
    ],
)
def test_what_is_no_table_of_facts_is_refused_in_words(
    tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(HoldingsError, match=said):
        refuse_unreadable([str(path)])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Zell,population,,many,,,,", "its value 'many' is no number"),
        ("Clara Osten,Mayor,Zell,,,1990-13-01,,", "its start '1990-13-01' is no date"),
        ("Zell,population,,,,,,", "neither an object nor a value"),
        ("Zell,,x,,,,,", "no subject or no relation"),
    ],
)
def test_a_row_that_says_nothing_is_left_out_and_told(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(TABLE + row + "\n", encoding="utf-8")
    found = facts([str(path)], {"Zell"})
    assert [fact.row for fact in found.rows] == [f"odd.csv, row {number}" for number in (1, 2, 3, 4)]
    assert found.notes[0].startswith("odd.csv, row 6 is left out")
    assert said in found.notes[0]


def test_of_a_great_many_rows_the_first_are_taken_and_the_rest_is_told(tmp_path: Path) -> None:
    path = tmp_path / "great.parquet"
    with duckdb.connect() as database:
        rows = database.sql(
            "SELECT if(i % 50 = 0, 'Zell', 'Town ' || i) AS subject, 'population' AS relation, i AS value "
            "FROM range(2_000_000) AS t(i)"
        )
        rows.write_parquet(str(path))
    found = facts([str(path)], {"Zell"})
    assert len(found.rows) == MOST_ROWS
    assert "only the first" in found.notes[0]


def test_the_pack_can_be_read_and_every_row_has_a_source() -> None:
    found = facts([PACK], {"NATO", "European Union", "United States", "Germany", "Ukraine"})
    assert found.notes == ()
    assert all(fact.source for fact in found.rows)
    assert {fact.kind for fact in found.rows} == {FactKind.OFFICE, FactKind.MEMBERSHIP, FactKind.NAME}
